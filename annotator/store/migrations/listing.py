"""Version 2: what the list of articles shows and sorts by is kept, and every order of it has an index.

`standing` counts a person's spans, notes and unjudged suggestions in an article, `article.suggested` what the
models suggest of it to somebody who judged nothing yet; `store.tally` keeps them. Here they are counted once,
by code of its own: what the program calls a judged suggestion later must not change what this did.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from annotator.store.migrations.registry import migration, run

_LISTING = """
ALTER TABLE standing ADD COLUMN spans INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN notes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN unjudged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN suggested INTEGER NOT NULL DEFAULT 0;

-- Most articles have nothing to count: those are not in the indexes.
CREATE INDEX standing_by_spans ON standing (annotator, spans, article) WHERE spans > 0;
CREATE INDEX standing_by_notes ON standing (annotator, notes, article) WHERE notes > 0;
CREATE INDEX standing_by_unjudged ON standing (annotator, unjudged, article) WHERE unjudged > 0;
CREATE INDEX article_by_title ON article (title COLLATE NOCASE);
CREATE INDEX article_by_outlet ON article (outlet);
CREATE INDEX article_by_date ON article (date);
"""

_OWN = """
UPDATE standing SET
    spans = (SELECT count(*) FROM span WHERE aset = own.id),
    notes = (own.note <> '')
        + (SELECT count(*) FROM span WHERE aset = own.id AND note IS NOT NULL)
        + (SELECT count(*) FROM relation WHERE aset = own.id AND note IS NOT NULL)
FROM annotation_set AS own
WHERE own.annotator = standing.annotator AND own.article = standing.article;
"""

_SETS = (
    "SELECT annotation_set.id, annotator.id, kind, name FROM annotation_set"
    " JOIN annotator ON annotator.id = annotation_set.annotator WHERE article = ? ORDER BY step DESC, annotator.id DESC"
)
_SUGGESTED = (
    "SELECT DISTINCT article FROM annotation_set JOIN annotator ON annotator.id = annotation_set.annotator"
    " WHERE kind = 'model'"
)


@migration(2, "listing")
def _listing(db: Database) -> None:
    run(db, _LISTING)
    run(db, _OWN)
    for (article,) in db.execute(_SUGGESTED).fetchall():
        _count(db.conn, article)


def _count(db: sqlite3.Connection, article: int) -> None:
    said: set[Any] = set()
    judges: list[tuple[int, int]] = []
    models: set[str] = set()
    for aset, annotator, kind, name in db.execute(_SETS, (article,)).fetchall():
        if kind == "person":
            judges.append((aset, annotator))
        elif kind == "model" and name not in models:  # the newest run of each
            models.add(name)
            said |= {*_spans(db, aset).values(), *_relations(db, aset)}
    db.execute("UPDATE article SET suggested = ? WHERE seq = ?", (len(said), article))
    db.execute("UPDATE standing SET unjudged = ? WHERE article = ?", (len(said), article))
    for aset, annotator in judges:
        left = len(said - _settled(db, aset, said))
        db.execute("UPDATE standing SET unjudged = ? WHERE article = ? AND annotator = ?", (left, article, annotator))


def _settled(db: sqlite3.Connection, aset: int, said: set[Any]) -> set[Any]:
    """What a person's set says of all this: it has it, has a verdict on it, or turned an end of it down."""
    marked = set(_spans(db, aset).values())
    judged, rejected = set(), set()
    for kind, subject in db.execute("SELECT kind, subject FROM verdict WHERE aset = ?", (aset,)):
        key = _key_of(json.loads(subject))
        judged.add(key)
        if kind == "rejected" and key not in marked:
            rejected.add(key)
    fallen = {key for key in said if len(key) == 3 and not rejected.isdisjoint(key[1:])}
    return marked | judged | fallen | set(_relations(db, aset))


def _spans(db: sqlite3.Connection, aset: int) -> dict[str, Any]:
    """The spans of a set, by id, as what they say: label and fragments."""
    rows = db.execute('SELECT id, label, start, "end", fragments FROM span WHERE aset = ?', (aset,))
    return {
        key: (label, _pieces(json.loads(fragments) if fragments else [[start, end]]))
        for key, label, start, end, fragments in rows
    }


def _relations(db: sqlite3.Connection, aset: int) -> Iterator[Any]:
    """The relations of a set as what they say: type and ends."""
    spans = _spans(db, aset)
    for kind, head, tail in db.execute("SELECT type, head, tail FROM relation WHERE aset = ?", (aset,)).fetchall():
        yield kind, spans[head], spans[tail]


def _key_of(subject: dict[str, Any]) -> Any:  # noqa: ANN401 (JSON)
    if "type" in subject:
        return subject["type"], _key_of(subject["head"]), _key_of(subject["tail"])
    return subject["label"], _pieces(subject["fragments"])


def _pieces(fragments: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(map(tuple, fragments))
