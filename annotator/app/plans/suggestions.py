"""Plans that judge suggestions: accept, change, reject.

Accepting a relation accepts its ends in the same step; rejecting a span rejects its relations.
"""

from collections.abc import Iterable

import msgspec

from annotator.app.plans.plan import Plan, View
from annotator.app.wording import count
from annotator.model.annotation import Fragments, Relation, Span, SpanKey, VerdictKind, covered
from annotator.model.edits import Edit, RelationEdit, SpanEdit, VerdictEdit
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.model.rules import fitting, is_there, relation_problems, shorten
from annotator.model.suggestions import SuggestedRelation, SuggestedSpan, make_verdict


def accept(view: View, suggestion_ids: Iterable[str]) -> Plan:
    """Make suggestions the annotator's own."""
    making = Accepting(view)
    for each in dict.fromkeys(suggestion_ids):
        making.accept(each)
    return making.plan("Accept")


def accept_all(view: View, suggestion_ids: Iterable[str], what: str = "") -> Plan:
    """Accept many at once. A relation that no longer fits the schema, as its end was changed, is rejected."""
    accepting = Accepting(view, reject_unfitting=True)
    for each in dict.fromkeys(suggestion_ids):
        accepting.accept(each)
    return accepting.plan("Accept", what)


def change(view: View, suggestion_id: str, *, label: str | None = None, fragments: Fragments | None = None) -> Plan:
    """Accept a suggested span with another label or other fragments."""
    making = Accepting(view)
    suggested = view.left.spans.get(suggestion_id)
    if suggested is None:
        raise EditError("judge.gone", "This suggestion was judged already.")
    making.take(suggested, "changed", label=label, fragments=fragments)
    return making.plan("Change")


class Accepting:
    """The edits of an acceptance as they come together, so that no end is accepted twice."""

    def __init__(self, view: View, *, reject_unfitting: bool = False) -> None:
        self._view = view
        self._reject_unfitting = reject_unfitting
        self._rejected = 0
        self._edits: list[Edit] = []
        self._made: dict[SpanKey, Span] = {}
        self._linked: dict[str, list[Relation]] = {}
        self._last = ""

    def plan(self, verb: str, which: str = "") -> Plan:
        """All of it as one step; `which` says more of the suggestions where they are several."""
        spans = list(self._made.values())
        verdicts = sum(isinstance(edit, VerdictEdit) for edit in self._edits) - self._rejected
        what = self._last if verdicts == 1 and not which else f"{count(verdicts, 'suggestion')}{which}"
        return Plan(
            title=f"{verb} {what}",
            edits=tuple(self._edits),
            made=tuple(span.id for span in spans),
            remark=f"Relations that no longer fit their ends were rejected: {self._rejected}."
            if self._rejected
            else "",
        )

    def accept(self, suggestion_id: str) -> None:
        """Accept one; what was accepted with another is passed over."""
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
        """Make a suggested span the annotator's own, with another label or other fragments where they are given."""
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
            note="",  # a model's names the rule that found it
            origin=suggested.origin,
        )
        if self._view.judging.marked(span.key):
            raise EditError("mark.double", f"“{shorten(span.text)}” is marked as {name} already.")
        self._made[old.key] = span
        self._last = f"{name} “{shorten(span.text)}”"
        self._edits += [SpanEdit(None, span), VerdictEdit(None, make_verdict(kind, suggested, span.id))]
        return span

    def _link(self, suggested: SuggestedRelation) -> None:
        if self._reject_unfitting and self._is_unfitting(suggested):
            self._rejected += 1
            self._edits.append(VerdictEdit(None, make_verdict("rejected", suggested)))
            return
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

    def _is_unfitting(self, suggested: SuggestedRelation) -> bool:
        head, tail = (self._known(end) or end for end in (suggested.head, suggested.tail))
        new = msgspec.structs.replace(suggested.relation, head=head.id, tail=tail.id)
        return any(relation_problems(self._view.schema, new, {head.id: head, tail.id: tail}))

    def _known(self, end: Span) -> Span | None:
        return self._view.judging.answer(end.key) or self._made.get(end.key)

    def _end(self, suggested: SuggestedRelation, end: Span) -> Span:
        """The annotator's span for an end: the same one, what she changed it to, or the suggestion accepted."""
        return self._known(end) or self.take(SuggestedSpan(end, suggested.model), "accepted")


def reject(view: View, suggestion_ids: Iterable[str], which: str = "") -> Plan:
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
    what = f"the suggested {name}" if len(verdicts) == 1 else f"{len(verdicts)} suggestions{which}"
    return Plan(title=f"Reject {what}", edits=tuple(VerdictEdit(None, each) for each in verdicts))
