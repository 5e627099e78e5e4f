"""The tick box that leaves near-duplicates out, with the groups, in the real window."""

from pathlib import Path

import pytest
from main_window_world import accept_import, shown_import
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.store import articles
from annotator.ui.importing.dialog import ImportDialog
from annotator.ui.main_window import MainWindow

STORY = "The lock\n\n" + " ".join(f"word{at} of the long story" for at in range(60))


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path) -> ImportDialog:
    window.open_path(path)
    assert window.desktop is not None
    (tmp_path / "news").mkdir()
    for name, text in (("a", STORY), ("b", f"{STORY} Updated."), ("c", "Another one.")):
        (tmp_path / "news" / f"{name}.txt").write_text(text, encoding="utf-8")
    window.desktop.transfer.ask([tmp_path / "news"])
    return shown_import(qtbot, window)


def test_the_groups_are_shown_and_then_left_out(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, reports: list[tuple[str, list[str]]]
) -> None:
    assert not dialog.tabs.isTabVisible(2)
    dialog.skip_near.setFocus()
    with qtbot.waitSignal(dialog.compared):
        QTest.keyClick(dialog.skip_near, Qt.Key.Key_Space)
    assert dialog.tabs.currentWidget() is dialog.near
    assert dialog.near.told.text().startswith("Would be left out: 1.")
    head = dialog.near.tree.topLevelItem(0)
    assert head is not None
    assert (head.text(0), head.childCount()) == ("“The lock”, which comes in", 1)
    assert head.child(0).text(0) == "The lock  –  b.txt"
    accept_import(qtbot, window)
    assert window.desktop is not None
    assert articles.count(window.desktop.session.project) == 4
    assert reports[-1][0] == "2 articles imported, 1 near-duplicate was skipped."


def test_unticked_nothing_is_left_out(qtbot: QtBot, window: MainWindow, dialog: ImportDialog) -> None:
    with qtbot.waitSignal(dialog.compared):
        dialog.skip_near.click()
    dialog.skip_near.click()
    assert not dialog.tabs.isTabVisible(2)
    assert not dialog.options.skip_near
