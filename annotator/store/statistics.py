"""What the statistics are made of, read in one go: per annotator and day, per article, per label.

The day of a set is that of the last step in it (of the import that brought it, where there is none), where the
person is. Reading a large project takes a while: `apart` has a connection of its own, for another thread.
"""

import sqlite3
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
    """What an annotator did on a day."""

    annotator: str
    day: str
    done: int
    seconds: float


class VerdictFigure(msgspec.Struct, frozen=True):
    """What became of a model's suggestions of one label."""

    label: str
    model: str
    accepted: int
    changed: int
    rejected: int


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """All figures. `times` are the seconds that one annotator spent in one article, least first."""

    days: list[DayFigure]
    times: list[float]
    spans: list[tuple[str, int]]
    verdicts: list[VerdictFigure]


MODEL = "trim(coalesce(origin ->> '$.annotator', '') || ' ' || coalesce(origin ->> '$.version', ''))"
_SETS = """
CREATE TEMP TABLE counted AS
SELECT id, who, status, date(at, 'localtime') AS day FROM (
    SELECT annotation_set.id AS id, annotator.id AS who, status, (SELECT at FROM step WHERE seq = coalesce(
        (SELECT max(seq) FROM step WHERE step.article = annotation_set.article AND step.annotator = annotator.id),
        annotation_set.step)) AS at
    FROM annotator CROSS JOIN annotation_set ON annotation_set.annotator = annotator.id
    WHERE annotator.kind = 'person' AND (:who IS NULL OR annotator.id = :who)
)
"""
_BETWEEN = "(:first = '' OR day >= :first) AND (:last = '' OR day <= :last)"
_OF_PERSONS = "annotator IN (SELECT id FROM annotator WHERE kind = 'person' AND (:who IS NULL OR id = :who))"
_DONE = f"SELECT who, day, count(*) FROM counted WHERE status = 'done' AND day IS NOT NULL AND {_BETWEEN} GROUP BY 1, 2"
_ACTIVE = f"SELECT annotator, day, sum(seconds) FROM activity WHERE {_OF_PERSONS} AND {_BETWEEN} GROUP BY 1, 2"
_TIMES = (
    f"SELECT sum(seconds) AS spent FROM activity WHERE {_OF_PERSONS} AND {_BETWEEN}"
    " GROUP BY annotator, article ORDER BY spent"
)
_SPANS = (
    "SELECT label, count(*) AS n FROM counted CROSS JOIN span ON span.aset = counted.id"
    f" WHERE {_BETWEEN} GROUP BY label ORDER BY n DESC, label"
)
_VERDICTS = f"""
SELECT label, model, sum(kind = 'accepted'), sum(kind = 'changed'), sum(kind = 'rejected') FROM (
    SELECT label, kind, {MODEL} AS model FROM counted CROSS JOIN verdict ON verdict.aset = counted.id WHERE {_BETWEEN}
) GROUP BY label, model ORDER BY label, model
"""


def read(project: Project, wanted: Wanted) -> Figures:
    """The figures of an open project."""
    with project.reading() as db:
        return _read(db, wanted)


def apart(path: Path, wanted: Wanted) -> Figures:
    """The figures of the project at `path`, over a connection of its own. Raises ProjectError."""
    with understood(path):
        db = connect(path, read_only=True).conn
        try:
            return _read(db, wanted)
        finally:
            db.close()


def _read(db: sqlite3.Connection, wanted: Wanted) -> Figures:
    values = {"who": wanted.annotator, "first": wanted.first, "last": wanted.last}
    names = dict(db.execute("SELECT id, name FROM annotator").fetchall())
    db.execute("DROP TABLE IF EXISTS temp.counted")
    db.execute(_SETS, values)
    try:
        done = {(who, day): n for who, day, n in db.execute(_DONE, values)}
        active = {(who, day): seconds for who, day, seconds in db.execute(_ACTIVE, values)}
        return Figures(
            days=[
                DayFigure(names[who], day, done.get((who, day), 0), active.get((who, day), 0.0))
                for who, day in sorted(done.keys() | active.keys(), key=lambda key: (key[1], key[0]))
            ],
            times=[spent for (spent,) in db.execute(_TIMES, values)],
            spans=db.execute(_SPANS, values).fetchall(),
            verdicts=[VerdictFigure(*row) for row in db.execute(_VERDICTS, values)],
        )
    finally:
        db.execute("DROP TABLE temp.counted")
