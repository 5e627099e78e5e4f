"""A whole article, annotated as one of the sample's annotators did, with key events only."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typist import Typist, new_project, opened, what_it_says

from annotator import files
from annotator.exchange.jsonl import READER
from annotator.exchange.protocols import Incoming, ReadOptions
from annotator.model.annotation import AnnotationSet, Annotator, text_order
from annotator.model.article import Article
from annotator.ui.main_window import MainWindow

MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
}


class MouseTrap(QObject):
    """Fails whoever uses a mouse."""

    used = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.used = self.used or event.type() in MOUSE
        return False


def sample(name: str) -> tuple[Article, AnnotationSet]:
    """An article of the sample and Ada's set of it."""
    (came,) = READER.read(files.dataset("samples", name), options=ReadOptions())
    assert isinstance(came, Incoming)
    return came.article, next(each for each in came.sets if each.annotator == Annotator(name="Ada"))


def annotate(typist: Typist, wanted: AnnotationSet) -> None:
    """Make what is wanted: every span with its attributes, then every relation."""
    made: dict[str, str] = {}
    work = typist.page.desk.work
    assert work
    for span in sorted(wanted.spans.values(), key=text_order):
        typist.mark_fragments(span.label, span.fragments)
        made[span.id] = typist.page.desk.current
        for attribute in work.schema.attributes_of_label(span.label):
            typist.describe(attribute.name, span.attributes.get(attribute.name))
    for each in wanted.relations.values():
        typist.link(work.own.spans[made[each.head]], each.type, work.own.spans[made[each.tail]])


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize("name", ["rowing-regatta.jsonl", "emoji-festival.jsonl", "arabic-water.jsonl"])
def test_a_whole_article_is_annotated_without_a_mouse(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, qapp: QApplication, name: str
) -> None:
    article, wanted = sample(name)
    typist = Typist(opened(window, new_project(tmp_path / "one.annodb", article)))
    trap = MouseTrap()
    qapp.installEventFilter(trap)
    annotate(typist, wanted)
    typist.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qapp.removeEventFilter(trap)
    assert not trap.used
    work = typist.page.desk.work
    assert work
    a, b = what_it_says(work.own), what_it_says(wanted)
    assert a == b
    assert work.own.state.status == "done"
