"""The figures as tables: what is shown beside each plot, and copied. Numbers stay numbers until they are written."""

from datetime import date

import msgspec
from PySide6.QtCore import QCoreApplication

from annotator.app import statistics
from annotator.app.blind_compare import BlindSummary
from annotator.app.statistics import Cell, as_csv
from annotator.store.statistics import Figures, VerdictFigure
from annotator.ui.numbers import decimal, number, short_day


class Table(msgspec.Struct, frozen=True):
    """What the columns are called, and the rows."""

    header: tuple[str, ...]
    rows: list[tuple[Cell, ...]]

    def csv(self) -> str:
        """The table as comma-separated values, for programs: days as ISO dates, numbers with a point."""
        return as_csv(self.header, [[_plain(cell) for cell in row] for row in self.rows])


def told(cell: Cell) -> str:
    """A cell as people read it."""
    match cell:
        case None:
            return "–"
        case date():
            return short_day(cell)
        case int():
            return number(cell)
        case float():
            return decimal(cell)
    return cell


def _plain(cell: Cell) -> str:
    if isinstance(cell, float):
        return repr(round(cell, 3))
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def done(figures: Figures) -> Table:
    """Articles done by annotator, on each day with some, and added up."""
    every, found = statistics.days(figures), statistics.done(figures)
    rows: list[tuple[Cell, ...]] = [
        (day, each.annotator, each.a_day[at], each.so_far[at])
        for at, day in enumerate(every)
        for each in found
        if each.a_day[at]
    ]
    return Table((_tr("Day"), _tr("Annotator"), _tr("Articles done"), _tr("Added up")), rows)


def rates(figures: Figures) -> Table:
    """Articles an hour, on each day with active time: those done in which it was counted."""
    header = (_tr("Day"), _tr("Articles done"), _tr("Active hours"), _tr("Articles an hour"))
    found = [each for each in statistics.rates(figures) if each.an_hour is not None]
    return Table(header, [(each.day, each.done, each.hours, each.an_hour or 0.0) for each in found])


def times(figures: Figures) -> Table:
    """How many articles took how long."""
    header = (_tr("From (minutes)"), _tr("Until (minutes)"), _tr("Articles"))
    bars = statistics.histogram(figures.times)
    return Table(header, [(each.start / 60, each.end / 60, each.count) for each in bars])


def spans(figures: Figures) -> Table:
    """Spans by label, the most first."""
    return Table((_tr("Label"), _tr("Spans")), list(figures.spans))


def verdicts(figures: Figures) -> Table:
    """What became of the suggestions, by label or relation type, and model."""
    names = (_tr("Label or relation"), _tr("Model"))
    counted = (_tr("Accepted"), _tr("Changed"), _tr("Rejected"), _tr("Accepted (%)"))
    rows: list[tuple[Cell, ...]] = [
        (each.label, each.model, each.accepted, each.changed, each.rejected, 100 * accepted_share([each]))
        for each in figures.verdicts
    ]
    return Table((*names, *counted), rows)


def blind_models(blind: BlindSummary) -> Table:
    """What the models have of what was marked blind, by label or relation type, and model."""
    names = (_tr("Label or relation"), _tr("Model"))
    counted = (_tr("Marked blind"), _tr("Alike"), _tr("Otherwise"), _tr("Missing"), _tr("Only in the model"))
    rows: list[tuple[Cell, ...]] = [
        (each.label, str(each.model), each.marked, each.alike, each.otherwise, each.missing, each.only_model)
        for each in blind.models
    ]
    return Table((*names, *counted), rows)


def blind_seeing(blind: BlindSummary) -> Table:
    """What became of what was marked blind once the suggestions were seen, by label or relation type."""
    counted = (_tr("Marked blind"), _tr("Kept"), _tr("Changed"), _tr("Removed"), _tr("Added"), _tr("Of these accepted"))
    rows: list[tuple[Cell, ...]] = [
        (each.label, each.marked, each.kept, each.changed, each.removed, each.added, each.accepted)
        for each in blind.seeing
    ]
    return Table((_tr("Label or relation"), *counted), rows)


def accepted_share(verdicts: list[VerdictFigure]) -> float:
    """Which share of the suggestions was accepted as they were; 0 without any."""
    accepted = sum(each.accepted for each in verdicts)
    return accepted / (judged(verdicts) or 1)


def judged(verdicts: list[VerdictFigure]) -> int:
    """How many suggestions were judged."""
    return sum(each.accepted + each.changed + each.rejected for each in verdicts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Statistics", text)
