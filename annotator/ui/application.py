"""Starting the window: the Qt application, its name and icon, logs, and what happens to unexpected errors."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from annotator import files
from annotator.app.settings import load_settings
from annotator.ui.languages import use_language
from annotator.ui.main_window import MainWindow
from annotator.ui.net import Net

_LOGS_AFTER = 300  # milliseconds: the window is there first; an error before starts them at once
_COLLECT_AFTER = 500  # milliseconds: see cli.window


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


def _start_logging() -> None:
    from annotator.app.logs import start_logging

    start_logging()


def run_window(project: Path | None) -> int:
    """Open the window, with a project when one is named; the exit code."""
    app = make_application()
    net = Net()
    net.hang()
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
    QTimer.singleShot(_COLLECT_AFTER, window, gc.enable)
    return app.exec()
