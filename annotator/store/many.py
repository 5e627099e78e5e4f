"""A step of the whole project that edits many sets at once: one row of the history, undone whole.

In each article it is also a step of the set's annotator, who can undo it there alone.
"""

from collections.abc import Iterable

import msgspec

from annotator.model.edits import Edits
from annotator.model.errors import ProjectError
from annotator.store import articles, history
from annotator.store.history import Place, Step
from annotator.store.project import Project
from annotator.store.runs import refuse_named

ACTION = "edit"


class Part(msgspec.Struct, frozen=True):
    """What the step in an article keeps: the step of the whole project that it is a part of."""

    part_of: int


def record(project: Project, changes: Iterable[tuple[Place, Edits]], title: str) -> int:
    """Write the edits of many sets in one transaction; the number of the step of the whole project."""
    with project.writing() as db:
        step = history.add_step(db, action=ACTION, title=title)
        detail = msgspec.json.encode(Part(step)).decode()
        for place, edits in changes:
            history.record(project, place, edits, title, detail=detail)
    return step


def undo(project: Project, step: int) -> int:
    """Take it back in every article where that was not done already; the number of articles.

    Raises ProjectError when it was undone before, or where its annotator worked on an article since.
    """
    run = history.get_step(project, step)
    with project.writing() as db:
        if db.execute("SELECT 1 FROM step WHERE target = ? AND action = ?", (step, f"undo {ACTION}")).fetchone():
            raise ProjectError("history.undone", f"“{run.title}” was undone before.")
        found = [(each, _state(project, each)) for each in _parts(project, step)]
        touched = [each for each, state in found if state == "worked"]
        refuse_named(run, [articles.get(project, each.article or 0).title for each in touched])
        last = [each for each, state in found if state == "last"]
        for each in last:
            history.record_undo(project, _place(project, each), each)
        history.add_step(db, action=f"undo {ACTION}", title=run.title, target=step)
    return len({each.article for each in last})


def _parts(project: Project, step: int) -> list[Step]:
    sql = "SELECT seq FROM step WHERE seq > ? AND detail ->> 'part_of' = ? ORDER BY seq"
    with project.reading() as db:
        rows = db.execute(sql, (step, step)).fetchall()
    return [history.get_step(project, seq) for (seq,) in rows]


def _state(project: Project, part: Step) -> str:
    """Whether it is the last thing that its annotator did there, was undone by her, or others came after."""
    found = history.stacks(project, part.article or 0, part.annotator or 0)
    if found.undo and found.undo[-1].seq == part.seq:
        return "last"
    later = any(each.seq == part.seq for each in found.undo) or found.cut
    return "worked" if later else "undone"


def _place(project: Project, part: Step) -> Place:
    sql = "SELECT schema_version FROM annotation_set WHERE article = ? AND annotator = ?"
    with project.reading() as db:
        (version,) = db.execute(sql, (part.article, part.annotator)).fetchone()
    return Place(article=part.article or 0, annotator=part.annotator or 0, schema_version=version)
