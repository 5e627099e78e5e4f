"""Short work in a thread of its own; what came of it is told in the window's thread."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from annotator.model.errors import AnnotatorError

LongWork = Callable[[Callable[[], bool]], object]  # gets what says that nobody waits any more


class Background(QObject):
    """One piece of work at a time: what was asked for before the last is dropped, or not told any more.

    `done` has what the work gave, `failed` the sentence of the AnnotatorError that it raised. The work gets plain
    data and touches neither widgets nor the window's connection to the project.
    """

    done = Signal(object)
    failed = Signal(str)
    _over = Signal(int, object, str)  # queued: it comes from the thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_busy = False
        self._ticket = 0
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._over.connect(self._tell)

    def start(self, work: Callable[[], object]) -> None:
        """Have something done."""
        self.start_long(lambda _: work())

    def start_long(self, work: LongWork) -> None:
        """Have something done that asks now and then whether anybody still waits for it, and stops when nobody does."""
        self._ticket += 1
        self.is_busy = True
        self._pool.clear()
        self._pool.start(_Job(self, self._ticket, work))

    def close(self) -> None:
        """Tell nothing any more, and wait for the thread to let go of files."""
        self._ticket += 1
        self.is_busy = False
        self._pool.clear()
        self._pool.waitForDone()

    def do(self, ticket: int, work: LongWork) -> None:
        """Do it, in the thread. What else goes wrong is caught by the net, and told here as a failure."""
        if ticket != self._ticket:
            return
        found, sentence = None, self.tr("Something went wrong.")
        try:
            found, sentence = work(lambda: ticket != self._ticket), ""
        except AnnotatorError as error:
            sentence = error.sentence
        finally:
            with suppress(RuntimeError):  # nobody is left to hear of it
                self._over.emit(ticket, found, sentence)

    def _tell(self, ticket: int, found: object, sentence: str) -> None:
        if ticket != self._ticket:
            return
        self.is_busy = False
        if sentence:
            self.failed.emit(sentence)
        else:
            self.done.emit(found)


class _Job(QRunnable):
    def __init__(self, background: Background, ticket: int, work: LongWork) -> None:
        super().__init__()
        self._background, self._ticket, self._work = background, ticket, work

    def run(self) -> None:
        self._background.do(self._ticket, self._work)
