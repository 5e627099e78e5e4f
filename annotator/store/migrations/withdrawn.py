"""Version 7: suggestions that a later run took the place of are withdrawn: kept, and not shown, until it is undone.

And the open articles by doubt, so that the next one to teach the model with is found at once.
"""

from sqlite_utils import Database

from annotator.store.migrations.registry import migration, run

_WITHDRAWN = """
ALTER TABLE annotation_set ADD COLUMN withdrawn INTEGER;  -- the step that did it
CREATE INDEX set_withdrawn ON annotation_set (annotator, article) WHERE withdrawn IS NOT NULL;
CREATE INDEX standing_open_by_doubt ON standing (annotator, doubt, article)
    WHERE doubt > 0 AND status IN ('new', 'in progress');
"""


@migration(7, "withdrawn")
def _withdrawn(db: Database) -> None:
    run(db, _WITHDRAWN)
