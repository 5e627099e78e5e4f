from annotate_world import World
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.annotate.page import AnnotatePage


def shown(page: AnnotatePage) -> set[str]:
    return set(page.text._scene.marks)


def test_focus_mode_shows_the_text_and_the_current_mark_only(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    everything = shown(page)
    assert len(everything) == 4
    with qtbot.waitSignal(page.focus_mode_changed):
        page.set_focus_mode(True)
    assert not page.list.isVisible()
    assert not page.side.isVisible()
    assert shown(page) == set()
    QTest.keyClick(page.text, Qt.Key.Key_Tab)
    first = page.desk.current
    assert shown(page) == {first}
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    assert shown(page) == {page.desk.current} != {first}
    page.leave()
    assert page.desk.current == ""
    page.leave()
    assert page.list.isVisible()
    assert len(shown(page)) == 4


def test_what_is_marked_in_focus_mode_is_there_afterwards(page: AnnotatePage, world: World) -> None:
    page.set_focus_mode(True)
    page.text.select(*world.at("Aubrey Lock"))
    QTest.keyClicks(page.text, "8")
    assert shown(page) == {page.desk.current}
    page.set_focus_mode(False)
    assert world.own("Aubrey Lock").id in shown(page)


def test_lines_hold_as_many_characters_as_were_asked_for(page: AnnotatePage) -> None:
    page.resize(1800, 800)
    ends = []
    for characters in (40, 60):
        page.text.set_measure(characters)
        lines = list(page.text._page.lines(0, 800))
        ends.append(max(line.end - line.start for line in lines))
    assert 30 <= ends[0] <= 48 < ends[1] <= 72


def test_more_room_between_lines_keeps_the_line_at_the_top(page: AnnotatePage, world: World) -> None:
    page.resize(1200, 260)
    page.text.show_at_top(world.at("Ysolde")[0])
    before = page.text._top_line()
    height = page.text.document().size().height()
    page.text.set_spacing(1.6)
    after = page.text._top_line()
    assert page.text.document().size().height() > height
    assert before
    assert after
    assert before.start == after.start
