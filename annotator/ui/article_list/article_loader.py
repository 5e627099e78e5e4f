"""Reads long lists of articles in a thread, so that the window never waits for them.

The thread has its own connection and gives plain data back; what was asked for before the last wish is
dropped.
"""

from array import array
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from annotator.model.annotation import Status
from annotator.model.errors import AnnotatorError
from annotator.store import listing
from annotator.store.filtering import Filter
from annotator.store.project import Project, open_project

FIRST = 200  # read at once, before the thread is asked
PATIENCE = 0.04  # seconds that the window waits for them


@dataclass(frozen=True, slots=True)
class Wish:
    """What to read, and of whom: the numbers of a list too when it goes on after the first."""

    wanted: Filter
    who: int
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read; `numbers` is None when the first were all."""

    numbers: "array[int] | None" = None
    counts: dict[Status, int] = field(default_factory=dict)


class Loader(QObject):
    """Emits `done` with what the last wish asked for."""

    done = Signal(object)
    _read = Signal(int, object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._ticket = 0
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._give)

    def load(self, wish: Wish) -> None:
        """Read what is wished; what was wished before is of no more interest."""
        self._ticket += 1
        self._pool.clear()
        self._pool.start(_Job(self, self._ticket, wish))

    def close(self) -> None:
        """Wait for the thread to let go of the file."""
        self._ticket += 1
        self._pool.clear()
        self._pool.waitForDone()

    def read(self, ticket: int, wish: Wish) -> None:
        """Read, in the thread."""
        if ticket != self._ticket:
            return
        try:
            with open_project(self._path, read_only=True) as project:
                loaded = self._from(project, wish, ticket)
        except AnnotatorError:
            return  # the list stays as it is; the window hears of the fault when it reads itself
        with suppress(RuntimeError):  # nobody is left to hear of it
            self._read.emit(ticket, loaded)

    def _from(self, project: Project, wish: Wish, ticket: int) -> Loaded:
        numbers = None
        if wish.goes_on:
            found = listing.read(project, wish.who, wish.wanted, unless=lambda: ticket != self._ticket)
            numbers = found.found
        return Loaded(numbers, listing.counts(project, wish.who))

    def _give(self, ticket: int, loaded: Loaded) -> None:
        if ticket == self._ticket:
            self.done.emit(loaded)


class _Job(QRunnable):
    def __init__(self, loader: Loader, ticket: int, wish: Wish) -> None:
        super().__init__()
        self._loader, self._ticket, self._wish = loader, ticket, wish

    def run(self) -> None:
        self._loader.read(self._ticket, self._wish)
