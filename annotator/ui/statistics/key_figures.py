"""The figures that one looks for first, in a line."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.app import statistics
from annotator.store.statistics import Figures
from annotator.ui.numbers import decimal, number, percent
from annotator.ui.parts.flow import FlowLayout, role_label
from annotator.ui.statistics.tables import accepted_share, judged

_NONE = "–"
_MINUTE = 60


def key_figures(figures: Figures) -> list[tuple[str, str]]:
    """What is written large, and what it is."""
    finished = _tr("{done} of {total}").format(done=number(figures.finished), total=number(figures.articles))
    hours = sum(each.seconds for each in figures.days) / 3600
    done = sum(each.timed for each in figures.days)
    middle = statistics.median(figures.times)
    accepted = percent(accepted_share(figures.verdicts)) if judged(figures.verdicts) else _NONE
    return [
        (finished, _tr("articles done")),
        (decimal(done / hours) if hours else _NONE, _tr("articles an hour of active time")),
        _typical(middle),
        (accepted, _tr("of {n} suggestions accepted").format(n=number(judged(figures.verdicts)))),
    ]


def _typical(seconds: float) -> tuple[str, str]:
    """The median of the time an article takes, in the unit that fits."""
    if 0 < seconds < _MINUTE:
        return number(round(seconds)), _tr("seconds an article (median)")
    return decimal(seconds / _MINUTE) if seconds else _NONE, _tr("minutes an article (median)")


class KeyFigures(QWidget):
    """Shows them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyFigures")
        flow = FlowLayout(self, 36)
        self._labels = [(role_label("", "article"), role_label("", "dim")) for _ in range(4)]
        for pair in self._labels:
            both = QWidget()
            column = QVBoxLayout(both)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for label in pair:
                column.addWidget(label)
            flow.addWidget(both)

    def show_figures(self, figures: Figures) -> None:
        """Show others."""
        for (large, small), (value, what) in zip(self._labels, key_figures(figures), strict=True):
            large.setText(value)
            large.setAccessibleName(f"{value} {what}")
            small.setText(what)

    def texts(self) -> list[str]:
        """What is written large."""
        return [large.text() for large, _ in self._labels]


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeyFigures", text)
