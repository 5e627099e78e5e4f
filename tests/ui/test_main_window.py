"""The real main window on a project with two articles; only the worker is a stand-in that does nothing."""

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from no_worker import NoWorker
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app.plans import spans
from annotator.app.settings import Settings
from annotator.app.state import Spot, State, load_state
from annotator.model.annotation import Annotator
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.store import articles, backup, runs, sets
from annotator.store.project import create_project, open_project
from annotator.ui import application, look, model_link, opening, program_acts, transfer_acts
from annotator.ui.actions import ACTIONS
from annotator.ui.command_palette.dialog import CommandPalette
from annotator.ui.dialogs.blind import BlindDialog
from annotator.ui.dialogs.crash import CrashDialog
from annotator.ui.dialogs.guide import GuideDialog
from annotator.ui.dialogs.keys import KeysDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.net import Net
from annotator.ui.settings.dialog import SettingsDialog

TEXTS = ("Ada Brill went to London.", "Tom Osei pledged to open the lock.")
ALWAYS = {
    "settings",
    "help.palette",
    *("project.new", "project.open", "project.sample", "quit", "view.light", "view.dark", "view.system"),
    "help.tour",
    *("help.guide", "help.keys", "help.about"),
}


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """What the reports say, which otherwise wait for somebody to close them."""
    told: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(transfer_acts, "show_report", lambda _, sentence, lines, __: told.append((sentence, lines)))
    return told


