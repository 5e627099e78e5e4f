"""An article with its marks, laid out and painted: what the text view shows, without what it hears.

`QTextEdit` does layout, selection, caret, copy and screen readers; this paints under and over what it shows.
It keeps the article's text as it was given and never reads it back from Qt; every offset that comes in or
goes out is a Unicode code point of that text.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.ui.text_view.marks import DEFAULT_LIGHT, Arc, Fragment, Look, Mark
from annotator.ui.text_view.page import Line, Page, Type
from annotator.ui.text_view.painter import Brush
from annotator.ui.text_view.scene import Picture, Scene

DEFAULT_FAMILIES = ("Charter", "Georgia", "DejaVu Serif", "serif")
DEFAULT_WIDTH = 720
ZOOMS = (0.5, 4.0)
_SIZE = 16  # pixels, at zoom 1
_MARGIN = 28  # around the text: room for frames, and for labels that stand out
_ARC_LANES, _ALL_ARC_LANES = 2, 5


class Sheet(QTextEdit):
    """Shows one article and what is marked in it."""

    zoomed = Signal(float)
    _building = True  # until there is something to rebuild

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would lay the text out again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCursorWidth(2)
        self.setAutoFillBackground(True)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)
        self._families: tuple[str, ...] = DEFAULT_FAMILIES
        self._zoom, self._column, self._spacing = 1.0, DEFAULT_WIDTH, 1.0
        self._heading, self._meta = False, ""
        self._dimmed: tuple[Fragment, ...] = ()
        self._page = Page(self.document())
        self._scene = Scene(self._page, QFontMetricsF(self._page.type.tag_font()))
        self._painted: dict[tuple[int, int], Picture] = {}
        self.look = DEFAULT_LIGHT
        self._brush = Brush(self.look, self._page.type)
        self.set_look(DEFAULT_LIGHT)
        self._build("")

    # the article

    def set_article(self, text: str, *, heading: bool, meta: str = "") -> None:
        """Show another text from its start, without marks; `meta` stands below its first line."""
        self._heading, self._meta, self._dimmed = heading, meta, ()
        self._scene.clear()
        self._build(text)
        self.verticalScrollBar().setValue(0)

    def text(self) -> str:
        """The article's text, as it was given."""
        return self._page.text

    def set_dimmed(self, ranges: Iterable[Fragment]) -> None:
        """Show stretches of text dimly: what does not belong to the article's body."""
        wanted = tuple(ranges)
        if wanted != self._dimmed:
            self._dimmed = wanted
            self._rebuild()  # far quicker than a new format at the end of a long text

    def _build(self, text: str) -> None:
        """Lay out the text; the caret stays where it is if the text does."""
        kept = self._anchor_and_caret() if text == self._page.text else (0, 0)
        lanes = _ALL_ARC_LANES if self._scene.all_arcs else _ARC_LANES
        kind = Type(self._families, _SIZE * self._zoom, lanes, self._spacing)
        self._building = True
        self.setFont(kind.font())
        self._page.build(text, kind, heading=self._heading, meta=bool(self._meta))
        self._page.colour(self._dimmed, self.look.dim)
        # Before lines are laid out: moved later, Qt would lay out all of a long text to repaint a selection.
        self._place_cursor(*kept)
        self._page.lay_out()
        self._building = False
        self._scene.metrics = QFontMetricsF(kind.tag_font())
        self._brush = Brush(self.look, kind)
        self._relaid()

    def _rebuild(self) -> None:
        """Lay out the same text in another type, with the same line at the top."""
        kept = self.top()
        self._build(self._page.text)
        self._keep_top(*kept)

    def _relaid(self) -> None:
        """Lines are elsewhere now: nothing painted holds."""
        self._scene.edges = (4.0, max(self.viewport().width(), 8) - 4.0)
        self._scene.forget()
        self._painted.clear()
        self.viewport().update()

    # marks and arcs

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks and no others."""
        self._scene.change_marks(marks, self._scene.marks.keys() - {mark.id for mark in marks})
        self._refresh()

    def change_marks(self, put: Sequence[Mark], drop: Collection[str]) -> None:
        """Show some more or other marks, and some no longer; costs what the change costs, not what is there."""
        self._scene.change_marks(put, drop)
        self._refresh()

    def set_arcs(self, arcs: Sequence[Arc]) -> None:
        """Have these arcs to show, for the current and the hovered mark."""
        self._scene.set_arcs(arcs)
        self._refresh()

    def set_all_arcs(self, shown: bool) -> None:
        """Show the arcs of all marks, with more room above every line."""
        if shown != self._scene.all_arcs:
            self._scene.all_arcs = shown
            self._rebuild()

    def set_current(self, mark_id: str | None) -> None:
        """Frame a mark and show its arcs; nothing moves."""
        if (mark_id or "") != self._scene.current:
            self._scene.set_current(mark_id or "")
            self._refresh()

    def set_targets(self, ids: frozenset[str] | None) -> None:
        """Frame the marks that a relation may be dropped on; None or none of them when it is over."""
        ids = ids or frozenset()
        if ids != self._scene.targets:
            self._scene.targets = ids
            self._scene.forget()
            self._refresh()

    def set_hints(self, hints: Mapping[str, str]) -> None:
        """Show letters to type on some marks, by id, in place of their tags."""
        self._scene.hints = dict(hints)
        self._scene.forget()
        self._refresh()

    def mark_at(self, position: int) -> tuple[str, ...]:
        """The marks over a code point, innermost first."""
        entries = self._scene.index.overlapping(position, position + 1)
        return tuple(dict.fromkeys(entry.mark for entry in reversed(entries)))

    def mark_boxes(self, mark_id: str) -> list[QRectF]:
        """Where a mark's text is, in the viewport's coordinates: a box for each line and direction."""
        mark = self._scene.marks.get(mark_id)
        boxes = [box for start, end in mark.fragments for box in self._boxes(start, end)] if mark else []
        return [box.translated(-self._scrolled()) for box in boxes]

    def _boxes(self, start: int, end: int) -> Iterable[QRectF]:
        while start < end:
            line = self._page.line_of(start)
            if line is None:
                return
            for left, right in self._page.boxes(line, start, end):
                yield QRectF(left, line.box.top(), right - left, line.box.height())
            start = max(line.end, start + 1)

    # look and size

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.look = look
        palette = self.palette()
        role = QPalette.ColorRole
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, role.Base, QColor(look.background))
            palette.setColor(group, role.Window, QColor(look.background))
            palette.setColor(group, role.Text, QColor(look.ink))
            palette.setColor(group, role.Highlight, QColor(look.selection))
            palette.setColor(group, role.HighlightedText, QColor(look.selected_ink))
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # under a stylesheet it does not inherit what comes later
        self._brush = Brush(look, self._page.type)
        if self._dimmed:
            self._rebuild()
        self.viewport().update()

    def set_families(self, families: Sequence[str]) -> None:
        """Set the text in the first of these font families that there is."""
        self._families = tuple(families)
        self._rebuild()

    def zoom(self) -> float:
        """How much larger than usual the text is."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Make the text larger or smaller, within `ZOOMS`; 1 is the usual size."""
        wanted = min(max(zoom, ZOOMS[0]), ZOOMS[1])
        if wanted != self._zoom:
            self._zoom = wanted
            self._fit_column()
            self._rebuild()
            self.zoomed.emit(wanted)

    def set_measure(self, characters: int) -> None:
        """Let lines hold about so many characters."""
        normal = Type(self._families, _SIZE).font()
        self.set_column_width(round(QFontMetricsF(normal).averageCharWidth() * characters))

    def set_spacing(self, spacing: float) -> None:
        """Set lines further apart: 1 is just the room that tags and arcs need."""
        if spacing != self._spacing:
            self._spacing = spacing
            self._rebuild()

    def set_column_width(self, width: int) -> None:
        """Let lines be at most so wide, in pixels at zoom 1."""
        self._column = width
        self._fit_column()

    def _fit_column(self) -> None:
        """Centre the column by margins around the viewport, so that a wider window lays nothing out anew."""
        free = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(0, int(free - self._column * self._zoom - 2 * _MARGIN) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    # caret

    def _anchor_and_caret(self) -> Fragment:
        cursor = self.textCursor()
        return self._page.code_points(cursor.anchor()), self._page.code_points(cursor.position())

    def _place_cursor(self, anchor: int, caret: int) -> None:
        bar = self.verticalScrollBar()
        before = bar.value()
        cursor = QTextCursor(self.document())
        self._page.place(cursor, anchor, caret)
        self.setTextCursor(cursor)
        bar.setValue(before)

    def runs_leftwards(self, position: int) -> bool:
        """Whether the paragraph of a position runs from the right."""
        return self._page.block_at(position).textDirection() == Qt.LayoutDirection.RightToLeft

    # scrolling

    def reveal(self, start: int, end: int) -> None:
        """Scroll, if need be, so that a range is visible with the lanes above it."""
        first, last = self._page.line_of(start), self._page.line_of(max(start, end - 1))
        if first is None or last is None:
            return
        kind, height = self._page.type, self.viewport().height()
        top, bottom = first.box.top() - kind.room, last.box.bottom() + 3 * kind.underline
        seen = self.verticalScrollBar().value()
        if top < seen or bottom > seen + height:
            self._scroll_to(top - max(min(height / 3, height - (bottom - top)), 0))

    def top(self) -> tuple[int, int]:
        """Where the first line begins that is wholly in view, and how many pixels below the top it is."""
        line = self._top_line()
        return (line.start, round(line.box.top() - self._scrolled().y())) if line else (0, 0)

    def show_at_top(self, position: int, below: int | None = None) -> None:
        """Scroll so that the line of a position is the first one, or so many pixels below the top."""
        line = self._page.line_of(position)
        if line is not None:
            first = self._page.type.room if line.start else line.box.top()
            self._scroll_to(line.box.top() - (first if below is None else below))

    def visible_range(self) -> Fragment:
        """The code points on the lines of which something is visible."""
        top = self._scrolled().y()
        bottom = top + self.viewport().height()
        lines = [line for line in self._lines(top, bottom) if line.box.bottom() > top and line.box.top() < bottom]
        return (lines[0].start, lines[-1].end) if lines else (0, 0)

    def _keep_top(self, position: int, below: int) -> None:
        """Have a line where it was, except at the start of the text."""
        if position:
            self.show_at_top(position, below)

    def _top_line(self) -> Line | None:
        top = self._scrolled().y()
        return next((line for line in self._lines(top, top + self.height()) if line.box.top() >= top), None)

    def _scroll_to(self, top: float) -> None:
        bar = self.verticalScrollBar()
        if top > bar.maximum():  # what was laid out just now is not in the bar's range yet
            self.document().documentLayout().documentSizeChanged.emit(self.document().size())
        bar.setValue(round(top))

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # painting

    def _lines(self, top: float, bottom: float) -> Iterable[Line]:
        return self._page.lines(top, bottom)

    def _refresh(self) -> None:
        """Repaint the visible lines that look different now; the scene has forgotten how those looked that may."""
        top = self._scrolled().y()
        for line in self._lines(top, top + self.viewport().height()):
            if self._painted.get(line.key) != self._scene.picture(line):
                self.viewport().update(self._extent(line).translated(-self._scrolled()).toAlignedRect())

    def _extent(self, line: Line) -> QRectF:
        kind = self._page.type
        top, bottom = line.box.top() - kind.room, line.box.bottom() + 3 * kind.underline + 2
        return QRectF(0, top, self.viewport().width(), bottom - top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks, then the text over them, then the hints."""
        area = QRectF(event.rect()).translated(self._scrolled())
        pictures = [self._scene.picture(line) for line in self._lines(area.top(), area.bottom())]
        self._painted.update((picture.line.key, picture) for picture in pictures)
        painter = self._painter()
        for picture in pictures:
            self._brush.under(painter, picture)
            self._brush.arcs(painter, picture)
        if self._meta and self._heading:
            self._brush.meta(painter, self._meta_place(), self._meta, from_right=self._from_right())
        painter.end()
        super().paintEvent(event)
        if self._scene.hints:
            painter = self._painter()
            for picture in pictures:
                self._brush.over(painter, picture)
            painter.end()

    def _painter(self) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # places are reckoned from the left, in any window
        painter.translate(-self._scrolled())
        return painter

    def _from_right(self) -> bool:
        return self.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft

    def _meta_place(self) -> QRectF:
        end = self._page.paragraph(0)[1]
        line = self._page.line_of(end)
        top = (line.box.bottom() if line else 0) + 2 * self._page.type.underline
        width = self.viewport().width() - 2 * _MARGIN
        return QRectF(_MARGIN, top, width, self._page.meta_height - self._page.type.size * 0.5)

    # events

    def event(self, event: QEvent) -> bool:
        """Sees a resize before the viewport does."""
        if event.type() == QEvent.Type.Resize:
            self._fit_column()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The viewport has another size: if its width is another one, so are the lines."""
        kept, width = self.top(), event.size().width() != event.oldSize().width()
        super().resizeEvent(event)
        if width:
            self._relaid()
            self._keep_top(*kept)

    def changeEvent(self, event: QEvent) -> None:
        """A stylesheet or another program font does not change the text's."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange) and not self._building:
            self._rebuild()
