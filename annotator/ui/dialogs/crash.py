"""An unexpected error: said plainly, with a report that can be copied. What was saved stays saved."""

import platform
import traceback
from collections.abc import Iterator
from types import TracebackType

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

import annotator
from annotator.model.errors import AnnotatorError


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """The report: versions and the trace, without anybody's text: no values of variables, and few messages."""
    lines = [
        f"News annotator {annotator.__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}",
        platform.platform(),
        "",
        *_told(kind, error, trace),
    ]
    return "\n".join(line.rstrip() for line in lines)


# Their messages name code. Those of others, such as KeyError or ValueError, quote what they were given.
_ABOUT_CODE = (ArithmeticError, AttributeError, ImportError, IndexError, NameError, RuntimeError, TypeError)


def _told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Iterator[str]:
    """The trace, after those of what led to it."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(type(before), before, before.__traceback__)
        yield "which led to:"
    yield from traceback.format_tb(trace)
    said = error.code if isinstance(error, AnnotatorError) else str(error) if isinstance(error, _ABOUT_CODE) else ""
    yield f"{kind.__qualname__}: {said or '(its message is left out: it may quote text)'}"


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
