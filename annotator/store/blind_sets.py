"""An annotator's set as it was when she finished an article blind, in the names that the schema has today.

It is read off the history: what a later step touched is as the first such step found it, all else as it stands.
No copy is kept in the file. A copy would have to follow every change of the schema and its undo as the set itself
does, and files from before it would have none; the history has it all already.
"""

from collections.abc import Mapping
from typing import NamedTuple

from annotator.model.annotation import AnnotationSet
from annotator.model.edits import Edit, RelationEdit, SpanEdit, StateEdit, VerdictEdit, apply
from annotator.model.errors import ProjectError
from annotator.store import annotators, history, sets
from annotator.store.blind import BlindEnd
from annotator.store.history import Step
from annotator.store.project import Project
from annotator.store.schema_since import AnyRecord, SchemaChange, changes

Key = tuple[type[Edit], str]  # the kind of a record and its id, "" for the state of the set


class _Touched(NamedTuple):
    """A record as the first later step found it, and as the last one until now left it; None where it was not there."""

    found: AnyRecord | None
    left: AnyRecord | None


def set_at(project: Project, blind: BlindEnd) -> AnnotationSet:
    """Her set as it was when she finished.

    Raises ProjectError where the set is gone, EditError where the history has a hole.
    """
    made = sets.load(project, blind.article, blind.annotator)
    if made is None and blind.step:
        raise ProjectError("blind.gone", f"The set of the article number {blind.article} is not there any more.")
    if made is None or _came_later(project, blind):
        return AnnotationSet(annotator=annotators.everyone(project)[blind.annotator])
    apply(made, _edits(made, _touched(project, blind)))
    return made


def _came_later(project: Project, blind: BlindEnd) -> bool:
    """Whether she had no set then, and the one that is there was imported since: no step of hers tells."""
    sql = (
        "SELECT 1 FROM annotation_set JOIN step ON step.seq = annotation_set.step JOIN blind_end"
        " ON blind_end.article = annotation_set.article AND blind_end.annotator = annotation_set.annotator"
        " WHERE annotation_set.article = ? AND annotation_set.annotator = ? AND step.at > blind_end.at"
    )
    if blind.step:
        return False
    with project.reading() as db:
        return db.execute(sql, (blind.article, blind.annotator)).fetchone() is not None


def _touched(project: Project, blind: BlindEnd) -> dict[Key, _Touched]:
    found: dict[Key, _Touched] = {}
    for each in _events(project, blind):
        if isinstance(each, SchemaChange):
            found = {key: _follow(each, touched) for key, touched in found.items()}
        else:
            _learn(found, project, each)
    return found


def _events(project: Project, blind: BlindEnd) -> list[Step | SchemaChange]:
    """Her later steps and the changes of the schema between them, oldest first."""
    steps = [each for each in history.steps(project, blind.article, blind.annotator) if each.seq > blind.step]
    renames = changes(project, blind.article, blind.annotator, after=steps[0].seq) if steps else []
    return sorted([*steps, *renames], key=lambda each: each.seq)


def _follow(change: SchemaChange, touched: _Touched) -> _Touched:
    return _Touched(change.follow(touched.found, touched.left), change.follow(touched.left, touched.left))


def _learn(found: dict[Key, _Touched], project: Project, step: Step) -> None:
    for edit in history.edits_made(project, step):
        key = _key(edit)
        first = found[key].found if key in found else edit.before
        found[key] = _Touched(first, edit.after)


def _key(edit: Edit) -> Key:
    if isinstance(edit, StateEdit):
        return StateEdit, ""
    record = edit.before or edit.after
    return type(edit), record.id if record else ""


def _edits(made: AnnotationSet, touched: Mapping[Key, _Touched]) -> list[Edit]:
    """What puts the records back as they were found."""
    standing: dict[type[Edit], Mapping[str, AnyRecord]] = {
        SpanEdit: made.spans,
        RelationEdit: made.relations,
        VerdictEdit: made.verdicts,
        StateEdit: {"": made.state},
    }
    return [kind(standing[kind].get(key), each.found) for (kind, key), each in touched.items()]  # type: ignore[arg-type]
