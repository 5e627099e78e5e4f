"""Reads the figures in a thread, so that the window never waits; loads what draws them there too, the first time.

The thread has a connection of its own and gives plain data back. A newer wish stops the reading of an older one.
"""

from contextlib import suppress
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from annotator.model.errors import AnnotatorError
from annotator.store.statistics import Figures, Wanted, apart

_DRAWING = "annotator.ui.statistics.plots"


class Reader(QObject):
    """Emits `done` with the figures that the last wish asked for, or `failed` with a sentence."""

    done = Signal(object)  # Figures
    failed = Signal(str)
    _read = Signal(int, object, str)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._ticket = 0
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._give)

    def load(self, wanted: Wanted) -> None:
        """Read what is wished; what was wished before is of no more interest."""
        self._ticket += 1
        self._pool.clear()
        self._pool.start(_Job(self, self._ticket, wanted))

    def close(self) -> None:
        """Stop reading, and wait for the thread to let go of the file."""
        self._ticket += 1
        self._pool.clear()
        self._pool.waitForDone()

    def read(self, ticket: int, wanted: Wanted) -> None:
        """Read, in the thread."""
        figures, sentence = None, ""
        try:
            import_module(_DRAWING)
            figures = apart(self._path, wanted, unless=lambda: ticket != self._ticket)
        except AnnotatorError as error:
            sentence = error.sentence
        with suppress(RuntimeError):  # nobody is left to hear of it
            self._read.emit(ticket, figures, sentence)

    def _give(self, ticket: int, figures: Figures | None, sentence: str) -> None:
        if ticket != self._ticket:
            return
        if figures is None:
            self.failed.emit(sentence)
        else:
            self.done.emit(figures)


class _Job(QRunnable):
    def __init__(self, reader: Reader, ticket: int, wanted: Wanted) -> None:
        super().__init__()
        self._reader, self._ticket, self._wanted = reader, ticket, wanted

    def run(self) -> None:
        self._reader.read(self._ticket, self._wanted)
