"""Labels of a foreign set called as the schema calls them, and those left out that are not wanted."""

from collections.abc import Mapping
from dataclasses import replace

from msgspec.structs import replace as altered

from annotator.exchange.foreign import Found
from annotator.model.annotation import RelationKey, Span, SpanKey


def renamed(found: Found, labels: Mapping[str, str]) -> tuple[Found, list[str]]:
    """The set with the labels that `ReadOptions.labels` gives, and the names of those that were left out.

    A relation of a span that is left out goes with it; verdicts on either stay, under the new name if there is one.
    """
    if not labels:
        return found, []
    gone = {span.id: span.label for span in found.spans if labels.get(span.label) == ""}
    spans = [_named(span, labels) for span in found.spans if span.id not in gone]
    relations = [each for each in found.relations if each.head not in gone and each.tail not in gone]
    verdicts = [altered(each, subject=_subject(each.subject, labels)) for each in found.verdicts]
    return replace(found, spans=spans, relations=relations, verdicts=verdicts), list(dict.fromkeys(gone.values()))


def _named(span: Span, labels: Mapping[str, str]) -> Span:
    return altered(span, label=labels[span.label]) if span.label in labels else span


def _subject(key: SpanKey | RelationKey, labels: Mapping[str, str]) -> SpanKey | RelationKey:
    if isinstance(key, RelationKey):
        return altered(key, head=_key(key.head, labels), tail=_key(key.tail, labels))
    return _key(key, labels)


def _key(key: SpanKey, labels: Mapping[str, str]) -> SpanKey:
    return altered(key, label=labels.get(key.label) or key.label)
