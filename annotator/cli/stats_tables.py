"""The statistics as tables with headings: one under each name that can be asked for."""

import msgspec

from annotator.app.blind_compare import BlindSummary
from annotator.app.statistics import Cell, as_csv
from annotator.exchange.tables.cells_out import harmless
from annotator.store.statistics import Figures


class Table(msgspec.Struct, frozen=True):
    """A table: a title in words, a heading a column, and rows of numbers and texts."""

    title: str
    header: tuple[str, ...]
    rows: list[tuple[Cell, ...]]

    def as_csv(self) -> str:
        """The table as comma-separated values; texts begin with nothing that a spreadsheet would work out."""
        return as_csv(self.header, [[harmless(str(cell)) for cell in row] for row in self.rows])


def tables(figures: Figures, blind: BlindSummary) -> dict[str, Table]:
    """All tables, by the name under which they are asked for, those without rows too."""
    return {
        "days": _days(figures),
        "spans": Table("Spans of persons by label", ("label", "spans"), list(figures.spans)),
        "verdicts": _verdicts(figures),
        "blind": _blind(blind),
        "seeing": _seeing(blind),
    }


def _days(figures: Figures) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (each.day, each.annotator, each.done, round(each.seconds / 3600, 2)) for each in figures.days
    ]
    return Table("Work by day", ("day", "annotator", "articles done", "active hours"), rows)


def _verdicts(figures: Figures) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (each.label, each.model, each.accepted, each.changed, each.rejected) for each in figures.verdicts
    ]
    return Table("Verdicts by label and model", ("label", "model", "accepted", "changed", "rejected"), rows)


def _blind(blind: BlindSummary) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            each.thing,
            each.label,
            str(each.model),
            each.marked,
            each.alike,
            each.otherwise,
            each.missing,
            each.only_model,
        )
        for each in blind.models
    ]
    header = ("what", "label", "model", "marked blind", "alike", "other label", "missing", "only in the model")
    return Table("Blind sample: what the models have of it", header, rows)


def _seeing(blind: BlindSummary) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (each.thing, each.label, each.marked, each.kept, each.changed, each.removed, each.added, each.accepted)
        for each in blind.seeing
    ]
    header = ("what", "label", "marked blind", "kept", "changed", "removed", "added", "of these accepted")
    return Table("Blind sample: after the suggestions were seen", header, rows)
