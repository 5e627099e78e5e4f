"""What fresh processes do: each prints `there NANOSECONDS MEGABYTES`, the monotonic clock at its moment."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path


def _tell(moment: int) -> None:
    print("there", moment, _resident(), flush=True)


def _resident() -> float:
    """VmRSS in megabytes; 0 where there is no /proc."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def bare() -> None:
    """A bare Qt window, painted once, and sqlite_utils imported."""
    import sqlite_utils
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    assert sqlite_utils.Database

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            moment = time.monotonic_ns()
            QTimer.singleShot(0, lambda: (_tell(moment), app.quit()))

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1440, 900)
    window.show()
    app.exec()


def _open(project: str, then: Callable[[int], None]) -> None:
    """Open a project as the command does; `then` is called once, after the first paint of an article's text."""
    from annotator.ui.text_view import TextView

    paint = TextView.paintEvent

    def painted(view: TextView, event: object) -> None:
        paint(view, event)  # type: ignore[arg-type]
        if view.text():
            TextView.paintEvent = paint  # type: ignore[method-assign]
            then(time.monotonic_ns())

    TextView.paintEvent = painted  # type: ignore[method-assign, assignment]
    sys.argv = ["annotator", project]
    from annotator.cli import main

    main()


def _end(moment: int) -> None:
    from PySide6.QtWidgets import QApplication

    _tell(moment)
    QApplication.closeAllWindows()


def window(project: str) -> None:
    """The command with a project, to the first paint of an article."""
    from PySide6.QtCore import QTimer

    _open(project, lambda moment: QTimer.singleShot(0, lambda: _end(moment)))


def memory(project: str) -> None:
    """The same, until the whole list is read."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from annotator.ui.main_window import MainWindow

    def whole(moment: int) -> None:
        shown = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
        assert shown.desktop
        model, loop = shown.desktop.page.list.model, QEventLoop()
        if model.rowCount() <= 200:
            model.loaded.connect(loop.quit)
            loop.exec()
        QApplication.processEvents()
        _end(moment)

    _open(project, lambda moment: QTimer.singleShot(0, lambda: whole(moment)))


def load(source: str, spared: str = "") -> None:
    """`spacy.load` alone, as modest as the worker is."""
    if hasattr(os, "nice"):
        os.nice(5)
    import spacy

    spacy.load(source, exclude=spared.split(",") if spared else [])
    _tell(time.monotonic_ns())


if __name__ == "__main__":
    {"bare": bare, "window": window, "memory": memory, "load": load}[sys.argv[1]](*sys.argv[2:])