@pytest.fixture
def make_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reports: object
) -> Iterator[Callable[..., MainWindow]]:
    monkeypatch.setattr(chosen, "settings_file", lambda: tmp_path / "config" / "settings.toml")
    monkeypatch.setattr(states, "state_file", lambda: tmp_path / "state" / "state.json")
    monkeypatch.setattr(model_link, "WorkerClient", NoWorker)
    application.make_application()
    made: list[MainWindow] = []

    def make(state: State | None = None, settings: Settings | None = None) -> MainWindow:
        window = MainWindow(state, settings)
        made.append(window)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield make
    for window in made:
        window.close_project()


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    return make_window(State(annotator="Dana"), Settings(look="light"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_project(tmp_path / "news.annodb", *TEXTS)


def new_project(path: Path, *texts: str) -> Path:
    with create_project(path, files.resource("schemas", "news.toml").read_text(encoding="utf-8")) as made:
        step = runs.begin(made, "import", "Import")
        articles.add(made, [make_article(id=new_id(), title="", text=text) for text in texts], step=step)
    return path


def enabled(window: MainWindow) -> set[str]:
    return {row.name for row in ACTIONS if window.actions_table[row.name].isEnabled()}


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag files over the window and drop them if it takes them; whether it did."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))
    return entering.isAccepted()


def mark(window: MainWindow, start: int, end: int, key: str) -> None:
    """Mark a piece of the article on screen, as a person does."""
    assert window.desktop is not None
    window.desktop.page.text.select(start, end)
    QTest.keyClicks(window.desktop.page.text, key)


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


def test_a_look_that_is_chosen_is_drawn_at_once_and_kept(
    window: MainWindow, path: Path, make_window: Callable[..., MainWindow]
) -> None:
    window.open_path(path)
    assert window.desktop is not None
    seen: list[str] = []
    for name in ("dark", "light"):
        window.actions_table[f"view.{name}"].trigger()
        ground = look.theme(name).colours["background"]
        place = window.desktop.page.text.viewport().rect().center() + QPoint(0, 150)
        seen.append(window.desktop.page.text.viewport().grab().toImage().pixelColor(place).name())
        assert seen[-1] == ground
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        assert ground in app.styleSheet()
    assert seen[0] != seen[1]
    window.actions_table["view.dark"].trigger()
    window.close()
    assert make_window().settings.look == "dark"


def test_files_that_are_dropped_are_imported(
    window: MainWindow, path: Path, tmp_path: Path, reports: list[tuple[str, list[str]]]
) -> None:
    good, bad = tmp_path / "more.txt", tmp_path / "bad.jsonl"
    good.write_text("More news.", encoding="utf-8")
    bad.write_text("{", encoding="utf-8")
    window.open_path(path)
    assert drop(window, good, bad)
    ((sentence, lines),) = reports
    assert sentence == "1 article imported, 1 file could not be read."
    assert [line.partition(":")[0] for line in lines] == [str(bad)]
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
    make_window: Callable[..., MainWindow], path: Path, tmp_path: Path, reports: list[object]
) -> None:
    (tmp_path / "more.txt").write_text("More news.", encoding="utf-8")
    with open_project(path):
        window = make_window(State(annotator="Dana"))
        window.open_path(path)
        assert window.status_line.saved.text() == "Read only"
        assert not {"import.files", "import.folder", "suggest.all"} & enabled(window)
        assert drop(window, tmp_path / "more.txt")
        assert reports == [(f"{path.name} is open for reading only; nothing was changed.", [])]


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


def test_the_palette_runs_what_is_typed(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open_path(path)
    assert window.desktop is not None
    window.desktop.page.text.select(0, 5)
    window.actions_table["help.palette"].trigger()
    palette = window.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClicks(palette.field, "label pledge")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    work = window.desktop.session.work
    assert work is not None
    assert [span.label for span in work.own.spans.values()] == ["PLEDGE"]
    assert window.state.commands == ["label.PLEDGE"]


def test_settings_are_taken_on_and_kept(
    window: MainWindow, make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window.actions_table["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.look.setCurrentIndex(dialog.look.findData("dark"))
    dialog.keys.select("help.guide")
    qtbot.keyClick(dialog.keys.field, Qt.Key.Key_F9)
    dialog.keys.use.click()
    dialog.accept()
    assert [key.toString() for key in window.actions_table["help.guide"].shortcuts()] == ["F9"]
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert look.theme("dark").colours["background"] in app.styleSheet()
    window.close()
    assert make_window().settings == Settings(look="dark", keys={"help.guide": ["F9"]})


def test_settings_that_cannot_be_kept_hold_all_the_same(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(program_acts, "save_settings", full)
    window.actions_table["view.dark"].trigger()
    assert window.settings.look == "dark"
    told = "The settings cannot be kept (No space left on device): they hold until the program ends."
    assert window.status_line.message.text() == told


def test_a_backup_is_made_on_request(window: MainWindow, path: Path) -> None:
    window.open_path(path)
    window.actions_table["project.backup"].trigger()
    (made,) = backup.backups_of(path)
    assert window.status_line.message.text() == f"Backed up to {made}."


def test_pre_highlighting_the_whole_project_can_be_stopped(window: MainWindow, path: Path) -> None:
    window.open_path(path)
    assert window.desktop is not None
    window.actions_table["suggest.all"].trigger()
    assert window.status_line.background.text() == "Pre-highlighting 0 of 2"
    assert "suggest.cancel" in enabled(window)
    window.actions_table["suggest.cancel"].trigger()
    assert any(each.startswith("cancel") for each in window.desktop.link._client.asked)


def test_without_a_model_nobody_says_that_all_is_pre_highlighted(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open_path(path)
    assert window.desktop is not None
    window.desktop.link.suggesting.model = None
    window.desktop.link.suggesting._missing = "There is no model: install one."
    window.status_line.say("")
    window.actions_table["suggest.all"].trigger()
    qtbot.waitUntil(lambda: window.status_line.message.text() == "There is no model: install one.")


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


def test_an_unexpected_error_is_shown_without_anybodys_text_and_the_article_stays(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    window.open_path(path)
    assert window.desktop is not None
    shown: list[str] = []
    parents: list[object] = []

    def show(dialog: CrashDialog) -> int:
        shown.append(dialog.report.toPlainText())
        parents.append(dialog.parent())
        net(ValueError, ValueError("another"), None)  # a second one meanwhile shows no second window
        return 0

    monkeypatch.setattr(CrashDialog, "exec", show)
    net = Net()
    net.show_over(window)
    monkeypatch.setattr(sys, "excepthook", net)

    def fail() -> None:
        raise ValueError(f"cannot read “{TEXTS[0]}”")

    with caplog.at_level(logging.ERROR, logger="annotator"):
        QTimer.singleShot(0, window, fail)
        qtbot.waitUntil(lambda: bool(shown))
    assert (len(shown), parents) == (1, [window])
    for told in (*shown, caplog.text):
        assert "ValueError" in told
        assert "in fail" in told
        assert "Ada Brill" not in told
    work = window.desktop.session.work
    assert work is not None
    assert work.article.text == TEXTS[0]
    mark(window, 0, 9, "1")
    assert window.status_line.saved.text().startswith("✓ Saved")


def test_the_application_has_its_name_and_icon(window: MainWindow) -> None:
    assert QGuiApplication.applicationDisplayName() == "News annotator"
    assert not QGuiApplication.windowIcon().isNull()
    assert [each for each in window.start_page.findChildren(QPushButton) if not each.isEnabled()] == []


def test_all_mentions_are_labelled_from_the_menu(window: MainWindow, tmp_path: Path) -> None:
    window.open_path(new_project(tmp_path / "names.annodb", "Ada met Bo. Ada left Adam; Ada came back."))
    page = window.desktop.page
    page.text.select(0, 3)
    page.choose_label("PERSON")
    window.actions_table["span.mark_all"].trigger()
    assert [span.text for span in window.desktop.session.work.own.spans.values()] == ["Ada"] * 3
    assert window.status_line.message.text() == "Mark all 2 “Ada” as PERSON"


def test_the_order_of_suggestions_is_kept_with_the_settings(window: MainWindow, path: Path, tmp_path: Path) -> None:
    window.open_path(path)
    window.actions_table["suggestion.order"].trigger()
    assert chosen.load_settings(tmp_path / "config" / "settings.toml").order == "doubt"
    window.close_project()
    window.open_path(path)
    assert window.desktop.page.side.suggestions.doubt_button.isChecked()


def test_the_blind_sample_is_set_from_the_menu_and_hides_suggestions_at_once(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    window.open_path(path)

    def answer() -> None:
        dialog = window.findChild(BlindDialog)
        dialog.field.setValue(100)
        dialog.accept()

    QTimer.singleShot(0, answer)
    window.actions_table["project.blind"].trigger()
    assert window.desktop.session.work.is_blind
    assert window.status_line.left.text() == "Blind: suggestions hidden"


def test_in_a_project_for_reading_only_the_blind_sample_cannot_be_set(window: MainWindow, path: Path) -> None:
    with open_project(path):
        window.open_path(path)
        assert "project.blind" not in enabled(window)
