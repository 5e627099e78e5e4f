"""Edits: reversible changes of an annotation set, and steps, the edits that are undone together.

Every edit is "this record was *before* and is *after*": its inverse swaps the two, and applying it checks
that what stands is what was expected. A mutation returns what it changed, so that views repaint only that.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from annotator.model.annotation import AnnotationSet, Relation, SetState, Span, Verdict
from annotator.model.errors import EditError

Record = TypeVar("Record", Span, Relation, Verdict)


class SpanEdit(msgspec.Struct, frozen=True, tag_field="of", tag="span"):
    """A span is added (before is None), removed (after is None) or changed."""

    before: Span | None
    after: Span | None


class RelationEdit(msgspec.Struct, frozen=True, tag_field="of", tag="relation"):
    """A relation is added, removed or changed."""

    before: Relation | None
    after: Relation | None


class VerdictEdit(msgspec.Struct, frozen=True, tag_field="of", tag="verdict"):
    """A verdict is given, taken back or changed."""

    before: Verdict | None
    after: Verdict | None


class StateEdit(msgspec.Struct, frozen=True, tag_field="of", tag="state"):
    """Status, article labels, note or flag of the set change."""

    before: SetState
    after: SetState


Edit = SpanEdit | RelationEdit | VerdictEdit | StateEdit
Edits = tuple[Edit, ...]


class ChangeSet(msgspec.Struct, frozen=True, kw_only=True):
    """The ids of what an operation changed; views refresh from it."""

    spans: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    state: bool = False

    def __or__(self, other: "ChangeSet") -> "ChangeSet":
        return ChangeSet(
            spans=self.spans | other.spans,
            relations=self.relations | other.relations,
            verdicts=self.verdicts | other.verdicts,
            state=self.state or other.state,
        )

    def __bool__(self) -> bool:
        return bool(self.spans or self.relations or self.verdicts or self.state)


def inverse(edits: Sequence[Edit]) -> Edits:
    """The edits that undo these: swapped, and last first."""
    return tuple(type(each)(each.after, each.before) for each in reversed(edits))  # type: ignore[arg-type]


def apply(target: AnnotationSet, edits: Sequence[Edit]) -> ChangeSet:
    """Apply a step to a set, in place; all of it or, when a part does not fit, nothing.

    Raises EditError where a record is not what the edit expects, where an id is used twice or changes, or
    where a relation would be left without one of its ends.
    """
    done: list[Edit] = []
    try:
        for each in edits:
            _apply_one(target, each)
            done.append(each)
        _check_ends(target, edits)
    except EditError:
        for each in inverse(done):
            _apply_one(target, each)
        raise
    return changes(edits)


def changes(edits: Iterable[Edit]) -> ChangeSet:
    """What the edits touch."""
    found: dict[type, set[str]] = {SpanEdit: set(), RelationEdit: set(), VerdictEdit: set()}
    state = False
    for each in edits:
        if isinstance(each, StateEdit):
            state = True
        else:
            found[type(each)].update(record.id for record in (each.before, each.after) if record)
    return ChangeSet(
        spans=frozenset(found[SpanEdit]),
        relations=frozenset(found[RelationEdit]),
        verdicts=frozenset(found[VerdictEdit]),
        state=state,
    )


def _apply_one(target: AnnotationSet, edit: Edit) -> None:
    match edit:
        case SpanEdit(before, after):
            _swap(target.spans, before, after)
        case RelationEdit(before, after):
            _swap(target.relations, before, after)
        case VerdictEdit(before, after):
            _swap(target.verdicts, before, after)
        case StateEdit(before, after):
            if target.state != before:
                raise EditError("edit.stale", "The article's status changed meanwhile: look again and repeat.")
            target.state = after


def _swap(records: dict[str, Record], before: Record | None, after: Record | None) -> None:
    if before is not None and records.get(before.id) != before:
        raise EditError("edit.stale", f"The record {before.id} changed meanwhile: look again and repeat.")
    if before is None and after is not None and after.id in records:
        raise EditError("edit.twice", f"The id {after.id} is used already.")
    if before is not None and after is not None and before.id != after.id:
        raise EditError("edit.id", f"The record {before.id} cannot become {after.id}: an id is for good.")
    if after is not None:
        records[after.id] = after
    elif before is not None:
        del records[before.id]


def _check_ends(target: AnnotationSet, edits: Sequence[Edit]) -> None:
    """Every relation that these edits touch, or whose ends they remove, keeps both ends."""
    gone = {each.before.id for each in edits if isinstance(each, SpanEdit) and each.before}
    gone -= target.spans.keys()
    touched = [each.after for each in edits if isinstance(each, RelationEdit) and each.after]
    loose = [each for each in touched if each.id in target.relations]
    if gone:
        loose.extend(each for each in target.relations.values() if each.head in gone or each.tail in gone)
    for relation in loose:
        if relation.head not in target.spans or relation.tail not in target.spans:
            raise EditError("edit.loose", f"The {relation.type} relation would be left without one of its ends.")
