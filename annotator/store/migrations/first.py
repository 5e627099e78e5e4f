"""Version 1: articles, annotation sets, the history, and text search."""

from sqlite_utils import Database

from annotator.store.migrations.registry import migration, run

_FIRST = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;

CREATE TABLE annotator (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'model', 'gold')),
    version TEXT NOT NULL DEFAULT '',
    UNIQUE (kind, name, version)
) STRICT;

-- Steps and changes are a log: rows are only ever added.
CREATE TABLE step (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    annotator INTEGER REFERENCES annotator (id),
    article INTEGER,              -- article.seq; NULL for a step of the whole project
    action TEXT NOT NULL,         -- do, undo, redo; import, model run, undo import, undo model run
    target INTEGER REFERENCES step (seq),  -- for undo and redo: the step that is undone or done again
    title TEXT NOT NULL,
    detail TEXT
) STRICT;
CREATE INDEX step_of_article ON step (article, annotator);
CREATE INDEX step_of_target ON step (target) WHERE target IS NOT NULL;

CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES step (seq),
    edit TEXT NOT NULL            -- model.edits.Edit as JSON: before and after
) STRICT;
CREATE INDEX change_of_step ON change (step);

CREATE TRIGGER step_never_changes BEFORE UPDATE ON step
BEGIN SELECT RAISE (ABORT, 'the history is only ever added to'); END;
CREATE TRIGGER step_never_goes BEFORE DELETE ON step
BEGIN SELECT RAISE (ABORT, 'the history is only ever added to'); END;
CREATE TRIGGER change_never_changes BEFORE UPDATE ON change
BEGIN SELECT RAISE (ABORT, 'the history is only ever added to'); END;
CREATE TRIGGER change_never_goes BEFORE DELETE ON change
BEGIN SELECT RAISE (ABORT, 'the history is only ever added to'); END;

CREATE TABLE schema_version (
    version INTEGER PRIMARY KEY,
    toml TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE article (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    outlet TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    words INTEGER NOT NULL,
    meta TEXT,
    step INTEGER REFERENCES step (seq)
) STRICT;
CREATE INDEX article_of_step ON article (step);

-- The texts lie apart, so that the list of articles reads few pages.
CREATE TABLE article_text (
    seq INTEGER PRIMARY KEY REFERENCES article (seq) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;
CREATE VIEW article_search AS
    SELECT article.seq AS seq, article.title AS title, article_text.text AS text
    FROM article JOIN article_text ON article_text.seq = article.seq;
CREATE VIRTUAL TABLE article_fts USING fts5 (
    title, text, content = 'article_search', content_rowid = 'seq', tokenize = "unicode61 remove_diacritics 2",
    prefix = '2 3 4'  -- so that the first letters typed into the filter are found as fast as words
);
-- 16 MB of words are held before they go to the file: fewer small pieces to put together in an import.
INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 16777216);

CREATE TABLE annotation_set (
    id INTEGER PRIMARY KEY,
    annotator INTEGER NOT NULL REFERENCES annotator (id),
    article INTEGER NOT NULL REFERENCES article (seq) ON DELETE CASCADE,
    status TEXT NOT NULL,
    attributes TEXT,
    note TEXT NOT NULL DEFAULT '',
    flag TEXT NOT NULL DEFAULT '',
    schema_version INTEGER NOT NULL REFERENCES schema_version (version),
    step INTEGER REFERENCES step (seq),
    UNIQUE (article, annotator)
) STRICT;
CREATE INDEX set_of_annotator ON annotation_set (annotator, article);
CREATE INDEX set_of_step ON annotation_set (step);

-- For every person and article the status, also 'new', so that "next" and filters never scan.
CREATE TABLE standing (
    annotator INTEGER NOT NULL REFERENCES annotator (id),
    status TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (seq) ON DELETE CASCADE,
    PRIMARY KEY (annotator, status, article)
) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX standing_of_article ON standing (article, annotator);

CREATE TABLE span (
    aset INTEGER NOT NULL REFERENCES annotation_set (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    fragments TEXT,               -- JSON, only where there are several
    text TEXT NOT NULL,
    attributes TEXT,
    note TEXT,
    origin TEXT,
    score REAL,
    PRIMARY KEY (aset, id),
    CHECK (start >= 0 AND start < "end")
) WITHOUT ROWID, STRICT;

CREATE TABLE relation (
    aset INTEGER NOT NULL REFERENCES annotation_set (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    head TEXT NOT NULL,
    tail TEXT NOT NULL,
    attributes TEXT,
    note TEXT,
    origin TEXT,
    score REAL,
    PRIMARY KEY (aset, id),
    FOREIGN KEY (aset, head) REFERENCES span (aset, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (aset, tail) REFERENCES span (aset, id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
CREATE INDEX relation_of_head ON relation (aset, head);
CREATE INDEX relation_of_tail ON relation (aset, tail);

CREATE TABLE verdict (
    aset INTEGER NOT NULL REFERENCES annotation_set (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,          -- of the span, or the type of the relation: for counts
    subject TEXT NOT NULL,
    origin TEXT NOT NULL,
    result TEXT,
    PRIMARY KEY (aset, id)
) WITHOUT ROWID, STRICT;
"""


@migration(1, "first")
def _first(db: Database) -> None:
    run(db, _FIRST)
