"""The list of articles as one annotator sees it: pages by number, filtered and sorted (`filtering`); and "next".

Every query runs down an index; tests read the query plans.
"""

import sqlite3
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import msgspec

from annotator.model.annotation import Status
from annotator.store import find
from annotator.store.filtering import Filter, Plan, Stretch, plan
from annotator.store.project import Project

OPEN: tuple[Status, ...] = ("new", "in progress")
_EVERY = 20_000  # steps of SQLite's machine between two looks at the clock: a fraction of a millisecond
_ALL = Filter()


class ArticleRow(msgspec.Struct, frozen=True):
    """A row of the list; status, flag (its reason) and counts are the annotator's, `suggested` is what models say.

    `doubt`, in thousandths, is how much they doubt what is left.
    """

    seq: int
    id: str
    title: str
    outlet: str
    date: str
    words: int
    status: Status
    spans: int = 0
    unjudged: int = 0
    notes: int = 0
    suggested: int = 0
    flag: str = ""
    doubt: int = 0


class Numbers(msgspec.Struct):
    """The numbers of a list, in order; whether they are all that was asked for."""

    found: "array[int]"
    whole: bool = True


def numbers(project: Project, who: int, wanted: Filter = _ALL, *, limit: int = -1) -> "array[int]":
    """The numbers of the articles in the list, in order; the first `limit` of them when it is given."""
    return read(project, who, wanted, limit=limit).found


def read(
    project: Project,
    who: int,
    wanted: Filter = _ALL,
    *,
    limit: int = -1,
    patience: float | None = None,
    unless: Callable[[], bool] | None = None,
) -> Numbers:
    """The same, for at most `patience` seconds, or until `unless` says that nobody waits any more.

    Then it is what was found so far, which may be nothing.
    """
    planned = plan(wanted, who)
    end = monotonic() + patience if patience is not None else None
    with project.reading() as db:
        if wanted.query is not None:
            find.prepare(db, wanted.query)
        with _patient(db, unless or (lambda: end is not None and monotonic() > end)):
            return _read(db, planned, limit, down=wanted.descending)


def _read(db: sqlite3.Connection, planned: Plan, limit: int, *, down: bool) -> Numbers:
    found: array[int] = array("q")
    for stretch in planned.stretches:
        rest = limit if planned.merged or limit < 0 else limit - len(found)
        if rest == 0:
            break
        if not _extend(db, found, stretch, rest):
            return Numbers(array("q") if planned.merged else found, whole=False)
    if planned.merged:
        in_order = sorted(found, reverse=down)
        found = array("q", in_order if limit < 0 else in_order[:limit])
    return Numbers(found)


def _extend(db: sqlite3.Connection, found: "array[int]", stretch: Stretch, limit: int) -> bool:
    """Add a stretch; whether it was read to its end."""
    try:
        cursor = db.execute(stretch.sql, {**stretch.values, "limit": limit})
        cursor.row_factory = lambda _, row: row[0]
        found.extend(cursor)
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
            raise
        return False
    return True


@contextmanager
def _patient(db: sqlite3.Connection, is_over: Callable[[], bool]) -> Iterator[None]:
    """Interrupt what is read within when the time is over."""
    db.set_progress_handler(is_over, _EVERY)
    try:
        yield
    finally:
        db.set_progress_handler(None, 0)


_ROW = (
    "SELECT article.seq, article.id, article.title, article.outlet, article.date, article.words,"
    " coalesce(standing.status, 'new'), coalesce(spans, 0), coalesce(unjudged, suggested), coalesce(notes, 0),"
    " suggested, coalesce(flag, ''), coalesce(standing.doubt, article.doubt) FROM article"
    " LEFT JOIN standing ON standing.article = article.seq AND standing.annotator = :who"
    " LEFT JOIN annotation_set ON annotation_set.article = article.seq AND annotation_set.annotator = :who"
)


def rows(project: Project, who: int, wanted: list[int]) -> dict[int, ArticleRow]:
    """What the list shows of some articles, by number. Missing ones are left out."""
    marks = ", ".join(str(int(seq)) for seq in wanted)
    with project.reading() as db:
        found = db.execute(f"{_ROW} WHERE article.seq IN ({marks})", {"who": who})
        return {row[0]: ArticleRow(*row) for row in found}


def outlets(project: Project) -> list[str]:
    """The outlets of the project's articles, in order: one look into the index for each."""
    sql = (
        "WITH RECURSIVE each (name) AS (SELECT min(outlet) FROM article WHERE outlet > ''"
        " UNION ALL SELECT (SELECT min(outlet) FROM article WHERE outlet > each.name) FROM each WHERE name IS NOT NULL)"
        " SELECT name FROM each WHERE name IS NOT NULL"
    )
    with project.reading() as db:
        return [name for (name,) in db.execute(sql)]


def counts(project: Project, who: int) -> dict[Status, int]:
    """How many articles have which status for the annotator."""
    sql = "SELECT status, count(*) FROM standing WHERE annotator = ? GROUP BY status"
    with project.reading() as db:
        return dict(db.execute(sql, (who,)).fetchall())


def next_open(project: Project, who: int, after: int) -> int | None:
    """The number of the next article that is new or in progress, round from the end to the start; None at the end."""
    sql = "SELECT min(article) FROM standing WHERE annotator = ? AND status = ? AND article {} ?"
    with project.reading() as db:
        for side in (">", "<"):
            rows = [db.execute(sql.format(side), (who, status, after)).fetchone() for status in OPEN]
            if found := [int(seq) for (seq,) in rows if seq is not None]:
                return min(found)
    return None


_DOUBTED = (  # the condition is that of the index
    "SELECT article FROM standing WHERE annotator = ? AND doubt > 0 AND status IN ('new', 'in progress')"
    " ORDER BY doubt DESC, article DESC LIMIT 2"
)


def next_doubted(project: Project, who: int, after: int) -> int | None:
    """The number of the open article whose suggestions are doubted most, other than `after`.

    Where nothing is doubted, the next open one.
    """
    with project.reading() as db:
        found = [int(seq) for (seq,) in db.execute(_DOUBTED, (who,)) if seq != after]
    return found[0] if found else next_open(project, who, after)
