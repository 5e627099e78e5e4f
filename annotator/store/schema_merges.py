"""Letting the spans of one label become another's, and relations of one type another's.

Two names become one, so what each record said is written down: undo needs it. Where the same words are marked as
both already, or the same spans linked by both, nothing is merged: that would make one mark of two.
"""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from annotator.model.annotation import Fragments, RelationKey, SpanKey
from annotator.model.schema import Schema
from annotator.model.schema_changes import Renames
from annotator.store.rows import to_json
from annotator.store.schema_names import read_subject, subjects, write_subject
from annotator.store.schema_use import marks

_fragments = msgspec.json.Decoder(Fragments)
_NOTE = "INSERT INTO relabelled (step, kind, aset, id, was) VALUES (?, ?, ?, ?, ?)"


class _Marked(NamedTuple):
    aset: int
    id: str
    article: int
    key: SpanKey


class _Linked(NamedTuple):
    aset: int
    id: str
    article: int
    key: RelationKey


Places = set[tuple[int, Fragments]]
Links = set[tuple[int, SpanKey, SpanKey]]


def merge(db: sqlite3.Connection, new: Schema, told: Renames, step: int) -> None:
    """Carry out `into` and `relations_into`, within a transaction, ahead of the renames."""
    into = old_targets(told.into, told.labels)
    kinds = old_targets(told.relations_into, told.relations)
    held_places = _merge_spans(db, into, step) if into else set()
    symmetric = {kind for kind in kinds.values() if _is_symmetric(new, told, kind)}
    held_links = _merge_relations(db, kinds, symmetric, step) if kinds else set()
    for aset, key, subject in subjects(db, [*into, *kinds]) if into or kinds else ():
        (article,) = db.execute("SELECT article FROM annotation_set WHERE id = ?", (aset,)).fetchone()
        said = _subject(subject, article, into, kinds, held_places, held_links)
        if said != subject:
            db.execute(_NOTE, (step, "verdict", aset, key, to_json(subject)))
            write_subject(db, aset, key, said)


def old_targets(into: Mapping[str, str], renames: Mapping[str, str]) -> dict[str, str]:
    """The targets by their old names: the renames come after."""
    old = {new: name for name, new in renames.items()}
    return {source: old.get(target, target) for source, target in into.items()}


def _is_symmetric(new: Schema, told: Renames, old_name: str) -> bool:
    kind = new.relation_by_name.get(told.relations.get(old_name, old_name))
    return bool(kind and kind.symmetric)


def unmerge(db: sqlite3.Connection, step: int) -> None:
    """Let everything that the step merged say again what it said."""
    for table, column in (("span", "label"), ("relation", "type")):
        sql = f"SELECT was, aset, id FROM relabelled WHERE step = ? AND kind = '{table}'"
        rows = db.execute(sql, (step,)).fetchall()
        db.executemany(f"UPDATE {table} SET {column} = ? WHERE aset = ? AND id = ?", rows)
    rows = db.execute("SELECT aset, id, was FROM relabelled WHERE step = ? AND kind = 'verdict'", (step,)).fetchall()
    for aset, key, was in rows:
        write_subject(db, aset, key, read_subject(was))


# Spans


def held_places(db: sqlite3.Connection, into: Mapping[str, str]) -> Places:
    """The places, by article, where the same words are marked in one set as two labels that would become one."""
    return _held(list(_marked(db, into)), into)


def _marked(db: sqlite3.Connection, into: Mapping[str, str]) -> list[_Marked]:
    names = sorted({*into, *into.values()})
    sql = (
        "SELECT aset, span.id, article, label, start, [end], fragments FROM span"
        f" JOIN annotation_set ON annotation_set.id = aset WHERE label IN ({marks(len(names))})"
    )
    return [
        _Marked(aset, key, article, _key(label, start, end, fragments))
        for aset, key, article, label, start, end, fragments in db.execute(sql, names)
    ]


