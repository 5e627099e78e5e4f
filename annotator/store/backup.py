"""Copies of the project through SQLite's backup interface, which is safe while the project is written."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from annotator.model.errors import ProjectError
from annotator.store.faults import explained
from annotator.store.header import read_header

KEPT = 10
_STAMP = "%Y-%m-%dT%H%M%S"


def folder_of(path: Path) -> Path:
    """Where the rotating backups of the project at `path` lie: a folder beside it."""
    return path.with_name(f"{path.stem} backups")


def write_backup(db: Database, target: Path) -> Path:
    """Copy the open project to `target`, whole or not at all.

    Raises ProjectError when it cannot be written or the disk is full.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with explained(target):
            _copy(db.conn, part)
        part.replace(target)
    except OSError as error:
        sentence = f"The backup {target.name} cannot be written: {error.strerror}."
        raise ProjectError("backup.write", sentence) from error
    finally:
        part.unlink(missing_ok=True)
    return target


def _copy(source: sqlite3.Connection, target: Path) -> None:
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
    finally:
        copy.close()


def rotate(db: Database, path: Path, *, kept: int = KEPT) -> Path:
    """Write the next rotating backup of the project and drop the oldest beyond `kept`."""
    folder = folder_of(path)
    made = write_backup(db, folder / f"{path.stem} {datetime.now(UTC).strftime(_STAMP)}{path.suffix}")
    for old in backups_of(path)[kept:]:
        old.unlink(missing_ok=True)
    return made


def backups_of(path: Path) -> list[Path]:
    """The rotating backups of the project at `path`, newest first."""
    return sorted(folder_of(path).glob(f"{path.stem} *{path.suffix}"), reverse=True)


def before_migration(db: Database, path: Path) -> Path:
    """A copy of a project of an older version, kept beside it and never rotated away."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    stamp = datetime.now(UTC).strftime(_STAMP)
    return write_backup(db, path.with_name(f"{path.stem} version {version} {stamp}{path.suffix}"))


def restore(path: Path, source: Path) -> Path | None:
    """Put the backup `source` in the place of the project at `path`; the caller holds the writer lock.

    What stood there is kept beside it and returned. Raises ProjectError when the backup is no whole project.
    """
    read_header(source)
    with explained(source):
        _refuse_damaged(source)
    part = path.with_name(f".{path.name}.part")
    kept = None
    try:
        part.write_bytes(source.read_bytes())
        if path.exists():
            kept = path.with_name(f"{path.stem} before restore {datetime.now(UTC).strftime(_STAMP)}{path.suffix}")
            _move_with_log(path, kept)
        part.replace(path)
    except OSError as error:
        sentence = f"{path.name} cannot be restored: {error.strerror}."
        raise ProjectError("backup.restore", sentence) from error
    finally:
        part.unlink(missing_ok=True)
    return kept


def _refuse_damaged(source: Path) -> None:
    connection = sqlite3.connect(f"file:{source.resolve().as_posix()}?mode=ro&immutable=1", uri=True)
    try:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    finally:
        connection.close()
    if verdict != "ok":
        raise ProjectError("backup.damaged", f"The backup {source.name} is damaged itself: choose another one.")


def _move_with_log(path: Path, target: Path) -> None:
    """Move a project with the log that may stand beside it, so that neither is read with another's."""
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(target.with_name(target.name + suffix))
