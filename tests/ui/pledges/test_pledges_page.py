"""The page of pledges in the real window: rows, sorting, filtering, and the way into the article."""

import pytest
from pledges_world import PLEDGES, PORT, Key, Mod, at, column, go_to, number_of, pages_of, whose, words
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app.plans import spans
from annotator.ui.focus_order import in_visual_order
from annotator.ui.main_window import MainWindow
from annotator.ui.pledges.page import PledgesPage


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
