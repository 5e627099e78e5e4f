"""Each set that was finished blind, beside what became of it and what the models say, ready to be compared.

What a span or a relation says is kept in three ways: where it lies, that with its label, and all that may be changed.
"""

from collections.abc import Hashable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.schema import Schema
from annotator.store import blind as kept
from annotator.store import schemas, sets
from annotator.store.blind import BlindEnd
from annotator.store.blind_sets import set_at
from annotator.store.project import Project
from annotator.store.statistics import Wanted

Thing = Literal["span", "relation"]


class Said(NamedTuple):
    """A span or relation: `place` and `key` compare it with others', `said` with itself at another time."""

    label: str
    place: Hashable
    key: Hashable
    said: object
    is_accepted: bool  # it came from a suggestion


class Pair(NamedTuple):
    """The spans, or the relations, of an article: by id as they were blind and as they stand, and of each model."""

    thing: Thing
    before: dict[str, Said]
    after: dict[str, Said]
    models: dict[Annotator, list[Said]]


def pairs(project: Project, wanted: Wanted) -> Iterator[tuple[BlindEnd, Pair, Pair]]:
    """Of every article that was finished blind, by article and annotator: the spans, and the relations."""
    _, schema = schemas.current(project)
    ends = kept.ends(project, annotator=wanted.annotator, first=wanted.first, last=wanted.last)
    for article, every in groupby(ends, key=lambda each: each.article):
        models = sets.of_models(project, article)
        for end in every:
            before = set_at(project, end)
            after = sets.load(project, end.article, end.annotator) or before
            yield end, _spans(before, after, models), _relations(schema, before, after, models)


def _spans(before: AnnotationSet, after: AnnotationSet, models: list[AnnotationSet]) -> Pair:
    said = {each.annotator: list(_spans_of(each).values()) for each in models}
    return Pair("span", _spans_of(before), _spans_of(after), said)


def _spans_of(found: AnnotationSet) -> dict[str, Said]:
    return {
        each.id: Said(each.label, each.fragments, each.key, (each.key, each.attributes), each.origin is not None)
        for each in found.spans.values()
    }


def _relations(schema: Schema, before: AnnotationSet, after: AnnotationSet, models: list[AnnotationSet]) -> Pair:
    said = {each.annotator: list(_relations_of(schema, each).values()) for each in models}
    return Pair("relation", _relations_of(schema, before), _relations_of(schema, after), said)


def _relations_of(schema: Schema, found: AnnotationSet) -> dict[str, Said]:
    """The place is that of both ends, whichever is the head; so is the key where the type has no direction."""
    made = {}
    for each in found.relations.values():
        ends = found.relation_key(each)
        place = frozenset((ends.head.fragments, ends.tail.fragments))
        both = schema.relation_by_name[each.type].symmetric
        key = (each.type, frozenset((ends.head, ends.tail)) if both else (ends.head, ends.tail))
        said = (each.type, each.head, each.tail, each.attributes)
        made[each.id] = Said(each.type, place, key, said, each.origin is not None)
    return made
