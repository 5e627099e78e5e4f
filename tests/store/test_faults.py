"""Whatever is wrong with the file or its disk is said in one clear sentence, and the file stays as it was."""

import itertools
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from disks import other_process, read_only, small_disk
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations
from strategies import RICH_TOML

from annotator.app.plans import spans
from annotator.app.session import Session
from annotator.app.work import Work
from annotator.model.annotation import Annotator
from annotator.model.article import make_article
from annotator.model.errors import ProjectError, SchemaError
from annotator.model.ids import new_id
from annotator.store import articles, backup, check, connection, history, sets
from annotator.store import project as project_module
from annotator.store.filesystem import is_network
from annotator.store.migrations import LATEST
from annotator.store.project import Project, create_project, open_project

ADA = Annotator(name="Ada")
TEXT = "Bob said that we act. " * 400


def make(path: Path) -> Path:
    """A closed project with one article and one span of Ada's."""
    with create_project(path, RICH_TOML) as made:
        articles.add(made, [make_article(id=new_id(), title="Title", text=TEXT)])
        at_work = Session(made, ADA)
        at_work.open_article(1)
        at_work.perform(spans.mark, "PERSON", [(0, 3)])
    return path


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    folder = tmp_path / "projects"
    folder.mkdir()
    return make(folder / "news.annodb")


def listed(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()} - {".news.annodb.lock"}


def refused(code: str, open_it: Callable[[], object]) -> str:
    """The one sentence with which opening is refused."""
    with pytest.raises(ProjectError) as caught:
        open_it()
    assert caught.value.code == code
    sentence = str(caught.value)
    assert sentence.endswith((".", "annodb"))
    assert "\n" not in sentence
    return sentence


def is_whole(path: Path, marked: int = 1) -> bool:
    with open_project(path) as opened:
        own = sets.load(opened, 1, 1)
        return own is not None and len(own.spans) == marked and list(check.problems(opened)) == []


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


# Full disks


def fill_up(project: Project) -> tuple[Session, int]:
    """Mark until the disk is full; the session, and how many spans were reported saved."""
    at_work = Session(project, ADA)
    at_work.open_article(1)
    saved: list[int] = []

    def mark_on() -> None:
        for start in range(4, 8000):
            at_work.perform(spans.mark, "QUOTE", [(start, start + 700)])
            saved.append(start)

    with pytest.raises(ProjectError) as full:
        mark_on()
    assert full.value.code == "project.full"
    assert str(full.value) == "The disk is full, so nothing was saved to news.annodb. Free some space and repeat."
    return at_work, len(saved) + 1


def test_on_a_full_disk_memory_and_file_stay_the_same_and_work_goes_on_when_there_is_room(closed: Path) -> None:
    with open_project(closed) as opened:
        (pages,) = opened.db.execute("PRAGMA page_count").fetchone()
        opened.db.execute(f"PRAGMA max_page_count = {pages + 8}")
        at_work, marked = fill_up(opened)
        assert at_work.work.own == sets.load(opened, 1, 1)
        assert len(at_work.work.own.spans) == marked
        assert at_work.work.undoable == history.stacks(opened, 1, 1).undo[-1].title
        assert list(check.problems(opened)) == []
        opened.db.execute("PRAGMA max_page_count = 1000000")
        at_work.perform(spans.mark, "QUOTE", [(0, 700)])
    assert is_whole(closed, marked + 1)


def test_undo_and_redo_that_cannot_be_saved_change_nothing(closed: Path) -> None:
    with open_project(closed) as opened:
        at_work = Session(opened, ADA)
        work = at_work.open_article(1)
        at_work.perform(spans.set_note, next(iter(work.own.spans)), "x" * 30_000)
        at_work.undo()
        for first in ("redo", "undo"):
            (pages,) = opened.db.execute("PRAGMA page_count").fetchone()
            opened.db.execute(f"PRAGMA max_page_count = {pages}")
            turns = itertools.cycle(["redo", "undo"] if first == "redo" else ["undo", "redo"])
            before = [state_of(opened, work)]
            with pytest.raises(ProjectError) as full:
                again_and_again(at_work, turns, before)
            assert full.value.code == "project.full"
            assert state_of(opened, work) == before[-1]
            assert sets.load(opened, 1, 1) == work.own
            opened.db.execute("PRAGMA max_page_count = 1000000")
            assert getattr(at_work, ["redo", "undo"][work.redoable is None])() is not None


