"""Copies of the project through SQLite's backup interface, which is safe while the project is written."""

import glob
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from annotator.model.errors import ProjectError
from annotator.store.connection import connect
from annotator.store.faults import explained, understood
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
        with suppress(OSError):
            part.unlink()
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


def rotate_apart(path: Path) -> Path:
    """As `rotate`, through a connection of its own: for another thread than the project's."""
    with explained(path):
        db = connect(path, read_only=True)
        try:
            return rotate(db, path)
        finally:
            db.conn.close()


def backups_of(path: Path) -> list[Path]:
    """The rotating backups of the project at `path`, newest first."""
    pattern = f"{glob.escape(path.stem)} *{glob.escape(path.suffix)}"
    return sorted(folder_of(path).glob(pattern), reverse=True)


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
    part = path.with_name(f".{path.name}.part")
    kept = None
    try:
        with understood(source):
            _copy_whole(source, part)
        if path.exists():
            kept = path.with_name(f"{path.stem} before restore {datetime.now(UTC).strftime(_STAMP)}{path.suffix}")
            _move_with_log(path, kept)
        part.replace(path)
    except OSError as error:
        sentence = f"{path.name} cannot be restored: {error.strerror}."
        raise ProjectError("backup.restore", sentence) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return kept


def _copy_whole(source: Path, target: Path) -> None:
    """Copy a backup, with the log that may stand beside it, if it is not damaged."""
    db = connect(source, read_only=True)
    try:
        (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise ProjectError("backup.damaged", f"The backup {source.name} is damaged itself: choose another one.")
        _copy(db.conn, target)
    finally:
        db.conn.close()


def _move_with_log(path: Path, target: Path) -> None:
    """Move a project with the log that may stand beside it, so that neither is read with another's."""
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(target.with_name(target.name + suffix))
