"""Backups: whole or not there, a few kept, put back only when they are whole themselves."""

from pathlib import Path

import pytest
from disks import other_process

from annotator.app.plans import spans
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.errors import ProjectError
from annotator.store import backup, check, sets
from annotator.store.project import Project, open_project


def marked(path: Path) -> int:
    """How many spans Ada has in a project that is whole."""
    with open_project(path) as opened:
        assert list(check.problems(opened)) == []
        own = sets.load(opened, 1, 1)
        return len(own.spans) if own else 0


def test_a_backup_holds_all_that_was_saved_in_one_file(session: Session, project: Project, tmp_path: Path) -> None:
    session.perform(spans.mark, "ORG", [(0, 2)])
    made = backup.write_backup(project.db, tmp_path / "new folder" / "copy.annodb")
    session.perform(spans.mark, "ORG", [(3, 6)])
    assert [each.name for each in made.parent.iterdir()] == ["copy.annodb"]
    assert marked(made) == 1


def test_only_the_newest_rotating_backups_are_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for second in range(backup.KEPT + 3):
        monkeypatch.setattr(backup, "_STAMP", f"2026-11-24T0000{second:02}")
        made.append(backup.rotate(project.db, project.path))
    assert backup.backups_of(project.path) == made[: -backup.KEPT - 1 : -1]
    assert sorted(backup.folder_of(project.path).iterdir()) == made[-backup.KEPT :]


def test_the_backups_of_another_project_are_left_alone(project: Project) -> None:
    folder = backup.folder_of(project.path)
    folder.mkdir()
    others = [folder / "seedling 2020-01-01T000000.annodb", folder / "notes.txt"]
    for each in others:
        each.write_bytes(b"")
    backup.rotate(project.db, project.path, kept=1)
    assert all(each.exists() for each in others)
    assert len(backup.backups_of(project.path)) == 1


def test_restoring_brings_back_what_the_backup_holds_and_keeps_what_stood_there(
    session: Session, project: Project
) -> None:
    session.perform(spans.mark, "ORG", [(0, 2)])
    made = backup.rotate(project.db, project.path)
    session.perform(spans.mark, "ORG", [(3, 6)])
    project.close()
    kept = backup.restore(project.path, made)
    assert kept is not None
    assert (marked(project.path), marked(kept), marked(made)) == (1, 2, 1)


def test_restoring_goes_on_where_no_project_stands(project: Project, tmp_path: Path) -> None:
    made = backup.rotate(project.db, project.path)
    assert backup.restore(tmp_path / "other.annodb", made) is None
    assert marked(tmp_path / "other.annodb") == 0


def test_restoring_takes_the_log_of_a_backup_and_that_of_the_project_along(
    session: Session, project: Project, tmp_path: Path
) -> None:
    """As a crash leaves them: both have a log beside them, and neither is read with the other's."""
    session.perform(spans.mark, "ORG", [(0, 2)])
    for name in ("crashed", "backup"):
        for log in ("", "-wal"):
            copy = tmp_path / f"{name}.annodb{log}"
            copy.write_bytes(project.path.with_name(project.path.name + log).read_bytes())
        session.perform(spans.mark, "ORG", [(3, 6)] if name == "crashed" else [(7, 13)])
    kept = backup.restore(tmp_path / "crashed.annodb", tmp_path / "backup.annodb")
    assert kept is not None
    assert (marked(tmp_path / "crashed.annodb"), marked(kept)) == (2, 1)


def damage(path: Path, how: str) -> None:
    whole = path.read_bytes()
    if how == "truncated":
        path.write_bytes(whole[: len(whole) // 2])
    elif how == "foreign":
        path.write_bytes(b"no project" * 100)
    else:
        path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))


@pytest.mark.parametrize("how", ["truncated", "foreign", "garbage"])
def test_a_damaged_backup_is_refused_and_the_project_stays(project: Project, how: str) -> None:
    made = backup.rotate(project.db, project.path)
    project.close()
    damage(made, how)
    before = project.path.read_bytes()
    with pytest.raises(ProjectError, match=made.name) as caught:
        backup.restore(project.path, made)
    assert str(caught.value).count(".annodb") >= 1
    assert project.path.read_bytes() == before
    assert not [each for each in project.path.parent.iterdir() if "before restore" in each.name or ".part" in each.name]


def test_a_backup_that_is_missing_is_named(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"There is no project gone\.annodb"):
        backup.restore(project.path, tmp_path / "gone.annodb")


def test_a_backup_where_nothing_can_be_written_is_refused(project: Project, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ProjectError, match=r"The backup copy\.annodb cannot be written"):
        backup.write_backup(project.db, tmp_path / "file" / "copy.annodb")


WRITES = """
from annotator.model.annotation import Annotator
from annotator.app.plans import spans
from annotator.app.session import Session
from annotator.store.project import open_project
session = Session(open_project(path), Annotator(name="Ada"))
session.open_article(1)
def write():
    for start in range(300):
        session.perform(spans.mark, "ORG", [(start, start + 9)])
"""


def test_a_backup_of_a_project_that_is_being_written_is_whole(project: Project, tmp_path: Path) -> None:
    project.close()
    code = f"{WRITES}print('ready', flush=True)\nwrite()"
    with other_process(code, project.path), open_project(project.path, read_only=True) as shown:
        counts = [marked(backup.write_backup(shown.db, tmp_path / f"{n}.annodb")) for n in range(10)]
    assert counts == sorted(counts)
    assert marked(project.path) == 300


def test_an_annotator_of_a_restored_project_can_still_undo(session: Session, project: Project) -> None:
    session.perform(spans.mark, "ORG", [(0, 2)])
    made = backup.rotate(project.db, project.path)
    project.close()
    backup.restore(project.path, made)
    with open_project(project.path) as again:
        ada = Session(again, Annotator(name="Ada"))
        ada.open_article(1)
        assert ada.undo() is not None
