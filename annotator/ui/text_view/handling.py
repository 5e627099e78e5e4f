"""Marks under the hand: their edges are dragged, and relations are drawn from one to another.

Between the sheet, which shows, and the view, which selects. It changes no annotation: what a hand did is told by
signals, and whoever fills the view answers.
"""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent

from annotator.ui.text_view.gestures import EdgeDrag, RelationDrag, Side
from annotator.ui.text_view.sheet import Sheet

_REACH = 5  # pixels at both sides of an edge
_SLOP = 4  # pixels that a hand moves in a click


class Handling(Sheet):
    """A sheet whose marks can be taken hold of."""

    edge_moving = Signal(str, object)  # the id of a mark, and the fragments that it would have
    edge_moved = Signal(str, object)
    edge_left = Signal(str)  # it stays as it was
    relation_drag_started = Signal(str)  # answer with `set_targets`
    relation_dragged = Signal(str, str)  # from which mark, to which

    _gesture: EdgeDrag | RelationDrag | None = None
    _pointer = QPointF()
    _handle: tuple[str, Side] | None = None
    exact = False  # whether an edge goes to graphemes instead of words; Alt is the other of the two

    @property
    def handling(self) -> bool:
        """Whether a mark is held."""
        return self._gesture is not None

    def show_handle(self, mark_id: str, side: Side | None) -> None:
        """Show which edge of a mark is being moved; None for none."""
        self._handle = (mark_id, side) if side else None
        self.viewport().update()

    # One gesture, from press to release

    def _take_hold(self, event: QMouseEvent, over: tuple[str, ...], *, on_tag: bool) -> bool:
        """Begin a gesture, if the press is one on the current mark's edge, on a tag, or with Shift on the mark."""
        held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        current, place = self._scene.current, event.position()
        if side := self._edge_at(place):
            mark = self._scene.marks[current]
            self._gesture = EdgeDrag(self._page.text, mark, side, mark.fragments)
        elif over and (on_tag or (held and current in over)):
            self._gesture = RelationDrag(over[0] if on_tag else current, (place.x(), place.y()))
        return self._gesture is not None

    def _edge_at(self, point: QPointF) -> Side | None:
        """Which edge of the current mark is at a point of the viewport."""
        mark = self._scene.marks.get(self._scene.current)
        if mark is None or self._scene.hints:
            return None
        start, end, place = mark.fragments[0][0], mark.fragments[-1][1], point + self._scrolled()
        for side in ("end", "start"):
            edge = self._page.edge(start, end, at_end=side == "end")
            if edge is not None and edge.adjusted(-_REACH, 0, _REACH, 0).contains(place):
                return "end" if side == "end" else "start"
        return None

    def _drag_on(self, event: QMouseEvent, position: int, over: tuple[str, ...]) -> None:
        self._pointer = event.position()
        gesture = self._gesture
        if isinstance(gesture, EdgeDrag):
            exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) != self.exact
            before = gesture.fragments
            if gesture.goes_to(position, exact=exact) != before:
                self.edge_moving.emit(gesture.mark.id, gesture.fragments)
        elif gesture is not None:
            self._draw_on(gesture, over)

    def _draw_on(self, gesture: RelationDrag, over: tuple[str, ...]) -> None:
        away = max(abs(self._pointer.x() - gesture.point[0]), abs(self._pointer.y() - gesture.point[1]))
        if not gesture.started and away >= _SLOP:
            gesture.started = True
            self.relation_drag_started.emit(gesture.head)
            gesture.targets = self._scene.targets
        if gesture.started:
            self._scene.set_hovered(gesture.over(over))
            self._refresh()
            self.viewport().update()

    def _let_go(self) -> str:
        """End the gesture; the mark that was only clicked, if it was no drag."""
        gesture, self._gesture = self._gesture, None
        self.viewport().update()
        if isinstance(gesture, EdgeDrag):
            (self.edge_moved if gesture.changed else self.edge_left).emit(*_told(gesture))
            return ""
        if gesture is None or not gesture.started:
            return gesture.head if gesture else ""
        self.set_targets(frozenset())
        if gesture.under:
            self.relation_dragged.emit(gesture.head, gesture.under)
        return ""

    def leave_gesture(self) -> None:
        """Put back what is held."""
        gesture, self._gesture = self._gesture, None
        if isinstance(gesture, EdgeDrag):
            self.edge_left.emit(gesture.mark.id)
        self.set_targets(frozenset())
        self.viewport().update()

    def _shape_pointer(self, point: QPointF, *, on_tag: bool) -> None:
        """What the pointer would take hold of."""
        shape = Qt.CursorShape.IBeamCursor
        if self._edge_at(point):
            shape = Qt.CursorShape.SizeHorCursor
        elif on_tag:
            shape = Qt.CursorShape.PointingHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The gesture goes over everything."""
        super().paintEvent(event)
        gesture = self._gesture
        if isinstance(gesture, RelationDrag) and gesture.started:
            painter = self._painter()
            start = QPointF(*gesture.point) + self._scrolled()
            self._brush.rope(painter, start, self._pointer + self._scrolled())
            painter.end()
        self._paint_handle()

    def _paint_handle(self) -> None:
        mark = self._scene.marks.get(self._handle[0]) if self._handle else None
        if mark is None or self._handle is None:
            return
        edge = self._page.edge(mark.fragments[0][0], mark.fragments[-1][1], at_end=self._handle[1] == "end")
        if edge is not None:
            painter = self._painter()
            self._brush.handle(painter, edge)
            painter.end()


def _told(gesture: EdgeDrag) -> tuple[object, ...]:
    return (gesture.mark.id, gesture.fragments) if gesture.changed else (gesture.mark.id,)
