"""Version 7: suggestions that a later run took the place of are withdrawn: kept, and not shown, until it is undone."""

from sqlite_utils import Database

from annotator.store.migrations.registry import migration, run

_WITHDRAWN = """
ALTER TABLE annotation_set ADD COLUMN withdrawn INTEGER;  -- the step that did it
CREATE INDEX set_withdrawn ON annotation_set (annotator, article) WHERE withdrawn IS NOT NULL;
"""


@migration(7, "withdrawn")
def _withdrawn(db: Database) -> None:
    run(db, _WITHDRAWN)
