"""The suggestions that a person still has to judge, kept up to date step by step.

`model.suggestions.pending` says what is left from scratch; this gives the same without looking at all of a
long article again (a property-based test holds the two together).
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from annotator.model.annotation import AnnotationSet, Relation, RelationKey, Span, SpanKey
from annotator.model.edits import ChangeSet, Edit, apply
from annotator.model.index import Key, SetIndex
from annotator.model.suggestions import Pending, SuggestedRelation, SuggestedSpan, said_by

Item = TypeVar("Item")


class Judging:
    """One person's set beside what models say: what is `left` to judge, and where things are. It carries out steps."""

    def __init__(self, own: AnnotationSet, models: Iterable[AnnotationSet]) -> None:
        self._own = own
        self._index = SetIndex(own)
        self._said = said_by(models)
        self._spans = {each.span.id: each for each in self._said.spans.values()}
        self._relations = {each.relation.id: each for each in self._said.relations.values()}
        self._by_end: dict[SpanKey, list[RelationKey]] = {}
        for key in self._said.relations:
            for end in {key.head, key.tail}:
                self._by_end.setdefault(end, []).append(key)
        self.left = Pending({}, {})
        self._refresh([*self._said.spans, *self._said.relations])

    def marked(self, key: SpanKey) -> Span | None:
        """The person's span that says this."""
        return self._index.span(key)

    def suggested(self, key: SpanKey) -> SuggestedSpan | None:
        """The suggestion that says this, if it is left to judge."""
        found = self._said.spans.get(key)
        return self.left.spans.get(found.span.id) if found else None

    def suggested_links(self, end: SpanKey) -> list[SuggestedRelation]:
        """The suggested relations of a suggested span that are left to judge."""
        every = (self._said.relations[key] for key in self._by_end.get(end, ()))
        return [each for each in every if each.relation.id in self.left.relations]

    def answer(self, key: SpanKey) -> Span | None:
        """The person's span for a suggested one: the same, or what she made of it."""
        made = (self._own.spans.get(each.result or "") for each in self._index.verdicts(key))
        return self.marked(key) or next(filter(None, made), None)

    def relations_of(self, span_id: str) -> list[Relation]:
        """The person's relations that the span is an end of."""
        return self._index.relations_of(span_id)

    def apply(self, edits: Sequence[Edit]) -> tuple[ChangeSet, frozenset[str]]:
        """Apply a step to the person's set; what it changed, and the ids of the suggestions that came or went.

        Raises EditError as `edits.apply` does; then nothing has changed.
        """
        named = self._index.touched(edits)
        said = self._index.forget(named)
        try:
            changed = apply(self._own, edits)
        finally:
            said |= self._index.learn(named)
        ends = [key for each in said if isinstance(each, SpanKey) for key in self._by_end.get(each, ())]
        return changed, self._refresh([*said, *ends])

    def _refresh(self, keys: Iterable[Key]) -> frozenset[str]:
        """Bring the suggestions with these keys in line; the ids of those that came or went."""
        came: set[str] = set()
        went: set[str] = set()
        for key in keys:
            wanted = not self._index.is_judged(key)
            if isinstance(key, SpanKey):
                if span := self._said.spans.get(key):
                    _toggle(self.left.spans, span.span.id, span, wanted, came, went)
            elif relation := self._said.relations.get(key):
                wanted = wanted and not (self.is_rejected(key.head) or self.is_rejected(key.tail))
                _toggle(self.left.relations, relation.relation.id, relation, wanted, came, went)
        if came:
            left = self.left
            self.left = Pending(_in_order(left.spans, self._spans), _in_order(left.relations, self._relations))
        return frozenset(came ^ went)

    def is_rejected(self, key: SpanKey) -> bool:
        """Whether a suggested span was turned down, and not marked by hand since."""
        if self._index.is_marked(key):
            return False
        return any(verdict.kind == "rejected" for verdict in self._index.verdicts(key))


def _in_order(left: dict[str, Item], every: dict[str, Item]) -> dict[str, Item]:
    return {key: each for key, each in every.items() if key in left}


def _toggle(left: dict[str, Item], key: str, value: Item, wanted: bool, came: set[str], went: set[str]) -> None:
    if wanted and key not in left:
        left[key] = value
        came.add(key)
    elif not wanted and left.pop(key, None) is not None:
        went.add(key)
