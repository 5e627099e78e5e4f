"""The text view: the one widget in which annotation happens.

It adds to the sheet what a hand does: selecting by words, choosing marks, moving the caret. It only shows and
reports: it changes no annotation, and which key does what is the window's business.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from annotator.model.offsets import next_sentence, previous_sentence, snap_to_graphemes, word_at
from annotator.model.stops import next_stop, previous_stop
from annotator.ui.text_view.caret_keys import is_caret_key, word_move
from annotator.ui.text_view.handling import Handling
from annotator.ui.text_view.marks import Fragment
from annotator.ui.text_view.page import TAG_GAP
from annotator.ui.text_view.rows import stub_end
from annotator.ui.text_view.selecting import Clicks, Drag, merged, nearest_boundary

_ZOOM_STEP = 1.1
_Key = QKeySequence.StandardKey


class TextView(Handling):
    """Shows one article and what is marked in it, and tells what the mouse and the caret's keys do there."""

    selection_changed = Signal()
    mark_clicked = Signal(str)
    mark_double_clicked = Signal(str)
    hovered = Signal(str)
    stub_clicked = Signal(str)  # the mark to which it leads

    def __init__(self, parent: QWidget | None = None) -> None:
        self._drag: Drag | None = None
        self._clicks = Clicks()
        self._stub = ""  # the mark to which the pressed stub leads
        self._told: tuple[Fragment, ...] = ()
        super().__init__(parent)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self._beside: dict[QEvent.Type, Callable[[QMouseEvent], None]] = {
            QEvent.Type.MouseButtonPress: self.mousePressEvent,
            QEvent.Type.MouseMove: self.mouseMoveEvent,
            QEvent.Type.MouseButtonRelease: self.mouseReleaseEvent,
            QEvent.Type.MouseButtonDblClick: self.mouseDoubleClickEvent,
        }
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self._tell_selection)

    def set_article(self, text: str, *, heading: bool, meta: str = "") -> None:
        """Show another text from its start, without marks; `meta` stands below its first line."""
        self._drag = None
        self._clicks.forget()
        super().set_article(text, heading=heading, meta=meta)

    def _build(self, text: str) -> None:
        super()._build(text)
        self._tell_selection()

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

    def move_by_sentence(self, step: int, *, select: bool = False) -> None:
        """Move the caret to where a sentence begins; with `select` the anchor stays."""
        text, caret = self._page.text, self.caret()
        self._move_to(next_sentence(text, caret) if step > 0 else previous_sentence(text, caret), select=select)

    def move_by_word(self, step: int, *, select: bool = False) -> None:
        """Move the caret to the next word or run of other characters; with `select` the anchor stays."""
        text, caret = self._page.text, self.caret()
        self._move_to(next_stop(text, caret) if step > 0 else previous_stop(text, caret), select=select)

    def _move_to(self, place: int, *, select: bool) -> None:
        anchor = self._anchor_and_caret()[0]
        self._keep(())
        self._place_cursor(anchor if select else place, place)
        self.reveal(max(place - 1, 0), place)
        self._tell_selection()

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self.select(self.caret(), self.caret())

    def _keep(self, fragments: tuple[Fragment, ...]) -> None:
        if fragments != self._scene.kept:
            self._scene.kept = fragments
            self._scene.forget()
            self._refresh()

    def _tell_selection(self) -> None:
        now = self.selection()
        if now != self._told and not self._building:
            self._told = now
            self.selection_changed.emit()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Copies the article's own characters, not those shown instead of some."""
        data = QMimeData()
        data.setText(self._selected())
        return data

    def _selected(self) -> str:
        return "\n".join(self._page.text[start:end] for start, end in self.selection())

    # events

    def event(self, event: QEvent) -> bool:
        """Claims the caret's keys from shortcuts, and takes the mouse beside the column for the text's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(is_caret_key(event) or event.matches(_Key.Copy))
            return event.isAccepted()
        if isinstance(event, QMouseEvent) and event.type() in self._beside:
            self._beside[event.type()](_moved(event, QPointF(self.viewport().mapFrom(self, QPoint(0, 0)))))
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Nothing is hovered once the mouse has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover("")
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the caret and copies; every other key is the window's."""
        if event.matches(_Key.Copy):
            QGuiApplication.clipboard().setText(self._selected())  # mime data of ours would outlive the interpreter
        elif move := word_move(event):  # not by Qt's words: those of Chinese are whole paragraphs
            right, select = move
            self.move_by_word(-right if self.runs_leftwards(self.caret()) else right, select=select)
        elif is_caret_key(event):
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
            self._stub = self._stub_under(event.position())
            if self._stub:
                return
            over, on_tag = self._under(event.position())
            if not modifiers & Qt.KeyboardModifier.ControlModifier and self._take_hold(event, over, on_tag=on_tag):
                return
            position = self._position(event.position())
            self._drag = Drag(self._page.text, position, event.position().toTuple())
            self._keep(self.selection() if modifiers & Qt.KeyboardModifier.ControlModifier else ())
            self._place_cursor(position, position)  # so that Qt does not begin to drag the text away
        elif event.button() == Qt.MouseButton.LeftButton:
            over, _ = self._under(event.position())
            if self._take_hold(event, over, on_tag=False):
                return
        super().mousePressEvent(event)
        if self._drag and not self.textCursor().hasSelection():  # a third click selects the paragraph
            self._place_cursor(self._drag.anchor, self._drag.anchor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Selects what the drag means, or tells what is hovered."""
        if self.handling:
            over, _ = self._under(event.position())
            self._drag_on(event, self._position(event.position()), over)
            return
        super().mouseMoveEvent(event)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            found, on_tag = self._under(event.position())
            self._shape_pointer(event.position(), on_tag=on_tag or bool(self._stub_under(event.position())))
            self._hover(found[0] if found else "")
        elif self._drag and self._drag.goes_to(event.position().toTuple()):
            exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) != self.exact
            self._place_cursor(*self._drag.selects(self._position(event.position()), exact=exact))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a drag, or is a click on a mark."""
        if stub := self._stub:
            self._stub = ""
            if self._stub_under(event.position()) == stub:
                self.stub_clicked.emit(stub)
            return
        if self.handling:
            if clicked := self._let_go():
                self.mark_clicked.emit(clicked)
            return
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
        return self._under(point)[0]

    def _stub_under(self, point: QPointF) -> str:
        """The mark to which the stub at a point of the viewport leads."""
        place, room = point + self._scrolled(), self._page.type.room
        lines = self._lines(place.y(), place.y() + room)
        found = (stub_end(self._scene.picture(line), place, self._page.type) for line in lines)
        return next(filter(None, found), "")

    def _under(self, point: QPointF) -> tuple[tuple[str, ...], bool]:
        """The marks at a point of the viewport, innermost first, and whether it is a tag that stands for one."""
        place, kind = point + self._scrolled(), self._page.type
        for line in self._lines(place.y() - 1, place.y() + 1):
            if found := self._scene.picture(line).marks_at(place, kind):
                return found, place.y() < line.box.top() - TAG_GAP
        return (), False

    def _hover(self, mark_id: str) -> None:
        if mark_id != self._scene.hovered:
            self._scene.set_hovered(mark_id)
            self._refresh()
            self.hovered.emit(mark_id)


def _moved(event: QMouseEvent, by: QPointF) -> QMouseEvent:
    """The same event in the coordinates of another widget."""
    return QMouseEvent(
        event.type(),
        event.position() + by,
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
    )
