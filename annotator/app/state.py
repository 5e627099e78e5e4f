"""What the program remembers between starts: who annotates, recent projects, window places.

It is lost without harm: an unreadable file is the same as none.
"""

from pathlib import Path

import msgspec

from annotator.app.atomic import write_whole
from annotator.app.folders import state_file

_MOST_RECENT = 10


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """Where somebody stopped in a project: the number of the article, and offsets in its text.

    `top` is the first character of the first whole line in view and `below` how many pixels that is below the top
    (None: just so that nothing is cut off), `selection` what was selected (empty: the caret), `current` the id of
    the current span or suggestion, `tab` the panel at the right, `page` the page in view ("" is the one with the text).
    """

    article: int
    top: int = 0
    below: int | None = None
    selection: tuple[int, int] = (0, 0)
    current: str = ""
    tab: int = 0
    page: str = ""


class ExportChoice(msgspec.Struct, frozen=True, kw_only=True):
    """What was chosen last for an export or a release, but for whose sets: that is another in every project.

    `train` and `dev` are percentages, the rest is for the test.
    """

    format: str = "jsonl"
    formats: tuple[str, ...] = ("jsonl",)  # of a release
    statuses: tuple[str, ...] = ("done",)
    alignment: str = "strict"
    in_parts: bool = False
    train: int = 80
    dev: int = 10
    by_date: bool = False
    seed: int = 0
    story: str = "story"
    pseudonyms: bool = False
    without_text: bool = False
    with_config: bool = False
    mark: bool = False
    licence: str = ""


class State(msgspec.Struct, kw_only=True):
    """Everything remembered. `windows` holds Qt's own geometry, base64, by the name of the window or splitter."""

    annotator: str = ""
    recent: list[str] = []
    zoom: float = 1.0
    windows: dict[str, str] = {}
    commands: list[str] = []  # the actions chosen last in the command palette, the last one first
    guide: dict[str, str] = {}  # where one was when the guide was opened -> the page read there last
    tour_seen: bool = False  # the guided tour was begun once
    spots: dict[str, Spot] = {}  # project path -> where work stopped
    export: ExportChoice = ExportChoice()

    def remember_project(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        name = str(path.resolve())
        self.recent = [name, *(each for each in self.recent if each != name)][:_MOST_RECENT]
        self.spots = {each: spot for each, spot in self.spots.items() if each in self.recent}

    def forget_project(self, path: Path) -> None:
        """Drop a project that is gone."""
        self.recent = [each for each in self.recent if each != str(path.resolve())]


def load_state() -> State:
    """What was remembered, or a fresh start."""
    try:
        return msgspec.json.decode(state_file().read_bytes(), type=State)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return State()


def save_state(state: State) -> None:
    """Remember; a disk that cannot be written is no reason to disturb anyone."""
    try:
        write_whole(state_file(), msgspec.json.encode(state))
    except OSError:
        return
