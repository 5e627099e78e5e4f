"""Marks sit exactly on their text on the screen: right-to-left, mixed, and with emoji."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from annotator.app.sample import make_sample
from annotator.model.annotation import Span
from annotator.store import listing
from annotator.store.filtering import Filter
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("no_model")
ALLOWED = 1.5  # pixels: half of one for rounding at each side, and the edge itself
AROUND = 8


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


def units(text: str) -> int:
    """The length in UTF-16, counted apart from the program."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def glyph_boxes(page: AnnotatePage, span: Span) -> list[QRectF]:
    """Where Qt drew the glyphs of a span of one fragment, in the viewport; one box a line and direction."""
    text, (start, end) = page.text.text(), span.fragments[0]
    found: list[QRectF] = []
    block = page.text.document().findBlock(units(text[:start]))
    offset = page.text.document().documentLayout().blockBoundingRect(block).topLeft()
    first = units(text[:start]) - block.position()
    for run in block.layout().glyphRuns(first, units(text[start:end])):
        box = run.boundingRect().translated(offset).translated(-page.text._scrolled())
        if box.width() > 0:
            found.append(box)
    return found


def alone(page: AnnotatePage) -> list[Span]:
    """The spans of one fragment in view, on one line, with which no other overlaps."""
    assert page.desk.work
    spans = list(page.desk.work.own.spans.values())
    first, last = page.text.visible_range()
    return [
        span
        for span in spans
        if len(span.fragments) == 1 and first <= span.start and span.end <= last and on_one_line(page, span)
        if not any(other.start < span.end and span.start < other.end for other in spans if other is not span)
    ]


def on_one_line(page: AnnotatePage, span: Span) -> bool:
    """Qt tells one box of glyphs for a text that is broken in two lines."""
    first, last = page.text._page.line_of(span.start), page.text._page.line_of(span.end - 1)
    return first is not None and last is not None and first.key == last.key


def tinted(image: QImage, box: QRectF, tint: QColor, ratio: float) -> tuple[float, float]:
    """The first and the last column around a box in which its tint is seen, at several heights of it."""
    found = []
    for share in (0.08, 0.16, 0.3, 0.5, 0.7, 0.9):
        row = round((box.top() + box.height() * share) * ratio)
        for column in range(round((box.left() - AROUND) * ratio), round((box.right() + AROUND) * ratio)):
            inside = 0 <= column < image.width() and 0 <= row < image.height()
            if inside and image.pixelColor(column, row) == tint:
                found.append(column / ratio)
    return min(found), max(found) + 1 / ratio


@pytest.mark.parametrize("words", ["الري", "Harbour", "Starmer"])
def test_the_tint_of_a_mark_begins_and_ends_with_its_glyphs(window: MainWindow, tmp_path: Path, words: str) -> None:
    page = opened(window, tmp_path / "sample.annodb", words)
    page.text.select(page.text.visible_range()[1], page.text.visible_range()[1])  # the caret covers no mark
    image = page.text.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    spans = alone(page)
    assert len(spans) > 5
    for span in spans:
        boxes, glyphs = page.text.mark_boxes(span.id), glyph_boxes(page, span)
        mark = page.text._scene.marks[span.id]
        tint = QColor(page.text.look.swatch(mark.colour).tint)
        for box in boxes:
            here = [each for each in glyphs if abs(each.center().y() - box.center().y()) < box.height()]
            left, right = min(each.left() for each in here), max(each.right() for each in here)
            assert (box.left(), box.right()) == pytest.approx((left, right), abs=ALLOWED), span.text
            if len(boxes) == 1:
                assert tinted(image, box, tint, ratio) == pytest.approx((box.left(), box.right()), abs=ALLOWED)
