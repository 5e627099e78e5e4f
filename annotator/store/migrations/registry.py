"""How a migration is registered: each sets `user_version` to its number, so an older program sees a newer file."""

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("annotator")
KNOWN: dict[str, int] = {}  # the name of a migration and its number

Change = Callable[[Database], None]


def migration(number: int, name: str) -> Callable[[Change], Change]:
    """Register a change of the tables; inside it nothing may commit (use `run` for a script)."""

    def register(change: Change) -> Change:
        def apply(db: Database) -> None:
            change(db)
            db.execute(f"PRAGMA user_version = {number}")

        MIGRATIONS(name=name)(apply)
        KNOWN[name] = number
        return change

    return register


def run(db: Database, script: str) -> None:
    """Run an SQL script statement by statement (executescript would commit the migration's transaction)."""
    for statement in split(script):
        db.execute(statement)


def split(script: str) -> list[str]:
    """The statements of an SQL script."""
    statements, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current.strip())
            current = ""
    return statements
