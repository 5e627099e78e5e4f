"""The page of pledges in the real window: what it lists, sorting, filters, keys, copies, files, and the way back."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from no_worker import NoWorker
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.app import register
from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app.plans import relations, spans, suggestions
from annotator.app.session import Session
from annotator.app.settings import Settings
from annotator.app.state import State
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span
from annotator.model.article import make_article
from annotator.model.errors import ExchangeError, ProjectError
from annotator.model.ids import new_id
from annotator.store import articles, runs
from annotator.store.project import create_project, open_project
from annotator.ui import application, model_link
from annotator.ui.focus_order import in_visual_order
from annotator.ui.main_window import MainWindow
from annotator.ui.pages import ProjectPages
from annotator.ui.pledges.page import PledgesPage
from annotator.ui.text_view.marks import DEFAULT_LIGHT

NEWS = files.resource("schemas", "news.toml").read_text(encoding="utf-8")
LOCK = "Ann Lee vows to reopen the lock by May. Lee will reopen it. Zoë Ash may pay £9m for the quay."
PORT = "Tom Osei has pledged to build the port by June."
MODEL = Annotator(name="tiny", kind="model", version="1")
Key, Mod = Qt.Key, Qt.KeyboardModifier


def at(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def suggest(session: Session, seq: int, text: str, words: str) -> None:
    span = Span(id=new_id(), label="PLEDGE", fragments=(at(text, words),), text=words, score=0.9)
    made = AnnotationSet(annotator=MODEL, state=SetState(status="done"), spans={span.id: span})
    runs.store_suggestions(session.project, made, seq, runs.begin(session.project, "model run", "tiny"))


def annotate(session: Session, seq: int, text: str) -> Callable[[str, str], str]:
    session.open_article(seq)

    def mark(label: str, words: str) -> str:
        return session.perform(spans.mark, label, [at(text, words)]).select[0]

    return mark


def make_project(path: Path) -> Path:
    """Ada has two pledges in the lock (one said twice, one a suggestion that she accepted), Bo one in the port."""
    lock = make_article(id=new_id(), title="The lock", text=LOCK, meta={"outlet": "Écho", "date": "2025-10-26"})
    port = make_article(id=new_id(), title="The port", text=PORT, meta={"outlet": "Wire", "date": "2024-01-02"})
    with create_project(path, NEWS) as project:
        first, second = articles.add(project, [lock, port], step=runs.begin(project, "import", "Import"))
        ada, bo = Session(project, Annotator(name="Ada")), Session(project, Annotator(name="Bo"))
        suggest(ada, first, LOCK, "pay £9m for the quay")
        mark = annotate(ada, first, LOCK)
        who, when = mark("PERSON", "Ann Lee"), mark("DATE", "May")
        pledge, again = mark("PLEDGE", "reopen the lock by May"), mark("PLEDGE", "reopen it")
        for kind, head, tail in (("pledger", pledge, who), ("deadline", pledge, when), ("repeats", again, pledge)):
            ada.perform(relations.relate, head, kind, tail)
        ada.perform(spans.set_attribute, pledge, "voice", "self")
        (left,) = ada.work.left.spans  # type: ignore[union-attr]
        ada.perform(suggestions.accept, [left])
        mark = annotate(bo, second, PORT)
        bo.perform(relations.relate, mark("PLEDGE", "build the port by June"), "pledger", mark("PERSON", "Tom Osei"))
    return path


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


def pages_of(window: MainWindow) -> ProjectPages:
    assert window.desktop is not None
    return window.desktop.pages


def go_to(window: MainWindow, qtbot: QtBot) -> PledgesPage:
    """Go to the page with its key, and wait until it is read."""
    page = pages_of(window).page("pledges")
    assert isinstance(page, PledgesPage)
    with qtbot.waitSignal(page.loaded):
        QTest.keyClick(window, Key.Key_4, Mod.ControlModifier)
    assert pages_of(window).current == "pledges"
    return page


def number_of(page: PledgesPage, name: str) -> int:
    return next(at for at, each in enumerate(page.columns) if each.column.name == name)


def column(page: PledgesPage, name: str) -> list[str]:
    which = number_of(page, name)
    return [str(page.table.index(row, which).data()) for row in range(page.table.rowCount())]


def words(page: PledgesPage) -> list[str]:
    """What is said beside the table."""
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.text()]


def whose(page: PledgesPage, qtbot: QtBot, which: register.Whose) -> None:
    with qtbot.waitSignal(page.loaded):
        QTest.mouseClick(page.bar.whose_chips[which], Qt.MouseButton.LeftButton)


PLEDGES = ["reopen the lock by May", "pay £9m for the quay", "build the port by June"]


def test_each_pledge_is_a_row_with_what_hangs_on_it_and_repeats_count_once(page: PledgesPage) -> None:
    assert column(page, "pledge") == PLEDGES
    assert column(page, "pledger") == ["Ann Lee", "", "Tom Osei"]
    assert column(page, "deadline") == ["May", "", ""]
    assert column(page, "voice") == ["self", "reported", "reported"]
    assert column(page, "mentions") == ["2", "1", "1"]
    assert column(page, "annotator") == ["Ada", "Ada", "Bo"]
    assert "3 pledges, 4 mentions" in words(page)


def test_days_are_those_of_the_language_here(page: PledgesPage) -> None:
    assert all("-" not in each and "2" in each for each in column(page, "date"))


def test_the_other_mentions_of_a_pledge_are_told_below_at_the_pointer_and_to_a_screen_reader(page: PledgesPage) -> None:
    page.view.setCurrentIndex(page.table.index(0, 1))
    said = " ".join(words(page))
    assert "Said 2 times" in said
    assert "“reopen it”" in said
    index = page.table.index(0, number_of(page, "mentions"))
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        assert index.data(role) == "Mentions:\n“reopen the lock by May”\n“reopen it”"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Mentions: 2"
    assert page.table.index(1, 1).data(Qt.ItemDataRole.AccessibleDescriptionRole) == ""
    assert page.table.index(1, 1).data(Qt.ItemDataRole.ToolTipRole) == "pay £9m for the quay"


def test_whose_pledges_are_shown_is_chosen(page: PledgesPage, qtbot: QtBot) -> None:
    whose(page, qtbot, "mine")
    assert column(page, "annotator") == ["Ada", "Ada"]
    whose(page, qtbot, "gold")
    assert column(page, "annotator") == []
    assert words(page) == ["There is no pledge in the gold sets yet. Look at everybody's."]
    whose(page, qtbot, "all")
    assert column(page, "annotator") == ["Ada", "Ada", "Bo"]


# Sorting and filtering


def test_a_heading_sorts_then_turns_round_then_gives_text_order(page: PledgesPage) -> None:
    header = page.view.horizontalHeader()
    which = number_of(page, "pledge")
    place = QPoint(header.sectionViewportPosition(which) + 20, 8)

    def click() -> list[str]:
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return column(page, "pledge")

    assert click() == sorted(PLEDGES)
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (which, Qt.SortOrder.AscendingOrder)
    assert click() == sorted(PLEDGES, reverse=True)
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    assert click() == PLEDGES
    assert header.sortIndicatorSection() == -1


def test_dates_sort_by_the_day_and_most_mentions_come_first(page: PledgesPage) -> None:
    page.sort_by(number_of(page, "date"))
    assert column(page, "outlet") == ["Wire", "Écho", "Écho"]
    page.sort_by(number_of(page, "mentions"))
    assert column(page, "mentions") == ["2", "1", "1"]
    page.sort_by(number_of(page, "mentions"))
    assert column(page, "mentions") == ["1", "1", "2"]


@pytest.mark.parametrize(
    ("typed", "wanted"), [("ANN", [0]), ("echo quay", [1]), ("osei", [2]), ("reopen it", [0]), ("lock wire", [])]
)
def test_words_in_any_column_are_found_without_case_and_accents(
    page: PledgesPage, qtbot: QtBot, typed: str, wanted: list[int]
) -> None:
    page.bar.focus_search()
    with qtbot.waitSignal(page.bar.changed):  # by itself, once typing has paused
        QTest.keyClicks(page.bar.search, typed)
    assert column(page, "pledge") == [PLEDGES[each] for each in wanted]
    if wanted:
        assert any(each.startswith("1 of 3 pledges, ") for each in words(page))
    else:
        assert words(page) == ["No pledge fits: change the search or the filters, or clear them all."]


def test_a_value_of_an_attribute_is_chosen_and_all_is_cleared_at_once(page: PledgesPage) -> None:
    voice, conditional = (page.bar.choices[number_of(page, each)] for each in ("voice", "conditional"))
    assert not page.bar.clear_button.isVisible()
    voice.setCurrentIndex(voice.findText("voice: reported"))
    assert column(page, "pledge") == PLEDGES[1:]
    conditional.setCurrentIndex(conditional.findText("conditional: yes"))
    assert column(page, "pledge") == []
    conditional.setCurrentIndex(conditional.findText("conditional: no"))
    page.bar.search.setText("port")
    QTest.keyClick(page.bar.search, Key.Key_Return)
    assert column(page, "pledge") == PLEDGES[2:]
    QTest.mouseClick(page.bar.clear_button, Qt.MouseButton.LeftButton)
    assert column(page, "pledge") == PLEDGES
    assert page.bar.search.text() == ""
    assert not page.bar.clear_button.isVisible()


def test_the_current_pledge_stays_current_while_others_come_and_go(page: PledgesPage) -> None:
    page.view.setCurrentIndex(page.table.index(1, 1))
    page.sort_by(number_of(page, "pledge"))
    assert page.table.row(page.view.currentIndex().row()).values[1] == PLEDGES[1]
    page.bar.search.setText("quay")
    page.bar.changed.emit()
    page.bar.clear_all()
    assert page.table.row(page.view.currentIndex().row()).values[1] == PLEDGES[1]


# Into the article


def test_return_opens_the_article_at_the_span(page: PledgesPage, window: MainWindow) -> None:
    page.view.setFocus()
    page.view.setCurrentIndex(page.table.index(1, 1))
    QTest.keyClick(page.view, Key.Key_Return)
    desk = window.desktop.page.desk  # type: ignore[union-attr]
    assert pages_of(window).current == "annotate"
    assert desk.span is not None
    assert desk.span.text == "pay £9m for the quay"


def test_a_double_click_opens_it_too_and_somebody_else_s_span_is_selected_text(
    page: PledgesPage, window: MainWindow
) -> None:
    place = page.view.visualRect(page.table.index(2, 1)).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.desktop is not None
    assert window.desktop.place == 2
    assert window.desktop.page.text.selection() == (at(PORT, "build the port by June"),)


def test_a_pledge_that_is_gone_is_said_to_be(page: PledgesPage, window: MainWindow) -> None:
    session = window.desktop.session  # type: ignore[union-attr]
    session.open_article(1)
    key = page.table.row(1).span
    session.perform(spans.remove, [key])
    page.article_wanted.emit(1, key)
    assert window.status_line.message.text() == "This span is not there any more."


def test_coming_back_reads_what_was_done_since(page: PledgesPage, window: MainWindow, qtbot: QtBot) -> None:
    pages_of(window).show_page("annotate")
    session = window.desktop.session  # type: ignore[union-attr]
    session.open_article(2)
    session.perform(spans.mark, "PLEDGE", [at(PORT, "port by June")])
    go_to(window, qtbot)
    assert len(column(page, "pledge")) == 4


def test_the_keyboard_alone_does_it(page: PledgesPage, window: MainWindow) -> None:
    assert page.view.hasFocus()
    QTest.keyClick(window, Key.Key_F, Mod.ControlModifier)
    assert page.bar.search.hasFocus()
    QTest.keyClicks(page.bar.search, "lock")
    QTest.keyClick(page.bar.search, Key.Key_Return)
    assert page.view.hasFocus()
    QTest.keyClick(page.view, Key.Key_Home)
    QTest.keyClick(page.view, Key.Key_Space)  # sorts by the pledger, of whom one is not known
    assert column(page, "pledger") == ["Ann Lee", ""]
    assert page.view.horizontalHeader().sortIndicatorSection() == 0
    QTest.keyClick(page.view, Key.Key_A, Mod.ControlModifier)
    QTest.keyClick(page.view, Key.Key_C, Mod.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2
    QTest.keyClick(page.view, Key.Key_Home, Mod.ControlModifier)
    QTest.keyClick(page.view, Key.Key_Return)
    assert pages_of(window).current == "annotate"


def test_tab_goes_through_the_page_as_it_is_read(page: PledgesPage) -> None:
    page.bar.search.setText("lock")
    page.bar.changed.emit()
    wanted = in_visual_order(page)
    for each in (page.bar.search, page.bar.export_button, *page.bar.choices.values(), page.bar.clear_button, page.view):
        assert each in wanted
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    found = [wanted[0]]
    while found[-1] is not page.view:
        QTest.keyClick(found[-1], Key.Key_Tab)
        found.append(QApplication.focusWidget())  # type: ignore[arg-type]
    assert [each for each in wanted if each in found] == found
    assert set(wanted) - set(found) <= set(page.bar.whose_chips.values())  # one is gone to, the arrows reach the others
    page.bar.whose_chips["mine"].setFocus()
    QTest.keyClick(page.bar.whose_chips["mine"], Key.Key_Right)
    assert page.bar.whose_chips["gold"].hasFocus()
    QTest.keyClick(page.bar.whose_chips["gold"], Key.Key_Space)
    assert page.bar.whose == "gold"


# Out of the table


def test_selected_rows_are_copied_as_they_stand_on_the_screen(page: PledgesPage, window: MainWindow) -> None:
    page.sort_by(number_of(page, "pledge"))
    page.view.horizontalHeader().moveSection(number_of(page, "date"), 0)
    page.view.selectAll()
    page.view.setFocus()
    QTest.keyClick(page.view, Key.Key_C, Mod.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert [line[:3] for line in lines] == [
        ["2024-01-02", "Tom Osei", "build the port by June"],
        ["2025-10-26", "", "pay £9m for the quay"],
        ["2025-10-26", "Ann Lee", "reopen the lock by May"],
    ]
    assert {len(line) for line in lines} == {len(page.columns)}
    assert window.status_line.message.text() == "3 pledges copied."


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None, str], None]:
    """Have the file dialog answer."""

    def answer(path: Path | None, kind: str = "CSV (*.csv)") -> None:
        given = (str(path) if path else "", kind)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_options: given)

    return answer


def read(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    from openpyxl import load_workbook

    return [[cell or "" for cell in row] for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_is_filtered_and_sorted_is_what_is_written(
    page: PledgesPage,
    window: MainWindow,
    qtbot: QtBot,
    choose: Callable[..., None],
    tmp_path: Path,
    suffix: str,
) -> None:
    target = tmp_path / f"out{suffix}"
    choose(target)
    page.bar.search.setText("by")
    page.bar.changed.emit()
    page.sort_by(number_of(page, "pledge"))
    with qtbot.waitSignal(page.out.writer.done):
        QTest.mouseClick(page.bar.export_button, Qt.MouseButton.LeftButton)
    header, *rows = read(target)
    assert header == [each.column.name for each in page.columns]
    assert [row[1] for row in rows] == ["build the port by June", "reopen the lock by May"]
    assert [row[header.index("date")] for row in rows] == ["2024-01-02", "2025-10-26"]
    assert [row[header.index("mentions")] for row in rows] == ["1", "2"]
    assert window.status_line.message.text() == f"2 pledges written to out{suffix}."
    assert [each.name for each in tmp_path.glob("*.part")] == []


def test_the_command_goes_to_the_page_and_writes_when_it_is_read(
    window: MainWindow, qtbot: QtBot, choose: Callable[..., None], tmp_path: Path
) -> None:
    choose(tmp_path / "all.csv")
    window.actions_table["pledges.export"].trigger()
    page = pages_of(window).page("pledges")
    assert isinstance(page, PledgesPage)
    assert pages_of(window).current == "pledges"
    qtbot.waitUntil(lambda: window.status_line.message.text() == "3 pledges written to all.csv.")
    assert len(read(tmp_path / "all.csv")) == 4


def test_a_name_without_an_ending_gets_the_chosen_one_and_replaces_nothing(
    page: PledgesPage, window: MainWindow, qtbot: QtBot, choose: Callable[..., None], tmp_path: Path
) -> None:
    choose(tmp_path / "v1.2", "XLSX (*.xlsx)")
    with qtbot.waitSignal(page.out.writer.done):
        page.export()
    before = (tmp_path / "v1.2.xlsx").read_bytes()
    page.bar.search.setText("port")
    page.bar.changed.emit()
    page.export()
    assert "There is a file v1.2.xlsx already" in window.status_line.message.text()
    assert (tmp_path / "v1.2.xlsx").read_bytes() == before


def test_a_file_that_cannot_be_written_and_a_missing_library_are_said_plainly(
    page: PledgesPage,
    window: MainWindow,
    qtbot: QtBot,
    choose: Callable[..., None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "file").write_text("x")
    choose(tmp_path / "file" / "out.csv")
    with qtbot.waitSignal(page.failed):
        page.export()
    assert window.status_line.message.text().startswith("out.csv cannot be written: ")
    sentence = "To write XLSX, install openpyxl."

    def missing(*_: object) -> bytes:
        raise ExchangeError("register.openpyxl", sentence)

    monkeypatch.setattr(register, "as_xlsx", missing)
    choose(tmp_path / "out.xlsx")
    with qtbot.waitSignal(page.failed):
        page.export()
    assert window.status_line.message.text() == sentence
    assert not (tmp_path / "out.xlsx").exists()


def test_nothing_to_write_is_said_and_a_dialog_that_is_left_does_nothing(
    page: PledgesPage, window: MainWindow, choose: Callable[..., None]
) -> None:
    choose(None)
    page.export()
    assert not page.out.writer.is_busy
    page.bar.search.setText("nowhere")
    page.bar.changed.emit()
    page.export()
    assert window.status_line.message.text() == "There is no pledge to write."


def test_the_project_closes_while_it_is_read_and_written(
    window: MainWindow, qtbot: QtBot, choose: Callable[..., None], tmp_path: Path
) -> None:
    page = go_to(window, qtbot)
    choose(tmp_path / "last.csv")
    page.export()
    page.show_now()
    window.close_project()
    assert len(read(tmp_path / "last.csv")) == 4


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
