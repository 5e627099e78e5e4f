"""The article as Qt lays it out: builds the document, and tells which text is on which line, and where.

The only place where code points meet UTF-16 units and pixels. Rectangles are in document coordinates. What is
drawn on the lines is the scene's business.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLine,
)

from annotator.model.offsets import Offsets

# Shown instead of what would split a paragraph, embed an object or not be drawn: one UTF-16 unit for one.
_SHOWN = dict.fromkeys("\ufdd0\ufdd1\ufffc\ufffe\uffff\x00", "\ufffd") | {"\u2029": "\u2003", "\r": " "}
TAG_GAP = 4.0  # pixels between the text and its tags: room for the frame
_LONG = 2000  # UTF-16 units of a paragraph
_HIGHEST_ROOM = 16  # above a paragraph, in half sizes of the text
_SURROGATE = regex.compile("[\ud800-\udfff]")
_RIGHT_TO_LEFT = regex.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Type:
    """How the text is set: sizes are pixels, for the zoom in force."""

    families: tuple[str, ...]
    size: float
    arc_lanes: int = 2
    spacing: float = 1.0  # 1 is just the room that tags and arcs need

    @property
    def small(self) -> float:
        """The size of tags and arc labels."""
        return max(round(self.size * 0.58), 6)

    @property
    def tag_height(self) -> float:
        """The lane of the tags above each line."""
        return self.small + 2

    @property
    def lane_height(self) -> float:
        """One lane for arcs; a label takes two."""
        return round(self.size * 0.34)

    @property
    def arrow_room(self) -> float:
        """Between the tags and the lowest arc, for an arrowhead."""
        return round(self.size * 0.13)

    @property
    def underline(self) -> float:
        """The pitch of the lanes for underlines below each line."""
        return max(round(self.size * 0.19), 2)

    @property
    def room(self) -> float:
        """The room above each line: for the line before it, underlines; for it, arcs, tags and a frame."""
        arcs = self.arc_lanes * self.lane_height + self.arrow_room
        more = (self.spacing - 1) * self.size * 1.5
        return 3 * self.underline + arcs + self.tag_height + TAG_GAP + more

    def font(self) -> QFont:
        """The font of the text."""
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPixelSize(max(round(self.size), 4))
        return font

    def heading_font(self) -> QFont:
        """The font of the heading."""
        return sans(self.size * 1.375, QFont.Weight.DemiBold)

    def meta_font(self) -> QFont:
        """The font of the line below the heading."""
        return sans(self.size * 0.75)

    def tag_font(self) -> QFont:
        """The font of tags and arc labels."""
        return sans(self.small, QFont.Weight.DemiBold)


def sans(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's own font in a size in pixels."""
    font = QFont(QGuiApplication.font().families())  # named, or a painter would use the widget's
    font.setPixelSize(max(round(size), 4))
    font.setWeight(weight)
    return font


@dataclass(frozen=True, slots=True)
class Line:
    """One laid-out line: the code points on it, and the box its text stands in."""

    block: int
    number: int
    start: int
    end: int
    box: QRectF
    origin: float  # where its paragraph begins, at the left
    leftwards: bool

    @property
    def key(self) -> tuple[int, int]:
        """Names the line until the text is laid out anew."""
        return self.block, self.number


