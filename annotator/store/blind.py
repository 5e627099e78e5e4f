"""The blind sample in the file: the share, and when who finished an article without having seen suggestions.

Her set as it was then is not copied: `store.blind_sets` reads it off the history, which is only ever added to.
"""

import msgspec

from annotator.model.ids import new_id
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


def ends(project: Project, *, annotator: int | None = None, first: str = "", last: str = "") -> list[BlindEnd]:
    """What was finished blind, by article: by all or one, from a day to another, both included, "" for no bound."""
    sql = (
        "SELECT annotator, article, step FROM blind_end WHERE (:who IS NULL OR annotator = :who)"
        " AND (:first = '' OR date(at, 'localtime') >= :first) AND (:last = '' OR date(at, 'localtime') <= :last)"
        " ORDER BY article, annotator"
    )
    with project.reading() as db:
        rows = db.execute(sql, {"who": annotator, "first": first, "last": last})
        return [BlindEnd(*row) for row in rows.fetchall()]
