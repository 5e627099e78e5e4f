"""Where the Tab key and F6 go in the real window and in the dialogs."""

from itertools import pairwise

from accessibility_checks import chain, heard, settle
from accessibility_world import views
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.ui.focus_order import in_visual_order
from annotator.ui.main_window import MainWindow


def reads_on(before: QWidget, after: QWidget, root: QWidget) -> bool:
    """Whether one comes after the other: below it, or beside it in the direction of reading."""
    one, other = (QRect(each.mapTo(root, each.rect().topLeft()), each.size()) for each in (before, after))
    return other.top() >= one.center().y() or other.left() >= one.center().x()


def test_tab_goes_through_the_panels_as_they_are_read(window: MainWindow) -> None:
    side = window.desktop.page.side
    for view in views(window):
        wanted = in_visual_order(side)
        assert wanted[0] is side.tabs.tabBar()
        assert chain(side, wanted[0], len(wanted)) == wanted, view
        assert all(reads_on(before, after, side) for before, after in pairwise(wanted[1:])), view
        QTest.keyClick(wanted[-1], Qt.Key.Key_Tab)
        assert not side.isAncestorOf(QApplication.focusWidget()), view


def test_shift_tab_goes_the_same_way_back(window: MainWindow) -> None:
    side = window.desktop.page.side
    for view in views(window):
        wanted = in_visual_order(side)
        wanted[-1].setFocus(Qt.FocusReason.TabFocusReason)
        found = [QApplication.focusWidget()]
        for _ in wanted[1:]:
            QTest.keyClick(found[-1], Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
            found.append(QApplication.focusWidget())
        assert found == wanted[::-1], view


def test_a_window_from_the_right_is_read_from_there(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    grid = QGridLayout(pane)
    buttons = [QPushButton(str(number)) for number in range(4)]
    for number in (3, 0, 2, 1):  # not in the order in which they stand
        grid.addWidget(buttons[number], number // 2, number % 2)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        pane.setLayoutDirection(direction)
        pane.show()
        settle()
        assert in_visual_order(pane) == buttons


def test_tab_scrolls_to_where_it_goes(window: MainWindow) -> None:
    window.resize(1024, 500)
    side = window.desktop.page.side
    next(views(window))
    settle()
    last = in_visual_order(side)[-1]
    assert last.visibleRegion().isEmpty()
    in_visual_order(side)[-2].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert last.hasFocus()
    assert not last.visibleRegion().isEmpty()


def test_f6_goes_round_the_panes_and_into_each(window: MainWindow) -> None:
    page = window.desktop.page
    for view in views(window):
        page.text.setFocus()
        for pane in (page.side, page.list, page.text):
            page.handlers()["panel.next"]()
            focus = QApplication.focusWidget()
            assert pane is focus or pane.isAncestorOf(focus), view


def test_tab_goes_through_a_dialog_as_it_is_read(dialog: QDialog) -> None:
    wanted = in_visual_order(dialog)
    found = chain(dialog, wanted[0], len(wanted))
    assert [heard(each) for each in found] == [heard(each) for each in wanted]
