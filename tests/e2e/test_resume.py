"""Work is taken up where it stopped: after the window was closed, and after the program was killed."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from typist import Typist, new_project, opened

from annotator.app.state import load_state
from annotator.store import check
from annotator.store.project import open_project
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("no_model")
Key, Mod = Qt.Key, Qt.KeyboardModifier
LONG = "\n\n".join(f"Paragraph {n} tells of the ferry to Ostwick and of its captain." for n in range(90))
FAR = LONG.index("Ostwick", 2900)
MakeWindow = Callable[[], MainWindow]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_project(tmp_path / "long.annodb", "Short news.", LONG, "Other news.")


@pytest.fixture
def anew(qtbot: QtBot, window: MainWindow) -> MakeWindow:
    """Closes the window and starts another one, from the files alone."""

    def start() -> MainWindow:
        window.close()
        made = MainWindow()
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return start


def at_work(page: AnnotatePage) -> Typist:
    """In the middle of the long article: a place is marked, zoomed, with half a sentence selected above it."""
    page.open_article(2)
    page.text.setFocus()
    typist = Typist(page)
    page.text.select(FAR, FAR)
    page.text.reveal(FAR, FAR + 7)
    typist.press(Key.Key_Right, Mod.ControlModifier | Mod.ShiftModifier)
    typist.type("3")
    typist.press(Key.Key_Plus, Mod.ControlModifier)
    typist.press(Key.Key_PageUp)
    typist.press(Key.Key_Right, Mod.ControlModifier | Mod.ShiftModifier)
    page.side.tabs.setCurrentIndex(2)
    return typist


def told(page: AnnotatePage) -> dict[str, object]:
    """All that is to be as it was."""
    assert page.desk.work
    span = page.desk.span
    return {
        "article": page.desk.work.seq,
        "caret": page.text.caret(),
        "selection": page.text.selection(),
        "top": page.text.verticalScrollBar().value(),
        "current": span and (span.label, span.text),
        "tab": page.side.tabs.currentIndex(),
        "zoom": page.text.zoom(),
        "size": page.window().size(),
    }


def test_a_window_that_is_closed_starts_as_it_was(window: MainWindow, anew: MakeWindow, path: Path) -> None:
    page = opened(window, path)
    window.resize(760, 640)  # the screen of the tests is small
    at_work(page)
    before = told(page)
    assert before["current"] == ("GPE", "Ostwick")
    assert before["selection"]
    assert page.text.visible_range()[0] > 1000
    again = opened(anew(), path)
    assert told(again) == before
    assert again.text.hasFocus()


def test_undo_goes_on_where_it_stopped(window: MainWindow, anew: MakeWindow, path: Path) -> None:
    at_work(opened(window, path))
    page = opened(anew(), path)
    typist = Typist(page)
    typist.press(Key.Key_Z, Mod.ControlModifier)
    assert page.desk.work.own.spans == {}
    typist.press(Key.Key_Y, Mod.ControlModifier)
    assert [span.label for span in page.desk.work.own.spans.values()] == ["GPE"]


def test_the_page_in_view_is_in_view_again_and_the_text_behind_it_as_it_was(
    window: MainWindow, anew: MakeWindow, path: Path, qtbot: QtBot
) -> None:
    page = opened(window, path)
    typist = at_work(page)
    before = told(page)
    typist.press(Key.Key_2, Mod.ControlModifier)
    assert window.desktop.pages.current == "articles"
    again = anew()
    page = opened(again, path)
    pages = again.desktop.pages
    assert pages.current == "articles"
    assert pages.page("articles").isVisible()
    assert again.top_bar.isVisible()
    Typist(page).press(Key.Key_1, Mod.ControlModifier)
    qtbot.waitUntil(page.text.hasFocus)
    assert told(page) == before


def test_a_page_that_this_program_does_not_have_is_no_hindrance(
    window: MainWindow, anew: MakeWindow, path: Path
) -> None:
    at_work(opened(window, path))
    window.desktop.pages.current = "moon"
    again = anew()
    opened(again, path)
    assert again.state.spots[str(path)].page == "moon"
    assert again.desktop.pages.current == "annotate"


def test_where_work_is_is_written_down_while_one_works(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    page = opened(window, path)
    with qtbot.waitSignal(window.desktop.keeper.kept):
        at_work(page)
    spot = load_state().spots[str(path)]
    assert (spot.article, spot.selection, spot.tab) == (2, page.text.selection()[0], 2)


KILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from no_worker import NoWorker
from test_resume import at_work
from typist import opened
from annotator.app.state import State
from annotator.ui import model_link
from annotator.ui.application import make_application
from annotator.ui.main_window import MainWindow
model_link.WorkerClient = NoWorker
application = make_application()
window = MainWindow(State(annotator="Dana"))
window.show()
page = opened(window, Path(sys.argv[1]))
at_work(page)
window.desktop.keeper.kept.connect(lambda: print("kept", flush=True))
QTimer.singleShot(60_000, application.quit)
application.exec()
"""


def test_what_was_done_before_the_program_was_killed_is_there(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    folders = [str(Path(__file__).parent), str(Path(__file__).parents[1]), *sys.path]
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {folders!r}\n{KILLED}", str(path)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    with child.stdout:
        assert child.stdout.readline() == "kept\n"
        child.kill()
        child.wait()
    state = load_state()
    assert (state.annotator, state.spots[str(path)].article) == ("Dana", 2)
    again = MainWindow(state)
    qtbot.addWidget(again)
    again.show()
    page = opened(again, path)
    assert not again.desktop.session.project.read_only, "nobody holds it any more"
    now = told(page)
    assert (now["article"], now["current"], now["tab"]) == (2, ("GPE", "Ostwick"), 2)
    assert now["selection"] == (state.spots[str(path)].selection,)
    assert page.text.top() == (state.spots[str(path)].top, state.spots[str(path)].below)
    again.close()
    with open_project(path) as project:
        assert list(check.problems(project)) == []
