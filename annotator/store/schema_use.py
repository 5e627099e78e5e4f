"""What annotation holds of a schema: its labels, its relation types between labels, its attributes' values.

Each question is one pass over the annotation, and asks only for the names that it is about.
"""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from annotator.model.annotation import Value

_OF_SET = "JOIN annotation_set ON annotation_set.id = {}.aset"


class Use(NamedTuple):
    """How often something stands in one annotator's set for one article (both by number)."""

    annotator: int
    article: int
    records: int


class LabelUse(NamedTuple):
    """Spans with a label."""

    label: str
    use: Use


class LinkUse(NamedTuple):
    """Relations of a type between spans of two labels."""

    kind: str
    head: str
    tail: str
    use: Use


class ValueUse(NamedTuple):
    """A value of an attribute on spans of a label, on relations of a type, or on articles (place "article")."""

    place: str
    name: str
    value: Value
    use: Use


def marks(count: int) -> str:
    """The places for bound values of an `IN (...)`."""
    return ", ".join("?" * count)


def labels(db: sqlite3.Connection, names: Collection[str]) -> Iterator[LabelUse]:
    """The spans with these labels."""
    sql = (
        f"SELECT label, annotator, article, count(*) FROM span {_OF_SET.format('span')}"
        f" WHERE label IN ({marks(len(names))}) GROUP BY 1, 2, 3"
    )
    for label, *use in db.execute(sql, tuple(names)) if names else ():
        yield LabelUse(label, Use(*use))


def links(db: sqlite3.Connection, kinds: Collection[str] | None = None) -> Iterator[LinkUse]:
    """The relations of these types, or of all."""
    where = "" if kinds is None else f" WHERE relation.type IN ({marks(len(kinds))})"
    sql = (
        "SELECT relation.type, head.label, tail.label, annotator, article, count(*) FROM relation"
        " JOIN span AS head ON head.aset = relation.aset AND head.id = relation.head"
        " JOIN span AS tail ON tail.aset = relation.aset AND tail.id = relation.tail"
        f" {_OF_SET.format('relation')}{where} GROUP BY 1, 2, 3, 4, 5"
    )
    for kind, head, tail, *use in db.execute(sql, tuple(kinds or ())):
        yield LinkUse(kind, head, tail, Use(*use))


def values_on_spans(db: sqlite3.Connection, places: Sequence[str], names: Sequence[str]) -> Iterator[ValueUse]:
    """The values that attributes of these names have on spans of these labels."""
    return _values(db, "span", "label", places, names)


def values_on_relations(db: sqlite3.Connection, places: Sequence[str], names: Sequence[str]) -> Iterator[ValueUse]:
    """The values that attributes of these names have on relations of these types."""
    return _values(db, "relation", "type", places, names)


def _values(
    db: sqlite3.Connection, table: str, column: str, places: Sequence[str], names: Sequence[str]
) -> Iterator[ValueUse]:
    if not places or not names:
        return
    sql = (
        f"SELECT {column}, key, each.type, value, annotator, article, count(*)"
        f" FROM {table} {_OF_SET.format(table)}, json_each({table}.attributes) AS each"
        f" WHERE {table}.{column} IN ({marks(len(places))}) AND {table}.attributes IS NOT NULL"
        f" AND key IN ({marks(len(names))}) GROUP BY 1, 2, 3, 4, 5, 6"
    )
    for place, name, kind, value, *use in db.execute(sql, (*places, *names)):
        yield ValueUse(place, name, _value(kind, value), Use(*use))


def values_on_articles(db: sqlite3.Connection, names: Sequence[str]) -> Iterator[ValueUse]:
    """The values that attributes of these names have on articles."""
    sql = (
        "SELECT key, each.type, value, annotator, article, count(*) FROM annotation_set,"
        " json_each(annotation_set.attributes) AS each WHERE annotation_set.attributes IS NOT NULL"
        f" AND key IN ({marks(len(names))}) GROUP BY 1, 2, 3, 4, 5"
    )
    for name, kind, value, *use in db.execute(sql, tuple(names)) if names else ():
        yield ValueUse("article", name, _value(kind, value), Use(*use))


def _value(kind: str, value: str | int | float) -> Value:
    """SQLite gives true and false as 1 and 0."""
    return bool(value) if kind in ("true", "false") else value


def linked_both_ways(db: sqlite3.Connection, kind: str) -> int:
    """How many pairs of spans are linked by this type in both directions."""
    sql = (
        "SELECT count(*) FROM relation AS one JOIN relation AS other ON other.aset = one.aset"
        " AND other.head = one.tail AND other.tail = one.head AND other.type = one.type"
        " WHERE one.type = ? AND one.head < one.tail"
    )
    (count,) = db.execute(sql, (kind,)).fetchone()
    return int(count)
