"""The time that annotators spend in articles, by day. It is no annotation: not in the history, and never undone."""

from collections.abc import Mapping

from annotator.store.project import Project

Spent = Mapping[tuple[int, str], float]  # article number and day (YYYY-MM-DD) -> seconds


def add(project: Project, annotator: int, spent: Spent) -> None:
    """Add seconds to what is there, in one transaction; articles that are gone meanwhile are left out."""
    sql = (
        "INSERT INTO activity (annotator, article, day, seconds)"
        " SELECT ?, seq, ?, ? FROM article WHERE seq = ?"
        " ON CONFLICT (annotator, article, day) DO UPDATE SET seconds = seconds + excluded.seconds"
    )
    with project.writing() as db:
        db.executemany(sql, [(annotator, day, seconds, article) for (article, day), seconds in spent.items()])


def total(project: Project, annotator: int) -> float:
    """The seconds that an annotator spent in all articles."""
    sql = "SELECT coalesce(sum(seconds), 0.0) FROM activity WHERE annotator = ?"
    with project.reading() as db:
        return float(db.execute(sql, (annotator,)).fetchone()[0])
