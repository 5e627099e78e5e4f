"""The real main window; only the worker is a stand-in that does nothing. Some modules and folders have their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from main_window_world import TEXTS, new_project
from no_worker import NoWorker
from pytestqt.qtbot import QtBot

from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app.settings import Settings
from annotator.app.state import State
from annotator.ui import application, model_link, transfer_acts
from annotator.ui.export import acts as export_acts
from annotator.ui.export.written import Written
from annotator.ui.main_window import MainWindow


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """What the reports say, which otherwise wait for somebody to close them."""
    told: list[tuple[str, list[str]]] = []
    for acts in (transfer_acts, export_acts):
        monkeypatch.setattr(acts, "show_report", lambda _, sentence, lines, __: told.append((sentence, lines)))

    def written(made: Written, *_: object) -> None:
        told.append((f"{made.told} Written to {made.target}.", [each.about for each in made.losses.kinds]))

    monkeypatch.setattr(export_acts, "show_written", written)
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
