"""Drawing a relation: from the current span; the target chosen by click, letters, arrow keys, or by dragging to it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.app.plans import relations
from annotator.app.work import Update, Work
from annotator.model.annotation import Span
from annotator.model.rules import shorten
from annotator.model.schema import RelationType
from annotator.model.text import runs_from_right
from annotator.ui.annotate.acts.candidates import Candidates, Place
from annotator.ui.annotate.acts.hints import hints, matching
from annotator.ui.annotate.canvas import Canvas
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.keys import typed
from annotator.ui.annotate.palette import TypeChooser

_Key = Qt.Key
_MOVES = (_Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Home, _Key.Key_End)
_ARROWS = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_Up: -1, _Key.Key_Down: 1}
_ALONG = (_Key.Key_Left, _Key.Key_Right)
_RETURNS = (_Key.Key_Return, _Key.Key_Enter)
_HEAD = "●"  # stands on the head while a target is framed instead


def _tr(text: str) -> str:
    return QCoreApplication.translate("Relating", text)


class DragView(Protocol):
    """What a text view offers in which one may drag from mark to mark."""

    relation_drag_started: SignalInstance  # the head
    relation_dragged: SignalInstance  # head and tail

    def set_targets(self, ids: frozenset[str] | None) -> None:
        """Show where the drag may end; None when there is none."""


class Relating(QObject):
    """The mode in which keys and clicks choose a target. `active` says whether it is on."""

    changed = Signal()

    def __init__(self, desk: Desk, canvas: Canvas, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._canvas, self._page = desk, canvas, page
        self._targets: dict[str, list[RelationType]] = {}
        self._starts: dict[str, int] = {}
        self._candidates = Candidates((), self._place)
        self._hints: dict[str, str] = {}
        self._head = self._tail = ""
        self._typed = self._aimed = ""  # the letters so far; the target that the arrows went to
        self._start = 0  # of the head
        self._drag: DragView | None = None
        self.chooser = TypeChooser(page)
        self.chooser.chosen.connect(self._link)
        desk.current_changed.connect(self.leave)
        desk.opened.connect(lambda _: self.leave())
        desk.updated.connect(self._leave_if_edited)

    @property
    def active(self) -> bool:
        """Whether a target is being chosen."""
        return bool(self._head)

    @property
    def choosing_type(self) -> bool:
        """Whether the target is chosen and its type is not."""
        return bool(self._tail)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"relation.start": self.start}

    def start(self) -> None:
        """Look for a target for the current span or suggestion."""
        desk = self._desk
        head = desk.span or (desk.suggested.span if desk.suggested else None)
        if desk.read_only:
            desk.failed.emit(_tr("The project is open for reading only."))
        elif head is None or desk.work is None:
            desk.failed.emit(_tr("Select a span first: click it, or press Space at the caret."))
        elif self._begin(desk.work, head):
            self._canvas.text.setFocus()
            desk.said.emit(
                _tr("Link to what? Type the letters on it, go there with the arrows, or click it; Esc leaves.")
            )
            self.changed.emit()

    def _begin(self, work: Work, head: Span) -> bool:
        """Show the targets of a head; False, and said, when it has none."""
        self.leave()
        targets = relations.targets(work, head.id)
        if not targets:
            sentence = _tr("There is nothing that this {label} could be linked to.").format(label=head.label)
            self._desk.failed.emit(sentence)
            return False
        self._head, self._targets, self._start = head.id, targets, head.start
        self._starts = {key: _span_of(work, key).start for key in targets}
        self._candidates = Candidates(self._starts.items(), self._place)
        self._hints = hints(self._starts.items(), head.start)
        self._show_hints()
        return True

    def _place(self, key: str) -> Place | None:
        boxes = self._canvas.text.mark_boxes(key)
        return (boxes[0].top(), boxes[0].center().x()) if boxes else None

    def _show_hints(self) -> None:
        """The rest of the letters on what can still be chosen."""
        left = matching(self._hints, self._typed)
        self._canvas.text.set_hints(left | {self._head: _HEAD} if self._aimed else left)

    # Dragging

    def wire(self, text: DragView) -> None:
        """Let dragging from mark to mark in a text view draw relations too."""
        self._drag = text
        text.relation_drag_started.connect(self.drag_started)
        text.relation_dragged.connect(self.dragged)

    def drag_started(self, head: str) -> None:
        """Tell the view where a drag from a mark may end."""
        work = self._desk.work
        able = frozenset(relations.targets(work, head)) if work and _is_there(work, head) else frozenset()
        if self._drag is not None:
            self._drag.set_targets(frozenset() if self._desk.read_only else able)

    def dragged(self, head: str, tail: str) -> None:
        """Link the ends of a drag; when several types fit, ask which."""
        if self._drag is not None:
            self._drag.set_targets(None)
        work = self._desk.work
        if self._desk.read_only:
            self._desk.failed.emit(_tr("The project is open for reading only."))
        elif work is not None and _is_there(work, head):
            self._desk.select(head)
            if self._begin(work, _span_of(work, head)):
                if tail in self._targets:
                    self._choose(tail)
                else:
                    self.leave()
                    self._desk.failed.emit(_tr("This cannot be the other end of a relation of the selected span."))

    # Choosing

    def leave(self) -> None:
        """Choose nothing."""
        if self.active:
            self._head = self._tail = self._typed = self._aimed = ""
            self.chooser.hide()
            self._canvas.text.set_hints({})
            self._canvas.show_current()
            self.changed.emit()

    def cancel(self) -> None:
        """Choose nothing because somebody said so: what was asked is not asked any more."""
        self.leave()
        self._desk.said.emit("")

    def _leave_if_edited(self, update: Update) -> None:
        if update.changes:
            self.leave()

    def key(self, event: QKeyEvent) -> bool:
        """Take a key; False when it is not about the target."""
        char, key = typed(event), event.key()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        if event.isAutoRepeat() and key not in (*_ARROWS, *_MOVES, _Key.Key_Backspace):
            return True
        if key == _Key.Key_Escape:
            self.cancel()
        elif key == _Key.Key_Backspace:
            self._back()
        elif self.choosing_type:
            self._type_key(event, char)
        elif key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._aim(_Key(key))
        elif key in _RETURNS:
            self._take()
        elif char.isalpha():
            self._type(char)
        else:
            return key not in _MOVES
        return True

    def _type_key(self, event: QKeyEvent, char: str) -> None:
        """The type by its number or letter, or with the arrows and Return."""
        kind = self.chooser.current if event.key() in _RETURNS else self.chooser.type_of(char)
        if kind:
            self._link(kind)
        elif event.key() in _ARROWS:
            self.chooser.move_by(_ARROWS[_Key(event.key())])
            self._desk.said.emit(_tr("{type}: Return links it.").format(type=self.chooser.current))

    def _aim(self, key: Qt.Key) -> None:
        """Go to another target: along the text, or to another line."""
        work, step = self._desk.work, _ARROWS[key]
        if work is None:
            return
        here = (self._starts[self._aimed], self._aimed) if self._aimed else (self._start, self._head)
        if key in _ALONG:
            mirrored = runs_from_right(work.article.text)
            found = self._candidates.beside(here, -step if mirrored else step)
        else:
            found = self._candidates.beyond(here, step)
        if found:
            self._typed = ""
            self._frame(found)
            self._show_hints()
            self._tell(work, found)

    def _frame(self, key: str) -> None:
        """Frame a target and have it in view."""
        self._aimed = key
        self._canvas.text.set_current(key)
        mark = self._canvas.mark_of(key)
        if mark:
            self._canvas.text.reveal(*mark.fragments[0])

    def _tell(self, work: Work, key: str) -> None:
        span = _span_of(work, key)
        label = span.label if key in work.own.spans else _tr("suggested {label}").format(label=span.label)
        types = ", ".join(kind.name for kind in self._targets[key])
        sentence = _tr("{label} “{text}”: {types}. Return links it.")
        self._desk.said.emit(sentence.format(label=label, text=shorten(span.text), types=types))

    def _take(self) -> None:
        if self._aimed:
            self._choose(self._aimed)
        else:
            self._desk.said.emit(_tr("Go to a target with the arrow keys first, or type the letters on it."))

    def _back(self) -> None:
        """Take the last choice back."""
        if self.choosing_type:
            self._tail = ""
            self.chooser.hide()
        self._typed = self._typed[:-1]
        self._show_hints()
        self.changed.emit()

    def _type(self, char: str) -> None:
        left = matching(self._hints, self._typed + char)
        if not left:
            self._desk.said.emit(_tr("No target has these letters."))
            return
        self._typed += char
        chosen = next((key for key, rest in left.items() if not rest), None)
        if chosen:
            self._choose(chosen)
        else:
            self._show_hints()

    def click(self, mark_id: str) -> None:
        """Take what was clicked as the target, or what is around it."""
        around = self._canvas.text.mark_at(self._canvas.text.caret())
        for key in dict.fromkeys((mark_id, *around)):
            if key in self._targets:
                self._choose(key)
                return
        self._desk.failed.emit(_tr("This cannot be the other end of a relation of the selected span."))

    def _choose(self, key: str) -> None:
        self._tail = key
        types = self._targets[key]
        if len(types) == 1:
            self._link(types[0].name)
            return
        self._frame(key)
        self._canvas.text.set_hints({key: "?", self._head: _HEAD})
        self.chooser.offer(types)
        self.chooser.show_at(self._place_of(key), self._text_area())
        told = ", ".join(f"{number} {kind.name}" for number, kind in enumerate(types, start=1))
        self._desk.said.emit(_tr("By which type? {types}").format(types=told))
        self.changed.emit()

    def _text_area(self) -> QRect:
        text = self._canvas.text
        return QRect(text.mapTo(self._page, text.rect().topLeft()), text.size())

    def _place_of(self, key: str) -> QRect:
        boxes = self._canvas.text.mark_boxes(key)
        if not boxes:
            return QRect(self._text_area().center(), self._text_area().center())
        view = self._canvas.text.viewport()
        place = boxes[0].toAlignedRect()
        place.moveTopLeft(view.mapTo(self._page, place.topLeft()))
        return place

    def _link(self, kind: str) -> None:
        head, tail, work = self._head, self._tail, self._desk.work
        self.leave()
        if work is None:
            return
        update = self._desk.perform(relations.relate, head, kind, tail)
        if update:
            self._desk.select(next(iter(update.select), head))


def _span_of(work: Work, key: str) -> Span:
    """An own or a suggested span."""
    return work.own.spans.get(key) or work.left.spans[key].span


def _is_there(work: Work, key: str) -> bool:
    return key in work.own.spans or key in work.left.spans
