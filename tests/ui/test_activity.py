"""Active time in the real window: the clock is moved by hand, and what is found in the project is compared."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from no_worker import NoWorker
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app.settings import Settings
from annotator.app.state import State
from annotator.model.article import make_article
from annotator.model.errors import ProjectError
from annotator.model.ids import new_id
from annotator.store import activity as kept
from annotator.store import articles, runs
from annotator.store.project import create_project, open_project
from annotator.ui import activity, application, desktop, model_link
from annotator.ui.main_window import MainWindow

DAY = "2026-01-02"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "news.annodb"
    with create_project(made, files.resource("schemas", "news.toml").read_text(encoding="utf-8")) as project:
        found = [make_article(id=new_id(), title="", text=text) for text in ("Ada went to London.", "Tom stayed.")]
        articles.add(project, found, step=runs.begin(project, "import", "Import"))
    return made


@pytest.fixture
def make_window(
    qtbot: QtBot, tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> Iterator[Callable[[], MainWindow]]:
    monkeypatch.setattr(chosen, "settings_file", lambda: tmp_path / "config" / "settings.toml")
    monkeypatch.setattr(states, "state_file", lambda: tmp_path / "state" / "state.json")
    monkeypatch.setattr(model_link, "WorkerClient", NoWorker)
    watch = partial(activity.ActivityWatch, clock=clock, day=lambda: DAY)
    monkeypatch.setattr(desktop, "ActivityWatch", watch)
    application.make_application()
    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(State(annotator="Ada"), Settings(look="light"))
        made.append(window)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.open_path(path)
        activate(window, qtbot)
        return window

    yield make
    for window in made:
        window.close_project()


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    return make_window()


def activate(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.windowHandle().requestActivate()
    qtbot.waitUntil(window.isActiveWindow)


def watch_of(window: MainWindow) -> activity.ActivityWatch:
    assert window.desktop is not None
    return window.desktop.activity


def press(window: MainWindow) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Right)


def found(path: Path) -> dict[tuple[int, str], float]:
    """What is in the file, committed."""
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT article, day, seconds FROM activity").fetchall()
    return {(article, day): seconds for article, day, seconds in rows}


def test_keys_moves_presses_and_the_wheel_count(window: MainWindow, clock: Clock, path: Path, qtbot: QtBot) -> None:
    handle = window.windowHandle()
    place = QPoint(500, 400)
    acts: list[Callable[[], object]] = [
        lambda: press(window),
        lambda: QTest.mouseMove(handle, place),
        lambda: QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=place),
        lambda: QTest.wheelEvent(handle, place, QPoint(0, -120)),
    ]
    for act in acts:
        before = watch_of(window).time.spent.get((1, DAY), 0.0)
        clock.now += 5.0
        act()
        assert watch_of(window).time.spent[1, DAY] == before + 5.0
    assert found(path) == {}
    window.close_project()
    assert found(path) == {(1, DAY): 20.0}


def test_it_is_written_after_a_minute_and_then_nothing_is_awaited(
    window: MainWindow, clock: Clock, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    timer = watch_of(window).timer
    assert not timer.isActive()
    clock.now = 3.0
    press(window)
    assert timer.isActive()
    assert timer.isSingleShot()
    assert timer.interval() == activity.WRITE_AFTER == 60_000
    due = timer.remainingTime()
    clock.now = 5.0
    press(window)
    assert timer.remainingTime() <= due
    with qtbot.waitSignal(timer.timeout):
        timer.start(1)
    assert found(path) == {(1, DAY): 5.0}
    assert not timer.isActive()


def test_the_time_belongs_to_the_article_in_view(window: MainWindow, clock: Clock, path: Path, qtbot: QtBot) -> None:
    assert window.desktop is not None
    clock.now = 10.0
    window.desktop.page.open_article(2)
    qtbot.waitUntil(lambda: found(path) == {(1, DAY): 10.0})
    clock.now = 17.0
    window.desktop.pages.show_page("articles")
    clock.now = 40.0
    press(window)
    window.desktop.pages.show_page("annotate")
    clock.now = 42.0
    press(window)
    window.close_project()
    assert found(path) == {(1, DAY): 10.0, (2, DAY): 9.0}


def test_a_project_that_is_opened_before_the_window_is_shown_is_watched_too(
    window: MainWindow, clock: Clock, path: Path, qtbot: QtBot
) -> None:
    window.close()
    other = MainWindow(State(annotator="Ada"), Settings(look="light"))
    qtbot.addWidget(other)
    other.open_path(path)
    with qtbot.waitExposed(other):
        other.show()
    activate(other, qtbot)
    clock.now = 100.0
    press(other)
    clock.now = 103.0
    press(other)
    assert watch_of(other).time.spent == {(1, DAY): 63.0}
    other.close()


def test_time_stops_where_the_window_is_left_and_runs_again_when_one_is_back(
    window: MainWindow, clock: Clock, path: Path, qtbot: QtBot
) -> None:
    clock.now = 10.0
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    clock.now = 50.0
    other.close()
    activate(window, qtbot)
    clock.now = 54.0
    window.close()
    assert found(path) == {(1, DAY): 14.0}


def test_a_project_that_opens_behind_another_window_waits_for_the_first_thing_that_is_done(
    window: MainWindow, clock: Clock, path: Path, qtbot: QtBot
) -> None:
    window.close_project()
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    window.open_path(path)
    clock.now = 30.0
    activate(window, qtbot)
    clock.now = 32.0
    window.close_project()
    assert found(path) == {(1, DAY): 2.0}


def test_nothing_is_written_when_nothing_was_done(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "add", lambda *_: pytest.fail("it was written"))
    press(window)
    window.close_project()
    assert found(path) == {}


def test_what_cannot_be_written_is_said_once_and_kept(
    window: MainWindow, clock: Clock, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ProjectError("project.full", "The disk is full.")

    watch, told = watch_of(window), []
    watch.failed.connect(told.append)
    with monkeypatch.context() as broken:
        broken.setattr(kept, "add", refuse)
        for clock.now in (4.0, 8.0):
            press(window)
            watch.write()
    assert told == ["The disk is full."]
    assert window.status_line.message.text() == "The disk is full."
    clock.now = 9.0
    press(window)
    watch.write()
    assert found(path) == {(1, DAY): 9.0}
    monkeypatch.setattr(kept, "add", refuse)
    clock.now = 11.0
    window.close_project()
    assert window.desktop is None
    assert told == ["The disk is full."] * 2


def test_undo_and_saved_know_nothing_of_it(window: MainWindow, clock: Clock, path: Path) -> None:
    assert window.desktop is not None
    work = window.desktop.session.work
    clock.now = 4.0
    press(window)
    watch_of(window).write()
    assert found(path)
    assert work is not None
    assert (work.undoable, window.status_line.saved.text()) == (None, "")
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM step WHERE article IS NOT NULL").fetchone() == (0,)


def test_a_project_that_is_only_read_is_not_watched(
    make_window: Callable[[], MainWindow], path: Path, clock: Clock
) -> None:
    with open_project(path):
        window = make_window()
        assert window.desktop is not None
        assert window.desktop.session.project.read_only
        clock.now = 5.0
        press(window)
        assert watch_of(window).time.spent == {}
        window.close_project()
    assert found(path) == {}
