"""Going through a pane with Tab leaves its widgets whole, whatever PySide makes of what it was asked for."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.ui.focus_order import follow_reading, in_visual_order

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[QWidget]:
    """A field and two tables; outside stand a field before, and one behind."""
    window, made = QWidget(), QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(made)
    column.addWidget(QDateEdit())
    for _ in range(2):
        table = QTableWidget(5, 3)
        table.setTabKeyNavigation(False)
        column.addWidget(table)
    row = QHBoxLayout(window)
    for each in (QLineEdit("before"), made, QLineEdit("behind")):
        row.addWidget(each)
    follow_reading(made)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()  # held until here: what has no parent goes with its last name


def outside(pane: QWidget) -> str:
    here = QApplication.focusWidget()
    assert isinstance(here, QLineEdit)
    assert not pane.isAncestorOf(here)
    return here.text()


def test_tab_goes_out_at_either_end_to_what_is_read_next(pane: QWidget) -> None:
    order = in_visual_order(pane)
    assert [type(each).__name__ for each in order] == ["QDateEdit", "QTableWidget", "QTableWidget"]
    order[-1].setFocus()
    QTest.keyClick(order[-1], Qt.Key.Key_Tab)
    assert outside(pane) == "behind"
    order[0].setFocus()
    QTest.keyClick(order[0], Qt.Key.Key_Backtab, SHIFT)
    assert outside(pane) == "before"


def test_no_widget_ends_when_rubbish_is_collected_afterwards(pane: QWidget) -> None:
    ended: list[str] = []
    for table in pane.findChildren(QTableWidget):
        for each in (table, table.horizontalHeader(), table.verticalHeader()):
            each.destroyed.connect(lambda *_: ended.append("gone"))
    for start, key, held in ((0, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier), (-1, Qt.Key.Key_Backtab, SHIFT)):
        here: QWidget = in_visual_order(pane)[start]
        here.setFocus()
        while pane.isAncestorOf(here):
            QTest.keyClick(here, key, held)
            here = QApplication.focusWidget()
        gc.collect()
        assert ended == []
    pane.window().grab()
