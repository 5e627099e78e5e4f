"""Annotation sets: loading them whole, and writing the edits of one."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

import msgspec

from annotator.model.annotation import AnnotationSet, Annotator, SetState, Status
from annotator.model.edits import Edit, RelationEdit, SpanEdit, StateEdit, VerdictEdit
from annotator.model.errors import ProjectError
from annotator.store import tally
from annotator.store.project import Project
from annotator.store.rows import (
    RELATION_COLUMNS,
    SPAN_COLUMNS,
    VERDICT_COLUMNS,
    Row,
    attributes_from,
    relation_from,
    relation_row,
    span_from,
    span_row,
    to_json,
    verdict_from,
    verdict_row,
)

_SET = "annotation_set.id, status, attributes, note, flag, schema_version, name, kind, annotator.version"
_JOIN = "FROM annotation_set JOIN annotator ON annotator.id = annotation_set.annotator"


def _insert(table: str, columns: str) -> str:
    marks = ", ".join("?" * (columns.count(",") + 2))
    return f"INSERT INTO {table} (aset, {columns}) VALUES ({marks})"


def _upsert(table: str, columns: str) -> str:
    names = [name.strip() for name in columns.split(",")]
    news = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    return f"{_insert(table, columns)} ON CONFLICT (aset, id) DO UPDATE SET {news}"


_PUT_SPAN = _upsert("span", SPAN_COLUMNS)
_PUT_RELATION = _upsert("relation", RELATION_COLUMNS)
_PUT_VERDICT = _upsert("verdict", VERDICT_COLUMNS)
_AT_ONCE = 20  # rows of one INSERT: measured, more are no faster
_TABLE = {SpanEdit: "span", RelationEdit: "relation", VerdictEdit: "verdict"}


def load(project: Project, article: int, annotator: int) -> AnnotationSet | None:
    """The set of one annotator for one article (both by number), or None when there is none yet."""
    sql = f"SELECT {_SET} {_JOIN} WHERE article = ? AND annotator.id = ?"
    with project.reading() as db:
        row = db.execute(sql, (article, annotator)).fetchone()
        return _filled(db, row) if row else None


def exists(project: Project, article: int, annotator: int) -> bool:
    """Whether the annotator has a set for the article (both by number)."""
    sql = "SELECT 1 FROM annotation_set WHERE article = ? AND annotator = ?"
    with project.reading() as db:
        return db.execute(sql, (article, annotator)).fetchone() is not None


def of_article(project: Project, article: int) -> list[AnnotationSet]:
    """All sets of an article, in the order in which its annotators came."""
    sql = f"SELECT {_SET} {_JOIN} WHERE article = ? ORDER BY annotation_set.annotator"
    with project.reading() as db:
        return [_filled(db, row) for row in db.execute(sql, (article,)).fetchall()]


def of_models(project: Project, article: int) -> list[AnnotationSet]:
    """Of each model, by name, the set of its newest run over the article, unless it is withdrawn."""
    sql = (
        f"SELECT {_SET} {_JOIN} WHERE article = ? AND kind = 'model' AND withdrawn IS NULL"
        " ORDER BY step DESC, annotator.id DESC"
    )
    with project.reading() as db:
        newest: dict[str, Row] = {}
        for row in db.execute(sql, (article,)).fetchall():
            newest.setdefault(row[6], row)
        return [_filled(db, row) for row in newest.values()]


def _filled(db: sqlite3.Connection, row: Row) -> AnnotationSet:
    key, status, attributes, note, flag, version, name, kind, model_version = row
    spans = map(span_from, db.execute(f"SELECT {SPAN_COLUMNS} FROM span WHERE aset = ?", (key,)))
    relations = map(relation_from, db.execute(f"SELECT {RELATION_COLUMNS} FROM relation WHERE aset = ?", (key,)))
    verdicts = map(verdict_from, db.execute(f"SELECT {VERDICT_COLUMNS} FROM verdict WHERE aset = ?", (key,)))
    found = AnnotationSet(
        annotator=Annotator(name=name, kind=kind, version=model_version),
        state=SetState(status=status, attributes=attributes_from(attributes), note=note, flag=flag),
        schema_version=version,
        spans={span.id: span for span in spans},
        relations={relation.id: relation for relation in relations},
        verdicts={verdict.id: verdict for verdict in verdicts},
    )
    for each in found.relations.values():
        if each.head not in found.spans or each.tail not in found.spans:
            sentence = f"The {each.type} relation {each.id} of {name} lacks one of its ends: put back a backup."
            raise ProjectError("project.damaged", sentence)
    return found


def ensure(db: sqlite3.Connection, article: int, annotator: int, *, schema_version: int, step: int | None) -> int:
    """The number of the set, which is made, empty and new, when it is not there."""
    row = db.execute("SELECT id FROM annotation_set WHERE article = ? AND annotator = ?", (article, annotator))
    if found := row.fetchone():
        return int(found[0])
    sql = "INSERT INTO annotation_set (annotator, article, status, schema_version, step) VALUES (?, ?, 'new', ?, ?)"
    return int(db.execute(sql, (annotator, article, schema_version, step)).lastrowid or 0)


def write_edits(db: sqlite3.Connection, aset: int, edits: Sequence[Edit]) -> None:
    """Write edits that were applied to the set in memory; what is left to judge is counted by the caller."""
    tally.shift(db, aset, edits)
    for edit in edits:
        match edit:
            case StateEdit(after=after):
                _write_state(db, aset, after)
            case SpanEdit(after=None) | RelationEdit(after=None) | VerdictEdit(after=None):
                _delete(db, aset, edit)
            case SpanEdit(after=after) if after:
                db.execute(_PUT_SPAN, (aset, *span_row(after)))
            case RelationEdit(after=after) if after:
                db.execute(_PUT_RELATION, (aset, *relation_row(after)))
            case VerdictEdit(after=after) if after:
                db.execute(_PUT_VERDICT, (aset, *verdict_row(after)))


def _delete(db: sqlite3.Connection, aset: int, edit: SpanEdit | RelationEdit | VerdictEdit) -> None:
    if edit.before is not None:
        db.execute(f"DELETE FROM {_TABLE[type(edit)]} WHERE aset = ? AND id = ?", (aset, edit.before.id))


def _write_state(db: sqlite3.Connection, aset: int, state: SetState) -> None:
    values = (*_state_row(state), aset)
    db.execute("UPDATE annotation_set SET status = ?, attributes = ?, note = ?, flag = ? WHERE id = ?", values)
    row = db.execute("SELECT annotator, article FROM annotation_set WHERE id = ?", (aset,)).fetchone()
    db.execute("UPDATE standing SET status = ? WHERE annotator = ? AND article = ?", (state.status, *row))


def write_set(db: sqlite3.Connection, target: AnnotationSet, *, article: int, annotator: int, step: int | None) -> None:
    """Write a whole set in the place of the annotator's set for the article, if there was one."""
    db.execute("DELETE FROM annotation_set WHERE article = ? AND annotator = ?", (article, annotator))
    aset = ensure(db, article, annotator, schema_version=target.schema_version, step=step)
    _write_state(db, aset, target.state)
    tally.put(db, [(annotator, article, target)])
    db.executemany(_PUT_SPAN, ((aset, *span_row(span)) for span in target.spans.values()))
    db.executemany(_PUT_RELATION, ((aset, *relation_row(each)) for each in target.relations.values()))
    db.executemany(_PUT_VERDICT, ((aset, *verdict_row(each)) for each in target.verdicts.values()))
    judged_again(db, article, known={annotator: target})


