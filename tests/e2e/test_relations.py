"""Relations in the real window by each way there is: letters, a click, the arrow keys; changed and taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.app.plans import spans
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.store import articles, check, runs
from annotator.store.project import open_project
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.main_window import MainWindow

TEXT = "Ysolde Marr has pledged to reopen the lock by May.\n\nTom Osei was told in London.\n"
PLEDGE = "to reopen the lock by May"
MARKS = (
    ("PLEDGE", PLEDGE),
    ("PERSON", "Ysolde Marr"),
    ("CUE", "has pledged"),
    ("DATE", "May"),
    ("PERSON", "Tom Osei"),
    ("GPE", "London"),
)

pytestmark = pytest.mark.usefixtures("no_model")


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> AnnotatePage:
    """The window on an article with a pledge and what it can be linked to; the pledge is current."""
    path = window.opening.make(tmp_path / "lock.annodb")
    assert path is not None
    window.open_path(path)
    assert window.desktop is not None
    session = window.desktop.session
    step = runs.begin(session.project, "import", "Import")
    (seq,) = articles.add(session.project, [make_article(id=new_id(), title="Lock", text=TEXT)], step=step)
    page = window.desktop.page
    page.open_article(seq)
    for label, words in MARKS:
        session.perform(spans.mark, label, [(TEXT.index(words), TEXT.index(words) + len(words))])
    window.activateWindow()
    page.canvas.go_to(key_of(page, PLEDGE))
    page.text.setFocus()
    return page


def key_of(page: AnnotatePage, words: str) -> str:
    return next(key for key, span in page.desk.work.own.spans.items() if span.text == words)


def told(page: AnnotatePage) -> set[tuple[str, str, str]]:
    own = page.desk.work.own
    return {(own.spans[each.head].text, each.type, own.spans[each.tail].text) for each in own.relations.values()}


def press(*keys: Qt.Key | str) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        QTest.keyClicks(focus, key) if isinstance(key, str) else QTest.keyClick(focus, key)


def test_by_letters_by_click_and_by_arrows(window: MainWindow, page: AnnotatePage) -> None:
    press("r")
    press(page.relating._hints[key_of(page, "May")])
    assert told(page) == {(PLEDGE, "deadline", "May")}
    press("r")
    cue = page.text.mark_boxes(key_of(page, "has pledged"))[0].center().toPoint()
    QTest.mouseClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=cue)
    assert (PLEDGE, "cue", "has pledged") in told(page)
    press("r", Qt.Key.Key_Right, Qt.Key.Key_Return, "1")
    assert told(page) == {
        (PLEDGE, "deadline", "May"),
        (PLEDGE, "cue", "has pledged"),
        (PLEDGE, "pledger", "Tom Osei"),
    }
    for left in (2, 1, 0):
        window.actions_table["edit.undo"].trigger()
        assert len(told(page)) == left


def test_by_keys_alone_a_relation_is_made_retyped_noted_and_removed(
    window: MainWindow, page: AnnotatePage, tmp_path: Path, qtbot: QtBot
) -> None:
    press("r", Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert told(page) == {(PLEDGE, "beneficiary", "Ysolde Marr")}
    window.actions_table["relation.retype"].trigger()
    box = page.side.relations.card.type_box
    assert box.view().isVisible()
    box.hidePopup()
    assert box.hasFocus()
    press(Qt.Key.Key_Up)
    assert told(page) == {(PLEDGE, "pledger", "Ysolde Marr")}
    window.actions_table["relation.note"].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    press("By name.")
    QApplication.activeModalWidget().accept()
    assert [each.note for each in page.desk.work.own.relations.values()] == ["By name."]
    window.activateWindow()
    qtbot.waitUntil(box.hasFocus)
    press(Qt.Key.Key_Escape)
    assert page.text.hasFocus()
    window.close_project()
    with open_project(tmp_path / "lock.annodb") as project:
        assert list(check.problems(project)) == []
