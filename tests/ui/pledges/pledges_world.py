"""What the tests of the page of pledges share."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.app import register
from annotator.app.plans import relations, spans, suggestions
from annotator.app.session import Session
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.store import articles, runs
from annotator.store.project import create_project
from annotator.ui.main_window import MainWindow
from annotator.ui.pages import ProjectPages
from annotator.ui.pledges.page import PledgesPage

NEWS = files.resource("schemas", "news.toml").read_text(encoding="utf-8")


LOCK = "Ann Lee vows to reopen the lock by May. Lee will reopen it. Zoë Ash may pay £9m for the quay."


PORT = "Tom Osei has pledged to build the port by June."


MODEL = Annotator(name="tiny", kind="model", version="1")


Key, Mod = Qt.Key, Qt.KeyboardModifier


def at(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def suggest(session: Session, seq: int, text: str, words: str) -> None:
    span = Span(id=new_id(), label="PLEDGE", fragments=(at(text, words),), text=words, score=0.9)
    made = AnnotationSet(annotator=MODEL, state=SetState(status="done"), spans={span.id: span})
    runs.store_suggestions(session.project, made, seq, runs.begin(session.project, "model run", "tiny"))


def annotate(session: Session, seq: int, text: str) -> Callable[[str, str], str]:
    session.open_article(seq)

    def mark(label: str, words: str) -> str:
        return session.perform(spans.mark, label, [at(text, words)]).select[0]

    return mark


def make_project(path: Path) -> Path:
    """Ada has two pledges in the lock (one said twice, one a suggestion that she accepted), Bo one in the port."""
    lock = make_article(id=new_id(), title="The lock", text=LOCK, meta={"outlet": "Écho", "date": "2025-10-26"})
    port = make_article(id=new_id(), title="The port", text=PORT, meta={"outlet": "Wire", "date": "2024-01-02"})
    with create_project(path, NEWS) as project:
        first, second = articles.add(project, [lock, port], step=runs.begin(project, "import", "Import"))
        ada, bo = Session(project, Annotator(name="Ada")), Session(project, Annotator(name="Bo"))
        suggest(ada, first, LOCK, "pay £9m for the quay")
        mark = annotate(ada, first, LOCK)
        who, when = mark("PERSON", "Ann Lee"), mark("DATE", "May")
        pledge, again = mark("PLEDGE", "reopen the lock by May"), mark("PLEDGE", "reopen it")
        for kind, head, tail in (("pledger", pledge, who), ("deadline", pledge, when), ("repeats", again, pledge)):
            ada.perform(relations.relate, head, kind, tail)
        ada.perform(spans.set_attribute, pledge, "voice", "self")
        (left,) = ada.work.left.spans  # type: ignore[union-attr]
        ada.perform(suggestions.accept, [left])
        mark = annotate(bo, second, PORT)
        bo.perform(relations.relate, mark("PLEDGE", "build the port by June"), "pledger", mark("PERSON", "Tom Osei"))
    return path


def pages_of(window: MainWindow) -> ProjectPages:
    assert window.desktop is not None
    return window.desktop.pages


def go_to(window: MainWindow, qtbot: QtBot) -> PledgesPage:
    """Go to the page with its key, and wait until it is read."""
    page = pages_of(window).page("pledges")
    assert isinstance(page, PledgesPage)
    with qtbot.waitSignal(page.loaded):
        QTest.keyClick(window, Key.Key_4, Mod.ControlModifier)
    assert pages_of(window).current == "pledges"
    return page


def number_of(page: PledgesPage, name: str) -> int:
    return next(at for at, each in enumerate(page.columns) if each.column.name == name)


def column(page: PledgesPage, name: str) -> list[str]:
    which = number_of(page, name)
    return [str(page.table.index(row, which).data()) for row in range(page.table.rowCount())]


def words(page: PledgesPage) -> list[str]:
    """What is said beside the table."""
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.text()]


def whose(page: PledgesPage, qtbot: QtBot, which: register.Whose) -> None:
    with qtbot.waitSignal(page.loaded):
        QTest.mouseClick(page.bar.whose_chips[which], Qt.MouseButton.LeftButton)


PLEDGES = ["reopen the lock by May", "pay £9m for the quay", "build the port by June"]
