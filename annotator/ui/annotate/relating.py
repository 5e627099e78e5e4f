"""Drawing a relation: from the current span, the target chosen by a click or by the letters shown on it."""

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.app.plans import relations
from annotator.app.work import Update, Work
from annotator.model.annotation import Relation, Span
from annotator.model.schema import RelationType
from annotator.ui.annotate.canvas import Canvas
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.hints import hints, matching
from annotator.ui.annotate.keys import typed
from annotator.ui.annotate.palette import TypeChooser

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Relating", text)


def possible_targets(work: Work, head: Span) -> dict[str, list[RelationType]]:
    """The spans and suggestions that `head` may be linked to, each with the types that it is not linked by yet."""
    by_label = {label.name: work.schema.relations_between(head.label, label.name) for label in work.schema.labels}
    able = {name for name, types in by_label.items() if types}
    own = ((key, span.label) for key, span in work.own.spans.items() if span.label in able and key != head.id)
    suggested = ((key, each.span.label) for key, each in work.left.spans.items() if each.span.label in able)
    found = {key: by_label[label] for key, label in (*own, *suggested)}
    taken = {(each.type, end) for each in work.judging.relations_of(head.id) for end in _ends(work, head.id, each)}
    for _, key in taken:
        if key in found:
            found[key] = [kind for kind in found[key] if (kind.name, key) not in taken]
    return {key: types for key, types in found.items() if types}


def _ends(work: Work, head: str, each: Relation) -> list[str]:
    """The ends to which `head` may not be linked again by the type of this relation."""
    if each.head == head:
        return [each.tail]
    kind = work.schema.relation_by_name.get(each.type)
    return [each.head] if kind and kind.symmetric else []


class Relating(QObject):
    """The mode in which keys and clicks choose a target. `active` says whether it is on."""

    changed = Signal()

    def __init__(self, desk: Desk, canvas: Canvas, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._canvas, self._page = desk, canvas, page
        self._targets: dict[str, list[RelationType]] = {}
        self._hints: dict[str, str] = {}
        self._typed = self._head = self._tail = ""
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

    def start(self) -> None:
        """Look for a target for the current span."""
        span, work = self._desk.span, self._desk.work
        if span is None or work is None:
            self._desk.failed.emit(_tr("Select a span of yours first: click it, or press Space at the caret."))
            return
        self.leave()
        targets = possible_targets(work, span)
        if not targets:
            sentence = _tr("There is nothing that this {label} could be linked to.").format(label=span.label)
            self._desk.failed.emit(sentence)
            return
        self._head, self._targets = span.id, targets
        starts = ((key, self._start(work, key)) for key in targets)
        self._hints = hints(starts, span.start)
        self._canvas.text.set_hints(self._hints)
        self._canvas.text.setFocus()
        self._desk.said.emit(_tr("Link to what? Type the letters on it, or click it; Esc leaves."))
        self.changed.emit()

    def _start(self, work: Work, key: str) -> int:
        own = work.own.spans.get(key)
        return own.start if own else work.left.spans[key].span.start

    def leave(self) -> None:
        """Choose nothing."""
        if self.active:
            self._head = self._tail = self._typed = ""
            self.chooser.hide()
            self._canvas.text.set_hints({})
            self.changed.emit()

    def _leave_if_edited(self, update: Update) -> None:
        if update.changes:
            self.leave()

    def key(self, event: QKeyEvent) -> bool:
        """Take a key; False when it is not about the target."""
        char = typed(event)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_Backspace:
            self._back()
        elif self.choosing_type:
            if kind := self.chooser.type_of(char):
                self._link(kind)
        elif char.isalpha():
            self._type(char)
        else:
            held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            return not (held or event.key() in _MOVES)
        return True

    def _back(self) -> None:
        """Take the last choice back."""
        if self.choosing_type:
            self._tail = ""
            self.chooser.hide()
        self._typed = self._typed[:-1]
        self._canvas.text.set_hints(matching(self._hints, self._typed))
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
            self._canvas.text.set_hints(left)

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
        mark = self._canvas.mark_of(key)
        if mark:
            self._canvas.text.reveal(mark.fragments[0][0], mark.fragments[0][1])
        self._canvas.text.set_hints({key: "?"})
        self.chooser.offer(types)
        self.chooser.show_at(self._place_of(key), self._text_area())
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
        plan = relations.relate_to_suggestion if tail in work.left.spans else relations.relate
        if self._desk.perform(plan, head, kind, tail):
            self._desk.select(head)
