"""Reads off the screen where text and marks are: glyphs as Qt drew them, tints and ink as pixels."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from annotator.model.annotation import Span
from annotator.ui.annotate.page import AnnotatePage

ALLOWED = 1.5  # pixels: half of one for rounding at each side, and the edge itself
AROUND = 4
FAINT = 60  # of 255: the soft edge of a letter is no ink yet


def units(text: str) -> int:
    """The length in UTF-16, counted apart from the program."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def glyph_boxes(page: AnnotatePage, span: Span) -> list[QRectF]:
    """Where Qt drew the glyphs of a span of one fragment, in the viewport; one box a line, font and direction."""
    text, (start, end) = page.text.text(), span.fragments[0]
    block = page.text.document().findBlock(units(text[:start]))
    offset = page.text.document().documentLayout().blockBoundingRect(block).topLeft() - page.text._scrolled()
    first, last = (units(text[:at]) - block.position() for at in (start, end))
    found: list[QRectF] = []
    for number in range(block.layout().lineCount()):
        line = block.layout().lineAt(number)
        at, to = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        runs = line.glyphRuns(at, to - at) if at < to else []
        found += [run.boundingRect().translated(offset) for run in runs if run.boundingRect().width() > 0]
    return found


def sides_of_glyphs(page: AnnotatePage, span: Span, box: QRectF) -> tuple[float, float]:
    """Where the glyphs of a span that are in a box begin and end."""
    near = box.adjusted(-ALLOWED, 0, ALLOWED, 0)
    here = [each for each in glyph_boxes(page, span) if near.contains(each.center())]
    return min(each.left() for each in here), max(each.right() for each in here)


def tinted(image: QImage, box: QRectF, tint: QColor) -> tuple[float, float]:
    """The first and the last column around a box in which its tint is seen, at several heights of it."""
    found, ratio = [], image.devicePixelRatio()
    for share in (0.08, 0.16, 0.3, 0.5, 0.7, 0.9, 0.96):
        row = round((box.top() + box.height() * share) * ratio)
        for column in range(round((box.left() - AROUND) * ratio), round((box.right() + AROUND) * ratio)):
            inside = 0 <= column < image.width() and 0 <= row < image.height()
            if inside and image.pixelColor(column, row) == tint:
                found.append(column / ratio)
    return min(found), max(found) + 1 / ratio


def cuts_ink(image: QImage, box: QRectF, edge: float) -> bool:
    """Whether an edge of a box goes through a letter: all columns near it have ink. In a picture without marks."""
    ratio = image.devicePixelRatio()
    rows = range(round(box.top() * ratio), round(box.bottom() * ratio))
    columns = range(round((edge - ALLOWED) * ratio), round((edge + ALLOWED) * ratio) + 1)
    return all(any(_is_ink(image, column, row) for row in rows) for column in columns)


def _is_ink(image: QImage, column: int, row: int) -> bool:
    here, ground = image.pixelColor(column, row), image.pixelColor(1, 1)
    return max(abs(a - b) for a, b in zip(here.getRgb(), ground.getRgb(), strict=True)) > FAINT
