"""Starting the window: the Qt application, its name and icon, logs, and what happens to unexpected errors."""

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from annotator import files
from annotator.app.settings import load_settings
from annotator.ui.languages import use_language
from annotator.ui.main_window import MainWindow

_log = logging.getLogger("annotator")
_LOGS_AFTER = 300  # milliseconds: the window is there first; an error before starts them at once


def make_application() -> QApplication:
    """The one application object, dressed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    QCoreApplication.setApplicationName("news-annotator")
    app.setApplicationDisplayName("News annotator")
    app.setDesktopFileName("news-annotator")
    app.setWindowIcon(QIcon(str(files.resource("icons", "annotator.svg"))))
    return app


class _Net:
    """Catches what nobody else did: logs it, and shows it once at a time."""

    def __init__(self) -> None:
        self._window: MainWindow | None = None
        self._showing = False

    def show_over(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        from annotator.ui.dialogs.crash import CrashDialog, report_of

        report = report_of(kind, error, trace)
        _start_logging()
        _log.error("unexpected error\n%s", report)
        if issubclass(kind, KeyboardInterrupt) or self._showing:
            sys.__excepthook__(kind, error, trace)
            return
        self._showing = True
        try:
            CrashDialog(report, self._window).exec()
        finally:
            self._showing = False


def _start_logging() -> None:
    from annotator.app.logs import start_logging

    start_logging()


def run_window(project: Path | None) -> int:
    """Open the window, with a project when one is named; the exit code."""
    app = make_application()
    net = _Net()
    sys.excepthook = net
    settings = load_settings()
    use_language(app, settings.language)
    window = MainWindow(settings=settings)
    net.show_over(window)
    asks_first = not window.state.annotator  # then there is a window behind the question
    if asks_first:
        window.show()
    if project is not None:
        window.open_path(project)
    if not asks_first:
        window.show()
    QTimer.singleShot(_LOGS_AFTER, window, _start_logging)
    return app.exec()
