"""How good what a pipeline finds is, counted for a training as `evaluation` counts it: one truth for both."""

from collections.abc import Iterable

from annotator.agreement.counts import CLOSE, EXACT, Score
from annotator.agreement.quality import Quality
from annotator.model.schema import Schema
from annotator.suggest.training import outcome
from annotator.suggest.training.outcome import Answer, Fit


def figures(schema: Schema, answers: Iterable[Answer]) -> dict[str, Fit]:
    """The counts of each label that occurs; what an annotator is unsure of counts neither way."""
    labels = list(schema.label_by_name)
    quality = Quality(schema, labels)
    for each in answers:
        quality.add(each.text, each.wanted, each.found)
    found: dict[str, dict[str, outcome.Score]] = {label: {} for label in labels}
    for row in quality.scores():
        if row.table == "labels" and row.label in found:
            found[row.label][row.matched] = _plain(row)
    none = outcome.Score()
    return {label: Fit(exact=by.get(EXACT, none), close=by.get(CLOSE, none)) for label, by in found.items() if by}


def _plain(row: Score) -> outcome.Score:
    return outcome.Score(right=row.right, found=row.found, there=row.wanted or 0)