class Page:
    """One article in a document."""

    def __init__(self, document: QTextDocument) -> None:
        self.document = document
        self.text = ""
        self.has_heading = False
        self.type = Type((), 16)
        self._offsets = Offsets("")
        self._starts = [0]
        self._bidi: dict[int, bool] = {}
        self._size = document.pageSize()

    def build(self, text: str, kind: Type, *, heading: bool, meta: bool) -> None:
        """Make paragraphs of a text; what is left of an earlier one is gone. `lay_out` must follow."""
        if text != self.text:
            self._offsets = Offsets(text)
            self._bidi.clear()
        self.text, self.type, self.has_heading = text, kind, heading
        self._starts = [0, *(match.end() for match in regex.finditer("\n", text))]
        self._fill(shown(text), heading, meta)

    def _fill(self, text: str, heading: bool, meta: bool) -> None:
        """Put text and formats in while there is no page: given one, Qt lays out what is looked at first."""
        if not self.document.pageSize().isNull():
            self._size = self.document.pageSize()
        self.document.setPageSize(QSizeF(0, 0))
        self._insert(text, heading, meta)

    def lay_out(self) -> None:
        """Have Qt make lines of what was built, those looked at first."""
        self.document.setPageSize(self._size)

    def _insert(self, text: str, heading: bool, meta: bool) -> None:
        self.document.clear()
        self.document.setDefaultFont(self.type.font())
        frame = self.document.rootFrame().frameFormat()
        frame.setTopMargin(4)  # the first line brings its own room
        self.document.rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.setBlockFormat(self._block_format(QFontMetricsF(self.type.font()), below=self.type.size * 0.4))
        cursor.insertText(text)
        self._treat_paragraphs(cursor)
        if heading:
            self._set_heading(cursor, meta)
        cursor.endEditBlock()

    def _block_format(self, metrics: QFontMetricsF, below: float) -> QTextBlockFormat:
        found = QTextBlockFormat()
        # Of Qt's line heights only this one puts the extra room above each line, the first one included.
        kind = QTextBlockFormat.LineHeightTypes.MinimumHeight
        found.setLineHeight(round(metrics.height() + self.type.room), kind.value)
        found.setBottomMargin(round(below))
        return found

    def _treat_paragraphs(self, cursor: QTextCursor) -> None:
        thin = QTextBlockFormat()
        thin.setLineHeight(round(self.type.size * 0.3), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block = self.document.firstBlock()
        while block.isValid():
            if block.length() == 1:
                cursor.setPosition(block.position())
                cursor.setBlockFormat(thin)
            elif block.length() > _LONG:  # or Qt would analyse all of it for every paint
                block.layout().setCacheEnabled(True)
            block = block.next()

    def _set_heading(self, cursor: QTextCursor, meta: bool) -> None:
        font = self.type.heading_font()
        look = QTextCharFormat()
        look.setFont(font)
        cursor.setPosition(0)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)
        cursor.setBlockFormat(
            self._block_format(QFontMetricsF(font), self.meta_height if meta else self.type.size * 0.4)
        )

    @property
    def meta_height(self) -> float:
        """The room for the line below the heading."""
        return QFontMetricsF(self.type.meta_font()).height() + self.type.size * 0.9

    def colour(self, ranges: Sequence[tuple[int, int]], ink: str) -> None:
        """Draw stretches of text in another ink than the palette's."""
        look = QTextCharFormat()
        look.setForeground(QColor(ink))
        cursor = QTextCursor(self.document)
        for start, end in ranges:
            self.place(cursor, start, end)
            cursor.mergeCharFormat(look)

    # offsets

    def place(self, cursor: QTextCursor, start: int, end: int) -> None:
        """Let a cursor select `[start, end)`, its anchor at `start`."""
        cursor.setPosition(self._offsets.to_utf16(start))
        cursor.setPosition(self._offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)

    def code_points(self, unit: int) -> int:
        """The code point offset of a position in the document."""
        return min(self._offsets.to_code_points(unit), len(self.text))

    def _number_of(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def block_at(self, position: int) -> QTextBlock:
        """The paragraph a code point offset is in."""
        return self.document.findBlockByNumber(self._number_of(position))

    def paragraph_of(self, position: int) -> tuple[int, int]:
        """The code points of the paragraph a code point offset is in."""
        return self.paragraph(self._number_of(position))

    def paragraph(self, number: int) -> tuple[int, int]:
        """The code points of a paragraph, without its line end."""
        end = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self.text)
        return self._starts[number], end

    # geometry

    def block_rect(self, block: QTextBlock) -> QRectF:
        """Where a paragraph is; lays out all text before it if need be."""
        return self.document.documentLayout().blockBoundingRect(block)

    def position_at(self, point: QPointF) -> int:
        """The code point offset nearest to a point."""
        return self.code_points(self._hit(point))

    def _hit(self, point: QPointF) -> int:
        """Qt's hit test, kept off the room above a paragraph: there it may answer with the end of the text.

        It does so above the first one, and above any as long as Qt has not laid out all of a text.
        """
        first, layout = self.document.firstBlock(), self.document.documentLayout()
        line = first.layout().lineAt(0)
        top = max(point.y(), self.block_rect(first).top() + (line.y() if line.isValid() else 0) + 1)
        end, found = self.document.characterCount() - 1, 0
        for step in range(_HIGHEST_ROOM):
            below = QPointF(point.x(), top + step * self.type.size / 2)
            found = max(layout.hitTest(below, Qt.HitTestAccuracy.FuzzyHit), 0)
            if found < end:
                break
        return found

    def lines(self, top: float, bottom: float) -> Iterator[Line]:
        """The lines whose text or the room above it touches the stretch from `top` to `bottom`."""
        layout = self.document.documentLayout()
        block = self.document.findBlock(self._hit(QPointF(0, top)))
        block = block.previous() if block.previous().isValid() else block
        while block.isValid():
            place = layout.blockBoundingRect(block)
            if place.top() > bottom:
                return
            if place.bottom() + self.type.room >= top:
                yield from self._lines_of(block, place, top, bottom)
            block = block.next()

    def _lines_of(self, block: QTextBlock, place: QRectF, top: float, bottom: float) -> Iterator[Line]:
        layout = block.layout()
        low, high = 0, layout.lineCount()
        while low < high:  # the first line that ends below `top`
            middle = (low + high) // 2
            if place.top() + layout.lineAt(middle).rect().bottom() + self.type.room < top:
                low = middle + 1
            else:
                high = middle
        for number in range(low, layout.lineCount()):
            line = self._line(block, place, layout.lineAt(number))
            if line.box.top() - self.type.room > bottom:
                return
            yield line

    def _line(self, block: QTextBlock, place: QRectF, line: QTextLine) -> Line:
        first = block.position()
        start = self.code_points(first + line.textStart())
        end = self.code_points(first + line.textStart() + line.textLength())
        rect = line.naturalTextRect().translated(place.topLeft())
        ascent, descent = self._heights_of(block)
        baseline = place.top() + line.y() + line.ascent()
        box = QRectF(rect.left(), baseline - ascent, rect.width(), ascent + descent)
        number = block.blockNumber()
        leftwards = block.textDirection() == Qt.LayoutDirection.RightToLeft
        return Line(number, line.lineNumber(), start, end, box, place.left(), leftwards)

    def _heights_of(self, block: QTextBlock) -> tuple[float, float]:
        """Ascent and descent of the paragraph's font: a line with an emoji is not to have taller marks."""
        is_heading = self.has_heading and block.blockNumber() == 0
        metrics = QFontMetricsF(self.type.heading_font() if is_heading else self.type.font())
        return metrics.ascent(), metrics.descent()

    def line_of(self, position: int) -> Line | None:
        """The line a code point is on, laying out the text up to it; none in an empty document."""
        block = self.block_at(position)
        place = self.block_rect(block)
        line = block.layout().lineForTextPosition(self._offsets.to_utf16(position) - block.position())
        return self._line(block, place, line) if line.isValid() else None

    def edge(self, mark_start: int, mark_end: int, *, at_end: bool) -> QRectF | None:
        """A box without width where a range begins or ends, on the side to which its own direction points."""
        start, end = (mark_end - 1, mark_end) if at_end else (mark_start, mark_start + 1)
        line = self.line_of(start)
        boxes = self.boxes(line, start, end) if line else []
        if line is None or not boxes:
            return None
        leftwards = bool(_RIGHT_TO_LEFT.search(self.text, start, end))
        left, right = boxes[0]
        return QRectF(left if leftwards == at_end else right, line.box.top(), 0, line.box.height())

    def boxes(self, line: Line, start: int, end: int) -> list[tuple[float, float]]:
        """Left and right ends of the text `[start, end)` on a line: more than one where directions mix."""
        start, end = max(start, line.start), min(end, line.end)
        end = max(start, end - _trailing_space(self.text[start:end])) if end == line.end else end
        if start >= end:
            return []
        block = self.document.findBlockByNumber(line.block)
        laid = block.layout().lineAt(line.number)
        first, last = (self._offsets.to_utf16(at) - block.position() for at in (start, end))
        left = line.origin
        if self._is_bidi(line.block):
            return _joined([(left + a, left + b) for a, b in _run_boxes(laid, first, last)])
        return [(left + _x(laid, first), left + _x(laid, last))]

    def _is_bidi(self, number: int) -> bool:
        found = self._bidi.get(number)
        if found is None:
            found = bool(_RIGHT_TO_LEFT.search(self.text, *self.paragraph(number)))
            self._bidi[number] = found
        return found


def shown(text: str) -> str:
    """The text as the document gets it: as many UTF-16 units, but nothing that Qt takes for structure."""
    for char, instead in _SHOWN.items():
        if char in text:
            text = text.replace(char, instead)
    return _SURROGATE.sub("\ufffd", text) if not text.isascii() else text


def _trailing_space(text: str) -> int:
    return len(text) - len(text.rstrip())


def _x(line: QTextLine, unit: int) -> float:
    found = line.cursorToX(unit)
    assert isinstance(found, tuple)  # and the position that was meant
    return float(found[0])


def _run_boxes(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """From the glyphs, because a cursor between two directions has two places and Qt tells one."""
    rects = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
    return [(rect.left(), rect.right()) for rect in rects if rect.width() > 0]


def _joined(boxes: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in sorted(boxes):
        if joined and left <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(right, joined[-1][1])
        else:
            joined.append((left, right))
    return joined
