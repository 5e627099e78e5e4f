"""Two questions: what shall become of the marks of a label that goes, and whether a change shall be made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.app.schema_editing import Impact


class IntoDialog(QDialog):
    """Asks whether marks keep the name that goes, retired, or get another one. `chosen` is that, or ""."""

    def __init__(self, name: str, used: str, others: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Remove {name}").format(name=name))
        self.setMinimumWidth(440)
        told = QLabel(self.tr("{name} is in use: {used}. Nothing of that is lost.").format(name=name, used=used))
        told.setWordWrap(True)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("What becomes of it"))
        self.choice.addItem(self.tr("Keep it: {name} is retired and not offered any more").format(name=name), "")
        for other in others:
            self.choice.addItem(self.tr("All become {other}").format(other=other), other)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (told, self.choice, buttons):
            column.addWidget(widget)

    @property
    def chosen(self) -> str:
        """The name that the marks get, "" for the one that they have."""
        return str(self.choice.currentData())


class ImpactDialog(QDialog):
    """Shows what is different, and what of the annotation that touches; nothing is written before it is accepted."""

    def __init__(self, found: Impact, guidelines: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save the changes"))
        self.resize(600, 420)
        column = QVBoxLayout(self)
        changed = [*found.differences, *(self.tr("The guideline {name}.").format(name=name) for name in guidelines)]
        self.differences = self._list(column, self.tr("What changes"), changed)
        touched = [each.sentence for each in found.touched]
        none = self.tr("No annotation is touched.")
        self.touched = self._list(column, self.tr("What that touches"), touched or [none])
        note = QLabel(
            self.tr("Nothing is lost. The change is one step of the project's history and can be undone there.")
        )
        note.setProperty("role", "dim")
        note.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self.buttons.button(kinds.Cancel).setText(self.tr("Go on editing"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(note)
        column.addWidget(self.buttons)

    def _list(self, column: QVBoxLayout, title: str, lines: list[str]) -> QListWidget:
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        shown = QListWidget()
        shown.setAccessibleName(title)
        shown.setWordWrap(True)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setResizeMode(QListWidget.ResizeMode.Adjust)
        shown.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        shown.addItems(lines)
        column.addWidget(heading)
        column.addWidget(shown, 1)
        return shown
