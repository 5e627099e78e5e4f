"""Light and dark: the palette file becomes Qt's palette, one stylesheet, and the colours of the text view."""

import tomllib
from dataclasses import dataclass
from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from annotator import files
from annotator.app.settings import LookName
from annotator.ui.text_view.marks import Look, Swatch

_USUAL = 12  # pixels: the program's font, where nobody wants it larger
_SIZES = {"small": 11, "name": 14, "article": 20, "start": 24}  # pixels, beside the usual font


@dataclass(frozen=True)
class Theme:
    """Everything that is drawn with when it is light, or dark."""

    name: str
    colours: dict[str, str]
    look: Look

    def colour(self, name: str) -> QColor:
        """A window colour of the palette file, by name."""
        return QColor(self.colours[name])


@cache
def theme(name: str) -> Theme:
    """The theme "light" or "dark"."""
    table = tomllib.loads(files.resource("themes", "palette.toml").read_text(encoding="utf-8"))
    colours: dict[str, str] = table.pop(name)
    table.pop("dark" if name == "light" else "light")
    swatches = {each: Swatch(row[f"{name}_tint"], row[f"{name}_ink"]) for each, row in table.items()}
    look = Look(
        background=colours["background"],
        ink=colours["ink"],
        dim=colours["dim"],
        line=colours["line"],
        accent=colours["accent"],
        selection=_mix(colours["accent"], colours["background"], 0.35),
        selected_ink=colours["ink"],
        swatches=swatches,
    )
    return Theme(name, colours, look)


def _mix(top: str, ground: str, share: float) -> str:
    over, under = QColor(top), QColor(ground)
    parts = zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts)).name()


def wanted(choice: LookName) -> Theme:
    """The theme for a choice; "system" asks the system."""
    if choice == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return theme("dark" if dark else "light")
    return theme(choice)


def apply(app: QApplication, chosen: Theme) -> None:
    """Dress the whole program."""
    app.setStyle(QStyleFactory.create("Fusion"))  # draws the palette faithfully on every system
    app.setPalette(_palette(chosen))
    app.setStyleSheet(stylesheet(chosen))


def stylesheet(chosen: Theme) -> str:
    """The stylesheet, with the theme's colours in it."""
    template = files.resource("themes", "window.qss").read_text(encoding="utf-8")
    soft = _mix(chosen.colours["accent"], chosen.colours["pane"], 0.12)
    arrow = files.resource("icons", f"arrow-{chosen.name}.svg").as_posix()
    up_arrow = files.resource("icons", f"arrow-up-{chosen.name}.svg").as_posix()
    tick = files.resource("icons", f"tick-{chosen.name}.svg").as_posix()
    arrows = {"arrow": f'"{arrow}"', "up_arrow": f'"{up_arrow}"', "tick": f'"{tick}"'}
    sizes = {f"size_{name}": str(round(size * scale())) for name, size in _SIZES.items()}
    return Template(template).substitute(chosen.colours, hover=soft, **arrows, **sizes)


def scale() -> float:
    """How much larger than usual the program's font is."""
    return max(QFontInfo(QApplication.font()).pixelSize() / _USUAL, 1.0)


def _palette(chosen: Theme) -> QPalette:
    role = QPalette.ColorRole
    names = {
        role.Window: "pane",
        role.WindowText: "ink",
        role.Base: "pane",
        role.AlternateBase: "background",
        role.Text: "ink",
        role.PlaceholderText: "dim",
        role.Button: "pane",
        role.ButtonText: "ink",
        role.ToolTipBase: "pane",
        role.ToolTipText: "ink",
        role.BrightText: "bad",
        role.Highlight: "accent",
        role.HighlightedText: "accent_ink",
        role.Link: "accent",
        role.Mid: "line",
        role.Midlight: "line",
        role.Dark: "line",
    }
    palette = QPalette(chosen.colour("pane"))
    for each, name in names.items():
        palette.setColor(each, chosen.colour(name))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, chosen.colour("dim"))
    return palette
