"""The history: steps and their edits, only ever added to; undo and redo are steps in it.

So they survive closing the article, the program and a crash. Undo takes back the last step of one annotator
in one article; steps of the whole project (imports, model runs) are in `store.runs`.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from annotator.model.edits import Edit, Edits, inverse
from annotator.model.ids import new_id
from annotator.store import sets, tally
from annotator.store.project import Project, now

_edits = msgspec.json.Decoder(Edit)


class Recording(Protocol):
    """Writes that a step is undone, or done again."""

    def __call__(self, project: Project, place: "Place", step: "Step", *, left: tally.Left | None = None) -> int:
        """The number of the step that says so."""


class Step(msgspec.Struct, frozen=True):
    """One step of the history. `target` is the number of the step that an undo or redo is about."""

    seq: int
    at: str
    annotator: int | None
    article: int | None
    action: str
    target: int | None
    title: str
    detail: str | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Whose work in which article, by number, under which version of the schema."""

    article: int
    annotator: int
    schema_version: int


def record(
    project: Project,
    place: Place,
    edits: Sequence[Edit],
    title: str,
    *,
    left: tally.Left | None = None,
    detail: str | None = None,
) -> int:
    """Write a step of edits and what they change, in one transaction; its number once it is on the disk.

    `left` is what is not judged after it; it is counted where it is not given.
    """
    with project.writing() as db:
        who, where = place.annotator, place.article
        step = add_step(db, action="do", title=title, annotator=who, article=where, detail=detail)
        rows = ((step, msgspec.json.encode(edit).decode()) for edit in edits)
        db.executemany("INSERT INTO change (step, edit) VALUES (?, ?)", rows)
        _write(db, place, edits, step, left)
    return step


def _write(db: sqlite3.Connection, place: Place, edits: Sequence[Edit], step: int, left: tally.Left | None) -> None:
    aset = sets.ensure(db, place.article, place.annotator, schema_version=place.schema_version, step=step)
    sets.write_edits(db, aset, edits)
    if left is None:
        sets.judged_again(db, place.article)
    else:
        tally.put_left(db, place.annotator, place.article, left)


def add_step(
    db: sqlite3.Connection,
    *,
    action: str,
    title: str,
    annotator: int | None = None,
    article: int | None = None,
    target: int | None = None,
    detail: str | None = None,
) -> int:
    """Add a row to the history and give its number."""
    values = (new_id(), now(), annotator, article, action, target, title, detail)
    sql = "INSERT INTO step (id, at, annotator, article, action, target, title, detail) VALUES (?,?,?,?,?,?,?,?)"
    return int(db.execute(sql, values).lastrowid or 0)


class Stacks(msgspec.Struct):
    """The steps that can be undone and redone, the next one last.

    Steps from before a change of the schema that renamed or took away are in neither: their edits hold old
    names. `cut` is that change, by its title, where there are such steps, `since` the number of its step.
    """

    undo: list[Step]
    redo: list[Step]
    cut: str = ""
    since: int = 0


def stacks(project: Project, article: int, annotator: int) -> Stacks:
    """What one annotator can undo and redo in one article, read off the history."""
    found = Stacks([], [])
    since, title = _last_cut(project)
    for step in steps(project, article, annotator):
        if step.seq > since:
            replay(found, step)
        else:
            found.cut, found.since = title, since
    return found


# Changes of the schema that were not undone.
SCHEMA_CHANGED = (
    "article IS NULL AND annotator IS NULL AND action = 'schema' AND seq NOT IN (SELECT target FROM step"
    " WHERE target IS NOT NULL AND article IS NULL AND annotator IS NULL)"
)


def _last_cut(project: Project) -> tuple[int, str]:
    """The last change of the schema that steps before it cannot be undone across, and was not undone itself."""
    sql = f"SELECT seq, title FROM step WHERE {SCHEMA_CHANGED} AND detail ->> 'cuts' ORDER BY seq DESC LIMIT 1"
    with project.reading() as db:
        row = db.execute(sql).fetchone()
    return row or (0, "")


