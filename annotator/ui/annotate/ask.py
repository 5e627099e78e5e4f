"""Asking for a few words: a note, a reason."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui.parts.flow import role_label
from annotator.ui.parts.typed import typed_text


class TextDialog(QDialog):
    """A question and a field. Ctrl+Enter is OK; Enter is a new line."""

    def __init__(self, parent: QWidget, question: str, text: str, answer: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setObjectName("textDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Note"))
        self.field = QPlainTextEdit(text)
        self.field.setAccessibleName(question)
        self.field.setTabChangesFocus(True)
        self.field.selectAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(role_label(question, "title", wrap=True))
        column.addWidget(self.field)
        column.addWidget(buttons)
        self.resize(420, 200)
        self.accepted.connect(lambda: answer(typed_text(self.field)))
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is OK."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.accept()
        else:
            super().keyPressEvent(event)
