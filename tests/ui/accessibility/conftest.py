"""The real window on a project with one pledge, and every dialog over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility_checks import settle
from accessibility_world import DIALOGS, PLEDGE, new_project, place
from no_worker import NoWorker
from PySide6.QtWidgets import (
    QDialog,
)
from pytestqt.qtbot import QtBot

from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app.plans import relations, spans
from annotator.app.settings import Settings
from annotator.app.state import State
from annotator.ui import application, model_link
from annotator.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window on a project with one pledge and two relations."""
    monkeypatch.setattr(chosen, "settings_file", lambda: tmp_path / "config" / "settings.toml")
    monkeypatch.setattr(states, "state_file", lambda: tmp_path / "state" / "state.json")
    monkeypatch.setattr(model_link, "WorkerClient", NoWorker)
    app = application.make_application()
    flash = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    made = MainWindow(State(annotator="Dana"), Settings(look="light"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.open_path(new_project(tmp_path / "lock.annodb"))
    session = made.desktop.session
    pledge = session.perform(spans.mark, "PLEDGE", [place(PLEDGE)]).select[0]
    for label, kind, words in (("CUE", "cue", "has pledged"), ("DATE", "deadline", "May")):
        tail = session.perform(spans.mark, label, [place(words)]).select[0]
        session.perform(relations.relate, pledge, kind, tail)
    made.activateWindow()
    yield made
    made.close_project()
    app.setCursorFlashTime(flash)


@pytest.fixture(params=sorted(DIALOGS))
def dialog(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> Iterator[QDialog]:
    made = DIALOGS[request.param](window)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    settle()
    yield made
    made.close()
