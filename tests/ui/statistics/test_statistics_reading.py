"""How the figures of the page of statistics are read in the background, and copied."""

import csv
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from statistics_world import WAIT, choose, opened, rows, work

from annotator.model.errors import ProjectError
from annotator.store.statistics import Figures, Wanted, apart
from annotator.ui.main_window import MainWindow
from annotator.ui.statistics import reading

# Copying


def test_what_is_copied_is_the_table_for_programs(window: MainWindow, qtbot: QtBot) -> None:
    work(window)
    page = opened(window, qtbot)
    page.sections["rates"].copy.click()
    found = list(csv.reader(QGuiApplication.clipboard().text().splitlines()))
    assert found[0] == ["Day", "Articles done", "Active hours", "Articles an hour"]
    assert found[1] == ["2024-02-29", "0", "0.017", "0.0"]
    assert found[2][0] == date.today().isoformat()
    assert float(found[2][2]) == 0.25
    assert window.status_line.message.text() == "Copied: Articles an hour of active time"


# Reading in the background


def test_nothing_is_loaded_to_draw_before_the_page_is_opened(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QEventLoop\n"
        "from annotator.app.importing import import_paths\n"
        "from annotator.app.plans import spans\n"
        "from annotator.app.state import State\n"
        "from annotator.ui.application import make_application\n"
        "from annotator.ui.main_window import MainWindow\n"
        "make_application()\n"
        "window = MainWindow(State(annotator='Dana'))\n"
        "window.open_path(window.opening.make(Path(sys.argv[1])))\n"
        "session, text = window.desktop.session, Path(sys.argv[1]).with_suffix('.txt')\n"
        "text.write_text('Osei spoke.')\n"
        "import_paths(session.project, [text])\n"
        "session.open_article(1)\n"
        "session.perform(spans.mark, 'PERSON', [(0, 4)])\n"
        "window.desktop.pages.show_page('articles')\n"
        "heavy = {'pyqtgraph'}\n"
        "before = heavy & set(sys.modules)\n"
        "page, loop = window.desktop.pages.page('statistics'), QEventLoop()\n"
        "page.shown.connect(loop.quit)\n"
        "page.show_now()\n"
        "loop.exec()\n"
        "after = heavy & set(sys.modules)\n"
        "window.close()\n"
        "sys.exit(f'{before} {after}' if before or after != heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.annodb")], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_newer_wish_stops_the_reading_of_an_older_one(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, begun, ended = opened(window, qtbot), Event(), Event()
    shown: list[Figures | None] = []
    page.shown.connect(lambda: shown.append(page.figures))

    def slow(path: Path, wanted: Wanted, *, unless: Callable[[], bool]) -> Figures | None:
        if wanted.annotator is not None:
            return apart(path, wanted, unless=unless)
        begun.set()
        while not unless():
            pass
        ended.set()
        return None

    monkeypatch.setattr(reading, "apart", slow)
    page.show_now()
    assert begun.wait(WAIT / 1000)
    choose(page, qtbot, who="Ben")
    assert ended.is_set()
    assert len(shown) == 1
    assert {each.annotator for each in page.figures.days} == {"Ben"}


def test_closing_ends_what_is_being_read(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page, begun = opened(window, qtbot), Event()

    def endless(_path: Path, _wanted: Wanted, *, unless: Callable[[], bool]) -> None:
        begun.set()
        while not unless():
            pass

    monkeypatch.setattr(reading, "apart", endless)
    page.show_now()
    assert begun.wait(WAIT / 1000)
    window.close_project()
    assert window.desktop is None


def test_figures_that_cannot_be_read_are_said_and_the_old_ones_stay(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(window, qtbot)
    before = rows(page, "spans")

    def refuse(*_: object, **__: object) -> None:
        raise ProjectError("project.disk", "The disk does not answer.")

    monkeypatch.setattr(reading, "apart", refuse)
    with qtbot.waitSignal(page.failed):
        page.show_now()
    assert window.status_line.message.text() == "The disk does not answer."
    assert rows(page, "spans") == before
    assert page.area.isVisible()
