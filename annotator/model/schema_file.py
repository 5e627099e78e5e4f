"""Reading a schema from TOML, and refusing one that breaks its own rules, by name."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from annotator.model.annotation import Value
from annotator.model.errors import SchemaError
from annotator.model.schema import Attribute, Group, Label, RelationType, Schema

_RESERVED = frozenset({"spans", "relations", "article"})


def read_schema(toml: str) -> Schema:
    """The schema that a TOML text describes.

    Raises SchemaError that names what is wrong: not TOML, an unknown field, a name used twice, a key used
    twice, a relation, attribute, set or mapping that names a label which does not exist.
    """
    try:
        schema = msgspec.convert(tomllib.loads(toml), Schema)
    except tomllib.TOMLDecodeError as error:
        raise SchemaError("schema.toml", f"The schema is not valid TOML: {error}.") from error
    except msgspec.ValidationError as error:
        raise SchemaError("schema.shape", f"The schema cannot be read: {error}.") from error
    for problem in _problems(schema):
        raise SchemaError("schema.rule", f"The schema “{schema.name}” {problem}.")
    return schema


def _problems(schema: Schema) -> Iterator[str]:
    yield from _twice("label", (each.name for each in schema.labels))
    yield from _twice("relation type", (each.name for each in schema.offered_relations))
    yield from _twice("group", (each.name for each in schema.groups))
    if not schema.offered_labels:
        yield "has no label"
    yield from _unknown_names(schema)
    yield from _key_problems(schema)
    yield from _same_names(schema)
    for attribute in schema.attributes:
        yield from _attribute_problems(attribute)


def _twice(what: str, names: Iterable[str]) -> Iterator[str]:
    counts = Counter(names)
    if "" in counts:
        yield f"has a {what} without a name"
    yield from (f"names the {what} {name} twice" for name, count in counts.items() if count > 1)


def _same_names(schema: Schema) -> Iterator[str]:
    """What an attribute is on, and who may stand in a relation, is said by name: so a name means one thing."""
    things: tuple[Label | Group, ...] = (*schema.labels, *schema.groups)
    counts = Counter([*(each.name for each in things), *schema.relation_by_name, *_RESERVED])
    yield from (f"uses the name {name} for two things" for name, count in counts.items() if count > 1)
    sets = schema.sets.keys() & schema.label_by_name.keys()
    yield from (f"names both a label and a set {name}" for name in sorted(sets))
    places = [
        *((label.name, schema.attributes_of_label(label.name)) for label in schema.labels),
        *((each.name, schema.attributes_of_relation(each.name)) for each in schema.relations),
        ("the article", schema.article_attributes),
    ]
    for place, attributes in places:
        names = Counter(each.name for each in attributes)
        yield from (f"puts two attributes {name} on {place}" for name, count in names.items() if count > 1)


def _unknown_names(schema: Schema) -> Iterator[str]:
    labels = schema.label_by_name.keys()
    groups = {group.name for group in schema.groups}
    for name, members in schema.sets.items():
        yield from (f"puts an unknown label {each} into the set {name}" for each in members if each not in labels)
    for label in schema.labels:
        if label.group not in groups:
            yield f"puts the label {label.name} into an unknown group {label.group}"
    for relation in schema.relations:
        for each in (*relation.head, *relation.tail):
            if each not in labels and each not in schema.sets:
                yield f"lets the relation {relation.name} use an unknown label {each}"
    places = {*labels, *groups, *schema.relation_by_name, *_RESERVED}
    for attribute in schema.attributes:
        yield from (f"puts {attribute.name} on an unknown {each}" for each in attribute.on if each not in places)
    for pipeline, table in schema.mapping.items():
        unknown = [each for each in table.values() if each not in labels]
        yield from (f"maps {pipeline} to an unknown label {each}" for each in unknown)


def _key_problems(schema: Schema) -> Iterator[str]:
    """Label keys are unique; an attribute's key must not be a label's, nor another's on the same label."""
    label_keys = Counter(label.key for label in schema.labels if label.key)
    yield from (f"gives the key {key} to two labels" for key, count in label_keys.items() if count > 1)
    keyed: tuple[Label | Attribute | RelationType, ...] = (*schema.labels, *schema.attributes, *schema.relations)
    yield from (f"gives a key to {each.name}, which is retired" for each in keyed if each.key and each.retired)
    long = [each for each in keyed if len(each.key) > 1]
    yield from (f"gives {each.name} the key {each.key}, which is not one character" for each in long)
    for label in schema.labels:
        keys = Counter(each.key for each in schema.attributes_of_label(label.name) if each.key)
        for key, count in keys.items():
            if count > 1 or key in label_keys:
                yield f"uses the key {key} twice where {label.name} is selected"


def _attribute_problems(attribute: Attribute) -> Iterator[str]:
    if not attribute.name:
        yield "has an attribute without a name"
    if attribute.kind == "choice" and not attribute.choices:
        yield f"has no choices for {attribute.name}"
    if len(set(attribute.choices)) < len(attribute.choices):
        yield f"needs different choices for {attribute.name}"
    if attribute.default is not None and (problem := value_problem(attribute, attribute.default)):
        yield f"has a default for {attribute.name} that {problem}"


def value_problem(attribute: Attribute, value: Value) -> str | None:
    """What is wrong with a value of the attribute, as the end of a sentence, or None."""
    match attribute.kind:
        case "choice":
            fits, what = value in attribute.choices, f"is none of {', '.join(attribute.choices)}"
        case "flag":
            fits, what = isinstance(value, bool), "is neither true nor false"
        case "number":
            fits, what = _is_number(value), "is no number"
        case "date":
            fits, what = isinstance(value, str) and _is_date(value), "is no date such as 2026-11-24"
        case "text":
            fits, what = isinstance(value, str) and _is_text(value), "is no text"
    return None if fits else what


def _is_number(value: Value) -> bool:
    """JSON has neither infinity nor NaN, and SQLite and most readers no whole number beyond 64 bits."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 2**63


def _is_text(value: str) -> bool:
    """Lone surrogates cannot be stored."""
    return not any("\ud800" <= each <= "\udfff" for each in value)


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
