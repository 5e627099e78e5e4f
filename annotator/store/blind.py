"""The blind sample in the file: the share, and when who finished an article without having seen suggestions.

Her set as it was then is not copied: the history, only ever added to, gives it back from the set as it is.
"""

import msgspec

from annotator.model.annotation import AnnotationSet
from annotator.model.edits import Edits, apply, inverse
from annotator.model.errors import ProjectError
from annotator.model.ids import new_id
from annotator.store import annotators, history, sets
from annotator.store.project import Project, now

_SHARE, _SEED = "blind_share", "blind_seed"


class BlindEnd(msgspec.Struct, frozen=True):
    """An annotator finished an article blind (both by number); `step` is her last one in it, 0 where there is none."""

    annotator: int
    article: int
    step: int


def share_and_seed(project: Project) -> tuple[float, str]:
    """The share of articles in per cent, 0 where none is set, and the seed by which they are chosen."""
    with project.reading() as db:
        found = dict(db.execute("SELECT key, value FROM meta WHERE key IN (?, ?)", (_SHARE, _SEED)).fetchall())
    return float(found.get(_SHARE, 0)), str(found.get(_SEED, ""))


def set_share(project: Project, share: float) -> None:
    """Set the share; the seed is drawn once and stays, so the same articles are chosen ever after."""
    with project.writing() as db:
        db.execute("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", (_SEED, new_id()))
        db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_SHARE, f"{share:g}"))


def seeded(project: Project) -> str:
    """The seed, drawn now where there is none yet and the project may be written."""
    _, seed = share_and_seed(project)
    if not seed:
        set_share(project, 0)
        _, seed = share_and_seed(project)
    return seed


def ids(project: Project, *, after: int, limit: int) -> list[tuple[int, str]]:
    """The next articles after a number, with their ids."""
    with project.reading() as db:
        sql = "SELECT seq, id FROM article WHERE seq > ? ORDER BY seq LIMIT ?"
        return db.execute(sql, (after, limit)).fetchall()


def is_ended(project: Project, article: int, annotator: int) -> bool:
    """Whether she finished the article blind, and has seen the suggestions since."""
    sql = "SELECT 1 FROM blind_end WHERE annotator = ? AND article = ?"
    with project.reading() as db:
        return db.execute(sql, (annotator, article)).fetchone() is not None


def end(project: Project, article: int, annotator: int) -> None:
    """Keep that she finished the article blind now. What was seen stays seen: it is done once."""
    last = "SELECT coalesce(max(seq), 0) FROM step WHERE article = ? AND annotator = ?"
    with project.writing() as db:
        (step,) = db.execute(last, (article, annotator)).fetchone()
        sql = "INSERT OR IGNORE INTO blind_end (annotator, article, step, at) VALUES (?, ?, ?, ?)"
        db.execute(sql, (annotator, article, step, now()))


def ends(project: Project) -> list[BlindEnd]:
    """All that was finished blind, by article."""
    with project.reading() as db:
        rows = db.execute("SELECT annotator, article, step FROM blind_end ORDER BY article, annotator")
        return [BlindEnd(*row) for row in rows.fetchall()]


def set_at(project: Project, blind: BlindEnd) -> AnnotationSet:
    """Her set as it was when she finished: the one that stands, with every later step taken back, newest first.

    Raises ProjectError where the set is gone.
    """
    found = sets.load(project, blind.article, blind.annotator)
    if found is None:
        if blind.step == 0:
            return AnnotationSet(annotator=annotators.everyone(project)[blind.annotator])
        raise ProjectError("blind.gone", f"The set of the article number {blind.article} is not there any more.")
    for step in reversed(list(history.steps(project, blind.article, blind.annotator))):
        if step.seq <= blind.step:
            break
        apply(found, _taken_back(project, step))
    return found


def _taken_back(project: Project, step: history.Step) -> Edits:
    """The edits that take a step back, be it one that undid or did again another."""
    edits = history.edits_of(project, step.target or step.seq)
    return edits if step.action == "undo" else inverse(edits)
