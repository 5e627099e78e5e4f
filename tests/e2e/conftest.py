"""The real main window with a home of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from no_worker import NoWorker
from pytestqt.qtbot import QtBot

from annotator.app.settings import Settings
from annotator.app.state import State
from annotator.ui import model_link
from annotator.ui.application import make_application
from annotator.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def window(qtbot: QtBot, qapp: object) -> Iterator[MainWindow]:
    make_application()
    made = MainWindow(State(annotator="Dana"), Settings(look="light"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """No model reads what is opened: what is suggested is what the test says."""
    monkeypatch.setattr(model_link, "WorkerClient", NoWorker)
