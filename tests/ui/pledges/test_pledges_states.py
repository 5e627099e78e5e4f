"""The page of pledges when there is nothing or something fails, and how its columns are kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pledges_world import NEWS, PLEDGES, column, go_to, number_of, whose, words
from pytestqt.qtbot import QtBot

from annotator.app import register
from annotator.app.session import Session
from annotator.app.state import State
from annotator.model.annotation import Annotator
from annotator.model.errors import ProjectError
from annotator.store.project import create_project, open_project
from annotator.ui.main_window import MainWindow
from annotator.ui.pledges.page import PledgesPage
from annotator.ui.text_view.marks import DEFAULT_LIGHT

# When there is nothing


EMPTY = {
    "mine": "You have marked no pledge yet. Mark or accept one, or look at everybody's.",
    "gold": "There is no pledge in the gold sets yet. Look at everybody's.",
    "all": "No pledge is marked yet. Mark one in an article, or accept a suggestion.",
}


@pytest.mark.parametrize("which", list(EMPTY))
def test_an_empty_table_says_why_and_what_to_do(
    open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, which: register.Whose
) -> None:
    create_project(tmp_path / "new.annodb", NEWS).close()
    page = go_to(open_window(tmp_path / "new.annodb"), qtbot)
    whose(page, qtbot, which)
    assert words(page) == [EMPTY[which]]


def test_a_schema_without_pledges_is_told(open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path) -> None:
    schema = 'name = "x"\n[[groups]]\nname = "g"\n[[labels]]\nname = "A"\ngroup = "g"\n'
    create_project(tmp_path / "new.annodb", schema).close()
    page = go_to(open_window(tmp_path / "new.annodb"), qtbot)
    assert words(page) == ["The schema has no label in a group called pledges: add one under Schema and guidelines."]


def test_a_project_that_is_open_elsewhere_is_read_and_written_out_all_the_same(
    open_window: Callable[..., MainWindow], qtbot: QtBot, path: Path, choose: Callable[..., None], tmp_path: Path
) -> None:
    with open_project(path):
        window = open_window(path, who="Bo")
        assert window.desktop is not None
        assert window.desktop.session.project.read_only
        page = go_to(window, qtbot)
        whose(page, qtbot, "mine")
        assert column(page, "pledge") == PLEDGES[2:]
        choose(tmp_path / "bo.csv")
        with qtbot.waitSignal(page.out.writer.done):
            page.export()
        assert window.status_line.message.text() == "1 pledge written to bo.csv."
        window.close_project()


def test_what_cannot_be_read_is_said_and_is_there_again_later(
    page: PledgesPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ProjectError("x", "The project cannot be read just now.")

    page.sort_by(number_of(page, "pledge"))
    with monkeypatch.context() as patch:
        patch.setattr(register, "read", fail)
        with qtbot.waitSignal(page.failed):
            page.show_now()
    assert words(page) == ["The project cannot be read just now."]
    assert window.status_line.message.text() == "The project cannot be read just now."
    with qtbot.waitSignal(page.loaded):
        page.show_now()
    assert column(page, "pledge") == sorted(PLEDGES)  # in the order that was chosen


# The columns


def test_columns_are_where_they_were_left_for_each_schema(
    open_window: Callable[..., MainWindow], qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    state = State(annotator="Ada")
    first = open_window(path, state)
    header = go_to(first, qtbot).view.horizontalHeader()
    assert not any(name.startswith("pledgesTable") for name in state.windows)
    header.resizeSection(1, 333)
    header.moveSection(4, 0)
    first.close_project()
    header = go_to(open_window(path, state), qtbot).view.horizontalHeader()
    assert (header.sectionSize(1), header.logicalIndex(0)) == (333, 4)
    other = NEWS.replace('name = "polarity"', 'name = "tone"')
    create_project(tmp_path / "other.annodb", other).close()
    header = go_to(open_window(tmp_path / "other.annodb", state), qtbot).view.horizontalHeader()
    assert (header.sectionSize(1) != 333, header.logicalIndex(0)) == (True, 0)


def test_a_page_of_its_own_reads_without_a_window(path: Path, qtbot: QtBot) -> None:
    with open_project(path, read_only=True) as project:
        page = PledgesPage(Session(project, Annotator(name="Nobody")), DEFAULT_LIGHT)
        qtbot.addWidget(page)
        with qtbot.waitSignal(page.loaded):
            page.show_now()
        assert column(page, "pledge") == PLEDGES
        whose(page, qtbot, "mine")
        assert column(page, "pledge") == []
        page.close_page()
