"""Tells what an import or export did, with a list of what was left out that can be copied."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui.sentences import each_translated, translated


class ReportDialog(QDialog):
    """A sentence, and lines below it where there are any."""

    def __init__(self, title: str, sentence: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        lines = [each_translated(line) for line in lines]
        label = QLabel(translated(sentence))
        label.setWordWrap(True)
        column.addWidget(label)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        buttons.rejected.connect(self.reject)
        if lines:
            self.list = QPlainTextEdit("\n".join(lines))
            self.list.setReadOnly(True)
            self.list.setAccessibleName(self.tr("What was left out"))
            column.addWidget(self.list)
            copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
            copy.setAutoDefault(False)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join([label.text(), *lines])))
        column.addWidget(buttons)


def show_report(title: str, sentence: str, lines: Sequence[str], parent: QWidget | None) -> None:
    """Show a report and wait until it is closed."""
    ReportDialog(title, sentence, lines, parent).exec()
