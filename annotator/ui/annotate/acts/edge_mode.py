"""Picking one edge of what is current and moving it with the arrows, by character or by word, until Return keeps it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.model.annotation import Fragments
from annotator.ui.annotate.acts.boundaries import Side, Way, moved, moved_by_character
from annotator.ui.annotate.canvas import Canvas
from annotator.ui.annotate.desk import Desk

Key = Qt.Key
_KEEP = (Key.Key_Return, Key.Key_Enter)
_ARROWS = (Key.Key_Left, Key.Key_Right)


def _tr(text: str) -> str:
    return QCoreApplication.translate("EdgeMode", text)


class EdgeMode(QObject):
    """The mode in which arrows move an edge. `keep` is given the id and the fragments, once, at the end."""

    changed = Signal()

    def __init__(self, desk: Desk, canvas: Canvas, keep: Callable[[str, Fragments], object]) -> None:
        super().__init__(desk)
        self._desk, self._canvas, self._keep = desk, canvas, keep
        self._key = ""
        self._side: Side = "start"
        self._before: Fragments = ()
        self._now: Fragments = ()
        desk.current_changed.connect(self.leave)
        desk.opened.connect(lambda _: self.leave())
        desk.updated.connect(lambda _: self.leave())

    @property
    def active(self) -> bool:
        """Whether an edge is being moved."""
        return bool(self._key)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"span.pick_start": lambda: self.pick("start"), "span.pick_end": lambda: self.pick("end")}

    def pick(self, side: Side) -> None:
        """Take hold of an edge of what is current; of the other one, keeping what was moved."""
        desk = self._desk
        span = desk.span or (desk.suggested.span if desk.suggested else None)
        if span is None or desk.read_only:
            desk.failed.emit(_tr("Nothing is selected: click a span, or press Space at the caret."))
            return
        if not self.active:
            self._key, self._before, self._now = span.id, span.fragments, span.fragments
        self._side = side
        self._show()
        desk.said.emit(_tr("The arrows move the edge, with Ctrl by words; Return keeps it, Esc puts it back."))
        self.changed.emit()

    def _show(self) -> None:
        self._canvas.preview(self._key, self._now)
        self._canvas.text.show_handle(self._key, self._side)
        place = self._now[0][0] if self._side == "start" else self._now[-1][1]
        self._canvas.text.reveal(max(place - 1, 0), place)

    def leave(self) -> None:
        """Put the edge back."""
        if self.active:
            key, self._key = self._key, ""
            self._canvas.end_preview(key)
            self._canvas.text.show_handle("", None)
            self.changed.emit()

    def key(self, event: QKeyEvent) -> bool:
        """Take a key; False when it is not about the edge."""
        pressed = Key(event.key())
        if pressed == Key.Key_Escape:
            self.leave()
            self._desk.said.emit("")
        elif pressed in _KEEP:
            self._done()
        elif pressed in _ARROWS:
            self._move(pressed, by_word=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            return False
        return True

    def _done(self) -> None:
        key, now, same = self._key, self._now, self._now == self._before
        self.leave()
        if not same:
            self._keep(key, now)

    def _move(self, pressed: Qt.Key, *, by_word: bool) -> None:
        work = self._desk.work
        if work is None:
            return
        place = self._now[0][0] if self._side == "start" else self._now[-1][0]
        onwards = (pressed == Key.Key_Right) != self._canvas.text.runs_leftwards(place)
        way: Way = "right" if onwards else "left"
        move = moved if by_word else moved_by_character
        found = move(work.article.text, self._now, self._side, way)
        if found is None:
            self._desk.failed.emit(_tr("The span would cover no text any more."))
        else:
            self._now = found
            self._show()
