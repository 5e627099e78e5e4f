import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.text_view import DEFAULT_LIGHT, Arc, Mark, MarkState, TextView

TEXT = "The production of long-range missiles for Ukraine's army, he said."
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def mark(name: str, start: int, end: int, tag: str = "TAG") -> Mark:
    return Mark(name, ((start, end),), "LABEL", tag, "blue", MarkState.OWN)


def point(view: TextView, position: int) -> QPoint:
    """A little to the right of where a character begins."""
    held = dict(view._scene.marks)
    view.change_marks([mark("probe", position, position + 1)], [])
    box = view.mark_boxes("probe")[0]
    view.change_marks([], ["probe"])
    assert held == view._scene.marks
    return QPointF(box.left() + 1, box.center().y()).toPoint()


def send(view: TextView, kind: QEvent.Type, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    there = view.viewport().mapToGlobal(at)
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, QPointF(at), QPointF(there), button, buttons, held))


def drag(view: TextView, start: int, end: int, held: Qt.KeyboardModifier = NONE) -> None:
    send(view, QEvent.Type.MouseButtonPress, point(view, start), held)
    send(view, QEvent.Type.MouseMove, point(view, (start + end) // 2), held)
    send(view, QEvent.Type.MouseMove, point(view, end), held)
    send(view, QEvent.Type.MouseButtonRelease, point(view, end), held)


def words(view: TextView) -> list[str]:
    return [view.text()[start:end] for start, end in view.selection()]


def test_a_drag_selects_whole_words_in_either_direction(view: TextView, qtbot: QtBot) -> None:
    view.set_article(TEXT, heading=False)
    start, end = TEXT.index("ng-range"), TEXT.index("raine")
    with qtbot.waitSignal(view.selection_changed):
        drag(view, start, end)
    assert words(view) == ["long-range missiles for Ukraine's"]
    drag(view, end, start)
    assert words(view) == ["long-range missiles for Ukraine's"]
    assert view.caret() == TEXT.index("long")


@pytest.mark.parametrize(("exact", "held"), [(False, ALT), (True, NONE)])
def test_a_drag_with_alt_or_so_chosen_selects_what_it_covers(
    view: TextView, exact: bool, held: Qt.KeyboardModifier
) -> None:
    view.set_article(TEXT, heading=False)
    view.exact = exact
    start, end = TEXT.index("ng-range"), TEXT.index("raine")
    drag(view, start, end, held)
    assert words(view) == [TEXT[start:end]]
    drag(view, end, start, held)
    assert words(view) == [TEXT[start:end]]


def test_where_drags_are_exact_alt_takes_whole_words(view: TextView) -> None:
    view.set_article(TEXT, heading=False)
    view.exact = True
    drag(view, TEXT.index("ng-range"), TEXT.index("raine"), ALT)
    assert words(view) == ["long-range missiles for Ukraine's"]
    view.exact = False
    drag(view, TEXT.index("ng-range"), TEXT.index("raine"))
    assert words(view) == ["long-range missiles for Ukraine's"]


@pytest.mark.parametrize(
    ("exact", "held", "end"),
    [(False, NONE, "production"), (False, ALT, "prod"), (True, NONE, "prod"), (True, ALT, "production")],
)
def test_an_edge_that_is_dragged_goes_to_words_or_not_as_a_selection_does(
    view: TextView, qtbot: QtBot, exact: bool, held: Qt.KeyboardModifier, end: str
) -> None:
    view.set_article(TEXT, heading=False)
    view.exact = exact
    view.set_marks([mark("m", 0, 3)])
    view.set_current("m")
    box = view.mark_boxes("m")[0]
    edge = QPointF(box.right(), box.center().y()).toPoint()
    with qtbot.waitSignal(view.edge_moved) as told:
        send(view, QEvent.Type.MouseButtonPress, edge, held)
        send(view, QEvent.Type.MouseMove, point(view, TEXT.index("uction")), held)
        send(view, QEvent.Type.MouseButtonRelease, point(view, TEXT.index("uction")), held)
    assert told.args == ["m", ((0, TEXT.index(end) + len(end)),)]


def hover(view: TextView, at: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(at), none, none, NONE)
    QApplication.sendEvent(view.viewport(), moved)


def grab(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def arcs_shown(view: TextView) -> set[str]:
    pictures = [view._scene.picture(line) for line in view._lines(0, view.height())]
    return {arc.id for picture in pictures for arc in picture.relations}


def places(view: TextView) -> list[QRectF]:
    """Where each line of text is, in the window."""
    return [line.box.translated(-view._scrolled()) for line in view._lines(0, 1e6)]


def test_the_arcs_of_what_is_hovered_are_shown_as_long_as_it_is_and_nothing_moves(view: TextView) -> None:
    text = "Heading\n" + f"{TEXT} " * 12
    view.set_article(text, heading=True, meta="Wire")
    view.set_marks([mark("a", 12, 22), mark("b", 26, 36), mark("c", 300, 310), mark("d", 330, 340)])
    ends = (("ab", "a", "b"), ("ac", "a", "c"), ("cd", "c", "d"))
    view.set_arcs([Arc(name, head, tail, "role", "pink", MarkState.OWN) for name, head, tail in ends])
    before, bare = places(view), grab(view)
    assert arcs_shown(view) == set()
    for at, shown in ((14, {"ab", "ac"}), (302, {"ac", "cd"}), (333, {"cd"})):
        hover(view, point(view, at))
        assert arcs_shown(view) == shown
        assert grab(view) != bare
        assert places(view) == before
    hover(view, point(view, 200))
    assert arcs_shown(view) == set()
    assert grab(view) == bare
    view.set_current("a")
    hover(view, point(view, 333))
    assert arcs_shown(view) == {"ab", "ac", "cd"}, "those of the current one stay"
    view.select(30, 60)
    assert places(view) == before
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert arcs_shown(view) == {"ab", "ac"}
    assert places(view) == before


def test_ctrl_and_drag_adds_a_fragment_and_a_plain_drag_begins_anew(view: TextView) -> None:
    view.set_article(TEXT, heading=False)
    drag(view, 5, 9)
    drag(view, TEXT.index("missiles") + 1, TEXT.index("missiles") + 5, CTRL)
    drag(view, TEXT.index("army"), TEXT.index("army") + 2, CTRL)
    assert words(view) == ["production", "missiles", "army"]
    assert view.createMimeDataFromSelection().text() == "production\nmissiles\narmy"
    drag(view, 1, 2)
    assert words(view) == ["The"]
    view.clear_selection()
    assert view.selection() == ()


def test_an_earlier_fragment_looks_selected(view: TextView) -> None:
    view.set_article(TEXT, heading=False)
    drag(view, 5, 9)
    drag(view, TEXT.index("missiles") + 1, TEXT.index("missiles") + 5, CTRL)
    image = view.viewport().grab().toImage()
    at = point(view, 6)
    row = {image.pixelColor(x, at.y()).name() for x in range(at.x() - 5, at.x() + 5)}
    assert DEFAULT_LIGHT.selection in row


def test_a_press_inside_the_selection_begins_a_new_one(view: TextView) -> None:
    view.set_article(TEXT, heading=False)
    view.select(0, len(TEXT))
    drag(view, 5, 9)
    assert words(view) == ["production"]


def test_a_double_click_selects_the_word_with_its_hyphen(view: TextView, qtbot: QtBot) -> None:
    view.set_article(TEXT, heading=False)
    view.set_marks([mark("m", TEXT.index("long"), TEXT.index(" for"))])
    with qtbot.waitSignal(view.mark_double_clicked) as told:
        QTest.mouseDClick(view.viewport(), LEFT, NONE, point(view, TEXT.index("range")))
    assert words(view) == ["long-range"]
    assert told.args == ["m"]


def test_a_click_chooses_the_innermost_mark_and_again_the_next_outwards(view: TextView) -> None:
    view.set_article(TEXT, heading=False)
    view.set_marks([mark("out", 0, 40), mark("mid", 4, 30), mark("in", 4, 14)])
    told: list[str] = []
    view.mark_clicked.connect(told.append)
    for _ in range(4):
        send(view, QEvent.Type.MouseButtonPress, point(view, 6))
        send(view, QEvent.Type.MouseButtonRelease, point(view, 6))
    assert told == ["in", "mid", "out", "in"]
    send(view, QEvent.Type.MouseButtonPress, point(view, 20))
    send(view, QEvent.Type.MouseButtonRelease, point(view, 20))
    assert told[-1] == "mid"
    assert view.selection() == ()
    assert view.caret() == 20


def test_a_click_beside_all_marks_chooses_none(view: TextView) -> None:
    view.set_article(TEXT, heading=False)
    view.set_marks([mark("m", 0, 3)])
    told: list[str] = []
    view.mark_clicked.connect(told.append)
    for at in (point(view, 20), QPoint(850, 300)):
        send(view, QEvent.Type.MouseButtonPress, at)
        send(view, QEvent.Type.MouseButtonRelease, at)
    assert told == []


def test_a_click_on_a_tag_is_one_on_its_mark(view: TextView, qtbot: QtBot) -> None:
    view.set_article(TEXT, heading=False)
    view.set_marks([mark("out", 0, 40, "OUT"), mark("in", 18, 22, "INNERMOST")])
    box = view.mark_boxes("in")[0]
    with qtbot.waitSignal(view.mark_clicked) as told:
        QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(round(box.right() + 8), round(box.top() - 9)))
    assert told.args == ["in"]


def test_what_is_hovered_is_told_once_and_its_end_too(view: TextView, qtbot: QtBot) -> None:
    view.set_article(TEXT, heading=False)
    view.set_marks([mark("m", 4, 14)])
    told: list[str] = []
    view.hovered.connect(told.append)
    for position in (5, 8, 30):
        hover(view, point(view, position))
    assert told == ["m", ""]


def test_ctrl_and_the_wheel_zooms(view: TextView, qtbot: QtBot) -> None:
    view.set_article(TEXT, heading=False)
    at, none = QPointF(100, 100), QPoint()
    for held, zoomed in ((NONE, False), (CTRL, True)):
        wheel = QWheelEvent(
            at, at, none, QPoint(0, 120), Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(view.viewport(), wheel)
        assert (view.zoom() > 1) == zoomed


def test_a_drag_may_begin_beside_the_column(view: TextView) -> None:
    view.resize(1400, 700)
    view.set_article(TEXT, heading=False)
    height = point(view, 0).y()
    start = QPointF(view.viewport().x() - 40, height)
    press = QMouseEvent(QEvent.Type.MouseButtonPress, start, start, LEFT, LEFT, NONE)
    QApplication.sendEvent(view, press)
    to = QPointF(view.viewport().x() + point(view, 8).x(), height)
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, to, to, Qt.MouseButton.NoButton, LEFT, NONE))
    QApplication.sendEvent(
        view, QMouseEvent(QEvent.Type.MouseButtonRelease, to, to, LEFT, Qt.MouseButton.NoButton, NONE)
    )
    assert words(view) == ["The production"]
