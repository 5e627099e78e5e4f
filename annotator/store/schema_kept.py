"""What annotation still holds and a new schema lacks, put into that schema as retired: so nothing is ever lost."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from annotator.model.annotation import Value
from annotator.model.schema import Attribute, Group, Label, RelationType, Schema
from annotator.model.schema_changes import Renames, narrowed_attributes, narrowed_relations
from annotator.model.schema_file import value_problem
from annotator.store import schema_use
from annotator.store.schema_use import LabelUse, LinkUse, ValueUse

Known = Callable[[str], list[Attribute]]


class Naming(msgspec.Struct, frozen=True):
    """How what stands in the annotation is called in the new schema: by default, as it stands."""

    labels: Mapping[str, str] = {}
    kinds: Mapping[str, str] = {}
    attributes: Mapping[str, str] = {}
    choices: Mapping[str, Mapping[str, str]] = {}

    def value(self, name: str, value: Value) -> Value:
        """A value of the attribute that stands under this name."""
        return self.choices.get(name, {}).get(value, value) if isinstance(value, str) else value


def naming(told: Renames) -> Naming:
    """How annotation that has its old names will be called."""
    return Naming(
        labels={**told.labels, **told.into},
        kinds={**told.relations, **told.relations_into},
        attributes=told.attributes,
        choices=told.choices,
    )


def standing(table: Mapping[str, str], wanted: Iterable[str]) -> list[str]:
    """The names that stand in the annotation for these names of the new schema."""
    names = set(wanted)
    return sorted({old for old, new in table.items() if new in names} | (names - table.keys()))


class Change(msgspec.Struct, frozen=True):
    """The older schema in the new names, the new one, what was told, and how the annotation calls things."""

    before: Schema
    new: Schema
    told: Renames
    names: Naming = Naming()

    def gone_labels(self, db: sqlite3.Connection) -> Iterator[LabelUse]:
        """The spans whose label the new schema lacks."""
        gone = {each.name for each in self.before.labels} - self.new.label_by_name.keys() - self.told.into.keys()
        gone |= self.told.into.keys() if not self.names.labels else set()  # those that could not become another
        for each in schema_use.labels(db, standing(self.names.labels, gone) if gone else ()):
            yield each._replace(label=self.names.labels.get(each.label, each.label))

    def unlinked(self, db: sqlite3.Connection) -> Iterator[LinkUse]:
        """The relations that the new schema does not allow where they are."""
        asked = None
        if not (self.told.into or self.told.relations_into):
            asked = standing(self.names.kinds, narrowed_relations(self.before, self.new))
        if asked == []:
            return
        labels, kinds = self.names.labels, self.names.kinds
        for kind, head, tail, use in schema_use.links(db, asked):
            link = LinkUse(kinds.get(kind, kind), labels.get(head, head), labels.get(tail, tail), use)
            if not self.new.links(link.kind, link.head, link.tail):
                yield link

    def unfit(self, db: sqlite3.Connection) -> Iterator[ValueUse]:
        """The values that the new schema does not allow where they are, on spans, then relations, then articles."""
        labels, kinds = self.label_rows(), self.kind_rows()
        spans = self._asked(labels, self.new.known_of_label, self.names.labels)
        yield from self._bad(schema_use.values_on_spans(db, *spans), self.names.labels, self.new.known_of_label)
        relations = self._asked(kinds, self.new.known_of_relation, self.names.kinds)
        found = schema_use.values_on_relations(db, *relations)
        yield from self._bad(found, self.names.kinds, self.new.known_of_relation)
        gone = [each.name for each in narrowed_attributes(self.before.known_of_article, self.new.known_of_article)]
        articles = schema_use.values_on_articles(db, standing(self.names.attributes, gone) if gone else ())
        yield from self._bad(articles, {}, lambda _: self.new.known_of_article)

    def label_rows(self) -> dict[str, list[Attribute]]:
        """What spans of a label may have had, by the label's new name; also where they had another label."""
        found = {each.name: self.before.known_of_label(each.name) for each in self.before.labels}
        return _merged(found, self.told.into)

    def kind_rows(self) -> dict[str, list[Attribute]]:
        """The same of relations, by type."""
        found = {name: self.before.known_of_relation(name) for name in self.before.relation_by_name}
        return _merged(found, self.told.relations_into)

    def _asked(
        self, rows: Mapping[str, list[Attribute]], known: Known, names: Mapping[str, str]
    ) -> tuple[list[str], list[str]]:
        """The places and attributes that have to be looked at, as they stand in the annotation."""
        narrowed = {place: narrowed_attributes(each, known(place)) for place, each in rows.items()}
        places = [place for place, gone in narrowed.items() if gone]
        gone = {each.name for rows in narrowed.values() for each in rows}
        if not places:
            return [], []
        return standing(names, places), standing(self.names.attributes, gone)

    def _bad(self, found: Iterable[ValueUse], places: Mapping[str, str], known: Known) -> Iterator[ValueUse]:
        for each in found:
            place = places.get(each.place, each.place)
            name = self.names.attributes.get(each.name, each.name)
            value = self.names.value(each.name, each.value)
            if not _takes(known(place), name, value):
                yield ValueUse(place, name, value, each.use)


