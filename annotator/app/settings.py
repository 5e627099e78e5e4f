"""What a person chose: how the program looks and works for her, on this machine, in every project.

Only what differs from the defaults is written. What the program merely remembers (window places, recent
projects) is `app.state`'s. A file that cannot be read is not overwritten: it is set aside beside the new one.
"""

import logging
from pathlib import Path
from typing import Literal

import msgspec
import tomli_w

from annotator.app.atomic import write_whole
from annotator.app.folders import settings_file

_log = logging.getLogger(__name__)

WhenLeft = Literal["refuse", "warn", "reject"]
Order = Literal["place", "doubt"]
LookName = Literal["system", "light", "dark"]


class Settings(msgspec.Struct, kw_only=True, omit_defaults=True):
    """Every setting, with its default. `keys` holds, by the name of an action, the keys chosen instead of its own."""

    look: LookName = "system"
    language: str = ""  # "" is the system's
    text_width: int = 74  # of a line, in characters
    line_spacing: float = 1.0  # 1 is the text's own
    snap_to_words: bool = True
    when_left: WhenLeft = "warn"  # suggestions are not judged, and the article is set done
    order: Order = "place"  # in which suggestions are gone through
    doubtful_first: bool = False  # the order in which articles are listed and come
    remember_values: bool = True  # a new span gets the attributes given last to one of its label
    keys: dict[str, list[str]] = {}


def load_settings(path: Path | None = None) -> Settings:
    """The settings of a file (the user's when none is given); the defaults where it is missing or unreadable."""
    path = path or settings_file()
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        _log.warning("the settings could not be read and the defaults are used")
        _set_aside(path)
        return Settings()


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write what differs from the defaults. Raises OSError."""
    chosen = msgspec.to_builtins(settings)
    write_whole(path or settings_file(), tomli_w.dumps(chosen).encode())


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".unreadable.toml"))
    except OSError:
        _log.warning("the unreadable settings could not be set aside")
