"""Labels of a file as the schema calls them, and words of a file as values of the schema's attributes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from msgspec.structs import replace as altered

from annotator.exchange.foreign import Found
from annotator.exchange.protocols import Refused
from annotator.model.annotation import Attributes, RelationKey, SpanKey, Value
from annotator.model.schema import Attribute, Schema

LEFT_OUT = "The label {label} is left out, here and from now on, as asked."
_YES = 0.5  # from this score on a category holds


class Labels:
    """The names that `ReadOptions.labels` gives. One serves a file, for what is left out is told once a label."""

    def __init__(self, mapping: Mapping[str, str]) -> None:
        self._mapping = mapping
        self._told: set[str] = set()

    def ours(self, label: str, otherwise: str | None = None) -> str | None:
        """The label here, itself or `otherwise` where none is given; None for one that is to be left out."""
        return (self._mapping[label] or None) if label in self._mapping else otherwise or label

    def __bool__(self) -> bool:
        """Whether any name is given."""
        return bool(self._mapping)

    def left_out(self, labels: Iterable[str], place: str) -> list[Refused]:
        """What to say of labels that were left out, of each the first time only."""
        fresh = dict.fromkeys(label for label in labels if label not in self._told)
        self._told.update(fresh)
        return [Refused(place, LEFT_OUT.format(label=label)) for label in fresh]


def renamed(found: Found, labels: Labels) -> tuple[Found, list[str]]:
    """The set with its labels and types of relations called as the schema does, and the names that were left out.

    A relation of a span that is left out goes with it; verdicts on either stay, under the new name if there is one.
    """
    if not labels:
        return found, []
    ours = labels.ours
    spans = [altered(each, label=label) for each in found.spans if (label := ours(each.label)) is not None]
    gone = {each.id for each in found.spans if ours(each.label) is None}
    relations = [
        altered(each, type=kind)
        for each in found.relations
        if (kind := ours(each.type)) is not None and gone.isdisjoint((each.head, each.tail))
    ]
    verdicts = [altered(each, subject=_subject(each.subject, labels)) for each in found.verdicts]
    names = [each.label for each in found.spans] + [each.type for each in found.relations]
    left_out = [name for name in dict.fromkeys(names) if ours(name) is None]
    return replace(found, spans=spans, relations=relations, verdicts=verdicts), left_out


def _subject(key: SpanKey | RelationKey, labels: Labels) -> SpanKey | RelationKey:
    if isinstance(key, RelationKey):
        kind = labels.ours(key.type) or key.type
        return altered(key, type=kind, head=_key(key.head, labels), tail=_key(key.tail, labels))
    return _key(key, labels)


def _key(key: SpanKey, labels: Labels) -> SpanKey:
    return altered(key, label=labels.ours(key.label) or key.label)


def article_labels(schema: Schema | None, names: Collection[str]) -> tuple[Attributes, list[str]]:
    """Names of categories as article labels, and those that the schema has no place for.

    A category is called `topic=politics`, or like a choice (`politics`) or a flag of the schema.
    """
    values: Attributes = {}
    unknown: list[str] = []
    for name in names:
        found = _article_label(schema, name)
        if found is None or found[0] in values:
            unknown.append(name)
        else:
            values[found[0]] = found[1]
    return values, unknown


def scored_labels(schema: Schema | None, scores: Mapping[str, float]) -> tuple[Attributes, list[str]]:
    """The same of categories with scores from 0 to 1: the likeliest first, those below a half not at all."""
    likely = sorted((name for name, score in scores.items() if score >= _YES), key=lambda name: (-scores[name], name))
    return article_labels(schema, likely)


def _article_label(schema: Schema | None, category: str) -> tuple[str, Value] | None:
    name, sign, word = category.partition("=")
    attributes = schema.article_attributes if schema else []
    if sign:
        known = next((each for each in attributes if each.name == name), None)
        if known is None and schema is not None:
            return None
        return name, typed(known, word)
    for each in attributes:
        if category in each.choices:
            return each.name, category
        if each.kind == "flag" and each.name == category:
            return category, True
    return None


def typed(attribute: Attribute | None, word: str) -> Value:
    """The word as a value of the attribute; as it is where it cannot be one."""
    kind = attribute.kind if attribute else "text"
    if kind == "flag" and word in ("true", "false"):
        return word == "true"
    if kind == "number":
        for number in (int, float):
            try:
                return number(word)
            except ValueError:
                continue
    return word
