"""The open project: creating, opening, closing, and the one place where writing happens."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

import annotator
from annotator.model.errors import ProjectError
from annotator.model.ids import new_id
from annotator.model.schema_file import read_schema
from annotator.store import backup
from annotator.store.connection import connect, use_log
from annotator.store.faults import damaged, explained, understood
from annotator.store.header import APPLICATION_ID, read_header
from annotator.store.lock import WriterLock
from annotator.store.migrations import KNOWN, LATEST, MIGRATIONS
from annotator.store.migrations.guidelines import take_over

SUFFIX = ".annodb"


class Project:
    """An open project file. Use `create_project` and `open_project` to get one; `close` it, or use `with`.

    `read_only` says whether it may be written, `notices` what a person should know about it.
    """

    def __init__(self, path: Path, db: Database, lock: WriterLock | None, notices: tuple[str, ...] = ()) -> None:
        self.path = path
        self.db = db
        self.notices = notices
        self._lock = lock

    @property
    def read_only(self) -> bool:
        """Whether this process may only read."""
        return self._lock is None

    @property
    def name(self) -> str:
        """The project's name: that of its file."""
        return self.path.stem

    def __enter__(self) -> "Project":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and let others write it. Closing twice does nothing."""
        try:
            self.db.conn.close()  # the last connection folds the write-ahead log into the file
        finally:
            if self._lock is not None:
                self._lock.give_back()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all that is written within is committed at the end, or nothing is.

        Within another `writing` it is a savepoint. Raises ProjectError with a way out when the disk is full,
        the file is read-only, damaged or in use.
        """
        if self.read_only:
            raise ProjectError("project.readonly", f"{self.path.name} is open for reading only; nothing was changed.")
        with explained(self.path), self.db.atomic():
            yield self.db.conn

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read; raises ProjectError where the file is damaged or away."""
        with understood(self.path):
            yield self.db.conn


def now() -> str:
    """The present moment as it is stored: UTC, ISO 8601, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def create_project(path: Path, schema_toml: str) -> Project:
    """Make a new project file with the schema.

    Raises ProjectError when the file exists already or cannot be made, SchemaError when the schema breaks its
    own rules.
    """
    read_schema(schema_toml)
    if path.exists():
        raise ProjectError("project.exists", f"{path.name} exists already: open it, or choose another name.")
    try:
        path.touch(exist_ok=False)
    except OSError as error:
        sentence = f"{path.name} cannot be made in {path.parent}: {error.strerror}."
        raise ProjectError("project.make", sentence) from error
    try:
        _fill(path, schema_toml)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return open_project(path)


def _fill(path: Path, schema_toml: str) -> None:
    """Write the first pages before the log is turned on, so that the file is a project from its first moment."""
    with explained(path):
        db = connect(path, read_only=False)
        try:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            MIGRATIONS.apply(db)
            with db.atomic():
                facts = {"id": new_id(), "created": now(), "made_by": annotator.__version__}
                db.conn.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", facts.items())
                db.execute("INSERT INTO schema_version (version, toml, at) VALUES (1, ?, ?)", [schema_toml, now()])
                take_over(db.conn, schema_toml)
        finally:
            db.conn.close()


def open_project(path: Path, *, read_only: bool = False, fall_back: bool = False) -> Project:
    """Open a project, for writing unless told otherwise.

    With `fall_back`, one that another process writes or whose file is read-only is opened for reading, and
    a notice says why. A project of an older version is backed up and migrated. Raises ProjectError when it is
    missing, foreign, truncated, damaged, newer than the program, or locked.
    """
    path = path.resolve()  # the lock and the log lie beside the file itself, whatever leads to it
    _refuse_newer(path, read_header(path).user_version)
    lock, notices = (None, ()) if read_only else _take_lock(path, fall_back)
    try:
        with understood(path):
            db = connect(path, read_only=lock is None)
            notices += _make_ready(db, path, read_only=lock is None)
    except BaseException:
        if lock is not None:
            lock.give_back()
        raise
    return Project(path, db, lock, notices)


def _take_lock(path: Path, fall_back: bool) -> tuple[WriterLock | None, tuple[str, ...]]:
    lock = WriterLock(path)
    try:
        _refuse_unwritable(path)
        lock.take()
    except ProjectError as error:
        if not fall_back:
            raise
        return None, (f"{error} It is shown for reading only.",)
    return lock, ()


def _refuse_unwritable(path: Path) -> None:
    try:
        with path.open("r+b"):
            return
    except OSError as error:
        sentence = f"{path.name} cannot be written: the file is read-only."
        raise ProjectError("project.readonly", sentence) from error


def _make_ready(db: Database, path: Path, *, read_only: bool) -> tuple[str, ...]:
    try:
        _refuse_unknown_migrations(db, path)
        if not MIGRATIONS.pending(db):
            notice = None if read_only else use_log(db, path)
            return (notice,) if notice else ()
        if read_only:
            sentence = (
                f"{path.name} is of an older version: open it once for writing, so that it is brought up to date."
            )
            raise ProjectError("project.older", sentence)
        kept = backup.before_migration(db, path)
        MIGRATIONS.apply(db)
        notice = use_log(db, path)
    except BaseException:
        db.conn.close()
        raise
    done = f"The project was brought up to date; a copy of the older file is {kept.name}."
    return (done, notice) if notice else (done,)


def _refuse_newer(path: Path, version: int) -> None:
    if version > LATEST:
        sentence = f"{path.name} was made by a newer version of this program: install that version to open it."
        raise ProjectError("project.newer", sentence)


def _refuse_unknown_migrations(db: Database, path: Path) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    try:
        applied = {each.name for each in MIGRATIONS.applied(db)}
    except KeyError as error:  # the table of migrations lacks a column
        raise damaged(path) from error
    if applied - KNOWN.keys():
        version = LATEST + 1
    _refuse_newer(path, version)
