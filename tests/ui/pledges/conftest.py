"""The real window on a project with pledges."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from no_worker import NoWorker
from pledges_world import (
    go_to,
    make_project,
)
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app.settings import Settings
from annotator.app.state import State
from annotator.ui import application, model_link
from annotator.ui.main_window import MainWindow
from annotator.ui.pledges.page import PledgesPage


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., MainWindow]]:
    monkeypatch.setattr(chosen, "settings_file", lambda: tmp_path / "config" / "settings.toml")
    monkeypatch.setattr(states, "state_file", lambda: tmp_path / "state" / "state.json")
    monkeypatch.setattr(model_link, "WorkerClient", NoWorker)
    application.make_application()
    made: list[MainWindow] = []

    def make(path: Path, state: State | None = None, who: str = "Ada") -> MainWindow:
        window = MainWindow(state or State(annotator=who), Settings(look="light"))
        made.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.open_path(path)
        return window

    yield make
    for window in made:
        window.close_project()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_project(tmp_path / "lock.annodb")


@pytest.fixture
def window(open_window: Callable[..., MainWindow], path: Path) -> MainWindow:
    return open_window(path)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> PledgesPage:
    return go_to(window, qtbot)


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None, str], None]:
    """Have the file dialog answer."""

    def answer(path: Path | None, kind: str = "CSV (*.csv)") -> None:
        given = (str(path) if path else "", kind)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_options: given)

    return answer
