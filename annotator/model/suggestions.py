"""Which of a model's spans and relations a person has not yet judged.

A suggestion equal in label and fragments to a span the person has, or to one she judged, counts as judged
and is not shown again, whatever the model; so does a relation equal in type and ends.
"""

from collections.abc import Iterable

import msgspec

from annotator.model.annotation import (
    AnnotationSet,
    Annotator,
    Origin,
    Relation,
    RelationKey,
    Span,
    SpanKey,
    Verdict,
    VerdictKind,
    text_order,
)
from annotator.model.ids import new_id


class SuggestedSpan(msgspec.Struct, frozen=True, gc=False):
    """A model's span with the model it came from."""

    span: Span
    model: Annotator

    @property
    def origin(self) -> Origin:
        """What a span made of it remembers."""
        return Origin(suggestion=self.span.id, annotator=self.model.name, version=self.model.version)


class SuggestedRelation(msgspec.Struct, frozen=True, gc=False):
    """A model's relation with the model's spans at its ends."""

    relation: Relation
    head: Span
    tail: Span
    model: Annotator

    @property
    def key(self) -> RelationKey:
        """The relation by what it says."""
        return RelationKey(type=self.relation.type, head=self.head.key, tail=self.tail.key)

    @property
    def origin(self) -> Origin:
        """What a relation made of it remembers."""
        return Origin(suggestion=self.relation.id, annotator=self.model.name, version=self.model.version)


class Pending(msgspec.Struct, frozen=True):
    """The suggestions a person still has to judge, by the id of the model's span or relation, in text order."""

    spans: dict[str, SuggestedSpan]
    relations: dict[str, SuggestedRelation]

    def __len__(self) -> int:
        return len(self.spans) + len(self.relations)


class Said(msgspec.Struct, frozen=True):
    """All that models suggest, by what it says, in text order."""

    spans: dict[SpanKey, SuggestedSpan]
    relations: dict[RelationKey, SuggestedRelation]


def said_by(models: Iterable[AnnotationSet]) -> Said:
    """All that the models suggest; what two of them say alike appears once, as the first has it."""
    spans: dict[SpanKey, SuggestedSpan] = {}
    relations: dict[RelationKey, SuggestedRelation] = {}
    for model in models:
        for span in model.spans.values():
            spans.setdefault(span.key, SuggestedSpan(span, model.annotator))
        for relation in model.relations.values():
            head, tail = model.spans[relation.head], model.spans[relation.tail]
            each = SuggestedRelation(relation, head, tail, model.annotator)
            relations.setdefault(each.key, each)
    in_order = sorted(spans.items(), key=lambda item: text_order(item[1].span))
    linked = sorted(relations.items(), key=lambda item: (text_order(item[1].head), text_order(item[1].tail)))
    return Said(dict(in_order), dict(linked))


def pending(own: AnnotationSet, models: Iterable[AnnotationSet]) -> Pending:
    """What is left to judge in `own` of what the models say."""
    every = said_by(models)
    judged = _judged(own)
    rejected = _rejected(own)
    return Pending(
        {each.span.id: each for key, each in every.spans.items() if key not in judged},
        {
            each.relation.id: each
            for key, each in every.relations.items()
            if key not in judged and not {key.head, key.tail} & rejected
        },
    )


def _judged(own: AnnotationSet) -> set[SpanKey | RelationKey]:
    keys: set[SpanKey | RelationKey] = {span.key for span in own.spans.values()}
    keys.update(own.relation_key(relation) for relation in own.relations.values())
    keys.update(verdict.subject for verdict in own.verdicts.values())
    return keys


def _rejected(own: AnnotationSet) -> set[SpanKey | RelationKey]:
    """The spans that were turned down and not marked by hand since: their relations fall with them."""
    keys = {each.subject for each in own.verdicts.values() if each.kind == "rejected"}
    return keys - {span.key for span in own.spans.values()}


def make_verdict(kind: VerdictKind, subject: SuggestedSpan | SuggestedRelation, result: str | None = None) -> Verdict:
    """The record of what a person said of a suggestion."""
    key = subject.span.key if isinstance(subject, SuggestedSpan) else subject.key
    return Verdict(id=new_id(), kind=kind, subject=key, origin=subject.origin, result=result)
