"""Spans, relations and verdicts as rows of their tables, and back. Empty values are stored as NULL."""

from typing import Any

import msgspec

from annotator.model.annotation import (
    Attributes,
    Fragments,
    Origin,
    Relation,
    RelationKey,
    Span,
    SpanKey,
    Verdict,
)

Row = tuple[Any, ...]

_encoder = msgspec.json.Encoder()
_attributes = msgspec.json.Decoder(Attributes)
_fragments = msgspec.json.Decoder(Fragments)
_origin = msgspec.json.Decoder(Origin)
_subject = msgspec.json.Decoder(SpanKey | RelationKey)

SPAN_COLUMNS = "id, label, start, [end], fragments, text, attributes, note, origin, score"
RELATION_COLUMNS = "id, type, head, tail, attributes, note, origin, score"
VERDICT_COLUMNS = "id, kind, label, subject, origin, result"


def to_json(value: object) -> str | None:
    """The value as JSON text, or None for an empty one."""
    return _encoder.encode(value).decode() if value else None


def attributes_from(text: str | None) -> Attributes:
    """Attributes from their column."""
    return _attributes.decode(text) if text else {}


def span_row(span: Span) -> Row:
    """A row for SPAN_COLUMNS."""
    fragments, attributes, origin = span.fragments, span.attributes, span.origin
    return (  # an import makes these by the ten thousand: no call that is not needed
        span.id,
        span.label,
        fragments[0][0],
        fragments[-1][1],
        to_json(fragments) if len(fragments) > 1 else None,
        span.text,
        to_json(attributes) if attributes else None,
        span.note or None,
        to_json(origin) if origin else None,
        span.score,
    )


def span_from(row: Row) -> Span:
    """A span from a row of SPAN_COLUMNS."""
    key, label, start, end, fragments, text, attributes, note, origin, score = row
    return Span(
        id=key,
        label=label,
        fragments=_fragments.decode(fragments) if fragments else ((start, end),),
        text=text,
        attributes=_attributes.decode(attributes) if attributes else {},
        note=note or "",
        origin=_origin.decode(origin) if origin else None,
        score=score,
    )


def relation_row(relation: Relation) -> Row:
    """A row for RELATION_COLUMNS."""
    attributes, origin = to_json(relation.attributes), to_json(relation.origin)
    ends = relation.id, relation.type, relation.head, relation.tail
    return (*ends, attributes, relation.note or None, origin, relation.score)


def relation_from(row: Row) -> Relation:
    """A relation from a row of RELATION_COLUMNS."""
    key, kind, head, tail, attributes, note, origin, score = row
    return Relation(
        id=key,
        type=kind,
        head=head,
        tail=tail,
        attributes=_attributes.decode(attributes) if attributes else {},
        note=note or "",
        origin=_origin.decode(origin) if origin else None,
        score=score,
    )


def verdict_row(verdict: Verdict) -> Row:
    """A row for VERDICT_COLUMNS."""
    subject = verdict.subject
    label = subject.label if isinstance(subject, SpanKey) else subject.type
    return verdict.id, verdict.kind, label, to_json(subject), to_json(verdict.origin), verdict.result


def verdict_from(row: Row) -> Verdict:
    """A verdict from a row of VERDICT_COLUMNS."""
    key, kind, _, subject, origin, result = row
    return Verdict(id=key, kind=kind, subject=_subject.decode(subject), origin=_origin.decode(origin), result=result)
