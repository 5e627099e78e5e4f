"""Giving labels, relation types, attributes and choices other names in all annotation of a project.

Each new name stands for one old name, so the inverse renames give back exactly what was there.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from annotator.model.annotation import Attributes, RelationKey, SpanKey
from annotator.model.schema_changes import Renames
from annotator.store.rows import to_json
from annotator.store.schema_use import marks

_attributes = msgspec.json.Decoder(Attributes)
_subject = msgspec.json.Decoder(SpanKey | RelationKey)

_KEYS = {"span": ("aset", "id"), "relation": ("aset", "id"), "annotation_set": ("id", "id")}


def rename(db: sqlite3.Connection, told: Renames) -> None:
    """Carry out the renames, within a transaction; what one name goes into another is `schema_merges`'."""
    _rename_column(db, "span", "label", told.labels)
    _rename_column(db, "relation", "type", told.relations)
    if told.labels or told.relations:
        _rename_verdicts(db, told)
    if told.attributes or told.choices:
        for table in _KEYS:
            _rename_attributes(db, table, told)


def _rename_column(db: sqlite3.Connection, table: str, column: str, names: Mapping[str, str]) -> None:
    if names:
        cases = " ".join("WHEN ? THEN ?" for _ in names)
        sql = f"UPDATE {table} SET {column} = CASE {column} {cases} END WHERE {column} IN ({marks(len(names))})"
        db.execute(sql, (*(each for pair in names.items() for each in pair), *names))


def _holding(column: str, names: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """A condition that one of the names stands in a column of JSON; it may be true of others too."""
    quoted = tuple(to_json(name) or '""' for name in names)
    return " OR ".join(f"instr({column}, ?)" for _ in quoted) or "0", quoted


def subjects(db: sqlite3.Connection, names: Iterable[str]) -> Iterator[tuple[int, str, SpanKey | RelationKey]]:
    """The set, the id and the subject of verdicts in which one of these labels or types may stand."""
    where, values = _holding("subject", names)
    for aset, key, text in db.execute(f"SELECT aset, id, subject FROM verdict WHERE {where}", values).fetchall():
        yield aset, key, _subject.decode(text)


def write_subject(db: sqlite3.Connection, aset: int, key: str, subject: SpanKey | RelationKey) -> None:
    """Give a verdict another subject."""
    label = subject.label if isinstance(subject, SpanKey) else subject.type
    sql = "UPDATE verdict SET subject = ?, label = ? WHERE aset = ? AND id = ?"
    db.execute(sql, (to_json(subject), label, aset, key))


def read_subject(text: str) -> SpanKey | RelationKey:
    """A subject from its column."""
    found: SpanKey | RelationKey = _subject.decode(text)
    return found


def _rename_verdicts(db: sqlite3.Connection, told: Renames) -> None:
    for aset, key, subject in subjects(db, [*told.labels, *told.relations]):
        new = renamed_subject(subject, told)
        if new != subject:
            write_subject(db, aset, key, new)


def renamed_subject(subject: SpanKey | RelationKey, told: Renames) -> SpanKey | RelationKey:
    """What a verdict is about, in the new names of labels and types."""
    if isinstance(subject, SpanKey):
        return _renamed_span(subject, told)
    head, tail = _renamed_span(subject.head, told), _renamed_span(subject.tail, told)
    return RelationKey(type=told.relations.get(subject.type, subject.type), head=head, tail=tail)


def _renamed_span(key: SpanKey, told: Renames) -> SpanKey:
    return SpanKey(label=told.labels.get(key.label, key.label), fragments=key.fragments)


def _rename_attributes(db: sqlite3.Connection, table: str, told: Renames) -> None:
    one, two = _KEYS[table]
    where, values = _holding("attributes", [*told.attributes, *told.choices])
    rows = db.execute(f"SELECT {one}, {two}, attributes FROM {table} WHERE {where}", values).fetchall()
    changed = []
    for first, second, text in rows:
        old = _attributes.decode(text)
        new = renamed_attributes(old, told)
        if list(new.items()) != list(old.items()):
            changed.append((to_json(new), first, second))
    db.executemany(f"UPDATE {table} SET attributes = ? WHERE {one} = ? AND {two} = ?", changed)


def renamed_attributes(old: Attributes, told: Renames) -> Attributes:
    """Attributes with the new names of them and of their choices."""
    return {told.attributes.get(name, name): _value(told, name, value) for name, value in old.items()}


def _value(told: Renames, name: str, value: str | int | float | bool) -> str | int | float | bool:
    return told.choices.get(name, {}).get(value, value) if isinstance(value, str) else value