def state_of(opened: Project, work: Work) -> tuple[object, ...]:
    """What the file holds, and what can be undone and redone."""
    return sets.load(opened, 1, 1), work.undoable, work.redoable


def again_and_again(at_work: Session, turns: Iterator[str], states: list[tuple[object, ...]]) -> None:
    """Undo and redo in turn, and keep the state after each, until the last page is full."""
    for turn in itertools.islice(turns, 500):
        getattr(at_work, turn)()
        states.append(state_of(at_work.project, at_work.work))


def test_a_project_on_a_full_small_disk_keeps_all_that_was_reported_saved(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", 1500) as disk:
        path = make(disk / "news.annodb")
        with open_project(path) as opened:
            at_work, marked = fill_up(opened)
            assert at_work.work.own == sets.load(opened, 1, 1)
            assert list(check.problems(opened)) == []
        for each in disk.glob("news.annodb*"):  # the log too: there was no room to fold it into the file
            shutil.copy(each, tmp_path)
    assert is_whole(tmp_path / "news.annodb", marked)


def test_a_new_project_on_a_full_disk_is_refused_and_not_left_half_made(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", 64) as disk:
        (disk / "ballast").write_bytes(bytes(40_000))
        sentence = refused("project.full", lambda: create_project(disk / "news.annodb", RICH_TOML))
        assert sentence.startswith("The disk is full")
        assert listed(disk) == {"ballast"}


def test_a_backup_on_a_full_disk_is_refused_and_not_left_half_made(closed: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", 64) as disk, open_project(closed) as opened:
        refused("project.full", lambda: backup.write_backup(opened.db, disk / "copy.annodb"))
        assert listed(disk) == set()


# Read-only files and folders


def test_a_read_only_file_is_refused_for_writing_and_shown_for_reading(closed: Path) -> None:
    before = closed.read_bytes()
    with read_only(closed):
        sentence = refused("project.readonly", lambda: open_project(closed))
        assert sentence == "news.annodb cannot be written: the file is read-only."
        with open_project(closed, fall_back=True) as opened:
            assert opened.notices == (f"{sentence} It is shown for reading only.",)
            assert opened.read_only
            assert articles.get(opened, 1).text == TEXT
            refused(
                "project.readonly",
                lambda: history.record(opened, history.Place(article=1, annotator=1, schema_version=1), [], "Nothing"),
            )
    assert closed.read_bytes() == before
    assert is_whole(closed)


def test_a_project_in_a_read_only_folder_is_refused_for_writing_and_shown_for_reading(closed: Path) -> None:
    before = closed.read_bytes()
    (closed.parent / ".news.annodb.lock").unlink(missing_ok=True)
    with read_only(closed.parent):
        sentence = refused("project.readonly", lambda: open_project(closed))
        assert sentence.startswith("news.annodb cannot be written: no lock can be taken in its folder")
        with open_project(closed, fall_back=True) as opened:
            assert opened.read_only
            assert articles.get(opened, 1).text == TEXT
        refused("project.make", lambda: create_project(closed.parent / "other.annodb", RICH_TOML))
    assert closed.read_bytes() == before
    assert listed(closed.parent) == {"news.annodb"}


def test_reading_leaves_the_file_and_its_folder_as_they_were(closed: Path) -> None:
    before = closed.read_bytes()
    with open_project(closed, read_only=True) as opened:
        assert list(check.problems(opened)) == []
    assert closed.read_bytes() == before
    assert all(each.read_bytes() == b"" for each in closed.parent.glob("*-wal"))
    with open_project(closed):
        pass
    assert listed(closed.parent) == {"news.annodb"}


@pytest.mark.parametrize("log", ["an empty log", "a log with work in it"])
def test_a_project_with_a_log_in_a_read_only_folder_is_shown_for_reading(
    closed: Path, tmp_path: Path, log: str
) -> None:
    with open_project(closed) as opened:
        at_work = Session(opened, ADA)
        at_work.open_article(1)
        at_work.perform(spans.mark, "ORG", [(0, 3)])
        folder = tmp_path / "copy"
        folder.mkdir()
        for each in closed.parent.glob("news.annodb*"):  # as a crash leaves it
            shutil.copy(each, folder)
    if log == "an empty log":
        shutil.copy(closed, folder)
        (folder / "news.annodb-wal").write_bytes(b"")
    copied = folder / "news.annodb"
    before = {each.name: each.read_bytes() for each in folder.iterdir() if not each.name.endswith("-shm")}
    with read_only(folder), open_project(copied, fall_back=True) as opened:
        assert opened.read_only
        own = sets.load(opened, 1, 1)
        assert own is not None
        assert len(own.spans) == 2
    assert {each.name: each.read_bytes() for each in folder.iterdir() if each.name in before} == before


# Other processes

HOLDS = "from annotator.store.project import open_project\nproject = open_project(path)"
STANDS_IN_THE_WAY = (
    "import sqlite3\nother = sqlite3.connect(path, isolation_level=None)\nother.execute('BEGIN IMMEDIATE')"
)


def test_a_project_that_another_process_writes_is_refused_for_writing_and_shown_for_reading(closed: Path) -> None:
    with other_process(HOLDS, closed):
        sentence = refused("project.locked", lambda: open_project(closed))
        assert sentence.startswith("news.annodb is open for writing in another window or command.")
        with open_project(closed, fall_back=True) as opened:
            assert opened.notices == (f"{sentence} It is shown for reading only.",)
            assert list(check.problems(opened)) == []
        with open_project(closed, read_only=True) as opened:
            assert opened.notices == ()
    assert is_whole(closed)


def test_a_link_to_a_project_leads_to_the_same_lock(closed: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.annodb"
    link.symlink_to(closed)
    with open_project(link) as opened:
        assert opened.path == closed
        refused("project.locked", lambda: open_project(closed))
    assert listed(tmp_path) == {"projects", "link.annodb"}


def test_a_file_that_another_program_holds_is_said_to_be_in_use_and_nothing_changes(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_BUSY_SECONDS", 0.01)
    with open_project(closed) as opened:
        at_work = Session(opened, ADA)
        work = at_work.open_article(1)
        with other_process(STANDS_IN_THE_WAY, closed):
            sentence = refused("project.busy", lambda: at_work.perform(spans.mark, "ORG", [(0, 3)]))
            assert sentence == "news.annodb is in use by another program. Close it there and repeat."
            assert [each.label for each in work.own.spans.values()] == ["PERSON"]
        at_work.perform(spans.mark, "ORG", [(0, 3)])
    assert is_whole(closed, 2)


# Names

NAMES = [
    "with space.annodb",
    "100% #1?.annodb",
    'it\'s "quoted".annodb',
    "Ада-🧨-é.annodb",
    "[1]*.annodb",
    "-dash&a=b;c.annodb",
    "no suffix",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_project_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / f"in {name}"
    folder.mkdir()
    path = make(folder / name)
    with open_project(path) as opened:
        for second in range(backup.KEPT + 2):
            made = backup.write_backup(opened.db, backup.folder_of(path) / f"{path.stem} {second:02}{path.suffix}")
        assert made in backup.backups_of(path)
        backup.rotate(opened.db, path)
        assert len(backup.backups_of(path)) == backup.KEPT
    with open_project(path, read_only=True) as opened:
        assert opened.name == path.stem
    assert backup.restore(path, made) is not None
    assert is_whole(path)


def test_network_shares_are_known_by_their_mount() -> None:
    mounts = "/dev/sda1 / ext4 rw 0 0\n//nas/x /mnt/my\\040share cifs rw 0 0\nhost:/ /mnt/fast tmpfs rw 0 0\n"
    assert is_network(Path("/mnt/my share/deep/news.annodb"), mounts=mounts)
    assert not is_network(Path("/mnt/fast/news.annodb"), mounts=mounts)
    assert not is_network(Path("/home/ada/news.annodb"), mounts=mounts)


def test_on_a_network_share_the_project_works_without_a_log_and_says_so(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "is_network", lambda _: True)
    with open_project(closed) as opened:
        (notice,) = opened.notices
        assert "without a write-ahead log" in notice
        assert opened.db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert opened.db.execute("PRAGMA synchronous").fetchone() == (2,)
        at_work = Session(opened, ADA)
        at_work.open_article(1)
        at_work.perform(spans.mark, "ORG", [(0, 3)])
        assert listed(closed.parent) == {"news.annodb"}
    assert is_whole(closed, 2)
