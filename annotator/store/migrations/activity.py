"""Version 4: the time that annotators spend in an article."""

from sqlite_utils import Database

from annotator.store.migrations.registry import migration, run

_ACTIVITY = """
CREATE TABLE activity (
    annotator INTEGER NOT NULL REFERENCES annotator (id),
    article INTEGER NOT NULL REFERENCES article (seq) ON DELETE CASCADE,
    day TEXT NOT NULL,            -- YYYY-MM-DD where the annotator was
    seconds REAL NOT NULL,
    PRIMARY KEY (annotator, article, day)
) WITHOUT ROWID, STRICT;
CREATE INDEX activity_of_article ON activity (article);
"""


@migration(4, "activity")
def _activity(db: Database) -> None:
    run(db, _ACTIVITY)
