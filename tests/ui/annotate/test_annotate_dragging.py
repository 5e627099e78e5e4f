import pytest
from annotate_world import World
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.text_view.page import TAG_GAP

Mod, Kind = Qt.KeyboardModifier, QEvent.Type
LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PRESS, MOVE, RELEASE = Kind.MouseButtonPress, Kind.MouseMove, Kind.MouseButtonRelease


def send(page: AnnotatePage, kind: Kind, at: QPointF, held: Mod = Mod.NoModifier) -> None:
    view = page.text.viewport()
    there = QPointF(view.mapToGlobal(at.toPoint()))
    button, buttons = (NO_BUTTON if kind == MOVE else LEFT), (NO_BUTTON if kind == RELEASE else LEFT)
    QApplication.sendEvent(view, QMouseEvent(kind, at, there, button, buttons, held))


def middle(page: AnnotatePage, key: str) -> QPointF:
    return page.text.mark_boxes(key)[0].center()


def tag(page: AnnotatePage, key: str) -> QPointF:
    box = page.text.mark_boxes(key)[0]
    return QPointF(box.left() + 4, box.top() - TAG_GAP - 4)


@pytest.fixture
def pledge(page: AnnotatePage, world: World) -> str:
    page.text.select(*world.at("to reopen Aubrey Lock"))
    QTest.keyClicks(page.text, "p")
    return page.desk.current


@pytest.mark.parametrize("way", ["from its tag", "with Shift"])
def test_a_relation_is_drawn_by_dragging_from_mark_to_mark(
    page: AnnotatePage, world: World, pledge: str, way: str
) -> None:
    target = world.suggested("Ysolde Marr")
    start = tag(page, pledge) if way == "from its tag" else middle(page, pledge)
    held = Mod.NoModifier if way == "from its tag" else Mod.ShiftModifier
    end = middle(page, target)
    send(page, PRESS, start, held)
    send(page, MOVE, (start + end) / 2, held)
    assert target in page.text._scene.targets
    assert pledge not in page.text._scene.targets
    send(page, MOVE, end, held)
    page.text.grab()  # the line to the pointer is drawn
    send(page, RELEASE, end, held)
    assert page.text._scene.targets == frozenset()
    if page.relating.choosing_type:
        QTest.keyClicks(page.text, "1")
    work = world.session.work
    assert work
    (relation,) = work.own.relations.values()
    assert (relation.head, work.own.spans[relation.tail].text) == (pledge, "Ysolde Marr")
    assert page.text.selection() == ()


def test_a_drag_that_ends_nowhere_or_where_it_may_not_does_nothing(
    page: AnnotatePage, world: World, pledge: str
) -> None:
    work = world.session.work
    assert work
    for end in (QPointF(4, 4), middle(page, pledge)):
        send(page, PRESS, tag(page, pledge))
        send(page, MOVE, end)
        send(page, RELEASE, end)
    assert not work.own.relations
    assert not page.relating.active
    assert page.text._scene.targets == frozenset()


def test_escape_ends_a_drag(page: AnnotatePage, world: World, pledge: str) -> None:
    end = middle(page, world.suggested("Ysolde Marr"))
    send(page, PRESS, tag(page, pledge))
    send(page, MOVE, end)
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    send(page, RELEASE, end)
    work = world.session.work
    assert work
    assert not work.own.relations


def test_a_click_on_a_tag_makes_its_mark_current(page: AnnotatePage, world: World, pledge: str) -> None:
    london = world.suggested("London")
    send(page, PRESS, tag(page, london))
    send(page, RELEASE, tag(page, london))
    assert page.desk.current == london
