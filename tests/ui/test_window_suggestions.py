"""Suggestions, mentions and the blind sample by the main window's menus."""

from pathlib import Path

from main_window_world import enabled, new_project
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from annotator.store.project import open_project
from annotator.ui.dialogs.blind import BlindDialog
from annotator.ui.main_window import MainWindow


def test_pre_highlighting_the_whole_project_can_be_stopped(window: MainWindow, path: Path) -> None:
    window.open_path(path)
    assert window.desktop is not None
    window.actions_table["suggest.all"].trigger()
    assert window.status_line.background.text() == "Pre-highlighting 0 of 2"
    assert "suggest.cancel" in enabled(window)
    window.actions_table["suggest.cancel"].trigger()
    assert any(each.startswith("cancel") for each in window.desktop.link._client.asked)


def test_without_a_model_nobody_says_that_all_is_pre_highlighted(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open_path(path)
    assert window.desktop is not None
    window.desktop.link.suggesting.model = None
    window.desktop.link.suggesting._missing = "There is no model: install one."
    window.status_line.say("")
    window.actions_table["suggest.all"].trigger()
    qtbot.waitUntil(lambda: window.status_line.message.text() == "There is no model: install one.")


def test_all_mentions_are_labelled_from_the_menu(window: MainWindow, tmp_path: Path) -> None:
    window.open_path(new_project(tmp_path / "names.annodb", "Ada met Bo. Ada left Adam; Ada came back."))
    page = window.desktop.page
    page.text.select(0, 3)
    page.choose_label("PERSON")
    window.actions_table["span.mark_all"].trigger()
    assert [span.text for span in window.desktop.session.work.own.spans.values()] == ["Ada"] * 3
    assert window.status_line.message.text() == "Mark all 2 “Ada” as PERSON"


def test_the_blind_sample_is_set_from_the_menu_and_hides_suggestions_at_once(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    window.open_path(path)

    def answer() -> None:
        dialog = window.findChild(BlindDialog)
        dialog.field.setValue(100)
        dialog.accept()

    QTimer.singleShot(0, answer)
    window.actions_table["project.blind"].trigger()
    assert window.desktop.session.work.is_blind
    assert window.status_line.left.text() == "Blind: suggestions hidden"


def test_in_a_project_for_reading_only_the_blind_sample_cannot_be_set(window: MainWindow, path: Path) -> None:
    with open_project(path):
        window.open_path(path)
        assert "project.blind" not in enabled(window)
