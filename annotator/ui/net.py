"""The net below everything: an error that nobody caught arrives here once, is logged, and is shown.

From slots and event handlers, from threads and pool jobs alike. The dialog is shown from the event loop, never in
the middle of what failed, which may be the painting of a widget; and the same error is shown once, however often it
comes back.
"""

import logging
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, Signal

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

_log = logging.getLogger("annotator")


class Net(QObject):
    """Catches what nobody else did. Made in the window's thread; it is a `sys.excepthook`."""

    _caught = Signal(str)  # queued, whatever thread it comes from
    _came_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._window: MainWindow | None = None
        self._showing = False
        self._known: set[str] = set()
        self._lock = threading.Lock()
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._came_again.connect(self._say_again, Qt.ConnectionType.QueuedConnection)

    def hang(self) -> None:
        """Catch everything from now on."""
        sys.excepthook = self
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._unraisable

    def show_over(self, window: "MainWindow") -> None:
        """The window that the dialog belongs to."""
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an error: log it, and have it shown."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        report = self._logged(error)
        if not report or self._showing:
            return
        if QThread.currentThread() is self.thread() and not QThread.currentThread().loopLevel():
            self._show(report)  # no event loop will: the program is starting, and ends with this error
        else:
            self._caught.emit(report)

    def _in_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            self(raised.exc_type, raised.exc_value, raised.exc_traceback)

    def _unraisable(self, raised: "sys.UnraisableHookArgs") -> None:
        """What failed while something was cleared away stopped nothing: the log is enough."""
        if raised.exc_value is not None:
            self._logged(raised.exc_value)

    def _logged(self, error: BaseException) -> str:
        """The report; "" when it is known already."""
        from annotator.app.logs import start_logging
        from annotator.ui.dialogs.crash import report_of

        report = report_of(error)
        start_logging()
        with self._lock:
            known = report in self._known
            self._known.add(report)
        if known:  # a failing painter fails with every frame
            _log.error("the same unexpected error again: %s", report.rpartition("\n")[2])
            self._came_again.emit()
            return ""
        _log.error("unexpected error\n%s", report)
        return report

    def _show(self, report: str) -> None:
        from annotator.ui.dialogs.crash import CrashDialog

        if self._showing:
            return
        self._showing = True
        try:
            CrashDialog(report, self._window).exec()
        finally:
            self._showing = False

    def _say_again(self) -> None:
        if self._window is not None and not self._showing:
            sentence = self.tr("The error that was shown came again. What was shown as saved is saved.")
            self._window.status_line.say(sentence, bad=True)
