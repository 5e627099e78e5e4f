"""Numbers that JSON cannot say: infinities and not-a-number are left out of what goes out, and reported."""

from collections.abc import Mapping
from math import isfinite
from typing import TypeVar

from msgspec.structs import replace as altered

from annotator.exchange.losses import Loss, LossKind, LossReport
from annotator.exchange.protocols import Outgoing
from annotator.model.annotation import AnnotationSet, Relation, Span

NO_NUMBER = LossKind("no_number", "value that is no finite number")

Value = TypeVar("Value")
Record = TypeVar("Record", Span, Relation)


def finite(item: Outgoing, losses: LossReport) -> Outgoing:
    """The item with only finite numbers; the same one when it has no others."""
    article = item.article
    if not _all_finite(article.meta):
        _report(losses, item, "metadata")
        article = altered(article, meta=_finite(article.meta))
    sets = tuple(_finite_set(each, item, losses) for each in item.sets)
    return Outgoing(article, sets)


def _finite_set(each: AnnotationSet, item: Outgoing, losses: LossReport) -> AnnotationSet:
    good = _all_finite(each.state.attributes)
    if good and all(map(_is_finite, each.spans.values())) and all(map(_is_finite, each.relations.values())):
        return each
    state = each.state
    if not good:
        _report(losses, item, f"article labels of {each.annotator}")
        state = altered(state, attributes=_finite(state.attributes))
    spans = {key: _finite_record(span, item, losses) for key, span in each.spans.items()}
    relations = {key: _finite_record(relation, item, losses) for key, relation in each.relations.items()}
    return altered(each, state=state, spans=spans, relations=relations)


def _is_finite(record: Span | Relation) -> bool:
    if record.score is not None and not isfinite(record.score):
        return False
    return not record.attributes or _all_finite(record.attributes)


def _finite_record(record: Record, item: Outgoing, losses: LossReport) -> Record:
    if _is_finite(record):
        return record
    _report(losses, item, f"{record.label if isinstance(record, Span) else record.type} {record.id}")
    score = record.score if record.score is not None and isfinite(record.score) else None
    return altered(record, score=score, attributes=_finite(record.attributes))


def _all_finite(values: Mapping[str, object]) -> bool:
    return all(isfinite(value) for value in values.values() if isinstance(value, float))


def _finite(values: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if not isinstance(value, float) or isfinite(value)}


def _report(losses: LossReport, item: Outgoing, place: str) -> None:
    losses.add(NO_NUMBER, Loss(article=item.article.title, place=place, done="left out"))
