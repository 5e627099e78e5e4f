"""The guidelines of a project: Markdown texts by the name of their file, in versions like the schema.

A section `## NAME` is about the label or relation type of that name; what stands before the first is the start.
"""

import re
import sqlite3
from collections.abc import Mapping

import msgspec

from annotator.model.text import normalise
from annotator.store.migrations.guidelines import RELATIONS as RELATIONS
from annotator.store.project import Project, now

_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_NEWEST = "SELECT name, text, max(version) FROM guideline GROUP BY name ORDER BY name"


class Version(msgspec.Struct, frozen=True):
    """One version of a guideline: its number, when it was written, and by whom, if that is known."""

    version: int
    at: str
    by: str


def texts(project: Project) -> dict[str, str]:
    """The newest version of every guideline, by name."""
    with project.reading() as db:
        return {name: text for name, text, _ in db.execute(_NEWEST) if text}


def text_of(project: Project, name: str, version: int | None = None) -> str:
    """One guideline, the newest version when none is named; "" where there is none."""
    sql = "SELECT text FROM guideline WHERE name = ? AND version <= ? ORDER BY version DESC LIMIT 1"
    with project.reading() as db:
        row = db.execute(sql, (name, version or 2**62)).fetchone()
    return row[0] if row else ""


def versions(project: Project, name: str) -> list[Version]:
    """The versions of a guideline, newest first."""
    sql = (
        "SELECT guideline.version, at, coalesce(annotator.name, '') FROM guideline"
        " LEFT JOIN annotator ON annotator.id = annotator WHERE guideline.name = ? ORDER BY guideline.version DESC"
    )
    with project.reading() as db:
        return [Version(*row) for row in db.execute(sql, (name,))]


def put(project: Project, wanted: Mapping[str, str], *, by: int | None = None) -> list[str]:
    """Make texts the newest versions of guidelines (an empty one takes it away); the names of those that changed."""
    with project.writing() as db:
        return _put(db, wanted, by)


def _put(db: sqlite3.Connection, wanted: Mapping[str, str], by: int | None) -> list[str]:
    known = {name: (text, version) for name, text, version in db.execute(_NEWEST)}
    changed = []
    for name, raw in wanted.items():
        text = normalise(raw).text
        old, version = known.get(name, ("", 0))
        if text != old:
            sql = "INSERT INTO guideline (name, version, text, at, annotator) VALUES (?, ?, ?, ?, ?)"
            db.execute(sql, (name, version + 1, text, now(), by))
            changed.append(name)
    return changed


def sections(text: str) -> dict[str, str]:
    """The sections of a guideline by their heading, what stands before the first under ""."""
    parts = _HEADING.split(text)
    found = {"": parts[0]}
    for heading, body in zip(parts[1::2], parts[2::2], strict=True):
        found.setdefault(heading, body)
    return found


def rename_sections(db: sqlite3.Connection, names: Mapping[str, str], *, by: int | None = None) -> None:
    """Give sections other headings: within a transaction, with what they are named after."""
    if names:
        found = {name: with_headings(text, names) for name, text, _ in db.execute(_NEWEST).fetchall()}
        _put(db, found, by)


def with_headings(text: str, names: Mapping[str, str]) -> str:
    """A guideline with other headings for its sections."""
    return _HEADING.sub(lambda found: f"## {names.get(found[1], found[1])}", text)
