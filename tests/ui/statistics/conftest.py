"""The real window on the sample project."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from no_worker import NoWorker
from pytestqt.qtbot import QtBot

from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app.sample import make_sample
from annotator.app.settings import Settings
from annotator.app.state import State
from annotator.ui import application, model_link
from annotator.ui.main_window import MainWindow


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.annodb"
    made, _ = make_sample(path)
    made.close()
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(chosen, "settings_file", lambda: tmp_path / "config" / "settings.toml")
    monkeypatch.setattr(states, "state_file", lambda: tmp_path / "state" / "state.json")
    monkeypatch.setattr(model_link, "WorkerClient", NoWorker)
    application.make_application()
    made = MainWindow(State(annotator="Ada", tour_seen=True), Settings(look="light"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    path = tmp_path / "news.annodb"
    shutil.copy(sample, path)
    made.open_path(path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close_project()
