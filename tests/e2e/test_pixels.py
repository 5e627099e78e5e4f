"""Marks sit exactly on their text on the screen: right-to-left, mixed, and with emoji."""

from pathlib import Path

import pytest
from pixels import ALLOWED, sides_of_glyphs, tinted
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typist import hover

from annotator.app.sample import make_sample
from annotator.model.annotation import Span
from annotator.store import listing
from annotator.store.filtering import Filter
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("no_model")


def opened(window: MainWindow, path: Path, words: str) -> AnnotatePage:
    """The sample as Ada has it, at the article in which the words stand."""
    project, _ = make_sample(path)
    project.close()
    window.state.annotator = "Ada"
    window.resize(1300, 780)
    window.open_path(path)
    assert window.desktop is not None
    session = window.desktop.session
    seq = listing.numbers(session.project, session.number, Filter(words=words))[0]
    assert window.desktop.page.open_article(seq)
    QApplication.processEvents()
    return window.desktop.page


def alone(page: AnnotatePage) -> list[Span]:
    """The spans of one fragment in view, with which no other overlaps."""
    assert page.desk.work
    spans = list(page.desk.work.own.spans.values())
    first, last = page.text.visible_range()
    return [
        span
        for span in spans
        if len(span.fragments) == 1 and first <= span.start and span.end <= last
        if not any(other.start < span.end and span.start < other.end for other in spans if other is not span)
    ]


@pytest.mark.parametrize("words", ["الري", "Harbour", "Starmer"])
def test_the_tint_of_a_mark_begins_and_ends_with_its_glyphs(window: MainWindow, tmp_path: Path, words: str) -> None:
    page = opened(window, tmp_path / "sample.annodb", words)
    page.text.select(page.text.visible_range()[1], page.text.visible_range()[1])  # the caret covers no mark
    image = page.text.viewport().grab().toImage()
    spans = alone(page)
    assert len(spans) > 5
    for span in spans:
        boxes = page.text.mark_boxes(span.id)
        tint = QColor(page.text.look.swatch(page.text._scene.marks[span.id].colour).tint)
        for box in boxes:
            assert (box.left(), box.right()) == pytest.approx(sides_of_glyphs(page, span, box), abs=ALLOWED), span.text
            if len(boxes) == 1:
                assert tinted(image, box, tint) == pytest.approx((box.left(), box.right()), abs=ALLOWED)


def where_lines_are(page: AnnotatePage) -> list[QRectF]:
    """The places of the lines in view, on the screen."""
    origin = QPointF(page.text.viewport().mapToGlobal(QPoint(0, 0))) - page.text._scrolled()
    return [line.box.translated(origin) for line in page.text._lines(0, page.text.viewport().height())]


@pytest.mark.parametrize("words", ["الري", "Starmer"])
def test_hovering_and_selecting_anything_in_view_moves_no_line(window: MainWindow, tmp_path: Path, words: str) -> None:
    page = opened(window, tmp_path / "sample.annodb", words)
    before, made = where_lines_are(page), alone(page)
    for span in made:
        at = page.text.mark_boxes(span.id)[0].center().toPoint()
        hover(page, at)
        QApplication.processEvents()
        assert page.text._scene.hovered == span.id
        assert where_lines_are(page) == before, f"hovered: {span.text}"
        QTest.mouseClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QApplication.processEvents()
        assert page.desk.current == span.id
        assert where_lines_are(page) == before, f"current: {span.text}"
    assert page.text._scene.arcs, "there were arcs to show"
