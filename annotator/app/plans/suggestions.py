"""Plans that judge suggestions: accept, change, reject.

Accepting a relation accepts its ends in the same step; rejecting a span rejects its relations.
"""

from collections.abc import Iterable

import msgspec

from annotator.app.plans.plan import Plan, View
from annotator.model.annotation import Fragments, Relation, Span, SpanKey, VerdictKind, covered
from annotator.model.edits import Edit, RelationEdit, SpanEdit, VerdictEdit
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.model.rules import shorten
from annotator.model.suggestions import SuggestedRelation, SuggestedSpan, make_verdict


def accept(view: View, suggestion_ids: Iterable[str]) -> Plan:
    """Make suggestions the annotator's own."""
    making = _Making(view)
    for each in suggestion_ids:
        making.accept(each)
    return making.plan("Accept")


def change(view: View, suggestion_id: str, *, label: str | None = None, fragments: Fragments | None = None) -> Plan:
    """Accept a suggested span with another label or other fragments."""
    making = _Making(view)
    suggested = view.left.spans[suggestion_id]
    making.take(suggested, "changed", label=label, fragments=fragments)
    return making.plan("Change")


class _Making:
    """The edits of an acceptance as they come together, so that no end is accepted twice."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._edits: list[Edit] = []
        self._made: dict[SpanKey, Span] = {}
        self._last = ""

    def plan(self, verb: str) -> Plan:
        spans = list(self._made.values())
        verdicts = sum(isinstance(edit, VerdictEdit) for edit in self._edits)
        what = self._last if verdicts == 1 else f"{verdicts} suggestions"
        return Plan(title=f"{verb} {what}", edits=tuple(self._edits), made=tuple(span.id for span in spans))

    def accept(self, suggestion_id: str) -> None:
        if span := self._view.left.spans.get(suggestion_id):
            if span.span.key not in self._made:
                self.take(span, "accepted")
        elif relation := self._view.left.relations.get(suggestion_id):
            self._link(relation)
        else:
            raise EditError("judge.gone", "This suggestion was judged already.")

    def take(
        self,
        suggested: SuggestedSpan,
        kind: VerdictKind,
        *,
        label: str | None = None,
        fragments: Fragments | None = None,
    ) -> Span:
        old, schema = suggested.span, self._view.schema
        name, where = label or old.label, fragments or old.fragments
        known = {each.name for each in schema.attributes_of_label(name)}
        kept = {key: value for key, value in old.attributes.items() if key in known}
        span = msgspec.structs.replace(
            old,
            id=new_id(),
            label=name,
            fragments=where,
            text=covered(self._view.article.text, where),
            attributes=schema.defaults_of_label(name) | kept,
            origin=suggested.origin,
        )
        if any(each.key == span.key for each in self._view.own.spans.values()):
            raise EditError("mark.double", f"“{shorten(span.text)}” is marked as {name} already.")
        self._made[old.key] = span
        self._last = f"{name} “{shorten(span.text)}”"
        self._edits += [SpanEdit(None, span), VerdictEdit(None, make_verdict(kind, suggested, span.id))]
        return span

    def _link(self, suggested: SuggestedRelation) -> None:
        head, tail = self._end(suggested, suggested.head), self._end(suggested, suggested.tail)
        old = suggested.relation
        new = Relation(
            id=new_id(),
            type=old.type,
            head=head.id,
            tail=tail.id,
            attributes=old.attributes,
            note=old.note,
            origin=suggested.origin,
            score=old.score,
        )
        self._last = f"{old.type} → “{shorten(tail.text)}”"
        self._edits += [RelationEdit(None, new), VerdictEdit(None, make_verdict("accepted", suggested, new.id))]

    def _end(self, suggested: SuggestedRelation, end: Span) -> Span:
        """The annotator's span for an end: the same one, what she changed it to, or the suggestion accepted."""
        own = self._view.own
        if same := next((span for span in own.spans.values() if span.key == end.key), None):
            return same
        results = [each.result for each in own.verdicts.values() if each.subject == end.key and each.result]
        if changed := next((own.spans[key] for key in results if key in own.spans), None):
            return changed
        if end.key in self._made:
            return self._made[end.key]
        return self.take(SuggestedSpan(end, suggested.model), "accepted")


def reject(view: View, suggestion_ids: Iterable[str]) -> Plan:
    """Turn suggestions down; the relations of a rejected span are rejected with it."""
    wanted = dict.fromkeys(suggestion_ids)
    for each in view.left.relations.values():
        if each.head.id in wanted or each.tail.id in wanted:
            wanted[each.relation.id] = None
    subjects = [view.left.spans.get(key) or view.left.relations.get(key) for key in wanted]
    verdicts = [make_verdict("rejected", subject) for subject in subjects if subject]
    if not verdicts:
        raise EditError("judge.gone", "This suggestion was judged already.")
    first = verdicts[0].subject
    name = first.label if isinstance(first, SpanKey) else first.type
    what = f"the suggested {name}" if len(verdicts) == 1 else f"{len(verdicts)} suggestions"
    return Plan(title=f"Reject {what}", edits=tuple(VerdictEdit(None, each) for each in verdicts))