def _key(label: str, start: int, end: int, fragments: str | None) -> SpanKey:
    where = _fragments.decode(fragments) if fragments else ((start, end),)
    return SpanKey(label=label, fragments=where)


def _held(found: list[_Marked], into: Mapping[str, str]) -> Places:
    counts: Counter[tuple[int, str, Fragments]] = Counter()
    for each in found:
        counts[each.aset, into.get(each.key.label, each.key.label), each.key.fragments] += 1
    return {
        (each.article, each.key.fragments)
        for each in found
        if each.key.label in into and counts[each.aset, into[each.key.label], each.key.fragments] > 1
    }


def _merge_spans(db: sqlite3.Connection, into: Mapping[str, str], step: int) -> Places:
    found = _marked(db, into)
    held = _held(found, into)
    moved = [each for each in found if each.key.label in into and (each.article, each.key.fragments) not in held]
    db.executemany(_NOTE, ((step, "span", each.aset, each.id, each.key.label) for each in moved))
    sql = "UPDATE span SET label = ? WHERE aset = ? AND id = ?"
    db.executemany(sql, ((into[each.key.label], each.aset, each.id) for each in moved))
    return held


# Relations


def _linked(db: sqlite3.Connection, names: list[str]) -> list[_Linked]:
    sql = (
        "SELECT relation.aset, relation.id, article, type, h.label, h.start, h.[end], h.fragments, t.label, t.start,"
        " t.[end], t.fragments FROM relation JOIN annotation_set ON annotation_set.id = relation.aset"
        " JOIN span AS h ON h.aset = relation.aset AND h.id = head"
        f" JOIN span AS t ON t.aset = relation.aset AND t.id = tail WHERE type IN ({marks(len(names))})"
    )
    return [
        _Linked(aset, key, article, RelationKey(type=kind, head=_key(*ends[:4]), tail=_key(*ends[4:])))
        for aset, key, article, kind, *ends in db.execute(sql, names)
    ]


def _merge_relations(db: sqlite3.Connection, into: Mapping[str, str], symmetric: set[str], step: int) -> Links:
    found = _linked(db, sorted({*into, *into.values()}))
    counts: Counter[tuple[int, str, object]] = Counter()
    for each in found:
        counts[_counted(each, into, symmetric)] += 1
    held: Links = set()
    for each in found:
        if each.key.type in into and counts[_counted(each, into, symmetric)] > 1:
            held |= {(each.article, each.key.head, each.key.tail), (each.article, each.key.tail, each.key.head)}
    moved = [each for each in found if each.key.type in into and _link(each.article, each.key) not in held]
    db.executemany(_NOTE, ((step, "relation", each.aset, each.id, each.key.type) for each in moved))
    sql = "UPDATE relation SET type = ? WHERE aset = ? AND id = ?"
    db.executemany(sql, ((into[each.key.type], each.aset, each.id) for each in moved))
    return held


def _counted(each: _Linked, into: Mapping[str, str], symmetric: set[str]) -> tuple[int, str, object]:
    kind = into.get(each.key.type, each.key.type)
    ends: object = (each.key.head, each.key.tail)
    return each.aset, kind, frozenset((each.key.head, each.key.tail)) if kind in symmetric else ends


def _link(article: int, key: RelationKey) -> tuple[int, SpanKey, SpanKey]:
    return article, key.head, key.tail


# Verdicts


def _subject(
    subject: SpanKey | RelationKey,
    article: int,
    into: Mapping[str, str],
    kinds: Mapping[str, str],
    places: Places,
    links: Links,
) -> SpanKey | RelationKey:
    def end(key: SpanKey) -> SpanKey:
        held = (article, key.fragments) in places
        return key if held else SpanKey(label=into.get(key.label, key.label), fragments=key.fragments)

    if isinstance(subject, SpanKey):
        return end(subject)
    link = RelationKey(type=subject.type, head=end(subject.head), tail=end(subject.tail))
    kind = link.type if _link(article, link) in links else kinds.get(link.type, link.type)
    return RelationKey(type=kind, head=link.head, tail=link.tail)
