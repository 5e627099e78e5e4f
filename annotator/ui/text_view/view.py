"""The article's text with its marks: the one widget in which annotation happens.

`QTextEdit` does layout, selection, caret, copy and screen readers; this paints under and over what it shows.
The widget only shows and reports: it changes no annotation, and which key does what is the window's business.
It keeps the article's text as it was given and never reads it back from Qt; every offset that comes in or
goes out is a Unicode code point of that text.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.model.offsets import snap_to_graphemes, word_at
from annotator.ui.text_view.marks import DEFAULT_LIGHT, Arc, Fragment, Look, Mark
from annotator.ui.text_view.page import Line, Page, Type
from annotator.ui.text_view.painter import Brush
from annotator.ui.text_view.scene import Picture, Scene
from annotator.ui.text_view.selecting import Clicks, Drag, merged, nearest_boundary

DEFAULT_FAMILIES = ("Charter", "Georgia", "DejaVu Serif", "serif")
DEFAULT_WIDTH = 720
ZOOMS = (0.5, 4.0)
_SIZE = 16  # pixels, at zoom 1
_MARGIN = 28  # around the text: room for frames, and for labels that stand out
_ARC_LANES, _ALL_ARC_LANES = 2, 5
_ZOOM_STEP = 1.1
_Key = QKeySequence.StandardKey
_CARET_KEYS = (
    *(_Key.MoveToNextChar, _Key.MoveToPreviousChar, _Key.MoveToNextWord, _Key.MoveToPreviousWord),
    *(_Key.MoveToNextLine, _Key.MoveToPreviousLine, _Key.MoveToNextPage, _Key.MoveToPreviousPage),
    *(_Key.MoveToStartOfLine, _Key.MoveToEndOfLine, _Key.MoveToStartOfBlock, _Key.MoveToEndOfBlock),
    *(_Key.MoveToStartOfDocument, _Key.MoveToEndOfDocument, _Key.SelectAll),
    *(_Key.SelectNextChar, _Key.SelectPreviousChar, _Key.SelectNextWord, _Key.SelectPreviousWord),
    *(_Key.SelectNextLine, _Key.SelectPreviousLine, _Key.SelectNextPage, _Key.SelectPreviousPage),
    *(_Key.SelectStartOfLine, _Key.SelectEndOfLine, _Key.SelectStartOfBlock, _Key.SelectEndOfBlock),
    *(_Key.SelectStartOfDocument, _Key.SelectEndOfDocument),
)


class TextView(QTextEdit):
    """Shows one article and what is marked in it."""

    selection_changed = Signal()
    mark_clicked = Signal(str)
    mark_double_clicked = Signal(str)
    hovered = Signal(str)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would lay the text out again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCursorWidth(2)
        self.viewport().setMouseTracking(True)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)
        self._families: tuple[str, ...] = DEFAULT_FAMILIES
        self._zoom, self._column = 1.0, DEFAULT_WIDTH
        self._heading, self._meta = False, ""
        self._dimmed: tuple[Fragment, ...] = ()
        self._page = Page(self.document())
        self._scene = Scene(self._page, QFontMetricsF(self._page.type.tag_font()))
        self._painted: dict[tuple[int, int], Picture] = {}
        self._drag: Drag | None = None
        self._clicks = Clicks()
        self._told: tuple[Fragment, ...] = ()
        self._building = False
        self.look = DEFAULT_LIGHT
        self._brush = Brush(self.look, self._page.type)
        self.selectionChanged.connect(self._tell_selection)
        self.set_look(DEFAULT_LIGHT)
        self._build("")

    # the article

    def set_article(self, text: str, *, heading: bool, meta: str = "") -> None:
        """Show another text from its start, without marks; `meta` stands below its first line."""
        self._heading, self._meta, self._dimmed = heading, meta, ()
        self._drag = None
        self._clicks.forget()
        self._scene.clear()
        self._build(text)
        self.verticalScrollBar().setValue(0)

    def text(self) -> str:
        """The article's text, as it was given."""
        return self._page.text

    def set_dimmed(self, ranges: Iterable[Fragment]) -> None:
        """Show stretches of text dimly: what does not belong to the article's body."""
        self._page.colour(self._dimmed, self.look.ink)
        self._dimmed = tuple(ranges)
        self._page.colour(self._dimmed, self.look.dim)

    def _build(self, text: str) -> None:
        """Lay out the text; the caret stays where it is if the text does."""
        kept = self._anchor_and_caret() if text == self._page.text else (0, 0)
        lanes = _ALL_ARC_LANES if self._scene.all_arcs else _ARC_LANES
        kind = Type(self._families, _SIZE * self._zoom, lanes)
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
        self._tell_selection()

    def _rebuild(self) -> None:
        """Lay out the same text in another type, with the same line at the top."""
        line = self._top_line()
        offset = line.box.top() - self.verticalScrollBar().value() if line else 0.0
        self._build(self._page.text)
        there = self._page.line_of(line.start) if line else None
        if there and line and line.start:
            self._scroll_to(there.box.top() - offset)

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
        self._scene.current = mark_id or ""
        self._refresh()

    def set_hints(self, hints: Mapping[str, str]) -> None:
        """Show letters to type on some marks, by id, in place of their tags."""
        self._scene.hints = dict(hints)
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
        self.setAutoFillBackground(True)
        self._brush = Brush(look, self._page.type)
        self._page.colour(self._dimmed, look.dim)
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

    # selection

    def selection(self) -> tuple[Fragment, ...]:
        """The fragments selected now, in the order of the text; empty if there are none."""
        start, end = sorted(self._anchor_and_caret())
        return merged([*self._scene.kept, snap_to_graphemes(self._page.text, start, end)])

    def caret(self) -> int:
        """Where the caret is."""
        return self._anchor_and_caret()[1]

    def select(self, start: int, end: int) -> None:
        """Select a range, and nothing else, without scrolling; an empty one places the caret."""
        self._keep(())
        self._place_cursor(*snap_to_graphemes(self._page.text, start, end))
        self._tell_selection()

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self.select(self.caret(), self.caret())

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

    def _keep(self, fragments: tuple[Fragment, ...]) -> None:
        if fragments != self._scene.kept:
            self._scene.kept = fragments
            self._refresh()

    def _tell_selection(self) -> None:
        now = self.selection()
        if now != self._told and not self._building:
            self._told = now
            self.selection_changed.emit()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Copies the article's own characters, not those shown instead of some."""
        data = QMimeData()
        data.setText("\n".join(self._page.text[start:end] for start, end in self.selection()))
        return data

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

    def visible_range(self) -> Fragment:
        """The code points on the lines of which something is visible."""
        top = self._scrolled().y()
        bottom = top + self.viewport().height()
        lines = [line for line in self._lines(top, bottom) if line.box.bottom() > top and line.box.top() < bottom]
        return (lines[0].start, lines[-1].end) if lines else (0, 0)

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
        """Repaint the visible lines that look different now."""
        self._scene.forget()
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
            self._brush.arcs(painter, picture, self._scene.arcs)
        if self._meta and self._heading:
            self._brush.meta(painter, self._meta_place(), self._meta)
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
        painter.translate(-self._scrolled())
        return painter

    def _meta_place(self) -> QRectF:
        end = self._page.paragraph(0)[1]
        line = self._page.line_of(end)
        top = (line.box.bottom() if line else 0) + 2 * self._page.type.underline
        width = self.viewport().width() - 2 * _MARGIN
        return QRectF(_MARGIN, top, width, self._page.meta_height - self._page.type.size * 0.5)

    # events

    def event(self, event: QEvent) -> bool:
        """Sees a resize before the viewport does, and claims the caret's keys from shortcuts."""
        if event.type() == QEvent.Type.Resize:
            self._fit_column()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(_is_caret_key(event))
            return event.isAccepted()
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Nothing is hovered once the mouse has left."""
        if event.type() == QEvent.Type.Resize:
            self._relaid()
        if event.type() == QEvent.Type.Leave:
            self._hover("")
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the caret and copies; every other key is the window's."""
        if event.matches(_Key.Copy):
            QGuiApplication.clipboard().setMimeData(self.createMimeDataFromSelection())
        elif _is_caret_key(event):
            self._keep(())
            super().keyPressEvent(event)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl, zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * _ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a click or a drag; with Ctrl, what is selected stays selected."""
        modifiers = event.modifiers()
        if event.button() == Qt.MouseButton.LeftButton and not modifiers & Qt.KeyboardModifier.ShiftModifier:
            position = self._position(event.position())
            self._drag = Drag(self._page.text, position, event.position().toTuple())
            self._keep(self.selection() if modifiers & Qt.KeyboardModifier.ControlModifier else ())
            self._place_cursor(position, position)  # so that Qt does not begin to drag the text away
        super().mousePressEvent(event)
        if self._drag and not self.textCursor().hasSelection():  # a third click selects the paragraph
            self._place_cursor(self._drag.anchor, self._drag.anchor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Selects what the drag means, or tells what is hovered."""
        super().mouseMoveEvent(event)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            found = self._marks_under(event.position())
            self._hover(found[0] if found else "")
        elif self._drag and self._drag.goes_to(event.position().toTuple()):
            exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._place_cursor(*self._drag.selects(self._position(event.position()), exact=exact))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a drag, or is a click on a mark."""
        super().mouseReleaseEvent(event)
        drag, self._drag = self._drag, None
        if event.button() != Qt.MouseButton.LeftButton or drag is None:
            return
        if not drag.moved:
            chosen = self._clicks.choose(self._marks_under(event.position()), event.position().toTuple())
            if chosen:
                self.mark_clicked.emit(chosen)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Selects the word, whole."""
        super().mouseDoubleClickEvent(event)
        self._drag = None
        position = self._page.position_at(event.position() + self._scrolled())
        word = word_at(self._page.text, position)
        if word:
            self._place_cursor(*word)
        found = self._marks_under(event.position())
        if found:
            self.mark_double_clicked.emit(found[0])

    def _position(self, point: QPointF) -> int:
        return nearest_boundary(self._page.text, self._page.position_at(point + self._scrolled()))

    def _marks_under(self, point: QPointF) -> tuple[str, ...]:
        """The marks at a point of the viewport, innermost first; a tag stands for its mark."""
        place = point + self._scrolled()
        lines = self._lines(place.y() - 1, place.y() + 1)
        return next(
            (found for line in lines if (found := self._scene.picture(line).marks_at(place, self._page.type))), ()
        )

    def _hover(self, mark_id: str) -> None:
        if mark_id != self._scene.hovered:
            self._scene.hovered = mark_id
            self._refresh()
            self.hovered.emit(mark_id)


def _is_caret_key(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _CARET_KEYS)
