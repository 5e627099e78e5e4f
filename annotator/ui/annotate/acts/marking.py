"""What a person does to spans: mark, relabel, describe, move, remove, annotate with a note."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotator.app.plans import relations, shaping, spans, states, suggestions
from annotator.app.settings import Settings
from annotator.model.annotation import Fragments, Span, Value
from annotator.ui.annotate.acts.boundaries import Side, Way, moved, trimmed_ends, with_selection, without_selection
from annotator.ui.annotate.acts.judge import Judge
from annotator.ui.annotate.canvas import Canvas
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.panels.fields import cycled

Ask = Callable[[str, str, Callable[[str], object]], None]  # question, text that stands, what to do with the answer


def _tr(text: str) -> str:
    return QCoreApplication.translate("Marking", text)


class Marking(QObject):
    """Acts on the selection, or else on what is current."""

    mode_changed = Signal()  # a further label is awaited, or no more

    def __init__(self, desk: Desk, canvas: Canvas, judge: Judge, ask: Ask, settings: Callable[[], Settings]) -> None:
        super().__init__(desk)
        self._desk, self._canvas, self._judge, self._ask, self._settings = desk, canvas, judge, ask, settings
        self.last_label = ""
        self.is_copying = False  # the next label is one more for the current span
        desk.current_changed.connect(self.leave)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {
            "span.remove": self.remove,
            "span.note": self.note,
            "span.at_caret": self.at_caret,
            "span.start_left": lambda: self.move("start", "left"),
            "span.start_right": lambda: self.move("start", "right"),
            "span.end_left": lambda: self.move("end", "left"),
            "span.end_right": lambda: self.move("end", "right"),
            "span.add_selection": self.add_selection,
            "span.cut_selection": self.take_out_selection,
            "span.trim": self.trim,
        }

    def label(self, name: str) -> None:
        """Mark the selection, or else relabel what is current."""
        desk, fragments = self._desk, self._canvas.selected()
        self.last_label = name
        if self.leave() and desk.span:
            update = desk.perform(shaping.duplicate, desk.span.id, name)
        elif fragments:
            values = desk.session.last_values.of(name) if self._settings().remember_values else {}
            update = desk.perform(spans.mark, name, fragments, values=values)
            if update:
                self._canvas.text.clear_selection()
        elif span := desk.span:
            if span.label == name:
                desk.said.emit(_tr("It is a {label} already.").format(label=name))
                return
            update = desk.perform(spans.relabel, span.id, name)
        elif each := desk.suggested:
            if each.span.label == name:
                self._judge.accept()
            else:
                self._judge.change_label(name)
            return
        else:
            desk.failed.emit(_tr("Select some text first, then press the key of a label."))
            return
        if update:
            desk.select(next(iter(update.select), ""))

    def also(self) -> None:
        """Wait for one more label for what the current span covers."""
        if self._desk.span is None:
            self._desk.failed.emit(_tr("Nothing is selected: click a span, or press Space at the caret."))
            return
        self.is_copying = True
        self.mode_changed.emit()
        self._desk.said.emit(_tr("Also label as: press the key of a label. Esc leaves."))

    def leave(self) -> bool:
        """Wait for no further label; whether that was so."""
        was, self.is_copying = self.is_copying, False
        if was:
            self.mode_changed.emit()
        return was

    def attribute(self, name: str) -> bool:
        """Give an attribute of the current span its next value; False when its value must be typed."""
        span, work = self._desk.span, self._desk.work
        if span is None or work is None:
            return True
        attribute = next(each for each in work.schema.attributes_of_label(span.label) if each.name == name)
        if attribute.kind not in ("choice", "flag"):
            return False
        self.set_attribute(name, cycled(attribute, span.attributes.get(name)))
        return True

    def set_attribute(self, name: str, value: Value | None) -> None:
        """Give an attribute of the current span a value."""
        if span := self._desk.span:
            self._desk.perform(spans.set_attribute, span.id, name, value)

    def set_article_attribute(self, name: str, value: Value | None) -> None:
        """Give an article label a value."""
        self._desk.perform(states.set_attribute, name, value)

    def remove(self) -> None:
        """Remove the current span."""
        if span := self._desk.span:
            if self._desk.perform(spans.remove, [span.id]):
                self._desk.select("")
        elif self._desk.at_suggestion:
            self._desk.failed.emit(_tr("This is a suggestion: reject it with Backspace."))
        else:
            self._desk.failed.emit(_tr("Nothing is selected: click a span, or press Space at the caret."))

    def unlink(self, relation_id: str) -> None:
        """Remove a relation."""
        self._desk.perform(relations.remove, relation_id)

    def note(self) -> None:
        """Ask for a note on the current span, or on the article."""
        span = self._desk.span
        if span is None:
            self.article_note()
            return
        question = _tr("Note on {label} “{text}”").format(label=span.label, text=span.text[:60])
        self._ask(question, span.note, lambda note: self._desk.perform(spans.set_note, span.id, note))

    def relation_note(self, relation_id: str) -> None:
        """Ask for a note on a relation."""
        work = self._desk.work
        if work and (relation := work.own.relations.get(relation_id)):
            question = _tr("Note on the relation {type}").format(type=relation.type)
            write = partial(self._desk.perform, relations.set_note, relation_id)
            self._ask(question, relation.note, write)

    def article_note(self) -> None:
        """Ask for a note on the article."""
        if work := self._desk.work:
            question = _tr("Note on the article")
            self._ask(question, work.own.state.note, lambda note: self._desk.perform(states.set_note, note))

    def at_caret(self) -> None:
        """Make the innermost mark at the caret current; if it is, the one around it."""
        text, caret = self._canvas.text, self._canvas.text.caret()
        found = text.mark_at(caret) or (text.mark_at(caret - 1) if caret else ())
        if not found:
            self._desk.said.emit(_tr("No span is at the caret."))
            self._desk.select("")
            return
        text.clear_selection()
        place = found.index(self._desk.current) + 1 if self._desk.current in found else 0
        self._desk.select(found[place % len(found)])

    def move(self, side: Side, way: Way) -> None:
        """Move a boundary of what is current by a word."""
        desk = self._desk
        span = desk.span or (desk.suggested.span if desk.suggested else None)
        if span is None or desk.work is None:
            desk.failed.emit(_tr("Nothing is selected: click a span, or press Space at the caret."))
            return
        fragments = moved(desk.work.article.text, span.fragments, side, way)
        if fragments is None:
            desk.failed.emit(_tr("The span would cover no word any more."))
        else:
            self.cover(span.id, fragments)

    def cover(self, key: str, fragments: Fragments) -> None:
        """Let a span cover other text; a suggestion is changed by it."""
        desk = self._desk
        if desk.work is None:
            return
        if (span := desk.work.own.spans.get(key)) and span.fragments != fragments:
            update = desk.perform(spans.move, key, fragments)
        elif (each := desk.work.left.spans.get(key)) and each.span.fragments != fragments:
            update = desk.perform(suggestions.change, key, fragments=fragments)
        else:
            return
        if update:
            desk.select(next(iter(update.select), ""))
        else:
            self._canvas.end_preview(key)

    def add_selection(self) -> None:
        """Let what is current cover the selection too."""
        self._recut(with_selection, self._canvas.selected())

    def take_out_selection(self) -> None:
        """Let what is current no longer cover the selection."""
        self._recut(without_selection, self._canvas.text.selection())

    def _recut(self, cut: Callable[[Fragments, Fragments], Fragments], selected: Fragments) -> None:
        span = self._current_span()
        if span is None:
            self._desk.failed.emit(_tr("Nothing is selected: click a span, or press Space at the caret."))
        elif not selected:
            self._desk.failed.emit(_tr("Select some text first; the current span stays current."))
        elif not (fragments := cut(span.fragments, selected)):
            self._desk.failed.emit(_tr("The span would cover no text any more."))
        else:
            self._canvas.text.clear_selection()
            self.cover(span.id, fragments)

    def _current_span(self) -> Span | None:
        desk = self._desk
        return desk.span or (desk.suggested.span if desk.suggested else None)

    def trim(self) -> None:
        """Take stray spaces and quotation marks off the ends of the selection, or else of what is current."""
        work, text, span = self._desk.work, self._canvas.text, self._current_span()
        if work is None:
            return
        if selected := text.selection():
            found = trimmed_ends(work.article.text, selected)
            text.select(found[0][0], found[-1][1])
        elif span is not None:
            self.cover(span.id, trimmed_ends(work.article.text, span.fragments))
        else:
            self._desk.failed.emit(_tr("Nothing is selected: click a span, or press Space at the caret."))
