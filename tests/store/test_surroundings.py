"""Other processes, links, odd names and network shares around a project."""

from pathlib import Path

import pytest
from disks import other_process
from fault_cases import ADA, is_whole, listed, make, refused

from annotator.app.plans import spans
from annotator.app.session import Session
from annotator.store import backup, check, connection
from annotator.store.filesystem import is_network
from annotator.store.project import open_project

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
