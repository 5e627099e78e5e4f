"""Changing the schema of a project that has annotation: one step of the whole project, undone whole.

Names are changed in every set, of persons, models and gold. What the new schema lacks and annotation holds
stays, retired. The steps in articles hold old names: `history.stacks` cuts them off where one could not be undone.
"""

import sqlite3
from collections.abc import Mapping

import msgspec

from annotator.model.errors import ProjectError, SchemaError
from annotator.model.rules import set_problems
from annotator.model.schema import Schema
from annotator.model.schema_changes import Renames, check_renames, differences, narrows, renamed
from annotator.model.schema_file import read_schema
from annotator.store import articles, guidelines, history, schemas, sets
from annotator.store.project import Project, now
from annotator.store.runs import refuse_named
from annotator.store.schema_kept import Change, with_kept
from annotator.store.schema_merges import merge, unmerge
from annotator.store.schema_names import rename
from annotator.store.schema_toml import write_schema
from annotator.store.schema_use import linked_both_ways

_TOLD = 5  # differences in a title


class Detail(msgspec.Struct, frozen=True):
    """What a step of the history keeps of a change: the versions, the renames, and whether older steps are cut off."""

    before: int
    after: int
    renames: Renames
    cuts: bool


_detail = msgspec.json.Decoder(Detail)


def read_detail(text: str) -> Detail:
    """What a step keeps of a change, from its column."""
    return _detail.decode(text)


def apply(
    project: Project, new: Schema, told: Renames | None = None, *, toml: str = "", by: int | None = None
) -> history.Step | None:
    """Make `new` the schema, in one transaction; the step, or None when nothing is different.

    `toml` is its text as somebody wrote it, kept where nothing has to be added. Raises SchemaError where the
    schema or a rename breaks a rule, or where a type becomes symmetric and spans are linked both ways.
    """
    told = told or Renames()
    version, old = schemas.current(project)
    check_renames(old, new, told)
    told_differences = differences(old, new, told)
    if not told_differences:
        return None
    before = renamed(old, told)
    with project.writing() as db:
        _refuse_both_ways(db, before, new, told)
        detail = Detail(version, version + 1, told, bool(told) or narrows(before, new))
        title = f"Change the schema: {_title(told_differences)}"
        step = history.add_step(db, action="schema", title=title, detail=msgspec.json.encode(detail).decode())
        merge(db, new, told, step)
        rename(db, told)
        kept = with_kept(db, Change(before, new, told))
        _write(db, version + 1, toml if toml and kept == new else write_schema(kept))
        guidelines.rename_sections(db, {**told.labels, **told.relations}, by=by)
    return history.get_step(project, step)


def _title(sentences: list[str]) -> str:
    first = " ".join(sentences[:_TOLD])
    return first if len(sentences) <= _TOLD else f"{first} And {len(sentences) - _TOLD} more."


def _write(db: sqlite3.Connection, version: int, toml: str) -> None:
    """A new version, by which all sets are right."""
    read_schema(toml)
    db.execute("INSERT INTO schema_version (version, toml, at) VALUES (?, ?, ?)", (version, toml, now()))
    db.execute("UPDATE annotation_set SET schema_version = ?", (version,))


def _refuse_both_ways(db: sqlite3.Connection, before: Schema, new: Schema, told: Renames) -> None:
    old_names = {name: old for old, name in told.relations.items()}
    for each in (each for each in new.offered_relations if each.symmetric):
        was = before.relation_by_name.get(each.name)
        if was and not was.symmetric and (count := linked_both_ways(db, old_names.get(each.name, each.name))):
            sentence = f"{each.name} cannot become symmetric: {count:,} pairs of spans are linked by it both ways."
            raise SchemaError("schema.symmetric", sentence)


def undo(project: Project, step: int) -> int:
    """Take a change of the schema back; the number of articles with annotation.

    Raises ProjectError when it was undone before, where something was done since, or when the schema was
    changed again.
    """
    run = history.get_step(project, step)
    detail = read_detail(run.detail or "")
    _, old = schemas.current(project), schemas.of_version(project, detail.before)
    with project.writing() as db:
        _refuse_later(db, run)
        rename(db, detail.renames.inverse())
        unmerge(db, step)
        (version,) = db.execute("SELECT max(version) FROM schema_version").fetchone()
        _write(db, version + 1, schemas.toml_of_version(project, detail.before))
        guidelines.rename_sections(db, _headings(detail.renames.inverse()))
        _refuse_unfit(project, db, run, old)
        history.add_step(db, action="undo schema", title=run.title, target=step)
        (touched,) = db.execute("SELECT count(DISTINCT article) FROM annotation_set").fetchone()
    return int(touched)


def _headings(told: Renames) -> Mapping[str, str]:
    return {**told.labels, **told.relations}


def _refuse_later(db: sqlite3.Connection, run: history.Step) -> None:
    undone = "SELECT target FROM step WHERE target IS NOT NULL AND action LIKE 'undo %'"
    if db.execute(f"SELECT 1 WHERE ? IN ({undone})", (run.seq,)).fetchone():
        raise ProjectError("history.undone", f"“{run.title}” was undone before.")
    sql = f"SELECT title FROM step WHERE seq > ? AND action = 'schema' AND seq NOT IN ({undone}) ORDER BY seq DESC"
    if later := db.execute(sql, (run.seq,)).fetchone():
        raise ProjectError("history.later", f"“{run.title}” cannot be undone: undo “{later[0]}” first.")
    sql = (
        "SELECT DISTINCT article.title FROM step JOIN article ON article.seq = step.article"
        " WHERE step.seq > ? ORDER BY article.seq"
    )
    refuse_named(run, [title for (title,) in db.execute(sql, (run.seq,))])


def _refuse_unfit(project: Project, db: sqlite3.Connection, run: history.Step, old: Schema) -> None:
    """What was imported or suggested since may hold what the older schema does not have."""
    sql = "SELECT article, annotator FROM annotation_set WHERE step > ? ORDER BY article, annotator"
    unfit: dict[str, None] = {}
    for article, annotator in db.execute(sql, (run.seq,)).fetchall():
        found = sets.load(project, article, annotator)
        text = articles.get(project, article)
        if found and any(set_problems(old, found, text.text)):
            unfit[text.title] = None
    refuse_named(run, list(unfit))
