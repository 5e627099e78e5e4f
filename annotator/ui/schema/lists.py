"""Two fields of the schema's forms: names that are ticked, and choices that are written."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

_HIGH = 118


class TickList(QListWidget):
    """Names, some of them ticked. Emits `wanted` with those, in the order of the list."""

    wanted = Signal(object)

    def __init__(self, names: Iterable[str], ticked: Iterable[str], title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setFixedHeight(_HIGH)
        chosen = dict.fromkeys(ticked)
        for name in dict.fromkeys([*chosen, *names]):  # what is ticked is seen without scrolling
            item = QListWidgetItem(name, self)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
        self.itemChanged.connect(lambda _: self.wanted.emit(self.ticked()))

    def ticked(self) -> tuple[str, ...]:
        """The names that are ticked."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked)


class ChoiceList(QWidget):
    """The choices of an attribute: written in place, added and taken away."""

    renamed = Signal(str, str)
    wanted = Signal(object)  # all of them

    def __init__(self, choices: Iterable[str], title: str) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setFixedHeight(_HIGH)
        for choice in choices:
            self._append(choice)
        self.add = QPushButton(self.tr("Add a choice"))
        self.remove = QPushButton(self.tr("Remove the choice"))
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout()
        for button in (self.add, self.remove):
            button.setProperty("quiet", True)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.list)
        column.addLayout(row)
        self.list.itemChanged.connect(self._changed)

    def choices(self) -> tuple[str, ...]:
        """All choices as they stand."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def _append(self, choice: str) -> QListWidgetItem:
        item = QListWidgetItem(choice)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(Qt.ItemDataRole.UserRole, choice)
        self.list.addItem(item)
        return item

    def _add(self) -> None:
        known = self.choices()
        name = self.tr("choice")
        free = next(each for n in range(1, 10_000) if (each := name if n == 1 else f"{name} {n}") not in known)
        item = self._append(free)
        self.wanted.emit(self.choices())
        self.list.setCurrentItem(item)
        self.list.editItem(item)

    def _remove(self) -> None:
        if self.list.currentRow() >= 0 and self.list.count() > 1:
            self.list.takeItem(self.list.currentRow())
            self.wanted.emit(self.choices())

    def _changed(self, item: QListWidgetItem) -> None:
        old, new = item.data(Qt.ItemDataRole.UserRole), item.text().strip()
        if new != old:
            self.list.blockSignals(True)
            item.setData(Qt.ItemDataRole.UserRole, new)
            self.list.blockSignals(False)
            self.renamed.emit(old, new)
