"""The schema of a project: labels, attributes, relation types, keys, colours, and what goes with what.

Reading it from TOML is in `model.schema_file`; checking annotation against it in `model.rules`. What is `retired`
stands in annotation that was made before the schema changed: it is valid and shown, but not offered any more. A
relation type or an attribute may be there both retired, as it was, and in use, as it is now.
"""

from functools import cached_property
from typing import Literal

import msgspec

from annotator.model.annotation import Attributes, Value

AttributeKind = Literal["choice", "flag", "text", "number", "date"]


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Labels that belong together; matching for agreement runs within one. `guideline` is a file name."""

    name: str
    title: str = ""
    guideline: str = ""


class Label(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of span."""

    name: str
    group: str
    key: str = ""
    colour: str = "grey"
    about: str = ""
    retired: bool = False


class Attribute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A typed value. `on` names labels, groups, relation types, "spans", "relations" or "article"."""

    name: str
    on: tuple[str, ...]
    kind: AttributeKind
    choices: tuple[str, ...] = ()
    default: Value | None = None
    key: str = ""
    about: str = ""
    retired: bool = False


class RelationType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of relation; `head` and `tail` name labels or sets of labels."""

    name: str
    head: tuple[str, ...]
    tail: tuple[str, ...]
    symmetric: bool = False
    key: str = ""
    colour: str = "grey"
    about: str = ""
    retired: bool = False


class Schema(msgspec.Struct, frozen=True, kw_only=True, dict=True, forbid_unknown_fields=True):
    """A schema as its file gives it, with the look-ups that the program needs."""

    name: str
    labels: tuple[Label, ...]
    title: str = ""
    language: str = ""
    sets: dict[str, tuple[str, ...]] = {}
    groups: tuple[Group, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    relations: tuple[RelationType, ...] = ()
    mapping: dict[str, dict[str, str]] = {}

    @cached_property
    def label_by_name(self) -> dict[str, Label]:
        """Labels by name."""
        return {label.name: label for label in self.labels}

    @cached_property
    def relation_by_name(self) -> dict[str, RelationType]:
        """Relation types by name; of one that is there as it was and as it is now, the latter."""
        return {each.name: each for each in sorted(self.relations, key=lambda each: not each.retired)}

    @cached_property
    def offered_labels(self) -> tuple[Label, ...]:
        """The labels that new spans may have."""
        return tuple(label for label in self.labels if not label.retired)

    @cached_property
    def offered_relations(self) -> tuple[RelationType, ...]:
        """The types that new relations may have."""
        return tuple(each for each in self.relations if not each.retired)

    @cached_property
    def group_by_name(self) -> dict[str, Group]:
        """Groups by name."""
        return {group.name: group for group in self.groups}

    def expand(self, names: tuple[str, ...]) -> frozenset[str]:
        """The labels that names of labels and sets stand for."""
        return frozenset(label for name in names for label in self.sets.get(name, (name,)))

    @cached_property
    def heads(self) -> dict[str, frozenset[str]]:
        """For each relation type, the labels that may be its head."""
        return {name: self.expand(each.head) for name, each in self.relation_by_name.items()}

    @cached_property
    def tails(self) -> dict[str, frozenset[str]]:
        """For each relation type, the labels that may be its tail."""
        return {name: self.expand(each.tail) for name, each in self.relation_by_name.items()}

    def relations_between(self, head: str, tail: str) -> list[RelationType]:
        """The relation types that may lead from a span of label `head` to one of label `tail`."""
        offered = self.offered_relations
        return [each for each in offered if head in self.heads[each.name] and tail in self.tails[each.name]]

    @cached_property
    def _ends(self) -> dict[str, list[tuple[frozenset[str], frozenset[str]]]]:
        found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
        for each in self.relations:
            found.setdefault(each.name, []).append((self.expand(each.head), self.expand(each.tail)))
        return found

    def links(self, kind: str, head: str, tail: str) -> bool:
        """Whether a relation of this type may stand between spans of these labels, as it is now or was once."""
        return any(head in heads and tail in tails for heads, tails in self._ends.get(kind, ()))

    def chief_labels(self, group: str) -> tuple[str, ...]:
        """The labels of a group; where some are heads of relations with a direction, only those: its quotes, say."""
        found = tuple(each.name for each in self.labels if each.group == group)
        heads = {
            name for kind, names in self.heads.items() if not self.relation_by_name[kind].symmetric for name in names
        }
        return tuple(each for each in found if each in heads) or found

    def attributes_of_label(self, name: str) -> list[Attribute]:
        """The attributes of spans with this label."""
        return [each for each in self.known_of_label(name) if not each.retired]

    def known_of_label(self, name: str) -> list[Attribute]:
        """The attributes that spans with this label have, or may still have from before the schema changed."""
        label = self.label_by_name.get(name)
        names = {"spans", name, label.group if label else name}
        return [each for each in self.attributes if names & set(each.on)]

    def attributes_of_relation(self, name: str) -> list[Attribute]:
        """The attributes of relations of this type."""
        return [each for each in self.known_of_relation(name) if not each.retired]

    def known_of_relation(self, name: str) -> list[Attribute]:
        """The attributes that relations of this type have, or may still have."""
        return [each for each in self.attributes if {"relations", name} & set(each.on)]

    @cached_property
    def article_attributes(self) -> list[Attribute]:
        """The article labels, such as topic and genre."""
        return [each for each in self.known_of_article if not each.retired]

    @cached_property
    def known_of_article(self) -> list[Attribute]:
        """The article labels that articles have, or may still have."""
        return [each for each in self.attributes if "article" in each.on]

    def defaults_of_label(self, name: str) -> Attributes:
        """The attributes that a new span of this label has."""
        found = self.attributes_of_label(name)
        return {each.name: each.default for each in found if each.default is not None}

    def mapped(self, pipeline: str, label: str) -> str | None:
        """The label that a pipeline's label becomes here, or None when it is left out."""
        found = self.mapping.get(pipeline, {}).get(label) or self.mapping.get("*", {}).get(label)
        known = self.label_by_name.get(found or "")
        return None if known and known.retired else found
