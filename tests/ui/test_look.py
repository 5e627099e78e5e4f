import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.ui import look

THEMES = ("light", "dark")
GROUNDS = ("background", "pane")


def luminance(colour: str) -> float:
    """The relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_the_guidelines_say() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", THEMES)
def test_text_is_legible_on_every_ground_of_the_window(name: str) -> None:
    colours = look.theme(name).colours
    for ink in ("ink", "dim", "accent", "ok", "warn", "bad"):
        for ground in GROUNDS:
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    assert contrast(colours["accent_ink"], colours["accent"]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_text_and_tags_are_legible_on_every_mark(name: str) -> None:
    chosen = look.theme(name)
    assert len(chosen.look.swatches) >= 15
    for colour, swatch in chosen.look.swatches.items():
        assert contrast(chosen.colours["ink"], swatch.tint) >= 7, colour
        for ground in (swatch.tint, *(chosen.colours[each] for each in GROUNDS)):
            assert contrast(swatch.ink, ground) >= 4.5, (colour, ground)


@pytest.mark.parametrize("name", THEMES)
def test_selected_text_is_legible(name: str) -> None:
    chosen = look.theme(name).look
    assert contrast(chosen.selected_ink, chosen.selection) >= 4.5


def test_both_themes_name_the_same_colours() -> None:
    light, dark = map(look.theme, THEMES)
    assert light.colours.keys() == dark.colours.keys()
    assert light.look.swatches.keys() == dark.look.swatches.keys()


@pytest.mark.parametrize("name", THEMES)
def test_every_word_of_the_stylesheet_becomes_a_colour(name: str) -> None:
    template = files.resource("themes", "window.qss").read_text(encoding="utf-8")
    made = look.stylesheet(look.theme(name))
    assert len(re.findall(r"\$\w+", template)) > 50
    assert "$" not in made.partition("*/")[2]


def warnings(qtlog: object) -> list[str]:
    """What Qt complained of, but for what the screen of the tests cannot do."""
    return [each.message for each in qtlog.records if "propagateSizeHints" not in each.message]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", THEMES)
def test_qt_understands_the_stylesheet_wherever_the_program_lies(
    qtbot: QtBot, qtlog: object, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Program Files (x86)" / "resources"
    shutil.copytree(files.resource(), place)
    monkeypatch.setattr(files, "resource", lambda *parts: place.joinpath(*parts))
    sheet = look.stylesheet(look.theme(name))
    assert "(x86)" in sheet
    widget = QWidget()
    qtbot.addWidget(widget)
    box = QComboBox(widget)
    widget.setStyleSheet(sheet)
    widget.show()
    box.grab()
    assert warnings(qtlog) == []


def test_a_stylesheet_that_qt_does_not_understand_would_be_noticed(qtbot: QtBot, qtlog: object) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet("QWidget { color: $ink;")
    widget.show()
    assert any("parse" in each for each in warnings(qtlog))


def test_the_whole_program_is_dressed(qapp: QApplication) -> None:
    before, sheet = qapp.palette(), qapp.styleSheet()
    try:
        for name in THEMES:
            chosen = look.theme(name)
            look.apply(qapp, chosen)
            assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == chosen.colours["ink"]
            assert qapp.palette().color(QPalette.ColorRole.Base).name() == chosen.colours["pane"]
            assert chosen.colours["accent"] in qapp.styleSheet()
            assert look.wanted(name) is chosen  # type: ignore[arg-type]
    finally:
        qapp.setPalette(before)
        qapp.setStyleSheet(sheet)


@pytest.mark.parametrize(
    ("scheme", "name"),
    [(Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light"), (Qt.ColorScheme.Unknown, "light")],
)
def test_the_system_decides_when_nobody_chose(monkeypatch: pytest.MonkeyPatch, scheme: object, name: str) -> None:
    """The screen of the tests has no scheme of its own, so it is told one."""
    hints = SimpleNamespace(colorScheme=lambda: scheme)
    monkeypatch.setattr(look, "QGuiApplication", SimpleNamespace(styleHints=lambda: hints))
    assert look.wanted("system").name == name
    assert look.wanted("dark").name == "dark"
