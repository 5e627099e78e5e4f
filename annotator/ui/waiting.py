"""What is shown while work goes on in the window's own thread: how far it is, and a way to stop it."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from annotator.ui.numbers import number

_PATIENCE = 500  # milliseconds before the progress shows
_LOOK_UP = 40  # milliseconds between two looks at what the person does
_SHOWN = QEventLoop.ProcessEventsFlag.AllEvents
_NOT_YET = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents  # the dialog does not yet keep them from the window


class Waiting:
    """A modal progress dialog for work that goes on in this thread; the window is redrawn meanwhile."""

    def __init__(self, what: str, parent: QWidget) -> None:
        self._dialog = QProgressDialog(what, QCoreApplication.translate("TransferActs", "Stop"), 0, 0, parent)
        self._dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._dialog.setMinimumDuration(_PATIENCE)
        self._dialog.setAutoClose(False)
        self._what = what
        self._clock = QElapsedTimer()
        self._clock.start()

    def report(self, done: int, total: int) -> None:
        """Show how far it is; of one thing alone there is no telling, only that it goes on."""
        self._dialog.setMaximum(total if total > 1 else 0)
        self._dialog.setValue(done if total > 1 else 0)

    def count(self, done: int) -> None:
        """Show how many things are done, of nobody knows how many."""
        self._dialog.setLabelText(f"{self._what} {number(done)}")

    def cancelled(self) -> bool:
        """Whether it was stopped."""
        if self._clock.elapsed() > _LOOK_UP:
            self._clock.restart()
            QApplication.processEvents(_SHOWN if self._dialog.isVisible() else _NOT_YET)
        return self._dialog.wasCanceled()

    def close(self) -> None:
        """Take it away."""
        self._dialog.reset()
        self._dialog.hide()  # what follows, a report, comes before it is deleted
        self._dialog.deleteLater()
