"""The annotators of a project: persons, models, gold. Inside the file each has a small number."""

import sqlite3

from annotator.model.annotation import Annotator
from annotator.model.ids import new_id
from annotator.store.project import Project


def add(project: Project, annotator: Annotator) -> int:
    """The number of an annotator, who is added when new; a new person's articles are all new to her."""
    if (number := find(project, annotator)) is not None:
        return number
    with project.writing() as db:
        values = (new_id(), annotator.name, annotator.kind, annotator.version)
        cursor = db.execute("INSERT INTO annotator (uid, name, kind, version) VALUES (?, ?, ?, ?)", values)
        number = int(cursor.lastrowid or 0)
        if annotator.kind == "person":
            columns = "INSERT INTO standing (annotator, status, article, unjudged, doubt)"
            db.execute(f"{columns} SELECT ?, 'new', seq, suggested, doubt FROM article", (number,))
    return number


def find(project: Project, annotator: Annotator) -> int | None:
    """The number of an annotator, or None when the project does not know her."""
    sql = "SELECT id FROM annotator WHERE kind = ? AND name = ? AND version = ?"
    with project.reading() as db:
        row = db.execute(sql, (annotator.kind, annotator.name, annotator.version)).fetchone()
    return row[0] if row else None


def everyone(project: Project) -> dict[int, Annotator]:
    """All annotators by their number, in the order in which they came."""
    with project.reading() as db:
        rows = db.execute("SELECT id, name, kind, version FROM annotator ORDER BY id").fetchall()
    return {number: Annotator(name=name, kind=kind, version=version) for number, name, kind, version in rows}


def persons(db: sqlite3.Connection) -> list[int]:
    """The numbers of all persons."""
    return [number for (number,) in db.execute("SELECT id FROM annotator WHERE kind = 'person'")]
