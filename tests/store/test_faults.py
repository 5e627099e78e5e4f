"""Whatever is wrong with the file or its disk is said in one clear sentence, and the file stays as it was."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from fault_cases import listed, refused
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations
from strategies import RICH_TOML

from annotator.model.errors import SchemaError
from annotator.store import check
from annotator.store import project as project_module
from annotator.store.migrations import LATEST
from annotator.store.project import create_project, open_project

# Files that are no project, or not a whole one

FOREIGN = {
    "an empty file": b"",
    "a text file": b"Just a story about a president.\n" * 20,
    "a short file": b"SQLite format 3\x00",
    "a file of zeros": bytes(5000),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_a_file_that_is_no_project_is_refused_and_left_as_it_was(tmp_path: Path, what: str) -> None:
    path = tmp_path / "news.annodb"
    path.write_bytes(FOREIGN[what])
    for way in (open_project, lambda it: open_project(it, read_only=True), lambda it: open_project(it, fall_back=True)):
        sentence = refused("project.foreign", lambda way=way: way(path))
        assert sentence == "news.annodb is not a project of this program."
    assert path.read_bytes() == FOREIGN[what]
    assert listed(tmp_path) == {"news.annodb"}


def test_another_programs_sqlite_file_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "news.annodb"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE article (seq INTEGER PRIMARY KEY)")
        other.commit()
    before = path.read_bytes()
    assert refused("project.foreign", lambda: open_project(path)) == "news.annodb is not a project of this program."
    assert path.read_bytes() == before


@pytest.mark.parametrize("kept", [0.05, 0.5, 0.999])
def test_a_truncated_project_is_refused_and_left_as_it_was(closed: Path, kept: float) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[: int(len(whole) * kept)])
    before = closed.read_bytes()
    sentence = refused("project.truncated", lambda: open_project(closed))
    assert f"{len(whole) - len(before):,} of its bytes are missing" in sentence
    assert "annotator restore news.annodb" in sentence
    assert closed.read_bytes() == before
    assert listed(closed.parent) == {"news.annodb"}


def test_a_project_with_garbage_in_the_middle_is_said_to_be_damaged(closed: Path) -> None:
    whole = bytearray(closed.read_bytes())
    whole[4096 : 4096 * 8] = b"garbage!" * (4096 * 7 // 8)
    closed.write_bytes(whole)
    sentence = refused("project.damaged", lambda: open_project(closed))
    assert sentence == "news.annodb is damaged. Put back a backup with: annotator restore news.annodb"
    assert closed.read_bytes() == whole


def test_a_missing_project_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    sentence = refused("project.missing", lambda: open_project(tmp_path / "news.annodb"))
    assert sentence == f"There is no project news.annodb in {tmp_path}."
    refused("project.missing", lambda: open_project(tmp_path / "none" / "news.annodb"))
    sentence = refused("project.make", lambda: create_project(tmp_path / "none" / "news.annodb", RICH_TOML))
    assert "No such file or directory" in sentence
    assert listed(tmp_path) == set()


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    folder = tmp_path / "news.annodb"
    folder.mkdir()
    assert "news.annodb cannot be read" in refused("project.open", lambda: open_project(folder))
    refused("project.exists", lambda: create_project(folder, RICH_TOML))
    assert listed(folder) == set()


def test_a_new_project_never_takes_the_place_of_a_file(closed: Path) -> None:
    before = closed.read_bytes()
    assert refused("project.exists", lambda: create_project(closed, RICH_TOML)).startswith("news.annodb exists already")
    assert closed.read_bytes() == before


def test_a_project_with_a_broken_schema_is_not_made_at_all(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="has no label"):
        create_project(tmp_path / "news.annodb", 'name = "x"\nlabels = []')
    assert listed(tmp_path) == set()


def test_a_project_that_cannot_be_filled_is_not_left_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(Migrations, "apply", full)
    refused("project.full", lambda: create_project(tmp_path / "news.annodb", RICH_TOML))
    assert listed(tmp_path) == set()


# Versions


def test_a_project_of_a_newer_version_is_refused_and_left_as_it_was(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as raw:
        raw.execute(f"PRAGMA user_version = {LATEST + 1}")
    before = closed.read_bytes()
    for options in ({}, {"read_only": True}, {"fall_back": True}):
        sentence = refused("project.newer", lambda options=options: open_project(closed, **options))
        assert sentence.startswith("news.annodb was made by a newer version of this program")
    assert closed.read_bytes() == before


def test_a_project_with_an_unknown_migration_is_newer_whatever_its_number_says(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as raw:
        raw.execute("INSERT INTO _sqlite_migrations VALUES (99, 'annotator', 'of tomorrow', '2030-01-01')")
        raw.commit()
    with closing(sqlite3.connect(closed)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = closed.read_bytes()
    refused("project.newer", lambda: open_project(closed))
    assert closed.read_bytes() == before


@pytest.fixture
def newer_program(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """This program, one version on: a further migration adds a column."""
    later = Migrations("annotator")
    for each in project_module.MIGRATIONS._migrations:
        later(name=each.name)(each.fn)

    @later(name="of tomorrow")
    def of_tomorrow(db: Database) -> None:
        db.execute("ALTER TABLE article ADD COLUMN language TEXT")
        db.execute(f"PRAGMA user_version = {LATEST + 1}")

    monkeypatch.setattr(project_module, "MIGRATIONS", later)
    monkeypatch.setattr(project_module, "KNOWN", {each.name: 0 for each in later._migrations})
    monkeypatch.setattr(project_module, "LATEST", LATEST + 1)
    return later


def test_a_project_of_an_older_version_is_backed_up_then_brought_up_to_date(
    closed: Path, newer_program: Migrations
) -> None:
    with open_project(closed) as opened:
        assert opened.db.execute("PRAGMA user_version").fetchone() == (LATEST + 1,)
        assert "language" in {row[1] for row in opened.db.execute("PRAGMA table_info(article)")}
        (notice,) = opened.notices
        (kept,) = [each for each in closed.parent.iterdir() if f"version {LATEST}" in each.name]
        assert notice == f"The project was brought up to date; a copy of the older file is {kept.name}."
        assert list(check.problems(opened)) == []
    with closing(sqlite3.connect(kept)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (LATEST,)
        assert old.execute("SELECT count(*) FROM span").fetchone() == (1,)
    with open_project(closed) as again:
        assert again.notices == ()


def test_a_project_of_an_older_version_is_not_opened_for_reading_only(closed: Path, newer_program: Migrations) -> None:
    before = closed.read_bytes()
    sentence = refused("project.older", lambda: open_project(closed, read_only=True))
    assert sentence.startswith("news.annodb is of an older version: open it once for writing")
    assert closed.read_bytes() == before


def test_a_migration_that_fails_leaves_the_older_project_and_its_copy(
    closed: Path, newer_program: Migrations, monkeypatch: pytest.MonkeyPatch
) -> None:
    @newer_program(name="third")
    def third(db: Database) -> None:
        db.execute("CREATE TABLE extra (x)")
        db.execute("INSERT INTO nothing VALUES (1)")

    refused("project.database", lambda: open_project(closed))
    with closing(sqlite3.connect(closed)) as raw:
        # the further one holds, the one after it left no trace
        assert raw.execute("PRAGMA user_version").fetchone() == (LATEST + 1,)
        assert raw.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'").fetchone() == (0,)
    assert [each for each in closed.parent.iterdir() if f"version {LATEST}" in each.name]
