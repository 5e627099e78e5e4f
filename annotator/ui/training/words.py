"""What the dialog says of a training: how far it is, and the table of what came of it."""

from PySide6.QtCore import QCoreApplication

from annotator.app.statistics import Cell
from annotator.app.worker.trainer import TrainState
from annotator.suggest.training.outcome import Outcome
from annotator.ui.numbers import duration, number, percent
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
        "Learned from {n} articles. The table shows how many of the spans in the {held} articles held out are found"
        " exactly, before and after. A label that got worse is found as before."
    )
    return sentence.format(n=number(outcome.learned_from), held=number(outcome.held_out))


def table_of(outcome: Outcome) -> Table:
    """A row for each label: how many spans there are, then precision, recall and F before and after."""
    header = (
        _tr("Label"),
        _tr("Spans"),
        _tr("F before"),
        _tr("F after"),
        _tr("Precision before"),
        _tr("Precision after"),
        _tr("Recall before"),
        _tr("Recall after"),
        _tr("From now on"),
    )
    rows: list[tuple[Cell, ...]] = []
    for each in outcome.labels:
        from_now = _tr("the trained model") if each.speaks else _tr("as before")
        figures = (
            *(_share(of.f1, of.there + of.found) for of in (each.before, each.after)),
            *(_share(of.precision, of.found) for of in (each.before, each.after)),
            *(_share(of.recall, of.there) for of in (each.before, each.after)),
        )
        rows.append((each.label, each.after.there, *figures, from_now))
    return Table(header, rows)


def _share(value: float, out_of: int) -> str:
    """As it is read; a dash where there is nothing that it could be a share of."""
    return percent(value) if out_of else "–"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Training", text)
