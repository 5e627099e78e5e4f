"""What is plotted, as plain data: the lines, bars and rows of each section. How they are drawn is in `plots`."""

from datetime import date
from typing import Literal

import msgspec
from PySide6.QtCore import QCoreApplication

from annotator.app import statistics
from annotator.model.schema import Schema
from annotator.store.statistics import Figures
from annotator.ui.annotate.marks_of import colour_of
from annotator.ui.numbers import decimal, number, percent
from annotator.ui.statistics.tables import accepted_share, judged

Pattern = Literal["full", "striped", "empty"]


class Line(msgspec.Struct, frozen=True):
    """A line through points, by day."""

    name: str
    points: list[tuple[date, float]]


class LineChart(msgspec.Struct, frozen=True):
    """Lines over days; `unit` is what goes upwards, `whole` says that it is counted."""

    lines: list[Line]
    unit: str
    whole: bool = True


class BarChart(msgspec.Struct, frozen=True):
    """Upright bars side by side; `edges` are written below where bars meet, so there is one more of them."""

    counts: list[int]
    edges: list[str]
    unit: str
    below: str


class Part(msgspec.Struct, frozen=True):
    """What a part of a row is: its name in the legend, its colour in the look, and how it is filled."""

    name: str
    colour: str
    pattern: Pattern


class Row(msgspec.Struct, frozen=True):
    """A bar that lies: the counts of its parts, one after the other, and what is written at its end.

    `colour` is that of its first part, where it is not the part's own.
    """

    name: str
    counts: tuple[int, ...]
    said: str
    colour: str = ""


class RowChart(msgspec.Struct, frozen=True):
    """Lying bars, one below the other; `unit` is what is counted."""

    rows: list[Row]
    parts: tuple[Part, ...]
    unit: str


Chart = LineChart | BarChart | RowChart


def done(figures: Figures) -> LineChart:
    """Articles done, added up: a line an annotator, from her first day to the last of anyone."""
    every = statistics.days(figures)
    lines = [
        Line(each.annotator, [(day, float(n)) for day, n in zip(every, each.so_far, strict=True) if n])
        for each in statistics.done(figures)
    ]
    return LineChart(lines, _tr("Articles done"))


def rates(figures: Figures) -> LineChart:
    """Articles an hour of active time."""
    points = [(each.day, each.an_hour) for each in statistics.rates(figures) if each.an_hour is not None]
    return LineChart([Line(_tr("Articles an hour"), points)], _tr("Articles an hour"), whole=False)


def times(figures: Figures) -> BarChart:
    """Active time an article."""
    bars = statistics.histogram(figures.times)
    ends = [*(each.start for each in bars), *(each.end for each in bars[-1:])]
    edges = [number(end // 60) if end % 60 == 0 else decimal(end / 60) for end in ends]
    return BarChart([each.count for each in bars], edges, _tr("Articles"), _tr("Minutes"))


def spans(figures: Figures, schema: Schema) -> RowChart:
    """Spans by label, in the label's colour."""
    rows = [Row(label, (count,), number(count), colour_of(schema, label)) for label, count in figures.spans]
    return RowChart(rows, (Part("", "", "full"),), _tr("Spans"))


def verdicts(figures: Figures) -> RowChart:
    """What became of the suggestions."""
    parts = (
        Part(_tr("Accepted"), "green", "full"),
        Part(_tr("Changed"), "orange", "striped"),
        Part(_tr("Rejected"), "coral", "empty"),
    )
    several = len({each.model for each in figures.verdicts}) > 1
    rows = [
        Row(
            f"{each.label} · {each.model}" if several else each.label,
            (each.accepted, each.changed, each.rejected),
            _tr("{share} of {n} accepted").format(share=percent(accepted_share([each])), n=number(judged([each]))),
        )
        for each in figures.verdicts
    ]
    return RowChart(rows, parts, _tr("Suggestions"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Statistics", text)
