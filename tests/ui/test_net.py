"""Errors that nobody caught, from wherever they come: each arrives once, quotes nobody, and work goes on."""

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from main_window_world import mark, new_project
from no_worker import NoWorker
from PySide6.QtCore import QEvent, Qt, QThreadPool, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app.folders import log_folder
from annotator.app.settings import Settings
from annotator.app.state import State
from annotator.app.worker.client import WorkerClient
from annotator.store import sets
from annotator.store.project import open_project
from annotator.ui import model_link
from annotator.ui.application import make_application
from annotator.ui.dialogs.crash import CrashDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.net import Net

TEXT = "Ada Brill went to London."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_project(tmp_path / "news.annodb", TEXT)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(chosen, "settings_file", lambda: tmp_path / "settings.toml")
    monkeypatch.setattr(states, "state_file", lambda: tmp_path / "state.json")
    monkeypatch.setattr(model_link, "WorkerClient", NoWorker)
    make_application()
    made = MainWindow(State(annotator="Dana"), Settings(look="light"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.open_path(path)
    yield made
    made.close_project()


@pytest.fixture
def shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The reports that are shown; the net hangs below everything, and the log is this test's own."""
    monkeypatch.setattr(logging.getLogger("annotator"), "handlers", [])
    told: list[str] = []
    monkeypatch.setattr(CrashDialog, "exec", lambda dialog: told.append(dialog.report.toPlainText()))
    for module, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))  # put back afterwards
    net = Net()
    net.hang()
    net.show_over(window)
    window.setProperty("net", net)  # lives as long
    return told


class Failing(QWidget):
    """A widget whose own code is at fault."""

    def paintEvent(self, event: QPaintEvent) -> None:
        self.fail()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.fail()

    def fail(self) -> None:
        raise ValueError(f"cannot draw “{TEXT}”")


def fail() -> None:
    raise KeyError(TEXT)


def in_a_slot(window: MainWindow) -> None:
    QTimer.singleShot(0, window, fail)


def in_a_painter(window: MainWindow) -> None:
    made = Failing(window)
    made.resize(20, 20)
    made.show()


def in_a_key(window: MainWindow) -> None:
    made = Failing(window)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x")
    QApplication.postEvent(made, key)


def in_a_thread(window: MainWindow) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_a_pool(window: MainWindow) -> None:
    QThreadPool.globalInstance().start(fail)


def in_the_worker_client(window: MainWindow) -> None:
    client = WorkerClient(lambda _: None)
    client._call(fail)
    client.stop()


@pytest.mark.parametrize("somewhere", [in_a_slot, in_a_painter, in_a_key, in_a_thread, in_a_pool, in_the_worker_client])
def test_an_error_is_shown_once_wherever_it_comes_from_and_the_next_edit_is_saved(
    window: MainWindow, shown: list[str], path: Path, qtbot: QtBot, somewhere: Callable[[MainWindow], None]
) -> None:
    somewhere(window)
    qtbot.waitUntil(lambda: bool(shown))
    for failing in window.findChildren(Failing):
        failing.hide()
    mark(window, 0, 9, "1")
    assert window.status_line.saved.text().startswith("✓ Saved")
    with open_project(path, read_only=True) as project:
        (stored,) = sets.of_article(project, 1)
    assert [each.text for each in stored.spans.values()] == ["Ada Brill"]
    assert len(shown) == 1
    written = (log_folder() / "annotator.log").read_text(encoding="utf-8")
    for told in (shown[0], written):
        assert "in fail" in told
        assert "Error: (its message is left out" in told
        assert not {"Brill", "London"} & set(told.replace(".", " ").split())


def test_what_comes_again_is_said_in_the_window_and_not_asked_about_again(
    window: MainWindow, shown: list[str], qtbot: QtBot
) -> None:
    for _ in range(3):
        in_a_slot(window)
    qtbot.waitUntil(lambda: "came again" in window.status_line.message.text())
    assert len(shown) == 1
    assert (log_folder() / "annotator.log").read_text(encoding="utf-8").count("the same unexpected error again") == 2


def test_a_view_that_fails_at_an_edit_loses_neither_the_edit_nor_the_next(
    window: MainWindow, shown: list[str], path: Path, qtbot: QtBot
) -> None:
    assert window.desktop is not None
    window.desktop.page.desk.updated.connect(fail)
    mark(window, 0, 9, "1")
    mark(window, 18, 24, "3")
    qtbot.waitUntil(lambda: bool(shown))
    work = window.desktop.session.work
    assert work is not None
    with open_project(path, read_only=True) as project:
        (stored,) = sets.of_article(project, 1)
    assert {each.text for each in stored.spans.values()} == {"Ada Brill", "London"}
    assert stored.spans == work.own.spans


def test_what_fails_while_things_are_cleared_away_is_logged_and_not_shown(
    window: MainWindow, shown: list[str], qtbot: QtBot
) -> None:
    class Dying:
        def __del__(self) -> None:
            fail()

    Dying()
    in_a_slot(window)
    qtbot.waitUntil(lambda: bool(shown))
    assert "__del__" not in shown[0]
    assert "in __del__" in (log_folder() / "annotator.log").read_text(encoding="utf-8")


def test_an_error_before_there_is_an_event_loop_is_shown_at_once(shown: list[str]) -> None:
    try:
        fail()
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    assert len(shown) == 1
