"""What is different between two schemas, and which names are only new names of what was there before.

A comparison cannot see a rename: it is told, in `Renames`. What a change does to annotation is the store's.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from annotator.model.errors import SchemaError
from annotator.model.schema import Attribute, Group, Label, RelationType, Schema

Thing = TypeVar("Thing", Label, Attribute, RelationType, Group)


class Renames(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Old names and the new ones. Attributes that share a name are renamed together.

    `into` and `relations_into` are of another kind: a label or a type that goes, and the one of the new schema
    that its spans or relations get.
    """

    groups: dict[str, str] = {}
    labels: dict[str, str] = {}
    relations: dict[str, str] = {}
    attributes: dict[str, str] = {}
    choices: dict[str, dict[str, str]] = {}  # by the old name of the attribute
    into: dict[str, str] = {}
    relations_into: dict[str, str] = {}

    def __bool__(self) -> bool:
        return self != Renames()

    def inverse(self) -> "Renames":
        """The renames back; what went into another name is not among them."""
        return Renames(
            groups=_turned(self.groups),
            labels=_turned(self.labels),
            relations=_turned(self.relations),
            attributes=_turned(self.attributes),
            choices={self.attributes.get(name, name): _turned(each) for name, each in self.choices.items()},
        )


def _turned(names: Mapping[str, str]) -> dict[str, str]:
    return {new: old for old, new in names.items()}


def check_renames(old: Schema, new: Schema, told: Renames) -> None:
    """Raise SchemaError where a rename is of nothing, or would make one of two."""
    _check("group", told.groups, _names(old.groups), _names(new.groups))
    _check("label", told.labels, _names(old.labels), _names(new.labels))
    _check("relation type", told.relations, _names(old.relations), _names(new.relations))
    _check("attribute", told.attributes, _names(old.attributes), _names(new.attributes))
    for name, table in told.choices.items():
        _check(f"choice of {name}", table, _choices(old, name), _choices(new, told.attributes.get(name, name)))
    _check_into("label", told.into, told.labels, _names(old.labels), _names(new.offered_labels))
    offered = _names(new.offered_relations)
    _check_into("relation type", told.relations_into, told.relations, _names(old.relations), offered)


def _names(things: Iterable[Thing]) -> set[str]:
    return {each.name for each in things}


def _choices(schema: Schema, name: str) -> set[str]:
    return {each for row in schema.attributes if row.name == name for each in row.choices}


def _check(what: str, table: Mapping[str, str], before: set[str], after: set[str]) -> None:
    for old, new in table.items():
        if old not in before:
            raise SchemaError("rename.none", f"There is no {what} {old} that could be renamed {new}.")
        if new not in after:
            raise SchemaError("rename.lost", f"The {what} {old} is renamed {new}, which the new schema lacks.")
        if (new in before and new not in table) or list(table.values()).count(new) > 1:
            raise SchemaError("rename.double", f"The {what} {old} cannot be renamed {new}: that name is taken.")
        if old in after and old not in table.values():
            raise SchemaError("rename.both", f"The {what} {old} is renamed {new}, but is there again as another one.")


def _check_into(
    what: str, into: Mapping[str, str], renamed: Mapping[str, str], before: set[str], after: set[str]
) -> None:
    for old, new in into.items():
        if old not in before or old in renamed or old in after:
            raise SchemaError("rename.stays", f"The {what} {old} cannot become {new}: it does not go.")
        if new not in after:
            raise SchemaError("rename.lost", f"The {what} {old} becomes {new}, which the new schema lacks.")


# The older schema in the new names


def renamed(old: Schema, told: Renames) -> Schema:
    """The older schema in the new names."""
    names = {**told.groups, **told.labels, **told.relations}
    replace = msgspec.structs.replace

    def named(each: Iterable[str]) -> tuple[str, ...]:
        return tuple(names.get(name, name) for name in each)

    return replace(
        old,
        sets={name: named(members) for name, members in old.sets.items()},
        groups=tuple(replace(each, name=told.groups.get(each.name, each.name)) for each in old.groups),
        labels=tuple(
            replace(each, name=told.labels.get(each.name, each.name), group=told.groups.get(each.group, each.group))
            for each in old.labels
        ),
        relations=tuple(
            replace(
                each,
                name=told.relations.get(each.name, each.name),
                head=named(each.head),
                tail=named(each.tail),
            )
            for each in old.relations
        ),
        attributes=tuple(_renamed_attribute(each, told, named(each.on)) for each in old.attributes),
        mapping={name: dict(zip(table, named(table.values()), strict=True)) for name, table in old.mapping.items()},
    )


