"""Asks above which score suggestions are accepted, and shows how many that would be."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from annotator.ui.numbers import number
from annotator.ui.parts.spin_boxes import roomy


class ScoreDialog(QDialog):
    """A number in per cent; `count` says how many suggestions have at least that score."""

    def __init__(
        self, parent: QWidget, score: int, count: Callable[[int], int], answer: Callable[[int], object]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scoreDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Accept all above a score"))
        self._count = count
        self.field = roomy(QSpinBox())
        self.field.setRange(0, 100)
        self.field.setSuffix(" %")
        self.field.setValue(score)
        self.field.setAccessibleName(self.tr("Lowest score"))
        self.told = QLabel()
        self.told.setAccessibleName(self.tr("How many"))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(self.tr("Accept"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Lowest score"), self.field)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        self.setMinimumWidth(320)
        self.field.valueChanged.connect(self._tell)
        self.accepted.connect(lambda: answer(self.field.value()))
        self._tell(score)
        self.field.selectAll()

    def _tell(self, score: int) -> None:
        found = self._count(score)
        self.told.setText(self.tr("Suggestions that would be accepted: {n}").format(n=number(found)))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(found))
