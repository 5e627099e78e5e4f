"""Files that are dropped on the main window, and backups."""

from collections.abc import Callable
from pathlib import Path

from main_window_world import accept_import, drop, enabled
from pytestqt.qtbot import QtBot

from annotator.app.state import State
from annotator.store import articles, backup
from annotator.store.project import open_project
from annotator.ui.main_window import MainWindow


def test_files_that_are_dropped_are_imported(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path, reports: list[tuple[str, list[str]]]
) -> None:
    good, bad = tmp_path / "more.txt", tmp_path / "bad.jsonl"
    good.write_text("More news.", encoding="utf-8")
    bad.write_text("{", encoding="utf-8")
    window.open_path(path)
    assert drop(window, good, bad)
    accept_import(qtbot, window)
    ((sentence, lines),) = reports
    assert sentence == "1 article imported, 1 file could not be read."
    assert [line.partition(",")[0] for line in lines] == [str(bad)]
    assert window.desktop is not None
    assert articles.count(window.desktop.session.project) == 3
    assert window.desktop.page.list.model.rowCount() == 3


def test_a_project_that_is_dropped_is_opened_and_articles_need_one(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "more.txt").write_text("More news.", encoding="utf-8")
    assert not drop(window, tmp_path / "more.txt")
    assert window.desktop is None
    assert drop(window, path)
    assert window.desktop is not None


def test_articles_dropped_on_a_project_opened_for_reading_are_refused_in_words(
    qtbot: QtBot, make_window: Callable[..., MainWindow], path: Path, tmp_path: Path, reports: list[object]
) -> None:
    (tmp_path / "more.txt").write_text("More news.", encoding="utf-8")
    with open_project(path):
        window = make_window(State(annotator="Dana"))
        window.open_path(path)
        assert window.status_line.saved.text() == "Read only"
        assert not {"import.files", "import.folder", "suggest.all"} & enabled(window)
        assert drop(window, tmp_path / "more.txt")
        qtbot.waitUntil(lambda: bool(reports))
        assert reports == [(f"{path.name} is open for reading only; nothing was changed.", [])]


def test_a_backup_is_made_on_request(window: MainWindow, path: Path) -> None:
    window.open_path(path)
    window.actions_table["project.backup"].trigger()
    (made,) = backup.backups_of(path)
    assert window.status_line.message.text() == f"Backed up to {made}."
