"""The suggestions that a person still has to judge, kept up to date edit by edit.

`model.suggestions.pending` says what is left from scratch; this gives the same without looking at all of a
long article again (a property-based test holds the two together).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from annotator.model.annotation import AnnotationSet, RelationKey, SpanKey, Verdict
from annotator.model.edits import ChangeSet, Edit, changes
from annotator.model.suggestions import Pending, SuggestedRelation, distinct

Key = SpanKey | RelationKey
Item = TypeVar("Item")


class Judging:
    """What is `left` to judge in one set, of what models say.

    Call `before` with the edits of a step ahead of applying them, and `after` once they are applied.
    """

    def __init__(self, own: AnnotationSet, models: Iterable[AnnotationSet]) -> None:
        self._own = own
        every = distinct(models)
        self._spans = {each.span.key: each for each in every.spans.values()}
        self._relations = {each.key: each for each in every.relations.values()}
        self._order = {key: place for place, key in enumerate([*every.spans, *every.relations])}
        self._by_end: dict[SpanKey, list[RelationKey]] = {}
        for key in self._relations:
            for end in {key.head, key.tail}:
                self._by_end.setdefault(end, []).append(key)
        self._marked: Counter[Key] = Counter()
        self._said: Counter[Key] = Counter()
        self._rejected: Counter[Key] = Counter()
        self.left = Pending({}, {})
        self._count(ChangeSet(spans=frozenset(own.spans), verdicts=frozenset(own.verdicts)), 1)
        self._marked.update(own.relation_key(each) for each in own.relations.values())
        self._refresh([*self._spans, *self._relations])

    def before(self, edits: Sequence[Edit]) -> set[Key]:
        """Forget what the edits are about to change; the keys that it concerns."""
        return self._count(self._touched(edits), -1)

    def after(self, edits: Sequence[Edit], concerned: set[Key]) -> frozenset[str]:
        """Take in what the edits changed; the ids of the suggestions that came or went."""
        concerned = concerned | self._count(self._touched(edits), 1)
        ends = [key for each in concerned if isinstance(each, SpanKey) for key in self._by_end.get(each, ())]
        return self._refresh([*concerned, *ends])

    def _touched(self, edits: Sequence[Edit]) -> ChangeSet:
        """What the edits name, with the relations of the spans, whose keys change with theirs."""
        named = changes(edits)
        if not named.spans:
            return named
        ends = (each.id for each in self._own.relations.values() if {each.head, each.tail} & named.spans)
        return named | ChangeSet(relations=frozenset(ends))

    def _count(self, named: ChangeSet, by: int) -> set[Key]:
        """Count the named records as they stand now, once more or once less; their keys."""
        own = self._own
        marked: list[Key] = [own.spans[key].key for key in named.spans if key in own.spans]
        marked.extend(own.relation_key(own.relations[key]) for key in named.relations if key in own.relations)
        verdicts = [own.verdicts[key] for key in named.verdicts if key in own.verdicts]
        for key in marked:
            self._marked[key] += by
        for verdict in verdicts:
            self._count_verdict(verdict, by)
        return {*marked, *(verdict.subject for verdict in verdicts)}

    def _count_verdict(self, verdict: Verdict, by: int) -> None:
        self._said[verdict.subject] += by
        if verdict.kind == "rejected":
            self._rejected[verdict.subject] += by

    def _refresh(self, keys: Iterable[Key]) -> frozenset[str]:
        """Bring the suggestions with these keys in line; the ids of those that came or went."""
        came: set[str] = set()
        went: set[str] = set()
        for key in keys:
            wanted = not self._marked[key] and not self._said[key]
            if isinstance(key, SpanKey):
                if span := self._spans.get(key):
                    _toggle(self.left.spans, span.span.id, span, wanted, came, went)
            elif relation := self._relations.get(key):
                wanted = wanted and not self._has_rejected_end(relation)
                _toggle(self.left.relations, relation.relation.id, relation, wanted, came, went)
        if came:
            self.left = Pending(self._sorted(self.left.spans), self._sorted(self.left.relations))
        return frozenset(came ^ went)

    def _has_rejected_end(self, each: SuggestedRelation) -> bool:
        """Whether an end was turned down, and not marked by hand since."""
        return any(self._rejected[key] and not self._marked[key] for key in (each.head.key, each.tail.key))

    def _sorted(self, left: dict[str, Item]) -> dict[str, Item]:
        return dict(sorted(left.items(), key=lambda item: self._order[item[0]]))


def _toggle(left: dict[str, Item], key: str, value: Item, wanted: bool, came: set[str], went: set[str]) -> None:
    if wanted and key not in left:
        left[key] = value
        came.add(key)
    elif not wanted and left.pop(key, None) is not None:
        went.add(key)
