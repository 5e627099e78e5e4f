"""The page of all articles: sorting, filters, keys, and going from it into an article."""

from collections.abc import Iterator

import pytest
from annotate_world import World
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.app.plans import spans, states
from annotator.app.state import State
from annotator.ui.articles.page import ArticlesPage
from annotator.ui.articles.table_model import COLUMNS
from annotator.ui.text_view import DEFAULT_LIGHT

TITLE, SPANS, TO_JUDGE = (COLUMNS.index(each) for each in ("title", "spans", "unjudged"))


@pytest.fixture
def table(world: World, qtbot: QtBot) -> Iterator[ArticlesPage]:
    made = ArticlesPage(world.session, DEFAULT_LIGHT)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    with qtbot.waitSignal(made.model.loaded):
        made.show_now()
    yield made
    made.close_page()


def column(table: ArticlesPage, which: int) -> list[str]:
    model = table.table
    return [model.data(model.index(row, which)) for row in range(model.rowCount())]


def test_the_table_says_of_each_article_what_the_list_keeps(table: ArticlesPage, world: World) -> None:
    world.session.open_article(world.seqs[0])
    world.session.perform(spans.mark, "GPE", [world.at("London")])
    table.show_now()
    assert [column(table, at)[0] for at in range(len(COLUMNS))] == [
        "in progress",
        "Minister vows to reopen the lock",
        "Sample Wire",
        table.table.data(table.table.index(0, 3)),
        "1",
        "4",
        "10\u00a0%",
        "",
    ]
    assert "25" in column(table, 3)[0]
    headers = [table.table.headerData(at, Qt.Orientation.Horizontal) for at in range(len(COLUMNS))]
    assert headers == ["Status", "Title", "Outlet", "Date", "Spans", "To judge", "Doubt", "Notes"]


def test_a_header_sorts_then_turns_round_then_gives_the_order_of_import(table: ArticlesPage) -> None:
    as_added = column(table, TITLE)
    header = table.view.horizontalHeader()
    place = header.sectionViewportPosition(TITLE) + 20

    def click() -> None:
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))

    click()
    assert column(table, TITLE) == sorted(as_added, key=str.casefold)
    assert header.sortIndicatorSection() == TITLE
    click()
    assert column(table, TITLE) == sorted(as_added, key=str.casefold, reverse=True)
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    click()
    assert column(table, TITLE) == as_added


def test_counts_sort_with_the_most_first(table: ArticlesPage, world: World) -> None:
    world.session.open_article(world.seqs[3])
    world.session.perform(spans.mark, "ORG", [(0, 3)])
    table.sort_by(SPANS)
    assert column(table, SPANS) == ["1", "", "", "", ""]
    table.sort_by(TO_JUDGE)
    assert column(table, TO_JUDGE)[0] == "5"


def test_return_opens_the_article_and_space_sorts_by_the_column(
    table: ArticlesPage, qtbot: QtBot, world: World
) -> None:
    table.view.setFocus()
    table.view.setCurrentIndex(table.table.index(2, TITLE))
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    assert table.model.wanted.order == "title"
    QTest.keyClick(table.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(table.article_wanted) as wish:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert wish.args == [table.model.seq(0), ""]


def test_an_article_found_by_a_question_is_opened_at_its_span(table: ArticlesPage, qtbot: QtBot, world: World) -> None:
    world.session.open_article(world.seqs[0])
    made = world.session.perform(spans.mark, "GPE", [world.at("London")]).select[0]
    table.bar.search.setText("GPE: lond")
    QTest.keyClick(table.bar.search, Qt.Key.Key_Return)
    assert column(table, TITLE) == ["Minister vows to reopen the lock"]
    with qtbot.waitSignal(table.article_wanted) as wish:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert wish.args == [world.seqs[0], made]


def test_the_order_stays_when_a_filter_comes(table: ArticlesPage, world: World) -> None:
    world.session.open_article(world.seqs[2])
    world.session.perform(states.set_status, "done")
    table.sort_by(TITLE)
    table.sort_by(TITLE)
    QTest.mouseClick(table.bar.chips["new"], Qt.MouseButton.LeftButton)
    found = column(table, TITLE)
    assert len(found) == 4
    assert found == sorted(found, key=str.casefold, reverse=True)


def test_columns_keep_their_widths_in_what_the_window_remembers(world: World, qtbot: QtBot) -> None:
    def opened(state: State) -> ArticlesPage:
        page = ArticlesPage(world.session, DEFAULT_LIGHT)
        page.state = state  # as the window has it
        qtbot.addWidget(page)
        page.show_now()
        return page

    state = State()
    first = opened(state)
    first.view.setColumnWidth(TITLE, 333)
    first.close_page()
    again = opened(state)
    assert again.view.columnWidth(TITLE) == 333
    again.close_page()


def test_a_screen_reader_hears_what_a_cell_is(table: ArticlesPage) -> None:
    index = table.table.index(0, TO_JUDGE)
    assert table.table.data(index, Qt.ItemDataRole.AccessibleTextRole) == "To judge: 5"
