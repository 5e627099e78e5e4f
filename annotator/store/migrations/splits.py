"""Version 8: which part of a dataset an article was given to, and what an annotator is called in a release."""

from sqlite_utils import Database

from annotator.store.migrations.registry import migration, run

_SPLITS = """
CREATE TABLE split (
    article INTEGER PRIMARY KEY REFERENCES article (seq) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('train', 'dev', 'test'))
) STRICT;

CREATE TABLE pseudonym (
    annotator INTEGER PRIMARY KEY REFERENCES annotator (id),
    name TEXT NOT NULL UNIQUE
) STRICT;
"""


@migration(8, "splits")
def _splits(db: Database) -> None:
    run(db, _SPLITS)
