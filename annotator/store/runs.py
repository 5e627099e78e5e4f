"""Steps of the whole project: imports, model runs, changes of the schema. Each is one row of the history, undone whole.

Undoing one is refused, naming the articles, where somebody worked on them since.
"""

import sqlite3
from collections.abc import Iterator
from typing import Literal

from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.errors import ProjectError
from annotator.store import annotators, history, search, sets, tally, withdrawing
from annotator.store.project import Project

Action = Literal["import", "model run"]
_NAMED = 5  # articles named in a refusal


def begin(project: Project, action: Action, title: str) -> int:
    """Write into the history that a run begins; what it stores names the number that is returned."""
    with project.writing() as db:
        return history.add_step(db, action=action, title=title)


def exists(project: Project, step: int) -> bool:
    """Whether the run is in the history; one that began in a transaction that was rolled back is not."""
    with project.reading() as db:
        return db.execute("SELECT 1 FROM step WHERE seq = ?", (step,)).fetchone() is not None


def store_suggestions(
    project: Project, found: AnnotationSet, article: int, step: int, *, instead: bool = False
) -> None:
    """Store what a model says of an article, in the place of what the same model and version said before.

    With `instead` it takes the place of what all other models say of it, too: that is withdrawn until the run is
    undone. What persons judged stays judged.
    """
    number = annotators.add(project, found.annotator)
    with project.writing() as db:
        withdrawing.hand_over(db, article, number, step)
        if instead:
            withdrawing.withdraw_others(db, article, number, step)
        sets.write_set(db, found, article=article, annotator=number, step=step)


def without_suggestions(project: Project, model: Annotator, *, after: int = 0, limit: int = 100) -> list[int]:
    """The next articles, by number, of which nothing stands that the model in this version said.

    So a run goes on where it stopped, and reads again what was withdrawn in favour of another model.
    """
    number = annotators.find(project, model)
    sql = (
        "SELECT seq FROM article WHERE seq > ? AND NOT EXISTS (SELECT 1 FROM annotation_set"
        " WHERE annotation_set.article = seq AND annotation_set.annotator = ? AND withdrawn IS NULL)"
        " ORDER BY seq LIMIT ?"
    )
    with project.reading() as db:
        return [seq for (seq,) in db.execute(sql, (after, number, limit))]


def has_suggestions(project: Project, model: Annotator, article: int) -> bool:
    """Whether what the model in this version says of the article stands."""
    number = annotators.find(project, model)
    sql = "SELECT 1 FROM annotation_set WHERE article = ? AND annotator = ? AND withdrawn IS NULL"
    with project.reading() as db:
        return db.execute(sql, (article, number)).fetchone() is not None


_LATER = (
    "SELECT 1 FROM annotation_set JOIN annotator ON annotator.id = annotation_set.annotator"
    " WHERE article = ? AND kind = 'model' AND name <> ? AND withdrawn IS NULL AND step > ?"
)


def has_later(project: Project, model: Annotator, article: int, since: int) -> bool:
    """Whether another model's word stands on the article that came after a step."""
    with project.reading() as db:
        return db.execute(_LATER, (article, model.name, since)).fetchone() is not None


def undo(project: Project, step: int) -> int:
    """Take back a step of the whole project, of whatever kind; the number of articles it touched.

    Raises ProjectError when it was undone before, or where articles were edited since.
    """
    run = history.get_step(project, step)
    if run.action == "schema":
        from annotator.store import schema_steps  # seldom needed, and much: not at every start

        return schema_steps.undo(project, step)
    if run.action == "edit":
        from annotator.store import many

        return many.undo(project, step)
    if run.action not in ("import", "model run"):
        raise ProjectError("history.kind", f"“{run.title}” is not a step of the whole project.")
    with project.writing() as db:
        if db.execute("SELECT 1 FROM step WHERE target = ? AND action LIKE 'undo %'", (step,)).fetchone():
            raise ProjectError("history.undone", f"“{run.title}” was undone before.")
        _refuse_edited(db, run)
        touched = _remove(db, run)
        history.add_step(db, action=f"undo {run.action}", title=run.title, target=step)
    return touched


_TOUCHED = {
    "import": "SELECT seq FROM article WHERE step = :step UNION SELECT article FROM annotation_set WHERE step = :step",
    "model run": "SELECT article FROM annotation_set WHERE step = :step",
}


_STAND_NEW = (
    "UPDATE standing SET status = 'new', spans = 0, notes = 0 WHERE (annotator, article)"
    " IN (SELECT annotator, article FROM annotation_set WHERE step = :step)"
)


def _refuse_edited(db: sqlite3.Connection, run: history.Step) -> None:
    sql = (
        "SELECT DISTINCT article.title FROM article JOIN step ON step.article = article.seq"
        f" WHERE step.seq > :step AND article.seq IN ({_TOUCHED[run.action]}) ORDER BY article.seq"
    )
    titles = [title for (title,) in db.execute(sql, {"step": run.seq})]
    refuse_named(run, titles)


def refuse_named(run: history.Step, titles: list[str]) -> None:
    """Raise ProjectError that names the articles on which somebody worked since a step, if there are any."""
    if titles:
        named = ", ".join(f"“{title}”" for title in titles[:_NAMED])
        more = f" and {len(titles) - _NAMED} more" if len(titles) > _NAMED else ""
        sentence = f"“{run.title}” cannot be undone: work was done since on {named}{more}."
        raise ProjectError("history.edited", sentence)


def _remove(db: sqlite3.Connection, run: history.Step) -> int:
    values = {"step": run.seq}
    touched = [seq for (seq,) in db.execute(_TOUCHED[run.action], values)]
    db.execute(_STAND_NEW, values)
    withdrawing.give_back(db, run.seq)
    db.execute("DELETE FROM annotation_set WHERE step = :step", values)
    if run.action == "import":
        search.remove(db, _texts(db, run.seq))
        db.execute("DELETE FROM article WHERE step = :step", values)
    _judge_again(db, touched)
    return len(touched)


def _judge_again(db: sqlite3.Connection, touched: list[int]) -> None:
    """What is left to judge, in articles that lost sets."""
    tally.forget(db, touched)
    sql = "SELECT 1 FROM annotation_set WHERE article = ?"
    for seq in touched:
        if db.execute(sql, (seq,)).fetchone():
            sets.judged_again(db, seq)


def _texts(db: sqlite3.Connection, step: int) -> Iterator[tuple[int, str, str]]:
    sql = (
        "SELECT article.seq, article.title, article_text.text FROM article"
        " JOIN article_text ON article_text.seq = article.seq WHERE article.step = ?"
    )
    cursor = db.execute(sql, (step,))
    while rows := cursor.fetchmany(100):
        yield from rows
