"""Version 3: when who finished an article of the blind sample without having seen suggestions."""

from sqlite_utils import Database

from annotator.store.migrations.registry import migration, run

_BLIND = """
CREATE TABLE blind_end (
    annotator INTEGER NOT NULL REFERENCES annotator (id),
    article INTEGER NOT NULL REFERENCES article (seq) ON DELETE CASCADE,
    step INTEGER NOT NULL,        -- her last step in the article then, 0 for none: it gives her set of that moment
    at TEXT NOT NULL,
    PRIMARY KEY (annotator, article)
) WITHOUT ROWID, STRICT;
CREATE INDEX blind_end_of_article ON blind_end (article, annotator, step);
"""


@migration(3, "blind")
def _blind(db: Database) -> None:
    run(db, _BLIND)
