"""What a person does to relations that stand: reverse, retype, describe, note, remove."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from annotator.app.plans import relations
from annotator.model.annotation import Relation, Value
from annotator.ui.annotate.acts.marking import Ask
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.panels.side import Side

if TYPE_CHECKING:
    from annotator.ui.annotate.panels.relation_card import RelationCard


def _tr(text: str) -> str:
    return QCoreApplication.translate("RelationActs", text)


class RelationActs(QObject):
    """Acts on the relation that is selected in the panel, or else on the only one of the current span."""

    def __init__(self, desk: Desk, side: Side, ask: Ask) -> None:
        super().__init__(side)
        self._desk, self._side, self._ask = desk, side, ask
        self._panel = side.relations
        self._panel.removed.connect(self.remove)
        self._panel.card_made.connect(self._wire)

    def _wire(self, card: "RelationCard") -> None:
        card.retyped.connect(self._retype)
        card.turned.connect(self._turn)
        card.attribute_wanted.connect(self._describe)
        card.refused.connect(self._desk.failed)
        card.note_wanted.connect(self.note)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions about relations do, by their names in the table."""
        return {"relation.reverse": self.reverse, "relation.retype": self.retype, "relation.note": self.note}

    def _shown(self) -> Relation | None:
        """The relation at hand, in its card; None, and said, when there is none."""
        work, span = self._desk.work, self._desk.span
        if self._desk.read_only:
            self._desk.failed.emit(_tr("The project is open for reading only."))
            return None
        found = self._panel.selected() if self._panel.isVisible() else []
        if not found and work and span:
            found = work.judging.relations_of(span.id)
        if len(found) != 1:
            self._desk.failed.emit(_tr("Select one relation in the Relations tab first."))
            return None
        self._side.tabs.setCurrentWidget(self._panel)
        self._panel.show_relation(found[0].id)
        return found[0]

    def _at_hand(self) -> str:
        return next((each.id for each in self._panel.selected()), "")

    # By key

    def reverse(self) -> None:
        """Let head and tail change places."""
        if self._shown():
            self._panel.card.reverse()

    def retype(self) -> None:
        """Open the list of types."""
        if self._shown():
            box = self._panel.card.type_box
            if box.isEnabled():
                box.setFocus()
                box.showPopup()
            else:
                self._desk.failed.emit(_tr("No other type may lead from this head to this tail."))

    def note(self) -> None:
        """Ask for a note on the relation."""
        relation, work = self._shown(), self._desk.work
        if relation and work:
            tail = work.own.spans[relation.tail]
            question = _tr("Note on {type} → {label} “{text}”")
            told = question.format(type=relation.type, label=tail.label, text=tail.text[:60])
            self._ask(told, relation.note, lambda note: self._desk.perform(relations.set_note, relation.id, note))

    # From the card and the list

    def remove(self, relation_ids: Sequence[str]) -> None:
        """Remove relations, in one step."""
        self._desk.perform(relations.remove, *relation_ids)

    def _retype(self, kind: str) -> None:
        self._desk.perform(relations.retype, self._at_hand(), kind)

    def _turn(self, kind: str) -> None:
        self._desk.perform(relations.reverse, self._at_hand(), kind)

    def _describe(self, name: str, value: Value | None) -> None:
        self._desk.perform(relations.set_attribute, self._at_hand(), name, value)
