"""Short texts that are drawn: broken into lines, cut at the last, set from the side where they begin."""

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from annotator.model.text import runs_from_right

_MOST = 2
_FOUND = re.compile("‹(.*?)›")


def draw_text(painter: QPainter, area: QRectF, text: str, font: QFont, ink: QColor, *, marked: bool = False) -> None:
    """As many lines of a text as the area holds, two at most, the last cut short.

    With `marked`, what stands between ‹ and › is drawn bold, without the signs.
    """
    metrics = QFontMetrics(font)
    count = min(max(1, int(area.height() + 1) // metrics.height()), _MOST)
    flat = " ".join(text.split())
    plain, ranges = _unmarked(flat) if marked else (flat, [])
    layout = QTextLayout("\u2028".join(_broken(plain, font, area.width(), count)), font)
    layout.setTextOption(_option(plain))
    layout.setFormats([_bold(start, end) for start, end in ranges])
    _lay_out(layout, area.width(), count)
    painter.setPen(ink)
    layout.draw(painter, area.topLeft())


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without the signs, and the UTF-16 ranges of what stood between them."""
    ranges: list[tuple[int, int]] = []
    parts: list[str] = []
    at = 0
    for number, part in enumerate(_FOUND.split(text)):
        length = len(part.encode("utf-16-le", "surrogatepass")) // 2
        if number % 2:
            ranges.append((at, at + length))
        parts.append(part)
        at += length
    return "".join(parts), ranges


def _bold(start: int, end: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, end - start
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    found.format = look
    return found


def _option(text: str) -> QTextOption:
    option = QTextOption()
    from_right = runs_from_right(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _lay_out(layout: QTextLayout, width: float, count: int) -> list[int]:
    """Make the lines; where each begins, in UTF-16 units."""
    starts: list[int] = []
    y = 0.0
    layout.beginLayout()
    while len(starts) < count and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
        starts.append(line.textStart())
    layout.endLayout()
    return starts


def _broken(text: str, font: QFont, width: float, count: int) -> list[str]:
    """The text in lines; the last has as much of the rest as fits, and an ellipsis."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_option(text))
    starts = _lay_out(layout, width, count)
    units = text.encode("utf-16-le", "surrogatepass")
    ends = [*starts[1:], len(units) // 2]
    lines = [units[2 * a : 2 * b].decode("utf-16-le", "surrogatepass") for a, b in zip(starts, ends, strict=True)]
    if lines:
        metrics = QFontMetrics(font)
        lines[:-1] = [line.removesuffix(" ") for line in lines[:-1]]
        lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, int(width))
    return lines
