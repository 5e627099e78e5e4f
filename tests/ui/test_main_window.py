"""The real main window on a project with two articles; only the worker is a stand-in that does nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from main_window_world import enabled, mark, new_project
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from annotator.app.plans import spans
from annotator.app.state import Spot, State, load_state
from annotator.model.annotation import Annotator
from annotator.store import sets
from annotator.store.project import open_project
from annotator.ui import opening
from annotator.ui.actions import ACTIONS
from annotator.ui.dialogs.guide import GuideDialog
from annotator.ui.dialogs.keys import KeysDialog
from annotator.ui.main_window import MainWindow

ALWAYS = {
    "settings",
    "help.palette",
    *("project.new", "project.open", "project.sample", "quit", "view.light", "view.dark", "view.system"),
    "help.tour",
    *("help.guide", "help.keys", "help.about"),
}


def test_without_a_project_only_what_needs_none_is_enabled(window: MainWindow) -> None:
    assert enabled(window) == ALWAYS
    assert window.start_page.isVisible()
    assert not window.top_bar.isVisible()
    assert not window.status_line.isVisible()


def test_every_action_of_a_menu_is_there_once(window: MainWindow) -> None:
    shown = [
        action.objectName()
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()
        if not action.isSeparator()
    ]
    assert sorted(shown) == sorted(row.name for row in ACTIONS)


def test_a_project_opens_with_its_bars_and_actions(window: MainWindow, path: Path) -> None:
    window.open_path(path)
    assert window.desktop is not None
    assert window.windowTitle().startswith("news – ")
    assert (window.top_bar.project.text(), window.top_bar.annotator.text()) == ("news.annodb", "Dana")
    assert window.top_bar.place.text() == "Article 1 of 2"
    assert window.top_bar.isVisible()
    assert not window.start_page.isVisible()
    assert enabled(window) > ALWAYS | {"project.close", "import.files", "export", "suggest.all", "edit.undo"}
    assert "suggest.cancel" not in enabled(window)


def test_a_project_is_closed_and_opened_twice_and_each_time_as_it_was(window: MainWindow, path: Path) -> None:
    for _ in range(2):
        window.open_path(path)
        assert window.desktop is not None
        assert not window.desktop.session.project.read_only
        window.actions_table["article.next"].trigger()
        assert window.desktop.place == 2
        window.actions_table["project.close"].trigger()
        assert window.desktop is None
        assert enabled(window) == ALWAYS
        assert window.start_page.recent.count() == 1
        assert window.status_line.saved.text() == ""
    window.close_project()
    window.open_path(path)
    assert window.desktop is not None
    assert window.desktop.place == 2, "where work stopped"


def test_opening_the_project_that_is_open_leaves_it_as_it_is(window: MainWindow, path: Path) -> None:
    window.open_path(path)
    before = window.desktop
    link = path.with_name("link.annodb")
    link.symlink_to(path)
    for again in (path, link):
        window.open_path(again)
        assert window.desktop is before
    assert before is not None
    assert not before.session.project.read_only


def test_opening_another_project_closes_the_first_for_others(window: MainWindow, path: Path, tmp_path: Path) -> None:
    window.open_path(path)
    window.open_path(new_project(tmp_path / "other.annodb", "Another."))
    assert window.desktop is not None
    assert window.desktop.session.project.name == "other"
    with open_project(path) as project:
        assert not project.read_only


def test_a_project_that_is_missing_is_told_and_leaves_the_open_one(
    window: MainWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *arguments: said.append(arguments[-1]))
    window.open_path(path)
    window.open_path(tmp_path / "none.annodb")
    assert said == [f"There is no project none.annodb in {tmp_path}."]
    assert window.desktop is not None
    assert window.desktop.session.project.name == "news"


def test_an_empty_project_says_how_articles_come_in(window: MainWindow, tmp_path: Path) -> None:
    window.open_path(new_project(tmp_path / "empty.annodb"))
    assert "import articles" in window.status_line.message.text()


def test_a_new_project_is_made_where_it_was_asked_for_and_never_over_another(
    window: MainWindow, tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *arguments: said.append(arguments[-1]))
    answers = [str(tmp_path / "fresh.v1"), str(path), ""]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (answers.pop(0), ""))
    window.actions_table["project.new"].trigger()
    assert window.desktop is not None
    assert window.desktop.session.project.path == tmp_path / "fresh.v1.annodb"
    window.actions_table["project.new"].trigger()
    assert said == ["news.annodb exists already: open it, or choose another name."]
    window.actions_table["project.new"].trigger()
    assert window.desktop.session.project.name == "fresh.v1"


def test_who_annotates_is_asked_once_and_nobody_opens_nothing(
    make_window: Callable[..., MainWindow], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[str | None] = [None, "Ada"]
    monkeypatch.setattr(opening, "ask_who", lambda *_: answers.pop(0))
    window = make_window(State())
    window.open_path(path)
    assert window.desktop is None
    with open_project(path) as project:
        assert not project.read_only, "it is closed again"
    window.open_path(path)
    assert window.desktop is not None
    window.close_project()
    window.open_path(path)
    assert window.top_bar.annotator.text() == "Ada"
    assert load_state().annotator == "Ada"


def test_another_annotator_sees_her_own_marks_in_the_same_article(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(path)
    window.actions_table["article.next"].trigger()
    assert window.desktop is not None
    window.desktop.session.perform(spans.mark, "PERSON", [(0, 8)])
    monkeypatch.setattr(opening, "ask_who", lambda *_: "Eve")
    window.top_bar.annotator.click()
    assert window.desktop is not None
    work = window.desktop.session.work
    assert work is not None
    assert (window.desktop.session.annotator, window.desktop.place) == (Annotator(name="Eve"), 2)
    assert not work.own.spans
    assert window.top_bar.annotator.text() == "Eve"
    monkeypatch.setattr(opening, "ask_who", lambda *_: "Dana")
    window.actions_table["project.annotator"].trigger()
    assert window.desktop.session.work is not None
    assert [each.text for each in window.desktop.session.work.own.spans.values()] == ["Tom Osei"]


def test_a_step_is_called_saved_once_it_is(window: MainWindow, path: Path) -> None:
    window.open_path(path)
    assert window.desktop is not None
    assert window.status_line.saved.text() == ""
    mark(window, 0, 9, "1")
    assert window.status_line.saved.text().startswith("✓ Saved")
    with open_project(path, read_only=True) as project:
        (stored,) = sets.of_article(project, 1)
    assert [each.text for each in stored.spans.values()] == ["Ada Brill"]


def test_the_window_remembers_projects_and_its_place(
    window: MainWindow, path: Path, make_window: Callable[..., MainWindow]
) -> None:
    window.open_path(path)
    window.close_project()
    window.resize(700, 520)
    window.close()
    again = make_window()
    assert again.state.recent == [str(path)]
    assert (again.width(), again.height()) == (700, 520)
    again.start_page.chosen.emit(str(path))
    assert again.desktop is not None


def test_work_is_taken_up_where_it_stopped(make_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    text = "\n\n".join(f"Paragraph {n} tells of the ferry to Ostwick and of its captain." for n in range(90))
    path = new_project(tmp_path / "long.annodb", "Short news.", text)
    first = make_window(State(annotator="Dana"))
    first.open_path(path)
    assert first.desktop is not None
    page = first.desktop.page
    page.open_article(2)
    start = text.index("Ostwick", 2900)
    page.text.select(start, start + 7)
    page.choose_label("GPE")
    span = page.desk.current
    page.text.show_at_top(start)
    page.text.select(start - 4, start)
    page.side.tabs.setCurrentIndex(2)
    top = page.text.visible_range()[0]
    assert top > 2000
    first.close()
    again = make_window()
    again.open_path(path)
    assert again.desktop is not None
    page = again.desktop.page
    assert (again.desktop.place, page.desk.current) == (2, span)
    assert page.text.selection() == ((start - 4, start),)
    assert page.text.visible_range()[0] == top
    assert page.side.tabs.currentIndex() == 2


def test_a_place_that_is_no_longer_there_is_no_hindrance(make_window: Callable[..., MainWindow], path: Path) -> None:
    gone = Spot(article=1, top=99999, selection=(5, 99999), current="gone", tab=99)
    window = make_window(State(annotator="Dana", spots={str(path): gone}))
    window.open_path(path)
    assert window.desktop is not None
    assert (window.desktop.place, window.desktop.page.desk.current) == (1, "")


def test_the_width_of_the_sides_is_remembered(make_window: Callable[..., MainWindow], path: Path) -> None:
    first = make_window(State(annotator="Dana"))
    first.open_path(path)
    assert first.desktop is not None
    first.resize(1300, 700)
    splitter = first.desktop.page.panes
    splitter.setSizes([300, splitter.width() - 700, 400])
    splitter.splitterMoved.emit(300, 1)
    first.close()
    again = make_window()
    again.open_path(path)
    assert again.desktop is not None
    left, _, right = again.desktop.page.panes.sizes()
    assert (left, right) == (300, 400)


@pytest.mark.parametrize(("name", "kind"), [("help.keys", KeysDialog), ("help.guide", GuideDialog)])
def test_help_opens_with_and_without_a_project(
    window: MainWindow, path: Path, name: str, kind: type[KeysDialog] | type[GuideDialog]
) -> None:
    window.actions_table[name].trigger()
    window.open_path(path)
    window.actions_table[name].trigger()
    shown = window.findChildren(kind)
    assert len(shown) == (1 if kind is GuideDialog else 2), "there is one guide"
    for each in shown:
        assert each.isVisible()
        each.close()


def test_about_names_the_version_and_the_logs(window: MainWindow) -> None:
    import annotator

    window.actions_table["help.about"].trigger()
    (box,) = window.findChildren(QMessageBox)
    assert box.isVisible()
    assert annotator.__version__ in box.text()
    assert "Logs: " in box.text()
    box.close()


def test_the_application_has_its_name_and_icon(window: MainWindow) -> None:
    assert QGuiApplication.applicationDisplayName() == "News annotator"
    assert not QGuiApplication.windowIcon().isNull()
    assert [each for each in window.start_page.findChildren(QPushButton) if not each.isEnabled()] == []