_JUDGED = (
    f"SELECT {_SET}, annotator.id {_JOIN} WHERE article = ? AND kind = ? AND withdrawn IS NULL"
    " ORDER BY step DESC, annotator.id DESC"
)


def judged_again(db: sqlite3.Connection, article: int, *, known: Mapping[int, AnnotationSet] | None = None) -> None:
    """Count anew what is left to judge in an article; sets that are `known`, by annotator, are not read."""
    known = known or {}
    models: dict[str, AnnotationSet] = {}
    for row in db.execute(_JUDGED, (article, "model")).fetchall():
        if row[6] not in models:
            models[row[6]] = known.get(row[-1]) or _filled(db, row[:-1])
    if not models:
        tally.forget(db, [article])
        return
    people = db.execute(_JUDGED, (article, "person")).fetchall()
    owns = {row[-1]: known.get(row[-1]) or _filled(db, row[:-1]) for row in people}
    tally.judge(db, article, list(models.values()), owns)


class NewSet(NamedTuple):
    """A set that its annotator does not have for the article yet (both by number)."""

    article: int
    annotator: int
    content: AnnotationSet


def insert(db: sqlite3.Connection, made: Sequence[NewSet], *, step: int | None) -> None:
    """Write many new sets at once."""
    annotated = _annotated(db, made)
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM annotation_set").fetchone()
    numbered = [(aset, each.content) for aset, each in enumerate(made, last + 1)]
    rows = (
        (aset, each.annotator, each.article, *_state_row(each.content.state), each.content.schema_version, step)
        for aset, each in enumerate(made, last + 1)
    )
    db.executemany(
        "INSERT INTO annotation_set (id, annotator, article, status, attributes, note, flag, schema_version, step)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    tally.put(db, ((each.annotator, each.article, each.content) for each in made))
    spans = ((aset, *span_row(each)) for aset, content in numbered for each in content.spans.values())
    relations = ((aset, *relation_row(each)) for aset, content in numbered for each in content.relations.values())
    verdicts = ((aset, *verdict_row(each)) for aset, content in numbered for each in content.verdicts.values())
    _insert_many(db, _insert("span", SPAN_COLUMNS), spans)
    _insert_many(db, _insert("relation", RELATION_COLUMNS), relations)
    _insert_many(db, _insert("verdict", VERDICT_COLUMNS), verdicts)
    _judge_new(db, made, annotated)


def _insert_many(db: sqlite3.Connection, statement: str, rows: Iterator[Row]) -> None:
    """Execute the INSERT of one row for all, several rows a statement."""
    head, values = statement.split(" VALUES ")
    several = f"{head} VALUES {', '.join([values] * _AT_ONCE)}"
    waiting: list[Row] = []

    def full() -> Iterator[list[Any]]:
        while True:
            waiting[:] = islice(rows, _AT_ONCE)
            if len(waiting) < _AT_ONCE:
                return
            yield list(chain.from_iterable(waiting))

    db.executemany(several, full())
    db.executemany(statement, waiting)


def _annotated(db: sqlite3.Connection, made: Sequence[NewSet]) -> set[int]:
    """Of the articles of new sets, those that have sets already; none in a project without models."""
    if not db.execute("SELECT 1 FROM annotator WHERE kind = 'model'").fetchone():
        return set()
    sql = "SELECT 1 FROM annotation_set WHERE article = ?"
    return {seq for seq in {each.article for each in made} if db.execute(sql, (seq,)).fetchone()}


def _judge_new(db: sqlite3.Connection, made: Sequence[NewSet], annotated: set[int]) -> None:
    """Count what is left to judge where models say something: from memory in articles that had no set before."""
    by_article: dict[int, list[NewSet]] = {}
    for each in made:
        by_article.setdefault(each.article, []).append(each)
    for article, found in by_article.items():
        if article in annotated:
            judged_again(db, article)
            continue
        said = sorted((each for each in found if each.content.annotator.kind == "model"), key=lambda it: it.annotator)
        if models := {each.content.annotator.name: each.content for each in said}:  # the newest of each name
            owns = {each.annotator: each.content for each in found if each.content.annotator.kind == "person"}
            tally.judge(db, article, list(reversed(models.values())), owns)


def _state_row(state: SetState) -> Row:
    return state.status, to_json(state.attributes), state.note, state.flag


class SetFacts(msgspec.Struct, frozen=True):
    """Which sets there are, without what they hold."""

    article: int
    annotator: int
    status: Status


def facts(project: Project, *, article: int | None = None) -> Iterator[SetFacts]:
    """The sets of an article, or of the whole project."""
    sql = "SELECT article, annotator, status FROM annotation_set"
    where, values = (" WHERE article = ?", (article,)) if article is not None else ("", ())
    with project.reading() as db:
        for row in db.execute(f"{sql}{where} ORDER BY article, annotator", values):
            yield SetFacts(*row)
