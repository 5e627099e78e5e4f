"""Finding the records of one annotation set by what they say, without looking at all of a long article.

The index follows the set step by step: `forget` what a step touches, apply it, `learn` it again.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from annotator.model.annotation import AnnotationSet, Relation, RelationKey, Span, SpanKey, Verdict
from annotator.model.edits import ChangeSet, Edit, changes

Key = SpanKey | RelationKey
Table = dict[Any, list[str]]


class SetIndex:
    """A set's spans and relations by their keys, its verdicts by their subjects, its relations by their ends."""

    def __init__(self, own: AnnotationSet) -> None:
        self._own = own
        self._marked: dict[Key, list[str]] = {}
        self._said: dict[Key, list[str]] = {}
        self._linked: dict[str, list[str]] = {}
        self._learn_all()

    def _learn_all(self) -> None:
        """The same as `learn`, in half the time: an article may have thousands of spans when it is opened."""
        keys = {each.id: each.key for each in self._own.spans.values()}
        for span_id, key in keys.items():
            self._marked.setdefault(key, []).append(span_id)
        for relation in self._own.relations.values():
            link = RelationKey(type=relation.type, head=keys[relation.head], tail=keys[relation.tail])
            self._marked.setdefault(link, []).append(relation.id)
            self._linked.setdefault(relation.head, []).append(relation.id)
            self._linked.setdefault(relation.tail, []).append(relation.id)
        for verdict in self._own.verdicts.values():
            self._said.setdefault(verdict.subject, []).append(verdict.id)

    def is_marked(self, key: Key) -> bool:
        """Whether a span or relation of the set says this."""
        return key in self._marked

    def is_judged(self, key: Key) -> bool:
        """Whether a suggestion that says this has a verdict, or stands in the set already."""
        return key in self._marked or key in self._said

    def span(self, key: SpanKey) -> Span | None:
        """The span that says this."""
        ids = self._marked.get(key)
        return self._own.spans[ids[0]] if ids else None

    def verdicts(self, subject: Key) -> list[Verdict]:
        """What was said of a suggestion."""
        return [self._own.verdicts[each] for each in self._said.get(subject, ())]

    def relations_of(self, span_id: str) -> list[Relation]:
        """The relations that the span is an end of."""
        return [self._own.relations[each] for each in self._linked.get(span_id, ())]

    def touched(self, edits: Sequence[Edit]) -> ChangeSet:
        """What the edits name, with the relations of the spans, whose keys change with theirs."""
        named = changes(edits)
        linked = (each for span in named.spans for each in self._linked.get(span, ()))
        return named | ChangeSet(relations=frozenset(linked))

    def forget(self, named: ChangeSet) -> set[Key]:
        """Drop the named records as they stand now; what they say."""
        said: set[Key] = set()
        for table, key, each in self._entries(named, said):
            ids = table[key]
            ids.remove(each)
            if not ids:
                del table[key]
        return said

    def learn(self, named: ChangeSet) -> set[Key]:
        """Take in the named records as they stand now; what they say."""
        said: set[Key] = set()
        for table, key, each in self._entries(named, said):
            table.setdefault(key, []).append(each)
        return said

    def _entries(self, named: ChangeSet, said: set[Key]) -> Iterator[tuple[Table, object, str]]:
        """The places of the named records that stand in the set; what they say is added to `said`."""
        own = self._own
        for span in (own.spans[each] for each in named.spans if each in own.spans):
            said.add(key := span.key)
            yield self._marked, key, span.id
        for relation in (own.relations[each] for each in named.relations if each in own.relations):
            said.add(link := own.relation_key(relation))
            yield self._marked, link, relation.id
            for end in (relation.head, relation.tail):
                yield self._linked, end, relation.id
        for verdict in (own.verdicts[each] for each in named.verdicts if each in own.verdicts):
            said.add(verdict.subject)
            yield self._said, verdict.subject, verdict.id
