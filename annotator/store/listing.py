"""The list of articles as one annotator sees it: pages by number, filtered by status or by words; and "next".

Every query runs down an index; tests read the query plans.
"""

from array import array

import msgspec

from annotator.model.annotation import Status
from annotator.store.project import Project
from annotator.store.search import match

OPEN: tuple[Status, ...] = ("new", "in progress")


class ArticleRow(msgspec.Struct, frozen=True):
    """A row of the list; `status` is the annotator's."""

    seq: int
    id: str
    title: str
    outlet: str
    date: str
    words: int
    status: Status


_COLUMNS = "article.seq, article.id, article.title, article.outlet, article.date, article.words"
_STANDING = "SELECT status FROM standing WHERE standing.article = article.seq AND standing.annotator = :who"


def query(*, status: Status | None, words: str) -> tuple[str, str]:
    """The FROM clause and the numbering column of a list, for the parameters :who, :status and :words."""
    if status and words:
        source = (
            "(SELECT rowid AS seq FROM article_fts WHERE article_fts MATCH :words) AS found JOIN standing"
            " ON standing.article = found.seq AND standing.annotator = :who AND standing.status = :status"
        )
        return source, "found.seq"
    if words:
        return "(SELECT rowid AS seq FROM article_fts WHERE article_fts MATCH :words) AS found", "found.seq"
    if status:
        return "(SELECT article AS seq FROM standing WHERE annotator = :who AND status = :status) AS found", "found.seq"
    return "(SELECT seq FROM article) AS found", "found.seq"


def numbers(
    project: Project, who: int, *, status: Status | None = None, words: str = "", limit: int = -1
) -> "array[int]":
    """The numbers of the articles in the list, in order; the first `limit` of them when it is given."""
    found = match(words)
    source, seq = query(status=status, words=found)
    sql = f"SELECT {seq} FROM {source} ORDER BY {seq} LIMIT :limit"
    values = {"who": who, "status": status, "words": found, "limit": limit}
    with project.reading() as db:
        cursor = db.execute(sql, values)
        cursor.row_factory = lambda _, row: row[0]
        return array("q", cursor)


def rows(project: Project, who: int, wanted: list[int]) -> dict[int, ArticleRow]:
    """What the list shows of some articles, by number. Missing ones are left out."""
    marks = ", ".join(str(int(seq)) for seq in wanted)
    sql = f"SELECT {_COLUMNS}, coalesce(({_STANDING}), 'new') FROM article WHERE seq IN ({marks})"
    with project.reading() as db:
        return {row[0]: ArticleRow(*row) for row in db.execute(sql, {"who": who})}


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