def _merged(rows: dict[str, list[Attribute]], into: Mapping[str, str]) -> dict[str, list[Attribute]]:
    for old, new in into.items():
        rows[new] = [*rows.get(new, ()), *rows.get(old, ())]
    return rows


def _takes(rows: Iterable[Attribute], name: str, value: Value) -> bool:
    return any(row.name == name and value_problem(row, value) is None for row in rows)


def with_kept(db: sqlite3.Connection, change: Change) -> Schema:
    """The new schema with what annotation holds beside it, retired. The annotation has its new names already."""
    new = _with_labels(change.before, change.new, {each.label for each in change.gone_labels(db)})
    change = msgspec.structs.replace(change, new=new)
    new = _with_relations(change.before, new, list(change.unlinked(db)))
    change = msgspec.structs.replace(change, new=new)
    return _with_attributes(change, list(change.unfit(db)))


def _with_labels(before: Schema, new: Schema, used: set[str]) -> Schema:
    kept = [
        msgspec.structs.replace(each, key="", retired=True)
        for each in before.labels
        if each.name in used and each.name not in new.label_by_name
    ]
    lost = dict.fromkeys(each.group for each in kept if each.group not in new.group_by_name)
    groups: list[Group] = [before.group_by_name[name] for name in lost]
    labels: tuple[Label, ...] = (*new.labels, *kept)
    return msgspec.structs.replace(new, groups=(*new.groups, *groups), labels=labels)


def _with_relations(before: Schema, new: Schema, used: Sequence[LinkUse]) -> Schema:
    ends: dict[str, tuple[set[str], set[str]]] = {}
    for each in used:
        heads, tails = ends.setdefault(each.kind, (set(), set()))
        heads.add(each.head)
        tails.add(each.tail)
    made: list[RelationType] = []
    for name, (heads, tails) in ends.items():
        model = before.relation_by_name.get(name) or new.relation_by_name[name]
        head, tail = tuple(sorted(heads)), tuple(sorted(tails))
        made.append(msgspec.structs.replace(model, head=head, tail=tail, key="", retired=True))
    return msgspec.structs.replace(new, relations=(*new.relations, *made))


def _with_attributes(change: Change, used: Sequence[ValueUse]) -> Schema:
    rows = {**change.kind_rows(), **change.label_rows(), "article": change.before.known_of_article}
    wanted: dict[tuple[str, str], list[Value]] = {}
    for each in used:
        values = wanted.setdefault((each.place, each.name), [])
        if not any(type(value) is type(each.value) and value == each.value for value in values):
            values.append(each.value)
    made: dict[Attribute, tuple[str, ...]] = {}
    for (place, name), values in wanted.items():
        for row in _rows_for(name, values, rows.get(place, ())):
            made[row] = (*made.get(row, ()), place)
    kept = (msgspec.structs.replace(row, on=places) for row, places in made.items())
    return msgspec.structs.replace(change.new, attributes=(*change.new.attributes, *kept))


def _rows_for(name: str, values: Sequence[Value], known: Iterable[Attribute]) -> Iterator[Attribute]:
    """Retired attributes, on nothing yet, that take the values: each value by the first attribute that took it."""
    left = list(values)
    for row in (each for each in known if each.name == name):
        taken = [value for value in left if value_problem(row, value) is None]
        left = [value for value in left if value_problem(row, value) is not None]
        if taken:
            choices = tuple(each for each in row.choices if each in taken)
            yield msgspec.structs.replace(row, on=(), choices=choices, default=None, key="", retired=True)
