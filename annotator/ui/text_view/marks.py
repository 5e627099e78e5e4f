"""What the text view is asked to show: marks, arcs, and the look they are drawn in.

Plain data without Qt. Offsets are Unicode code points of the article's text, half-open. How schema labels,
suggestions and settings become these is decided by whoever fills the view.
"""

from dataclasses import dataclass
from enum import Enum, auto

Fragment = tuple[int, int]


class MarkState(Enum):
    """How loudly a mark or an arc is drawn."""

    OWN = auto()  # filled
    SUGGESTION = auto()  # dashed outline, never filled: nobody has judged it yet
    MUTED = auto()  # there, but not what this is about: faint


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to show: `tag` is written above it, `colour` names a swatch of the look."""

    id: str
    fragments: tuple[Fragment, ...]
    label: str
    tag: str
    colour: str
    state: MarkState
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation to show between two marks, named by their ids."""

    id: str
    head: str
    tail: str
    label: str
    colour: str
    state: MarkState
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Swatch:
    """One palette colour, as `#rrggbb`: a tint to fill with, and an ink legible on tint and background."""

    tint: str
    ink: str


@dataclass(frozen=True, slots=True)
class Look:
    """All colours of the view, as `#rrggbb`."""

    background: str
    ink: str
    dim: str
    line: str
    accent: str
    selection: str
    selected_ink: str
    swatches: dict[str, Swatch]

    def swatch(self, colour: str) -> Swatch:
        """The swatch of that name, or a grey one: a palette may know less than a schema."""
        return self.swatches.get(colour) or Swatch(self.line, self.dim)


DEFAULT_LIGHT = Look(
    background="#f6f7f9",
    ink="#1d2330",
    dim="#6b7386",
    line="#e3e6ec",
    accent="#2f5fd0",
    selection="#b9d0ff",
    selected_ink="#10151f",
    swatches={
        "blue": Swatch("#cfe3ff", "#1f5fae"),
        "orange": Swatch("#ffe2b8", "#8a5200"),
        "green": Swatch("#d3f0d6", "#1d6b2c"),
        "violet": Swatch("#e9e3f7", "#5a3fa0"),
        "pink": Swatch("#f7d9e6", "#98245f"),
        "yellow": Swatch("#fff0a8", "#7a5d00"),
        "grey": Swatch("#e4e7ee", "#4a5368"),
    },
)
DEFAULT_DARK = Look(
    background="#15181e",
    ink="#e6e9f0",
    dim="#98a1b3",
    line="#2d333e",
    accent="#7ea6ff",
    selection="#34508a",
    selected_ink="#ffffff",
    swatches={
        "blue": Swatch("#1f3f66", "#9cc8ff"),
        "orange": Swatch("#553a12", "#ffcf8a"),
        "green": Swatch("#1d4526", "#9be3a8"),
        "violet": Swatch("#3a3060", "#cfc0ff"),
        "pink": Swatch("#54253d", "#ffb3d4"),
        "yellow": Swatch("#524708", "#ffe97a"),
        "grey": Swatch("#333a48", "#c3cad8"),
    },
)
