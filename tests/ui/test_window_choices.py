"""What a person chose or did once is taken on by the main window and kept: look, settings, keys, order, palette."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import settings as chosen
from annotator.app.settings import Settings
from annotator.ui import look, program_acts
from annotator.ui.command_palette.dialog import CommandPalette
from annotator.ui.main_window import MainWindow
from annotator.ui.settings.dialog import SettingsDialog


def test_a_look_that_is_chosen_is_drawn_at_once_and_kept(
    window: MainWindow, path: Path, make_window: Callable[..., MainWindow]
) -> None:
    window.open_path(path)
    assert window.desktop is not None
    seen: list[str] = []
    for name in ("dark", "light"):
        window.actions_table[f"view.{name}"].trigger()
        ground = look.theme(name).colours["background"]
        place = window.desktop.page.text.viewport().rect().center() + QPoint(0, 150)
        seen.append(window.desktop.page.text.viewport().grab().toImage().pixelColor(place).name())
        assert seen[-1] == ground
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        assert ground in app.styleSheet()
    assert seen[0] != seen[1]
    window.actions_table["view.dark"].trigger()
    window.close()
    assert make_window().settings.look == "dark"


def test_the_palette_runs_what_is_typed(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open_path(path)
    assert window.desktop is not None
    window.desktop.page.text.select(0, 5)
    window.actions_table["help.palette"].trigger()
    palette = window.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClicks(palette.field, "label pledge")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    work = window.desktop.session.work
    assert work is not None
    assert [span.label for span in work.own.spans.values()] == ["PLEDGE"]
    assert window.state.commands == ["label.PLEDGE"]


def test_settings_are_taken_on_and_kept(
    window: MainWindow, make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window.actions_table["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.look.setCurrentIndex(dialog.look.findData("dark"))
    dialog.keys.select("help.guide")
    qtbot.keyClick(dialog.keys.field, Qt.Key.Key_F9)
    dialog.keys.use.click()
    dialog.accept()
    assert [key.toString() for key in window.actions_table["help.guide"].shortcuts()] == ["F9"]
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert look.theme("dark").colours["background"] in app.styleSheet()
    window.close()
    assert make_window().settings == Settings(look="dark", keys={"help.guide": ["F9"]})


def test_settings_that_cannot_be_kept_hold_all_the_same(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(program_acts, "save_settings", full)
    window.actions_table["view.dark"].trigger()
    assert window.settings.look == "dark"
    told = "The settings cannot be kept (No space left on device): they hold until the program ends."
    assert window.status_line.message.text() == told


def test_the_order_of_suggestions_is_kept_with_the_settings(window: MainWindow, path: Path, tmp_path: Path) -> None:
    window.open_path(path)
    window.actions_table["suggestion.order"].trigger()
    assert chosen.load_settings(tmp_path / "config" / "settings.toml").order == "doubt"
    window.close_project()
    window.open_path(path)
    assert window.desktop.page.side.suggestions.doubt_button.isChecked()
