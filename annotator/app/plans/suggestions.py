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
from annotator.model.rules import fitting, is_there, shorten
from annotator.model.suggestions import SuggestedRelation, SuggestedSpan, make_verdict


def accept(view: View, suggestion_ids: Iterable[str]) -> Plan:
    """Make suggestions the annotator's own."""
    making = _Making(view)
    for each in dict.fromkeys(suggestion_ids):
        making.accept(each)
    return making.plan("Accept")


def change(view: View, suggestion_id: str, *, label: str | None = None, fragments: Fragments | None = None) -> Plan:
    """Accept a suggested span with another label or other fragments."""
    making = _Making(view)
    suggested = view.left.spans.get(suggestion_id)
    if suggested is None:
        raise EditError("judge.gone", "This suggestion was judged already.")
    making.take(suggested, "changed", label=label, fragments=fragments)
    return making.plan("Change")


class _Making:
    """The edits of an acceptance as they come together, so that no end is accepted twice."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._edits: list[Edit] = []
        self._made: dict[SpanKey, Span] = {}
        self._linked: dict[str, list[Relation]] = {}
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
        kept = fitting(schema.attributes_of_label(name), old.attributes)
        span = msgspec.structs.replace(
            old,
            id=new_id(),
            label=name,
            fragments=where,
            text=covered(self._view.article.text, where),
            attributes=schema.defaults_of_label(name) | kept,
            origin=suggested.origin,
        )
        if self._view.judging.marked(span.key):
            raise EditError("mark.double", f"“{shorten(span.text)}” is marked as {name} already.")
        self._made[old.key] = span
        self._last = f"{name} “{shorten(span.text)}”"
        self._edits += [SpanEdit(None, span), VerdictEdit(None, make_verdict(kind, suggested, span.id))]
        return span

    def _link(self, suggested: SuggestedRelation) -> None:
        head, tail = self._end(suggested, suggested.head), self._end(suggested, suggested.tail)
        old = suggested.relation
        attributes = fitting(self._view.schema.attributes_of_relation(old.type), old.attributes)
        ends = {"head": head.id, "tail": tail.id}
        new = msgspec.structs.replace(old, id=new_id(), attributes=attributes, origin=suggested.origin, **ends)
        self._last = f"{old.type} → “{shorten(tail.text)}”"
        others = [*self._view.judging.relations_of(head.id), *self._linked.get(head.id, ())]
        same = is_there(self._view.schema, new, others)
        if same is None:
            self._edits.append(RelationEdit(None, new))
            for end in (head.id, tail.id):
                self._linked.setdefault(end, []).append(new)
        self._edits.append(VerdictEdit(None, make_verdict("accepted", suggested, (same or new).id)))

    def _end(self, suggested: SuggestedRelation, end: Span) -> Span:
        """The annotator's span for an end: the same one, what she changed it to, or the suggestion accepted."""
        if own := self._view.judging.answer(end.key) or self._made.get(end.key):
            return own
        return self.take(SuggestedSpan(end, suggested.model), "accepted")


def reject(view: View, suggestion_ids: Iterable[str]) -> Plan:
    """Turn suggestions down; the relations of a rejected span are rejected with it."""
    wanted = dict.fromkeys(suggestion_ids)
    for span in [view.left.spans[key] for key in wanted if key in view.left.spans]:
        wanted |= dict.fromkeys(each.relation.id for each in view.judging.suggested_links(span.span.key))
    subjects = [view.left.spans.get(key) or view.left.relations.get(key) for key in wanted]
    verdicts = [make_verdict("rejected", subject) for subject in subjects if subject]
    if not verdicts:
        raise EditError("judge.gone", "This suggestion was judged already.")
    first = verdicts[0].subject
    name = first.label if isinstance(first, SpanKey) else first.type
    what = f"the suggested {name}" if len(verdicts) == 1 else f"{len(verdicts)} suggestions"
    return Plan(title=f"Reject {what}", edits=tuple(VerdictEdit(None, each) for each in verdicts))
