"""An unexpected error: said plainly, with a report that can be copied. What was saved stays saved."""

import platform

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

import annotator
from annotator.app.traces import trace_of


def report_of(error: BaseException) -> str:
    """The report: versions and the trace, without anybody's text: no values of variables, and few messages."""
    versions = (
        f"News annotator {annotator.__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    )
    return f"{versions}\n{platform.platform()}\n\n{trace_of(error)}"


class CrashDialog(QDialog):
    """Shows the report of an unexpected error."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(640, 420)
        about = QLabel(
            self.tr(
                "The program met an error that it did not expect. Everything shown as saved is saved; you can go on, "
                "or close the program and open it again. Please send this report to whoever looks after the program."
            )
        )
        about.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (about, self.report, buttons):
            column.addWidget(widget)
