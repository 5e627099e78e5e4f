"""What releases have promised: the part of the dataset that an article is in, and the pseudonyms of annotators.

Neither is part of the history: a release that went out cannot be called back, so no undo takes it away.
"""

from collections.abc import Mapping
from typing import Literal

from annotator.store.project import Project

Part = Literal["train", "dev", "test"]
PARTS: tuple[Part, ...] = ("train", "dev", "test")


def parts(project: Project) -> dict[int, Part]:
    """The part of each article that was given to one, by the number of the article."""
    with project.reading() as db:
        return dict(db.execute("SELECT article, part FROM split ORDER BY article").fetchall())


def give(project: Project, new: Mapping[int, Part]) -> None:
    """Give articles, by number, to parts; one that has its part already keeps it."""
    if new:
        with project.writing() as db:
            db.executemany("INSERT OR IGNORE INTO split (article, part) VALUES (?, ?)", sorted(new.items()))


def forget(project: Project) -> int:
    """Begin anew: no article is in a part any more. How many were."""
    with project.writing() as db:
        return db.execute("DELETE FROM split").rowcount


def pseudonyms(project: Project) -> dict[int, str]:
    """What annotators, by number, are called in releases."""
    with project.reading() as db:
        return dict(db.execute("SELECT annotator, name FROM pseudonym ORDER BY annotator").fetchall())


def name(project: Project, new: Mapping[int, str]) -> None:
    """Give annotators, by number, their pseudonyms, for good."""
    if new:
        with project.writing() as db:
            db.executemany("INSERT INTO pseudonym (annotator, name) VALUES (?, ?)", sorted(new.items()))
