"""Spans off the tokens are moved from the page of losses, one or all, in the real window; and the report after it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from main_window_world import TEXTS
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from annotator.app.plans.spans import mark as spans_mark
from annotator.app.release.preview import Kind, Place, Preview
from annotator.exchange import docbin
from annotator.exchange.losses import Loss, LossReport
from annotator.exchange.protocols import Outgoing, WriteOptions
from annotator.store import history, runs
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.dialogs.history import HistoryDialog
from annotator.ui.export.written import Written, WrittenDialog
from annotator.ui.main_window import MainWindow


@pytest.fixture
def working(window: MainWindow, path: Path) -> MainWindow:
    """In both articles a piece of a word is marked, and they are done; the first one is on screen."""
    window.open_path(path)
    assert window.desktop is not None
    for number, word in ((2, "Tom Osei"), (1, "London")):
        window.desktop.page.open_article(number)
        start = TEXTS[number - 1].index(word)
        window.desktop.session.perform(spans_mark, "GPE", [(start, start + len(word) - 2)])
        window.desktop.session.finish("done")

    def here(items: Iterator[Outgoing], target: Path, options: WriteOptions) -> LossReport:
        return docbin.WRITER.write(items, target, options=options)

    window.desktop.exports.elsewhere = here
    return window


def marked(window: MainWindow) -> list[str]:
    assert window.desktop is not None
    work = window.desktop.session.work
    assert work is not None
    return [span.text for span in work.own.spans.values()]


def look(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    act: Callable[[ExportDialog], None],
    format: str = "spacy",  # noqa: A002
) -> None:
    """Open the page of losses and do something there."""

    def answer(dialog: ExportDialog) -> QDialog.DialogCode:
        dialog.show()
        dialog._formats.choose(format)
        dialog.look.click()
        act(dialog)
        dialog.close()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(ExportDialog, "exec", answer)
    window.actions_table["export"].trigger()


def choose(dialog: ExportDialog, text: str) -> None:
    """Choose in the menu of the button, with the keys."""
    menu = dialog.losses.snap.menu()
    assert menu is not None
    menu.popup(dialog.mapToGlobal(dialog.rect().center()))
    act = next(each for each in menu.actions() if each.text() == text)
    menu.setActiveAction(act)
    QTest.keyClick(menu, Qt.Key.Key_Return)


@pytest.mark.parametrize("format", ["spacy", "conll"])
def test_one_is_widened_on_screen_at_once(
    working: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    format: str,  # noqa: A002
) -> None:
    seen: list[int] = []

    def act(dialog: ExportDialog) -> None:
        tree = dialog.losses.tree
        head = tree.topLevelItem(0)
        assert head is not None
        assert head.text(0) == "2 × span off token boundaries"
        assert dialog.losses.snap.isVisible()
        tree.setCurrentItem(head.child(0))
        assert tree.currentItem().text(0) == "GPE “Lond”"
        choose(dialog, "Widen this span")
        found = tree.topLevelItem(0)
        assert found is not None
        seen.append(found.childCount())

    assert marked(working) == ["Lond"]
    look(working, monkeypatch, act, format)
    assert seen == [1], "the list is made again"
    assert marked(working) == ["London"]
    working.actions_table["edit.undo"].trigger()
    assert marked(working) == ["Lond"], "it is a step of the article too"


def test_all_are_asked_about_with_their_number_and_undone_in_the_history(
    working: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def press(box: QMessageBox) -> int:
        asked.append(box.text())
        next(each for each in box.buttons() if each.text() == "Move them").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    look(working, monkeypatch, lambda dialog: choose(dialog, "Widen all …"))
    assert asked == ["Spans that move: 2, in articles: 2. It is one step, which the project history can undo."]
    assert marked(working) == ["London"]
    assert working.desktop is not None
    project = working.desktop.session.project
    history_dialog = HistoryDialog(project)
    qtbot.addWidget(history_dialog)
    assert history_dialog.steps.item(0).text().endswith("Move spans to whole tokens: 2")
    history_dialog.steps.setCurrentRow(0)
    assert history_dialog.undo.isEnabled()
    assert runs.undo(project, history.project_steps(project)[0].seq) == 2


def test_whoever_thinks_again_moves_nothing(working: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)
    look(working, monkeypatch, lambda dialog: choose(dialog, "Shrink all …"))
    assert marked(working) == ["Lond"]


def test_where_no_token_is_inside_that_is_said(working: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))

    def act(dialog: ExportDialog) -> None:
        head = dialog.losses.tree.topLevelItem(0)
        assert head is not None
        dialog.losses.tree.setCurrentItem(head.child(0))
        choose(dialog, "Shrink this span")

    look(working, monkeypatch, act)
    assert told == ["Nothing can be moved. Stay, for no whole token is in them: 1."]


# The report


OFF = Loss(article="The lock", label="GPE", text="Lond", place="18-22", done="left out")
FOUND = Preview([Kind("span off token boundaries", 1, [Place(OFF, 7, ((18, 22),))], "misaligned")])


def test_the_report_leads_to_each_place_and_can_be_copied(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = WrittenDialog(Written("Export", "1 article exported.\nVerified.", tmp_path / "o.spacy", FOUND))
    qtbot.addWidget(dialog)
    dialog.show()
    assert f"Written to {tmp_path / 'o.spacy'}." in dialog.told.text()
    assert not dialog.losses.snap.isVisible()
    dialog.copy.click()
    assert "  The lock: GPE “Lond”: left out" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(dialog.went) as went:
        QTest.keyClick(dialog.losses.tree, Qt.Key.Key_Return)
    assert went.args == [7, 18, 22]
    assert not dialog.isVisible()


def test_a_difference_is_marked_and_without_losses_there_is_no_list(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = WrittenDialog(Written("Export", "It differs.", tmp_path, Preview([]), differs=True))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.told.property("role") == "bad"
    assert not dialog.losses.tree.isVisible()
    assert dialog.losses.said.text() == "Nothing was lost."
