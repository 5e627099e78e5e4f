"""What the dialog says of a training: how far it is, and the table of what came of it."""

from PySide6.QtCore import QCoreApplication

from annotator.app.statistics import Cell
from annotator.app.worker.trainer import TrainState
from annotator.suggest.training.outcome import LabelOutcome, Outcome
from annotator.ui.numbers import duration, number, percent
from annotator.ui.sentences import translated
from annotator.ui.statistics.tables import Table


def told_of(state: TrainState) -> str:
    """How far it is."""
    if state.stage != "training":
        return _tr("Measuring on the articles held out …")
    told = _tr("Step {n} of {total} at most").format(n=number(state.steps), total=number(state.most))
    if state.score:
        told += _tr(", score so far {score}").format(score=percent(state.score))
    if state.seconds_left is not None:
        told += _tr(", {time} left").format(time=duration(state.seconds_left))
    return told


def told_in_the_end(outcome: Outcome) -> str:
    """What came of it, before the table."""
    sentence = _tr(
        "Learned from {n} articles. The table shows how well the spans in the {held} articles held out are found,"
        " before and after: on the very same characters, and with at least half in common (IoU ≥ 0.5). A label that"
        " got worse is found as before."
    )
    told = sentence.format(n=number(outcome.learned_from), held=number(outcome.held_out))
    return " ".join([told, *map(translated, outcome.losses)])


def table_of(outcome: Outcome) -> Table:
    """A row for each label: how many spans there are, then F1, precision and recall before and after, in per cent."""
    header = (
        _tr("Label"),
        _tr("Spans"),
        _tr("F1 before (%)"),
        _tr("F1 after (%)"),
        _tr("From now on"),
        _tr("F1 with IoU ≥ 0.5 before (%)"),
        _tr("F1 with IoU ≥ 0.5 after (%)"),
        _tr("Precision before (%)"),
        _tr("Precision after (%)"),
        _tr("Recall before (%)"),
        _tr("Recall after (%)"),
    )
    return Table(header, [_row(each) for each in outcome.labels])


def _row(of: LabelOutcome) -> tuple[Cell, ...]:
    before, after = of.before.exact, of.after.exact
    from_now = _tr("the trained model") if of.speaks else _tr("as before")
    close = (of.before.close.f1, of.after.close.f1)
    rest = (*close, before.precision, after.precision, before.recall, after.recall)
    exact = (_per_cent(before.f1), _per_cent(after.f1))
    return (of.label, after.there, *exact, from_now, *map(_per_cent, rest))


def _per_cent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _tr(text: str) -> str:
    return QCoreApplication.translate("Training", text)
