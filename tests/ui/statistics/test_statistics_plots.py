"""The plots and tables of the page of statistics: the wheel, the keyboard, looks and larger fonts."""

from collections.abc import Iterator

import pytest
from accessibility_checks import chain, complaints, cut_off, unseen
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from statistics_world import choose, everyone, opened, work

from annotator.store import activity
from annotator.ui import application, look
from annotator.ui.focus_order import in_visual_order
from annotator.ui.main_window import MainWindow
from annotator.ui.statistics.page import StatisticsPage

# The plots


def wheel(page: StatisticsPage, over: QPoint) -> None:
    """Turn the wheel towards oneself, over a place of the page."""
    QTest.wheelEvent(page.window().windowHandle(), QPointF(page.mapTo(page.window(), over)), QPoint(0, -240))
    QApplication.processEvents()


def test_the_wheel_scrolls_the_page_and_no_plot_is_zoomed_or_dragged(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    page = opened(window, qtbot)
    plot = page.sections["done"].plot
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 0)
    middle = plot.mapTo(page, plot.rect().center())
    before = plot.viewRange()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        QTest.mousePress(plot.viewport(), button, pos=QPoint(100, 80))
        QTest.mouseMove(plot.viewport(), QPoint(180, 120))
        QTest.mouseRelease(plot.viewport(), button, pos=QPoint(180, 120))
    wheel(page, middle)
    assert page.area.verticalScrollBar().value() > 0
    assert plot.viewRange() == before


def test_days_on_which_nothing_was_done_lie_on_the_axis(window: MainWindow, qtbot: QtBot) -> None:
    ben = next(number for number, each in everyone(window).items() if each == "Ben")
    activity.add(window.desktop.session.project, ben, {(2, "2024-02-28"): 60.0, (2, "2024-02-29"): 60.0})
    page = opened(window, qtbot)
    choose(page, qtbot, who="Ben")
    plot = page.sections["rates"].plot
    least, most = plot.viewRange()[1]
    assert least == pytest.approx(0, abs=0.02)
    assert most >= 1


def test_a_table_is_scrolled_by_the_wheel_only_with_the_focus_in_it(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    page = opened(window, qtbot)
    section = page.sections["spans"]
    section.as_table.click()
    qtbot.waitUntil(lambda: section.table.verticalScrollBar().maximum() > 0)
    page.area.ensureWidgetVisible(section.table, 0, 0)
    before = page.area.verticalScrollBar().value()
    place = section.table.mapTo(page, section.table.visibleRegion().boundingRect().center())
    section.table.setFocus()
    wheel(page, place)
    assert section.table.verticalScrollBar().value() > 0
    assert page.area.verticalScrollBar().value() == before
    section.table.verticalScrollBar().setValue(0)
    page.choice.who.setFocus()
    wheel(page, place)
    assert section.table.verticalScrollBar().value() == 0
    assert page.area.verticalScrollBar().value() != before


def test_no_two_lines_differ_in_their_colour_alone(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    from annotator.ui.statistics.strokes import stroke

    found = [stroke(number, look.theme("light").look) for number in range(28)]
    assert len({(each.dashes, each.marker) for each in found}) == 28


def test_the_legend_names_the_annotators_and_the_kinds_of_verdicts(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    from annotator.ui.statistics.plots import samples

    assert page.sections["done"].chart is not None
    names = [name for _, name in samples(page.sections["done"].chart, window.colours)]
    assert names == ["Ada", "Ben", "Chidi"]


def test_plots_turn_dark_with_the_window(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    plot = page.sections["spans"].plot

    def ground() -> str:
        return plot.grab().toImage().pixelColor(3, plot.height() - 3).name()

    assert ground() == look.theme("light").colours["pane"]
    before = plot.grab().toImage()
    window.actions_table["view.dark"].trigger()
    assert ground() == look.theme("dark").colours["pane"]
    assert plot.grab().toImage() != before
    window.actions_table["view.light"].trigger()
    assert ground() == look.theme("light").colours["pane"]


# For everybody


def turn_to_tables(page: StatisticsPage) -> None:
    for section in page.sections.values():
        section.as_table.click()
    QApplication.processEvents()


def test_every_control_tells_its_name_and_shows_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    work(window)
    window.resize(1280, 2400)
    page = opened(window, qtbot)
    page.choice.days.setCurrentIndex(page.choice.days.findData(-1))
    page.choice.days.setCurrentIndex(page.choice.days.findData(0))
    assert complaints(window) == []
    assert unseen(page) == []
    turn_to_tables(page)
    assert complaints(window) == []
    assert unseen(page) == []


def test_tab_goes_through_the_page_as_it_is_read(window: MainWindow, qtbot: QtBot) -> None:
    work(window)
    window.resize(1400, 900)
    page = opened(window, qtbot)
    assert page.choice.who.hasFocus()
    turn_to_tables(page)
    wanted = in_visual_order(page)
    assert {section.table for section in page.sections.values() if section.chart} <= set(wanted)
    assert chain(page, wanted[0], len(wanted)) == wanted


def test_a_table_is_reached_read_and_left_with_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    section = page.sections["spans"]
    section.as_table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(section.as_table, Qt.Key.Key_Space)
    assert section.table.isVisible()
    assert not section.plot.isVisible()
    section.table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(section.table, Qt.Key.Key_Down)
    assert section.table.currentIndex().row() == 1
    index = section.table.figures.index(1, 1)
    assert section.table.figures.data(index, Qt.ItemDataRole.AccessibleTextRole).startswith("Spans: ")
    QTest.keyClick(section.table, Qt.Key.Key_Tab)
    assert not section.table.hasFocus()


def test_the_page_keys_scroll(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    page = opened(window, qtbot)
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 0)
    button = page.sections["done"].as_plot
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_PageDown)
    assert page.area.verticalScrollBar().value() > 0
    QTest.keyClick(button, Qt.Key.Key_PageUp)
    assert page.area.verticalScrollBar().value() == 0


@pytest.fixture
def larger() -> Iterator[None]:
    app = application.make_application()
    usual, font = app.font(), QFont(app.font())
    font.setPointSizeF(usual.pointSizeF() * 1.5)
    app.setFont(font)
    yield
    app.setFont(usual)


@pytest.mark.usefixtures("larger")
@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
def test_no_text_is_cut_off_with_a_larger_font(
    request: pytest.FixtureRequest, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window: MainWindow = request.getfixturevalue("window")
    window.resize(*size)
    work(window)
    page = opened(window, qtbot)
    choose(page, qtbot, days=-1)
    choose(page, qtbot, days=0)
    QApplication.processEvents()
    assert "\n".join(cut_off(window)) == ""
    turn_to_tables(page)
    assert cut_off(window) == []
