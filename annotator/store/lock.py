"""One writer at a time, held by the operating system: it ends with the process, whatever ends it."""

from pathlib import Path

from filelock import FileLock, Timeout

from annotator.model.errors import ProjectError


class WriterLock:
    """The right to write the project at `path`, held through a lock file beside it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(path.with_name(f".{path.name}.lock"), blocking=False)

    def take(self) -> None:
        """Take the right to write; raises ProjectError when another process has it or the folder is read-only."""
        try:
            self._lock.acquire()
        except Timeout:
            sentence = f"{self._path.name} is open for writing in another window or command. Close it there first."
            raise ProjectError("project.locked", sentence) from None
        except (OSError, NotImplementedError) as error:
            reason = getattr(error, "strerror", None) or "its disk cannot lock files"
            sentence = f"{self._path.name} cannot be written: no lock can be taken in its folder ({reason})."
            raise ProjectError("project.readonly", sentence) from error

    def give_back(self) -> None:
        """Let others write."""
        self._lock.release()
