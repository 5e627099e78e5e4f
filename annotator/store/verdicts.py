"""How useful a model's suggestions were: what persons said of them, counted."""

import msgspec

from annotator.store.project import Project


class VerdictCount(msgspec.Struct, frozen=True):
    """What persons said of one model's suggestions with one label or relation type."""

    model: str
    version: str
    label: str
    accepted: int
    changed: int
    rejected: int

    @property
    def total(self) -> int:
        """How many were judged."""
        return self.accepted + self.changed + self.rejected


_COUNT = """
    SELECT json_extract(verdict.origin, '$.annotator'), coalesce(json_extract(verdict.origin, '$.version'), ''), label,
        count(*) FILTER (WHERE verdict.kind = 'accepted'),
        count(*) FILTER (WHERE verdict.kind = 'changed'),
        count(*) FILTER (WHERE verdict.kind = 'rejected')
    FROM annotator JOIN annotation_set ON annotation_set.annotator = annotator.id
    JOIN verdict ON verdict.aset = annotation_set.id
    WHERE annotator.kind = 'person' {} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""


def verdict_counts(project: Project, annotator: int | None = None) -> list[VerdictCount]:
    """The verdicts of one person (by number), or of all: by model, version and label, in that order."""
    one, values = ("", ()) if annotator is None else ("AND annotator.id = ?", (annotator,))
    with project.reading() as db:
        return [VerdictCount(*row) for row in db.execute(_COUNT.format(one), values)]
