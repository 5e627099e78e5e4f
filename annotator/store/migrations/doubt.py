"""Version 6: how much the models doubt what is left to judge, beside the number of it, so that a list can go by it.

Doubt is the mean of 1 - score over the suggested spans that have a score, in thousandths. Here it is counted once,
by code that stays as it is: what the program calls doubt later must not change what this did.
"""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from annotator.store.migrations import listing
from annotator.store.migrations.registry import migration, run

_DOUBT = """
ALTER TABLE standing ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;
CREATE INDEX standing_by_doubt ON standing (annotator, doubt, article) WHERE doubt > 0;
"""

_SCORED = (
    "SELECT DISTINCT article FROM annotation_set JOIN annotator ON annotator.id = annotation_set.annotator"
    " WHERE kind = 'model'"
    " AND EXISTS (SELECT 1 FROM span WHERE span.aset = annotation_set.id AND span.score IS NOT NULL)"
)
_SPANS = 'SELECT label, start, "end", fragments, score FROM span WHERE aset = ?'
Scores = dict[Any, float | None]  # by what a span says: label and fragments


@migration(6, "doubt")
def _doubt(db: Database) -> None:
    run(db, _DOUBT)
    for (article,) in db.execute(_SCORED).fetchall():
        _count(db.conn, article)


def _count(db: sqlite3.Connection, article: int) -> None:
    said: Scores = {}
    judges: list[tuple[int, int]] = []
    models: set[str] = set()
    for aset, annotator, kind, name in db.execute(listing._SETS, (article,)).fetchall():
        if kind == "person":
            judges.append((aset, annotator))
        elif kind == "model" and name not in models:  # the newest run of each
            models.add(name)
            for label, start, end, fragments, score in db.execute(_SPANS, (aset,)):
                pieces = json.loads(fragments) if fragments else [[start, end]]
                said.setdefault((label, listing._pieces(pieces)), score)
    whole = _mean(said.values())
    db.execute("UPDATE article SET doubt = ? WHERE seq = ?", (whole, article))
    db.execute("UPDATE standing SET doubt = ? WHERE article = ?", (whole, article))
    for aset, annotator in judges:
        settled = listing._settled(db, aset, set(said))
        left = _mean(score for key, score in said.items() if key not in settled)
        db.execute("UPDATE standing SET doubt = ? WHERE article = ? AND annotator = ?", (left, article, annotator))


def _mean(scores: Iterable[float | None]) -> int:
    doubts = [1.0 - score for score in scores if score is not None]
    return min(max(round(1000 * sum(doubts) / len(doubts)), 0), 1000) if doubts else 0
