"""Version 5: the guidelines lie in the project, in versions; and what a change of the schema gave another label."""

import sqlite3
from datetime import UTC, datetime

from sqlite_utils import Database

from annotator import files
from annotator.model.schema_file import read_schema
from annotator.store.migrations.registry import migration, run

RELATIONS = "relations.md"

_TABLES = """
-- Texts in Markdown by the name of their file; the newest version counts, an empty text is none.
CREATE TABLE guideline (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    annotator INTEGER REFERENCES annotator (id),
    PRIMARY KEY (name, version)
) WITHOUT ROWID, STRICT;

-- Where a change of the schema made two names one: what each record said before.
CREATE TABLE relabelled (
    step INTEGER NOT NULL REFERENCES step (seq),
    kind TEXT NOT NULL CHECK (kind IN ('span', 'relation', 'verdict')),
    aset INTEGER NOT NULL,
    id TEXT NOT NULL,
    was TEXT NOT NULL,            -- a label, a type, or a subject
    PRIMARY KEY (step, kind, aset, id)
) WITHOUT ROWID, STRICT;
"""


@migration(5, "guidelines")
def _guidelines(db: Database) -> None:
    run(db, _TABLES)
    row = db.execute("SELECT toml FROM schema_version ORDER BY version DESC LIMIT 1").fetchone()
    if row:
        take_over(db.conn, row[0])


def take_over(db: sqlite3.Connection, toml: str) -> None:
    """Take the program's guideline files into a project: those that its schema names, and the one on relations."""
    schema = read_schema(toml)
    names = [*(group.guideline for group in schema.groups if group.guideline), *([RELATIONS] * bool(schema.relations))]
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    for name in dict.fromkeys(names):
        path = files.resource("guidelines", name)
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            db.execute("INSERT INTO guideline (name, version, text, at) VALUES (?, 1, ?, ?)", (name, text, at))