def replay(found: Stacks, step: Step) -> None:
    """Bring the stacks up to date with the next step of the history."""
    if step.action == "do":
        found.undo.append(step)
        found.redo.clear()
    elif step.action == "undo" and found.undo:
        found.redo.append(found.undo.pop())
    elif step.action == "redo" and found.redo:
        found.undo.append(found.redo.pop())


def steps(project: Project, article: int, annotator: int) -> Iterator[Step]:
    """The steps of one annotator in one article, oldest first."""
    sql = f"SELECT {_STEP} FROM step WHERE article = ? AND annotator = ? ORDER BY seq"
    with project.reading() as db:
        yield from (Step(*row) for row in db.execute(sql, (article, annotator)).fetchall())


_STEP = "seq, at, annotator, article, action, target, title, detail"


def get_step(project: Project, seq: int) -> Step:
    """The step with this number."""
    with project.reading() as db:
        return Step(*db.execute(f"SELECT {_STEP} FROM step WHERE seq = ?", (seq,)).fetchone())


def project_steps(project: Project) -> list[Step]:
    """The steps of the whole project, such as imports and model runs, newest first."""
    sql = f"SELECT {_STEP} FROM step WHERE article IS NULL AND annotator IS NULL ORDER BY seq DESC"
    with project.reading() as db:
        return [Step(*row) for row in db.execute(sql)]


def edits_of(project: Project, step: int) -> Edits:
    """The edits of a step, in order."""
    with project.reading() as db:
        rows = db.execute("SELECT edit FROM change WHERE step = ? ORDER BY seq", (step,))
        return tuple(_edits.decode(edit) for (edit,) in rows)


def edits_made(project: Project, step: Step) -> Edits:
    """What a step did to the set, be it one that undid or did again another; in the names of its time."""
    edits = edits_of(project, step.target or step.seq)
    return inverse(edits) if step.action == "undo" else edits


def record_undo(project: Project, place: Place, step: Step, *, left: tally.Left | None = None) -> int:
    """Write that a step is undone, and what that changes; `left` as in `record`."""
    return _record_again(project, place, step, "undo", inverse(edits_of(project, step.seq)), left)


def record_redo(project: Project, place: Place, step: Step, *, left: tally.Left | None = None) -> int:
    """Write that a step is done again, and what that changes; `left` as in `record`."""
    return _record_again(project, place, step, "redo", edits_of(project, step.seq), left)


def record_moves(project: Project, place: Place, moves: "Moves", *, left: tally.Left | None = None) -> list[int]:
    """Write that these steps are undone and done again, in this order and in one transaction; their numbers.

    Each is a step of its own, as if they had been taken back one by one; `left` as in `record`, after the last.
    """
    with project.writing():
        return [record_undo(project, place, each, left=left) for each in moves.undo] + [
            record_redo(project, place, each, left=left) for each in moves.redo
        ]


class Moves(msgspec.Struct, frozen=True):
    """The steps to undo, then those to do again, that lead to a point of the history."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.undo or self.redo)


def moves_to(found: Stacks, step: int) -> Moves | None:
    """What leads to the moment after a step, 0 for that before all in the stacks; None where nothing leads there."""
    if step == 0:
        return Moves(undo=tuple(reversed(found.undo)))
    done, undone = [each.seq for each in found.undo], [each.seq for each in reversed(found.redo)]
    if step in done:
        return Moves(undo=tuple(reversed(found.undo[done.index(step) + 1 :])))
    if step in undone:
        return Moves(redo=tuple(reversed(found.redo))[: undone.index(step) + 1])
    return None


def _record_again(
    project: Project, place: Place, step: Step, action: str, edits: Edits, left: tally.Left | None
) -> int:
    with project.writing() as db:
        title, annotator, article = step.title, place.annotator, place.article
        again = add_step(db, action=action, title=title, annotator=annotator, article=article, target=step.seq)
        _write(db, place, edits, again, left)
    return again
