"""All mentions of a name: labelled in the article in one step, proposed in the whole project, both taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typist import Typist, new_project, opened, stored

from annotator.store import check
from annotator.store.project import open_project
from annotator.ui.dialogs.history import HistoryDialog
from annotator.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("no_model")
Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, BOTH = Mod.ControlModifier, Mod.ControlModifier | Mod.ShiftModifier
NEWS = "Ada met Bo. Ada Brill left Adam; the Ada Foundation gave Ada a prize. Ada came back."
OTHERS = ("Ada spoke for an hour. Adam did not.", "Nobody came.", "“Yes,” said Ada. Then Ada left.")
Said = set[tuple[str, str, int]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_project(tmp_path / "names.annodb", NEWS, *OTHERS)


@pytest.fixture
def typist(window: MainWindow, path: Path) -> Typist:
    """Some of the article is marked already: a longer name, the name within another label, and one of the mentions."""
    typist = Typist(opened(window, path))
    for words, label in (("Ada Brill", "PERSON"), ("Ada Foundation", "ORG"), ("Ada came", "PERSON"), ("Ada", "PERSON")):
        start = NEWS.index(words)
        typist.mark(label, start, start + (3 if words == "Ada came" else len(words)))
    return typist


def told(path: Path, article: int = 1) -> Said:
    """What the file says: label, text and place."""
    spans = stored(path, article, "Dana").spans.values()
    assert {span.text for span in spans} <= {"Ada", "Ada Brill", "Ada Foundation"}
    return {(span.label, span.text, span.start) for span in spans}


def proposed(window: MainWindow, typist: Typist, qtbot: QtBot) -> str:
    """Propose what is at hand in the project; what is said at the end."""
    typist.press(Key.Key_P, BOTH)
    qtbot.waitUntil(lambda: typist.page.proposer.run is None)
    return window.status_line.message.text()


def test_all_mentions_are_labelled_in_one_step_and_what_was_marked_stays(
    window: MainWindow, typist: Typist, path: Path
) -> None:
    before = told(path)
    assert len(before) == 4
    typist.press(Key.Key_M, BOTH)
    new = {("PERSON", "Ada", NEWS.index("Ada Foundation")), ("PERSON", "Ada", NEWS.index("Ada a prize"))}
    assert told(path) == before | new
    assert window.status_line.message.text() == (
        "Mark all 2 “Ada” as PERSON. Left as they are, inside another PERSON or rejected before: 1."
    )
    typist.press(Key.Key_Z, CTRL)
    assert told(path) == before
    typist.press(Key.Key_Y, CTRL)
    assert told(path) == before | new
    typist.press(Key.Key_Z, CTRL)
    typist.press(Key.Key_Z, CTRL)
    assert told(path) == before - {("PERSON", "Ada", 0)}, "the step before it is another one"


def test_when_all_are_marked_nothing_is_done_and_it_is_said(window: MainWindow, typist: Typist, path: Path) -> None:
    typist.press(Key.Key_M, BOTH)
    before = told(path)
    typist.press(Key.Key_M, BOTH)
    assert told(path) == before
    assert "marked already" in window.status_line.message.text()
    typist.press(Key.Key_Z, CTRL)
    assert len(told(path)) == 4, "what was refused is no step"


def test_a_name_is_proposed_in_the_whole_project_and_judged_there(
    window: MainWindow, typist: Typist, path: Path, qtbot: QtBot
) -> None:
    assert proposed(window, typist, qtbot) == "PERSON “Ada”: 5 mentions were proposed in 3 articles."
    page = typist.page
    starts = sorted(each.span.start for each in page.desk.work.left.spans.values())
    assert NEWS.index("Ada Foundation") in starts, "here too, where it is not marked"
    assert not {0, NEWS.index("Ada Brill")} & set(starts)
    typist.press(Key.Key_Down, CTRL)
    assert [each.span.text for each in page.desk.work.left.spans.values()] == ["Ada"]
    typist.press(Key.Key_Tab)
    typist.press(Key.Key_Return)
    assert told(path, 2) == {("PERSON", "Ada", 0)}
    typist.press(Key.Key_Down, CTRL)
    assert not len(page.desk.work.left)
    typist.press(Key.Key_Down, CTRL)
    typist.press(Key.Key_Tab)
    typist.press(Key.Key_Backspace)
    typist.press(Key.Key_Return)
    assert told(path, 4) == {("PERSON", "Ada", OTHERS[2].index("Ada left"))}
    assert {each.kind for each in stored(path, 4, "Dana").verdicts.values()} == {"accepted", "rejected"}
    typist.press(Key.Key_Space)
    assert proposed(window, typist, qtbot) == "PERSON “Ada”: 0 mentions were proposed in 0 articles."
    with open_project(path, read_only=True) as project:
        assert list(check.problems(project)) == []


def test_what_was_proposed_is_taken_back_whole_from_the_projects_history(
    window: MainWindow, typist: Typist, path: Path, qtbot: QtBot
) -> None:
    proposed(window, typist, qtbot)
    before = told(path)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HistoryDialog)
        dialog.steps.setCurrentRow(0)
        dialog.undo.click()
        dialog.reject()

    QTimer.singleShot(0, answer)
    window.actions_table["project.history"].trigger()
    assert not len(typist.page.desk.work.left)
    assert told(path) == before
    typist.press(Key.Key_Down, CTRL)
    assert not len(typist.page.desk.work.left)
