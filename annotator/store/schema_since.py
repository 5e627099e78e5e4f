"""Records as earlier steps had them, in the names of today: what each change of the schema since made of them.

A change rewrites the annotation that stands, never the history. So whoever reads an earlier record off the history
sends it through the changes after it. Changes that were undone count for nothing: nobody worked between the two.
"""

from collections.abc import Mapping

import msgspec

from annotator.model.annotation import Relation, SetState, Span, Verdict
from annotator.model.schema_changes import Renames
from annotator.store import history
from annotator.store.project import Project
from annotator.store.schema_names import renamed_attributes, renamed_subject
from annotator.store.schema_steps import read_detail

AnyRecord = Span | Relation | Verdict | SetState

_replace = msgspec.structs.replace


class SchemaChange(msgspec.Struct, frozen=True):
    """A change of the schema, the step by its number; `merged` are the ids of the records of a set that it merged."""

    seq: int
    told: Renames
    merged: frozenset[str]

    def follow(self, record: AnyRecord | None, standing: AnyRecord | None) -> AnyRecord | None:
        """A record, as it was called before the change, in the names after it.

        `standing` is the same record as it stood in the set at the change, None where it was not there. It says
        whether the change left it alone because the same words had both labels; what was not there is renamed.
        A verdict on a relation of which one end was left alone is renamed at both ends: nothing tells them apart.
        """
        stays = standing is not None and standing != renamed(standing, self._merges) and self._left(standing)
        return None if record is None else renamed(record, self._renames if stays else self._all)

    def _left(self, standing: AnyRecord) -> bool:
        return not isinstance(standing, SetState) and standing.id not in self.merged

    @property
    def _merges(self) -> Renames:
        return Renames(labels=self.told.into, relations=self.told.relations_into)

    @property
    def _renames(self) -> Renames:
        return _replace(self.told, into={}, relations_into={})

    @property
    def _all(self) -> Renames:
        labels = _both(self.told.labels, self.told.into)
        return _replace(self._renames, labels=labels, relations=_both(self.told.relations, self.told.relations_into))


def _both(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    return {**one, **other}


def renamed(record: AnyRecord, told: Renames) -> AnyRecord:
    """A record in the new names; `into` and `relations_into` are not looked at."""
    if isinstance(record, Span):
        label, attributes = told.labels.get(record.label, record.label), renamed_attributes(record.attributes, told)
        return _replace(record, label=label, attributes=attributes)
    if isinstance(record, Relation):
        kind, attributes = told.relations.get(record.type, record.type), renamed_attributes(record.attributes, told)
        return _replace(record, type=kind, attributes=attributes)
    if isinstance(record, Verdict):
        return _replace(record, subject=renamed_subject(record.subject, told))
    return _replace(record, attributes=renamed_attributes(record.attributes, told))


def changes(project: Project, article: int, annotator: int, *, after: int) -> list[SchemaChange]:
    """The changes of the schema after a step that gave other names, oldest first, for a set (both by number)."""
    sql = f"SELECT seq, detail FROM step WHERE {history.SCHEMA_CHANGED} AND seq > ? ORDER BY seq"
    with project.reading() as db:
        rows = [(seq, read_detail(detail).renames) for seq, detail in db.execute(sql, (after,)).fetchall()]
    return [SchemaChange(seq, told, _merged(project, seq, article, annotator)) for seq, told in rows if told]


def _merged(project: Project, step: int, article: int, annotator: int) -> frozenset[str]:
    sql = (
        "SELECT relabelled.id FROM annotation_set JOIN relabelled ON relabelled.aset = annotation_set.id"
        " AND relabelled.step = ? AND relabelled.kind IN ('span', 'relation', 'verdict')"
        " WHERE article = ? AND annotator = ?"
    )
    with project.reading() as db:
        return frozenset(key for (key,) in db.execute(sql, (step, article, annotator)))
