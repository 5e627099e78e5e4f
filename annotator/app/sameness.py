"""Whether two annotation sets say the same, whatever ids their records have: formats without ids give new ones."""

from collections import Counter
from collections.abc import Mapping

import msgspec

from annotator.model.annotation import AnnotationSet, Relation, Span

_encode = msgspec.json.Encoder(order="sorted").encode


def says_the_same(one: AnnotationSet, other: AnnotationSet) -> bool:
    """Whether both hold the same spans, relations, verdicts and state, whatever the version of their schema."""
    return (one.annotator, one.state) == (other.annotator, other.state) and _said(one) == _said(other)


def _said(each: AnnotationSet) -> Counter[tuple[bytes, ...]]:
    """What a set says, each record by its content, and by that of the records that it is about."""
    spans = {span.id: (_bare(span),) for span in each.spans.values()}
    relations = {relation.id: _relation(relation, spans) for relation in each.relations.values()}
    records = {**spans, **relations}
    found: Counter[tuple[bytes, ...]] = Counter([*spans.values(), *relations.values()])
    for verdict in each.verdicts.values():
        bare = msgspec.structs.replace(verdict, id="", result=None)
        found[(_encode(bare), *records.get(verdict.result or "", ()))] += 1
    return found


def _bare(record: Span | Relation) -> bytes:
    ends = {"head": "", "tail": ""} if isinstance(record, Relation) else {}
    return _encode(msgspec.structs.replace(record, id="", **ends))


def _relation(relation: Relation, spans: Mapping[str, tuple[bytes, ...]]) -> tuple[bytes, ...]:
    return _bare(relation), *spans.get(relation.head, ()), *spans.get(relation.tail, ())
