"""Figures of a project: articles, sets by status, spans by label, verdicts by kind. Read by `annotator stats`."""

import msgspec

from annotator.model.annotation import Annotator
from annotator.store import activity, annotators
from annotator.store.project import Project
from annotator.store.statistics import MODEL


class AnnotatorCounts(msgspec.Struct, frozen=True):
    """What one annotator did."""

    annotator: Annotator
    sets: dict[str, int]
    spans: dict[str, int]
    relations: dict[str, int]
    verdicts: dict[str, dict[str, int]]  # of persons: label -> kind -> how many
    of_models: dict[str, dict[str, dict[str, int]]] = {}  # the same by model: label -> model -> kind -> how many
    active_seconds: float = 0.0


class Counts(msgspec.Struct, frozen=True):
    """What a project holds."""

    articles: int
    words: int
    annotators: list[AnnotatorCounts]


def count(project: Project) -> Counts:
    """Count the project."""
    with project.reading() as db:
        articles, words = db.execute("SELECT count(*), coalesce(sum(words), 0) FROM article").fetchone()
    found = [_of_annotator(project, number, each) for number, each in annotators.everyone(project).items()]
    return Counts(articles, words, found)


def _of_annotator(project: Project, number: int, annotator: Annotator) -> AnnotatorCounts:
    of = "JOIN annotation_set ON annotation_set.id = aset WHERE annotator = ? GROUP BY"
    sets = "SELECT status, count(*) FROM annotation_set WHERE annotator = ? GROUP BY status"
    verdicts: dict[str, dict[str, int]] = {}
    of_models: dict[str, dict[str, dict[str, int]]] = {}
    with project.reading() as db:
        sql = f"SELECT label, kind, {MODEL} AS model, count(*) FROM verdict {of} label, model, kind"
        for label, kind, model, n in db.execute(sql, (number,)):
            of_models.setdefault(label, {}).setdefault(model, {})[kind] = n
            verdicts.setdefault(label, {}).setdefault(kind, 0)
            verdicts[label][kind] += n
        return AnnotatorCounts(
            annotator,
            dict(db.execute(sets, (number,)).fetchall()),
            dict(db.execute(f"SELECT label, count(*) FROM span {of} label", (number,)).fetchall()),
            dict(db.execute(f"SELECT type, count(*) FROM relation {of} type", (number,)).fetchall()),
            verdicts,
            of_models,
            activity.total(project, number),
        )


def unseen(project: Project, model: Annotator) -> int:
    """Of how many articles nothing stands that the model, in this version, said."""
    number = annotators.find(project, model)
    with project.reading() as db:
        (every,) = db.execute("SELECT count(*) FROM article").fetchone()
        seen = "SELECT count(*) FROM annotation_set WHERE annotator = ?"  # down an index, as what follows
        (said,) = db.execute(seen, (number,)).fetchone()
        (withdrawn,) = db.execute(f"{seen} AND withdrawn IS NOT NULL", (number,)).fetchone()
    return int(every - said + withdrawn)
