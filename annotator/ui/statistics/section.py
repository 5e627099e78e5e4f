"""One section of the page: a plot, the same numbers as a table, and a way to copy them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotator.ui.parts.flow import FlowLayout, role_label
from annotator.ui.statistics.charts import Chart
from annotator.ui.statistics.figure_table import FigureTable
from annotator.ui.statistics.tables import Table
from annotator.ui.text_view.marks import Look

if TYPE_CHECKING:
    from annotator.ui.statistics.plots import Plot, Sample


class Section(QFrame):
    """Without a chart there is the table alone; without rows, the sentence that says why."""

    said = Signal(str)

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__()
        self.title = title
        self.setProperty("card", True)
        self.chart: Chart | None = None
        self.plot: Plot | None = None
        self.table = FigureTable(title)
        self._legend = QWidget()
        self._entries = FlowLayout(self._legend, 14)
        self._has_legend = False
        self._nothing = role_label(nothing, "dim", wrap=True)
        self.as_plot, self.as_table = self._way(self.tr("Plot"), "first"), self._way(self.tr("Table"), "last")
        self.as_plot.clicked.connect(lambda: self._choose(plotted=True))
        self.as_table.clicked.connect(lambda: self._choose(plotted=False))
        self.as_plot.setChecked(True)
        self.copy = QPushButton(self.tr("Copy as CSV"))
        self.copy.setProperty("quiet", True)
        self.copy.setAccessibleName(f"{self.copy.text()}: {title}")
        self.copy.clicked.connect(self._copy)
        self._arrange()
        self._turn()

    def _way(self, text: str, segment: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setProperty("segment", segment)
        button.setAccessibleName(f"{text}: {self.title}")
        return button

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(0)
        above.addWidget(role_label(self.title, "title", wrap=True), 1)
        for button in (self.as_plot, self.as_table):
            above.addWidget(button)
        above.addSpacing(8)
        above.addWidget(self.copy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 12)
        self._column.setSpacing(8)
        self._column.addLayout(above)
        for each in (self._legend, self._nothing):
            self._column.addWidget(each)
        self._column.addWidget(self.table, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(0)

    # What is shown

    def show_figures(self, table: Table, chart: Chart | None, look: Look) -> None:
        """Show other figures."""
        self.chart = chart if table.rows else None
        self.table.show_table(table)
        self.set_look(look)

    def say_nothing(self, sentence: str) -> None:
        """Say why there are no rows."""
        self._nothing.setText(sentence)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        if self.chart is not None:
            self._draw(self.chart, look)
        self._turn()

    def _draw(self, chart: Chart, look: Look) -> None:
        from annotator.ui.statistics import plots

        if self.plot is None:
            self.plot = plots.Plot(self.title, chart)
            self.plot.setAccessibleDescription(self.tr("The table says the same in numbers."))
            self._column.insertWidget(self._column.count() - 1, self.plot, 1)
        self.plot.show_chart(chart, look)
        self._show_legend(plots.samples(chart, look))

    def _show_legend(self, entries: "list[tuple[Sample, str]]") -> None:
        while (item := self._entries.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.deleteLater()
        for sample, name in entries:
            entry = QWidget()
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(sample)
            row.addWidget(role_label(name, "name"))
            self._entries.addWidget(entry)
        self._has_legend = bool(entries)

    def _choose(self, *, plotted: bool) -> None:
        self.as_plot.setChecked(plotted)
        self.as_table.setChecked(not plotted)
        self._turn()

    def _turn(self) -> None:
        """Show the plot or the table, whichever is wanted and there."""
        has_rows, has_chart = bool(self.table.figures.table.rows), self.chart is not None
        plotted = has_chart and self.as_plot.isChecked()
        self._nothing.setVisible(not has_rows)
        self.table.setVisible(has_rows and not plotted)
        self._legend.setVisible(plotted and self._has_legend)
        if self.plot is not None:
            self.plot.setVisible(plotted)
        self.copy.setVisible(has_rows)
        for button in (self.as_plot, self.as_table):
            button.setVisible(has_chart)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.table.figures.table.csv())
        self.said.emit(self.tr("Copied: {title}").format(title=self.title))