def _renamed_attribute(each: Attribute, told: Renames, on: tuple[str, ...]) -> Attribute:
    choices = told.choices.get(each.name, {})
    default = choices.get(each.default, each.default) if isinstance(each.default, str) else each.default
    return msgspec.structs.replace(
        each,
        name=told.attributes.get(each.name, each.name),
        on=on,
        choices=tuple(choices.get(choice, choice) for choice in each.choices),
        default=default,
    )


# Does the new schema allow all that the older one did?


def admits(rows: Iterable[Attribute], each: Attribute) -> bool:
    """Whether one of the rows takes every value that the attribute takes."""
    same = (row for row in rows if row.name == each.name and row.kind == each.kind)
    return any(set(each.choices) <= set(row.choices) for row in same)


def narrows(before: Schema, new: Schema) -> bool:
    """Whether the older schema, in the new names, allowed something that the new one does not, or not for long."""
    if {each.name for each in before.offered_labels} - {each.name for each in new.offered_labels}:
        return True
    return bool(
        narrowed_relations(before, new)
        or any(narrowed_attributes(before.known_of_label(name), new.known_of_label(name)) for name in _every(before))
        or any(
            narrowed_attributes(before.known_of_relation(name), new.known_of_relation(name))
            for name in before.relation_by_name
        )
        or narrowed_attributes(before.known_of_article, new.known_of_article)
    )


def _every(schema: Schema) -> list[str]:
    return [label.name for label in schema.labels]


def narrowed_relations(before: Schema, new: Schema) -> set[str]:
    """The relation types of which the new schema does not allow all that the older one did."""
    return {
        row.name
        for row in before.relations
        if not all(
            new.links(row.name, head, tail) for head in before.expand(row.head) for tail in before.expand(row.tail)
        )
    }


def narrowed_attributes(before: Iterable[Attribute], new: Iterable[Attribute]) -> list[Attribute]:
    """The attributes of a place of which values may stand there that do not fit any more."""
    rows = list(new)
    return [each for each in before if not admits(rows, each)]


# What is different, for people


def differences(old: Schema, new: Schema, told: Renames) -> list[str]:
    """Each difference as a sentence; nothing when both say the same."""
    before = renamed(old, told)
    return [
        *_renamed_sentences(told),
        *_of_things("group", before.groups, new.groups),
        *_of_things("label", before.labels, new.labels),
        *_of_things("attribute", before.attributes, new.attributes),
        *_of_things("relation type", before.relations, new.relations),
        *_of_the_rest(before, new),
    ]


def _renamed_sentences(told: Renames) -> Iterator[str]:
    tables = {"group": told.groups, "label": told.labels, "relation type": told.relations, "attribute": told.attributes}
    for what, table in tables.items():
        yield from (f"The {what} {old} is renamed {new}." for old, new in table.items())
    for name, table in told.choices.items():
        yield from (f"The choice {old} of {name} is renamed {new}." for old, new in table.items())


def _of_things(what: str, before: Iterable[Thing], new: Iterable[Thing]) -> Iterator[str]:
    old, now = _numbered(before), _numbered(new)
    yield from (f"The {what} {name} goes." for name, nth in old if (name, nth) not in now)
    yield from (f"The {what} {name} is new." for name, nth in now if (name, nth) not in old)
    for key in (key for key in old if key in now):
        for field in now[key].__struct_fields__:
            was, is_now = getattr(old[key], field), getattr(now[key], field)
            if was != is_now:
                yield f"The {what} {key[0]}: {field} {_shown(was)} becomes {_shown(is_now)}."
    if [key for key in old if key in now] != [key for key in now if key in old]:
        yield f"The order of the {what}s is another one."


def _numbered(things: Iterable[Thing]) -> dict[tuple[str, int], Thing]:
    """By name; of several that share one, by their order too."""
    found: dict[tuple[str, int], Thing] = {}
    seen: Counter[str] = Counter()
    for each in things:
        found[each.name, seen[each.name]] = each
        seen[each.name] += 1
    return found


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "nothing"
    return f"“{value}”" if value not in ("", None) else "nothing"


def _of_the_rest(before: Schema, new: Schema) -> Iterator[str]:
    for field in ("name", "title", "language"):
        was, is_now = getattr(before, field), getattr(new, field)
        if was != is_now:
            yield f"The schema's {field} {_shown(was)} becomes {_shown(is_now)}."
    if before.sets != new.sets:
        yield "The sets of labels are others."
    if before.mapping != new.mapping:
        yield "The mapping of pipelines' labels is another one."
