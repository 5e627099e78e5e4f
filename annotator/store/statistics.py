"""What the statistics are made of, read in one go: per annotator and day, per article, per label.

The day of a set is that of the last step in it (of the import that brought it, where there is none), where the
person is. Reading a large project takes a while: `apart` has a connection of its own, for another thread, and can be
stopped. What there are millions of is counted some thousand sets at a time, or SQLite would sort it all in memory.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec

from annotator.store.connection import connect
from annotator.store.faults import understood
from annotator.store.project import Project


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Whose figures (None for all persons), and from which day to which, both included; "" for no bound."""

    annotator: int | None = None
    first: str = ""
    last: str = ""


class DayFigure(msgspec.Struct, frozen=True):
    """What an annotator did on a day; `timed` are those done that she worked in, with active time."""

    annotator: str
    day: str
    done: int
    seconds: float
    timed: int = 0


class VerdictFigure(msgspec.Struct, frozen=True):
    """What became of a model's suggestions of one label."""

    label: str
    model: str
    accepted: int
    changed: int
    rejected: int


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """All figures. `times` are the seconds that one annotator spent in one article, least first.

    `articles` are those of the project, `finished` those that somebody wanted did.
    """

    days: list[DayFigure]
    times: list[float]
    spans: list[tuple[str, int]]
    verdicts: list[VerdictFigure]
    articles: int = 0
    finished: int = 0


_Values = dict[str, int | str | None]
MODEL = "trim(coalesce(origin ->> '$.annotator', '') || ' ' || coalesce(origin ->> '$.version', ''))"
_SETS = """
CREATE TEMP TABLE counted AS
SELECT id, who, article, status, date(at, 'localtime') AS day FROM (
    SELECT aset.id AS id, annotator.id AS who, aset.article AS article, status,
        (SELECT at FROM step WHERE seq = coalesce(
            (SELECT max(seq) FROM step WHERE step.article = aset.article AND step.annotator = annotator.id),
            aset.step)) AS at
    FROM annotator CROSS JOIN annotation_set AS aset ON aset.annotator = annotator.id
    WHERE annotator.kind = 'person' AND (:who IS NULL OR annotator.id = :who)
)
"""
_BETWEEN = "(:first = '' OR day >= :first) AND (:last = '' OR day <= :last)"
_OF_PERSONS = "annotator IN (SELECT id FROM annotator WHERE kind = 'person' AND (:who IS NULL OR id = :who))"
_IS_DONE = f"status = 'done' AND day IS NOT NULL AND {_BETWEEN}"
_TIMED = (
    "EXISTS (SELECT 1 FROM activity WHERE activity.annotator = who AND activity.article = counted.article)"
    " AND EXISTS (SELECT 1 FROM step WHERE step.annotator = who AND step.article = counted.article)"
)
_DONE = f"SELECT who, day, count(*), sum({_TIMED}) FROM counted WHERE {_IS_DONE} GROUP BY 1, 2"
_FINISHED = f"SELECT count(DISTINCT article) FROM counted WHERE {_IS_DONE}"
_ACTIVE = f"SELECT annotator, day, sum(seconds) FROM activity WHERE {_OF_PERSONS} AND {_BETWEEN} GROUP BY 1, 2"
_TIMES = (
    f"SELECT sum(seconds) AS spent FROM activity WHERE {_OF_PERSONS} AND {_BETWEEN}"
    " GROUP BY annotator, article ORDER BY spent"
)
_PART = f"counted.rowid > :after AND counted.rowid <= :after + :part AND {_BETWEEN}"
_SPANS = f"SELECT label, count(*) FROM counted CROSS JOIN span ON span.aset = counted.id WHERE {_PART} GROUP BY label"
_VERDICTS = f"""
SELECT label, {MODEL} AS model, sum(kind = 'accepted'), sum(kind = 'changed'), sum(kind = 'rejected')
FROM counted CROSS JOIN verdict ON verdict.aset = counted.id WHERE {_PART} GROUP BY label, model
"""
_SETS_A_PART = 2000
_LOOK_UP = 100_000  # steps of SQLite between two looks at whether anybody waits


def read(project: Project, wanted: Wanted) -> Figures:
    """The figures of an open project."""
    with project.reading() as db:
        return _read(db, wanted)


def apart(path: Path, wanted: Wanted, *, unless: Callable[[], bool] = lambda: False) -> Figures | None:
    """The figures of the project at `path`, over a connection of its own. Raises ProjectError.

    None when `unless`, which is asked now and then, says that nobody waits for them any more.
    """
    with understood(path):
        db = connect(path, read_only=True).conn
        try:
            db.set_progress_handler(unless, _LOOK_UP)
            return _read(db, wanted)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
                raise
            return None
        finally:
            db.close()


def _read(db: sqlite3.Connection, wanted: Wanted) -> Figures:
    values: _Values = {"who": wanted.annotator, "first": wanted.first, "last": wanted.last}
    names = dict(db.execute("SELECT id, name FROM annotator").fetchall())
    db.execute("DROP TABLE IF EXISTS temp.counted")
    db.execute(_SETS, values)
    try:
        done = {(who, day): (n, timed) for who, day, n, timed in db.execute(_DONE, values)}
        active = {(who, day): seconds for who, day, seconds in db.execute(_ACTIVE, values)}
        spans = [(label, n) for (label,), (n,) in _in_parts(db, _SPANS, values, 1).items()]
        verdicts = _in_parts(db, _VERDICTS, values, 2)
        return Figures(
            days=[
                DayFigure(names[who], day, n, active.get((who, day), 0.0), timed)
                for who, day in sorted(done.keys() | active.keys(), key=lambda key: (key[1], key[0]))
                for n, timed in [done.get((who, day), (0, 0))]
            ],
            times=[spent for (spent,) in db.execute(_TIMES, values)],
            spans=sorted(spans, key=lambda each: (-each[1], each[0])),
            verdicts=[VerdictFigure(label, model, *counts) for (label, model), counts in sorted(verdicts.items())],
            articles=_one(db, "SELECT count(*) FROM article", values),
            finished=_one(db, _FINISHED, values),
        )
    finally:
        db.execute("DROP TABLE temp.counted")


def _one(db: sqlite3.Connection, sql: str, values: _Values) -> int:
    return int(db.execute(sql, values).fetchone()[0])


def _in_parts(db: sqlite3.Connection, sql: str, values: _Values, keys: int) -> dict[tuple[str, ...], tuple[int, ...]]:
    """Counts added up over all sets; the first `keys` columns say what is counted."""
    found: dict[tuple[str, ...], tuple[int, ...]] = {}
    for after in range(0, _one(db, "SELECT coalesce(max(rowid), 0) FROM counted", values), _SETS_A_PART):
        for row in db.execute(sql, {**values, "after": after, "part": _SETS_A_PART}):
            key, counts = row[:keys], row[keys:]
            found[key] = tuple(a + b for a, b in zip(found[key], counts, strict=True)) if key in found else counts
    return found
