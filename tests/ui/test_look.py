import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
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


@pytest.mark.parametrize("name", THEMES)
def test_qt_understands_the_stylesheet_wherever_the_program_lies(
    qtbot: QtBot, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "Program Files (x86)" / "resources"
    shutil.copytree(files.resource(), place)
    monkeypatch.setattr(files, "resource", lambda *parts: place.joinpath(*parts))
    sheet = look.stylesheet(look.theme(name))
    assert "(x86)" in sheet
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.captureExceptions(), qtbot.capture_qt(sheet) if hasattr(qtbot, "capture_qt") else qtbot.captureExceptions():
        widget.setStyleSheet(sheet)
        widget.show()
    assert "parse" not in capfd.readouterr().err
