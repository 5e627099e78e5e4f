"""Axes that write numbers and days as the language does, and only as many as there is room for."""

from collections.abc import Sequence
from datetime import date
from math import ceil, floor, log10

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from annotator.ui.numbers import decimal, number, short_day

_LONGEST_NAME, _BEYOND = 190, 60  # pixels
_NEAR = 0.01  # of a step: what pyqtgraph gives as the end of an axis may miss it by a hair
Ticks = list[tuple[float, list[float]]]


class _Axis(pg.AxisItem):  # type: ignore[misc]
    def boundingRect(self) -> QRectF:  # noqa: N802
        """With room for half of what is written at the ends: with a grid, pyqtgraph leaves that out."""
        upright = self.orientation in ("left", "right")
        across, along = (0, _BEYOND) if upright else (_BEYOND, 0)
        return QRectF(super().boundingRect()).adjusted(-across, -along, across, along)


class NumberAxis(_Axis):
    """Numbers at round places; of what is counted (`whole`) at whole ones only."""

    def __init__(self, orientation: str, *, whole: bool = True) -> None:
        super().__init__(orientation)
        self._least = 1.0 if whole else 0.1

    def tickValues(self, least: float, most: float, size: float) -> Ticks:  # noqa: N802
        """Round places, as far apart as the longest number needs."""
        step = _round_step(max((most - least) / max(size // self._room(most), 1), self._least))
        first, last = ceil(least / step - _NEAR), floor(most / step + _NEAR)
        return [(step, [each * step for each in range(first, last + 1)])]

    def _room(self, most: float) -> float:
        metrics = _metrics()
        across = self.orientation in ("top", "bottom")
        return 2 * metrics.horizontalAdvance(number(ceil(most))) + 10 if across else 2.2 * metrics.height()

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Whole numbers where the places are whole."""
        return [number(round(each)) if spacing >= 1 else decimal(each) for each in values]


class DayAxis(_Axis):
    """Days, by their ordinal numbers."""

    def tickValues(self, least: float, most: float, size: float) -> Ticks:  # noqa: N802
        """Every day, or every so many days."""
        room = 1.5 * _metrics().horizontalAdvance(short_day(date(2024, 12, 28)))
        step = max(ceil((most - least) / max(size // room, 1)), 1)
        return [(step, [float(day) for day in range(ceil(least), floor(most) + 1, step)])]

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:  # noqa: N802
        """The days in figures."""
        return [short_day(date.fromordinal(round(each))) for each in values]


class NamedAxis(_Axis):
    """A name at each whole number; lying ones are left out where they would run into each other."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self._names: list[str] = []

    def show_names(self, names: list[str]) -> None:
        """Other names."""
        self._names = names
        if self.orientation == "left":
            self.setWidth(min(self._widest, _LONGEST_NAME) + 16)

    @property
    def _widest(self) -> float:
        return max((_metrics().horizontalAdvance(name) for name in self._names), default=0.0)

    def tickValues(self, least: float, most: float, size: float) -> Ticks:  # noqa: N802
        """The whole numbers that have a name."""
        step = 1
        if self.orientation == "bottom":
            step = max(ceil((most - least) * (self._widest + 14) / max(size, 1)), 1)
        return [(step, [float(each) for each in range(0, len(self._names), step)])]

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:  # noqa: N802
        """The names, cut short where they are very long."""
        names = [self._names[round(each)] for each in values]
        return [_metrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _LONGEST_NAME) for name in names]


def _round_step(least: float) -> float:
    """The least of 1, 2, 5, 10, 20 … (or 0.1, 0.2, 0.5) that is not below."""
    power = 10.0 ** floor(log10(least))
    return next((power * each for each in (1, 2, 5) if power * each >= least), power * 10)


def _metrics() -> QFontMetricsF:
    return QFontMetricsF(QApplication.font())
