"""Asks who annotates; once, and again when somebody else sits down."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget


class WhoDialog(QDialog):
    """Names that the project knows are offered; a new one can be typed."""

    def __init__(self, known: Sequence[str], current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who annotates?"))
        self.setMinimumWidth(380)
        about = QLabel(
            self.tr("Everything you mark is kept under this name, apart from what others mark in the same articles.")
        )
        about.setWordWrap(True)
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.addItems(list(known))
        self.name.setEditText(current)
        self.name.setAccessibleName(self.tr("Your name"))
        line = self.name.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("Your name"))
        line.setMaxLength(80)
        line.textChanged.connect(self._allow)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (about, self.name, self.buttons):
            column.addWidget(widget)
        self._allow(current)

    def _allow(self, text: str) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(text.strip()))

    def chosen(self) -> str:
        """The name as it was typed, without space around it."""
        return self.name.currentText().strip()


def ask_who(known: Sequence[str], current: str, parent: QWidget | None) -> str | None:
    """The name of the person who annotates, or None when she would not say."""
    dialog = WhoDialog(known, current, parent)
    return dialog.chosen() if dialog.exec() else None
