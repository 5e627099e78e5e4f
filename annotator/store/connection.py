"""Opening SQLite as the project needs it: durable, checked, and trusting nothing that the file says."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from annotator.store.filesystem import is_network

_BUSY_SECONDS = 5.0


def connect(path: Path, *, read_only: bool) -> Database:
    """A connection to an existing file. Writing needs the writer lock, which is the caller's business."""
    mode = _read_mode(path) if read_only else "mode=rw"
    uri = f"file:{quote(os.fsencode(path.resolve()))}?{mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, cached_statements=256)
    try:
        return _prepared(connection)
    except BaseException:
        connection.close()
        raise


def _prepared(connection: sqlite3.Connection) -> Database:
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -32768")  # 32 MiB
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # fails now if the file is no database
    return Database(connection, execute_plugins=False)


def _read_mode(path: Path) -> str:
    """In a folder that cannot be written, a log's index cannot be made; but then nobody writes a log either."""
    wal = path.with_name(path.name + "-wal")
    probe = path.parent / f".{path.name}.probe"
    if wal.exists() and wal.stat().st_size:
        return "mode=ro"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return "mode=ro&immutable=1"
    return "mode=ro"


def use_log(db: Database, path: Path) -> str | None:
    """Turn the write-ahead log on; returns a notice when the file system cannot hold it."""
    mode = "DELETE" if is_network(path) else "WAL"
    (got,) = db.execute(f"PRAGMA journal_mode = {mode}").fetchone()
    if got == "wal":
        return None
    return "The project lies on a file system without a write-ahead log: it is as safe, but slower to save."
