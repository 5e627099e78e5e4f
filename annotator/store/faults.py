"""What went wrong with the file, in words: SQLite's errors become ProjectErrors with a way out."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from annotator.model.errors import ProjectError

_SENTENCES = {
    "SQLITE_FULL": ("project.full", "The disk is full, so nothing was saved to {name}. Free some space and repeat."),
    "SQLITE_READONLY": ("project.readonly", "{name} cannot be written: the file or its folder is read-only."),
    "SQLITE_BUSY": ("project.busy", "{name} is in use by another program. Close it there and repeat."),
    "SQLITE_LOCKED": ("project.busy", "{name} is in use by another program. Close it there and repeat."),
    "SQLITE_CANTOPEN": ("project.open", "{name} cannot be opened: check that its folder exists and may be written."),
    "SQLITE_NOTADB": ("project.foreign", "{name} is not a project of this program."),
    "SQLITE_CORRUPT": ("project.damaged", "{name} is damaged. Put back a backup with: annotator restore {name}"),
    "SQLITE_IOERR": ("project.disk", "The disk that holds {name} does not answer. Nothing more was saved to it."),
}


def explain(error: sqlite3.Error, path: Path) -> ProjectError:
    """The error as a sentence about the project at `path`."""
    name = getattr(error, "sqlite_errorname", None) or ""
    base = "_".join(name.split("_")[:2])
    if not name and str(error).startswith("Could not decode"):  # Python's own error, about a text that is no text
        base = "SQLITE_CORRUPT"
    code, sentence = _SENTENCES.get(base, ("project.database", "{name} could not be used: {error}."))
    return ProjectError(code, sentence.format(name=path.name, error=error))


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """As `explained`, for code that only reads: what cannot be decoded was not written by this program."""
    try:
        with explained(path):
            yield
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise damaged(path) from error


def damaged(path: Path) -> ProjectError:
    """The error that the project at `path` is damaged."""
    code, sentence = _SENTENCES["SQLITE_CORRUPT"]
    return ProjectError(code, sentence.format(name=path.name))


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite within into ProjectErrors about the project at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
