"""A schema while somebody edits it: every change keeps the names in it together, and renames are remembered.

Nothing is written; `schema_editing` does that. Things are named by kind and place, because a name may change.
"""

from collections.abc import Callable, Iterable
from typing import Any, Literal

import msgspec

from annotator.model.errors import SchemaError
from annotator.model.schema import Attribute, Group, Label, RelationType, Schema
from annotator.model.schema_changes import Renames, check_renames
from annotator.model.schema_file import read_schema
from annotator.store.schema_toml import write_schema

Kind = Literal["groups", "labels", "relations", "attributes"]
Thing = Group | Label | RelationType | Attribute
KINDS: tuple[Kind, ...] = ("groups", "labels", "relations", "attributes")

_replace = msgspec.structs.replace


class Draft:
    """A schema that is being edited, beside the one that the project has."""

    def __init__(self, schema: Schema) -> None:
        self.old = self.schema = schema
        self._origin: dict[Kind, dict[str, str]] = {
            kind: {each.name: each.name for each in self.things(kind)} for kind in KINDS
        }
        rows = schema.attributes
        self._choices: dict[str, dict[str, str]] = {each.name: {} for each in rows}
        for each in rows:
            self._choices[each.name] |= {choice: choice for choice in each.choices}
        self._into: dict[Kind, dict[str, str]] = {"labels": {}, "relations": {}}

    def things(self, kind: Kind) -> tuple[Any, ...]:
        """All groups, labels, relation types or attributes, in order."""
        found: tuple[Any, ...] = getattr(self.schema, kind)
        return found

    def _put(self, kind: Kind, things: Iterable[Thing]) -> None:
        self.schema = _replace(self.schema, **{kind: tuple(things)})

    # Changes

    def change(self, kind: Kind, at: int, /, **fields: object) -> None:
        """Give a thing other values; another name goes to everything that names it."""
        things = list(self.things(kind))
        old = things[at]
        new_name = fields.pop("name", old.name)
        things[at] = _replace(old, **fields)
        self._put(kind, things)
        if new_name != old.name:
            self._rename(kind, at, old.name, str(new_name))

    def _rename(self, kind: Kind, at: int, old: str, new: str) -> None:
        if not new or self.is_taken(kind, new):
            raise SchemaError("draft.name", f"The name {new} is taken." if new else "A name must not be empty.")
        things = self.things(kind)
        same = {n for n, each in enumerate(things) if each.name == old} if kind != "labels" else {at}
        self._put(kind, [_replace(each, name=new) if n in same else each for n, each in enumerate(things)])
        if kind == "attributes":
            self._choices[new] = self._choices.pop(old, {})
        else:
            self._mention(lambda name: (new,) if name == old else (name,), in_sets=kind == "labels")
        if (origin := self._origin[kind].pop(old, None)) is not None:
            self._origin[kind][new] = origin
        table = self._into.get(kind, {})
        self._into[kind] = {gone: new if to == old else to for gone, to in table.items()}

    def is_taken(self, kind: Kind, name: str) -> bool:
        """Whether something has this name that must be another's."""
        if kind == "attributes":
            return any(each.name == name for each in self.schema.attributes)
        others = {"spans", "relations", "article", *self.schema.sets} if kind == "labels" else {"spans", "relations"}
        every = (each.name for some in ("groups", "labels", "relations") for each in getattr(self.schema, some))
        return name in others or name in every

    def _mention(self, names: Callable[[str], tuple[str, ...]], *, in_sets: bool) -> None:
        """Let everything that mentions names mention others, or none."""

        def named(old: Iterable[str]) -> tuple[str, ...]:
            return tuple(dict.fromkeys(name for each in old for name in names(each)))

        schema = self.schema
        mapping = {
            pipeline: {theirs: new[0] for theirs, ours in table.items() if (new := names(ours))}
            for pipeline, table in schema.mapping.items()
        }
        self.schema = _replace(
            schema,
            sets={name: named(members) for name, members in schema.sets.items()} if in_sets else schema.sets,
            mapping=mapping if in_sets else schema.mapping,
            labels=tuple(_replace(each, group=(*names(each.group), each.group)[0]) for each in schema.labels),
            relations=tuple(_replace(each, head=named(each.head), tail=named(each.tail)) for each in schema.relations),
            attributes=tuple(_replace(each, on=named(each.on)) for each in schema.attributes),
        )

    def rename_choice(self, at: int, old: str, new: str) -> None:
        """Give a choice of an attribute another name, in all attributes of that name."""
        name = self.schema.attributes[at].name
        every = {choice for each in self.schema.attributes if each.name == name for choice in each.choices}
        if not new or new in every:
            raise SchemaError("draft.choice", f"The choice {new} is there already." if new else "A choice is empty.")

        def renamed(each: Attribute) -> Attribute:
            choices = tuple(new if choice == old else choice for choice in each.choices)
            return _replace(each, choices=choices, default=new if each.default == old else each.default)

        self._put("attributes", [renamed(each) if each.name == name else each for each in self.schema.attributes])
        table = self._choices.setdefault(name, {})
        if (origin := table.pop(old, None)) is not None:
            table[new] = origin

    def add(self, kind: Kind) -> int:
        """Add a new thing under a name that is free; its place."""
        stem = {"groups": "group", "labels": "LABEL", "relations": "relation", "attributes": "attribute"}[kind]
        name = next(each for n in range(1, 10_000) if not self.is_taken(kind, each := f"{stem}{n if n > 1 else ''}"))
        first = self.schema.offered_labels[0]
        made: dict[Kind, Callable[[], Thing]] = {
            "groups": lambda: Group(name=name),
            "labels": lambda: Label(name=name, group=self.schema.groups[0].name),
            "relations": lambda: RelationType(name=name, head=(first.name,), tail=(first.name,)),
            "attributes": lambda: Attribute(name=name, on=(first.name,), kind="flag"),
        }
        self._put(kind, [*self.things(kind), made[kind]()])
        return len(self.things(kind)) - 1

    def remove(self, kind: Kind, at: int, *, into: str = "") -> None:
        """Take a thing away; `into` is the label or type that its spans or relations get instead."""
        things = list(self.things(kind))
        gone = things.pop(at)
        if kind == "groups" and any(each.group == gone.name for each in self.schema.labels):
            raise SchemaError("draft.group", f"There are labels in the group {gone.name}: move them to another first.")
        if kind == "labels" and len(self.schema.offered_labels) == 1 and not gone.retired:
            raise SchemaError("draft.last", "A schema needs a label: this is the last one.")
        self._put(kind, things)
        if any(each.name == gone.name for each in things):
            return  # it was one of several of that name
        if kind != "attributes":
            self._mention(lambda name: () if name == gone.name else (name,), in_sets=kind == "labels")
        origin = self._origin[kind].pop(gone.name, None)
        if into and origin is not None:
            self._into[kind][origin] = into

    def move(self, kind: Kind, at: int, step: int) -> int:
        """Move a thing up or down; its new place."""
        things = list(self.things(kind))
        to = min(max(at + step, 0), len(things) - 1)
        things.insert(to, things.pop(at))
        self._put(kind, things)
        return to

    # As a whole

    def toml(self) -> str:
        """The schema as text."""
        return write_schema(self.schema)

    def take(self, toml: str) -> None:
        """Take the schema from a text. Renames stay remembered where both names still fit; raises SchemaError."""
        self.schema = read_schema(toml)
        for kind in KINDS:
            there = {each.name for each in self.things(kind)}
            self._origin[kind] = {name: old for name, old in self._origin[kind].items() if name in there}
            known = self._origin[kind].keys() | set(self._origin[kind].values())
            old = {each.name for each in getattr(self.old, kind)}
            self._origin[kind] |= {name: name for name in (there & old) - known}

    def renames(self) -> Renames:
        """What is only called otherwise, and what goes into something else."""

        def told(table: dict[str, str]) -> dict[str, str]:
            return {old: new for new, old in table.items() if old != new}

        def going(kind: Kind) -> dict[str, str]:
            there = {each.name for each in self.things(kind)}
            return {old: to for old, to in self._into[kind].items() if to in there and old not in there}

        origin = self._origin["attributes"]
        choices = {origin[name]: told(table) for name, table in self._choices.items() if name in origin}
        return Renames(
            groups=told(self._origin["groups"]),
            labels=told(self._origin["labels"]),
            relations=told(self._origin["relations"]),
            attributes=told(origin),
            choices={name: table for name, table in choices.items() if table},
            into=going("labels"),
            relations_into=going("relations"),
        )

    def problem(self) -> str:
        """What keeps the draft from being saved, in a sentence; "" when nothing does."""
        try:
            read_schema(self.toml())
            check_renames(self.old, self.schema, self.renames())
        except SchemaError as error:
            return error.sentence
        return ""
