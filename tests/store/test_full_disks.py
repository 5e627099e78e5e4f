"""Where nothing can be written, a sentence says so, and what was reported saved is there."""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import read_only, small_disk
from fault_cases import ADA, TEXT, is_whole, listed, make, refused
from strategies import RICH_TOML

from annotator.app.plans import spans
from annotator.app.session import Session
from annotator.app.work import Work
from annotator.model.errors import ProjectError
from annotator.store import articles, backup, check, history, sets
from annotator.store.project import Project, create_project, open_project

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
