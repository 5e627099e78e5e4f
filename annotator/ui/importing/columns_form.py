"""Which column of a table is what: a row for each column with the first of its cells and a choice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from annotator.exchange.tables.columns import LEAVE_OUT, Sample
from annotator.ui.importing.words import META, fields_of, part_of, part_titles
from annotator.ui.parts.elided_label import ElidedLabel

_MOST = 60  # columns that are asked about; others are metadata


class ColumnsForm(QScrollArea):
    """`changed` when somebody chose what a column is; `fields` are then those to read the file with."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Columns"))
        self.choices: dict[str, QComboBox] = {}

    def show_sample(self, sample: Sample) -> None:
        """Show the columns of a file, and what each is taken for."""
        self.choices = {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setColumnStretch(2, 1)
        for at, name in enumerate(sample.names[:_MOST]):
            label = QLabel(name if len(name) <= 28 else f"{name[:27]}…")
            label.setToolTip(name)
            choice = self._choice(name, part_of(name, sample.fields))
            label.setBuddy(choice)
            cells = [row[at] for row in sample.rows if at < len(row) and row[at]]
            first = ElidedLabel(cells[0] if cells else "")
            first.setProperty("role", "dim")
            first.setToolTip("\n".join(cells))
            first.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            for place, widget in enumerate((label, choice, first)):
                grid.addWidget(widget, at, place)
            self.choices[name] = choice
        grid.setRowStretch(len(sample.names), 1)
        self.setWidget(inside)

    def _choice(self, name: str, part: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("What the column {name} is").format(name=name))
        for each, title in part_titles().items():
            box.addItem(title, each)
        box.setCurrentIndex(box.findData(part))
        box.activated.connect(lambda _: self._take(name))
        return box

    def _take(self, name: str) -> None:
        """A part that another column was before is that column's no more."""
        part = self.choices[name].currentData()
        if part not in (META, LEAVE_OUT):
            for other, box in self.choices.items():
                if other != name and box.currentData() == part:
                    box.setCurrentIndex(box.findData(META))
        self.changed.emit()

    @property
    def fields(self) -> dict[str, str]:
        """What each column is, for the reader."""
        return fields_of({name: str(box.currentData()) for name, box in self.choices.items()})
