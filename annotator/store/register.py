"""The pledges of a project with what hangs on them: spans of some labels, the tails of their relations, their articles.

`apart` has a connection of its own, so that another thread can read. What becomes of repeats is `app.register`'s.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import msgspec

from annotator.model.annotation import Attributes
from annotator.store.connection import connect
from annotator.store.faults import understood
from annotator.store.rows import attributes_from


class Mention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One span of a set; `aset` names the set, `seq` the article."""

    aset: int
    id: str
    label: str
    start: int
    text: str
    attributes: Attributes
    seq: int
    title: str
    outlet: str
    date: str
    annotator: str


class Link(msgspec.Struct, frozen=True, gc=False):
    """A relation from a mention: the tail's id and text."""

    aset: int
    type: str
    head: str
    tail: str
    text: str


_FROM = (
    "FROM annotator CROSS JOIN annotation_set AS s ON s.annotator = annotator.id CROSS JOIN span ON span.aset = s.id"
)
_MENTIONS = (
    "SELECT s.id, span.id, label, start, span.text, span.attributes, article.seq, title, outlet, date, annotator.name"
    f" {_FROM} JOIN article ON article.seq = s.article"
)
_LINKS = (
    "SELECT s.id, relation.type, head, tail, other.text"
    f" {_FROM} JOIN relation ON relation.aset = s.id AND relation.head = span.id"
    " JOIN span AS other ON other.aset = s.id AND other.id = relation.tail"
)


def apart(path: Path, labels: Sequence[str], annotators: Sequence[int]) -> tuple[list[Mention], list[Link]]:
    """The spans with these labels in the sets of these annotators (by number), in text order; and their relations."""
    with understood(path):
        db = connect(path, read_only=True).conn
        try:
            return _read(db, labels, annotators)
        finally:
            db.close()


def _read(db: sqlite3.Connection, labels: Sequence[str], annotators: Sequence[int]) -> tuple[list[Mention], list[Link]]:
    who, what = ", ".join("?" * len(annotators)), ", ".join("?" * len(labels))
    where = f"WHERE annotator.id IN ({who}) AND span.label IN ({what})"
    values = (*annotators, *labels)
    db.execute("BEGIN")  # both readings see the same moment
    mentions = [_mention(row) for row in db.execute(f"{_MENTIONS} {where}", values)]
    links = [Link(*row) for row in db.execute(f"{_LINKS} {where}", values)]
    mentions.sort(key=lambda each: (each.seq, each.aset, each.start, each.id))
    return mentions, links


def _mention(row: tuple[int, str, str, int, str, str | None, int, str, str, str, str]) -> Mention:
    aset, key, label, start, text, attributes, seq, title, outlet, date, annotator = row
    return Mention(
        aset=aset,
        id=key,
        label=label,
        start=start,
        text=text,
        attributes=attributes_from(attributes),
        seq=seq,
        title=title,
        outlet=outlet,
        date=date,
        annotator=annotator,
    )
