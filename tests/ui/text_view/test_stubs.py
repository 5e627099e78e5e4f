import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.text_view import Arc, Mark, MarkState, TextView
from annotator.ui.text_view.rows import Rows, stub_texts

TEXT = "The mayor spoke.\n\n" + "\n\n".join(f"Line {n} of the report." for n in range(60)) + "\n\nHe will resign."


def mark(name: str, words: str) -> Mark:
    start = TEXT.index(words)
    return Mark(name, ((start, start + len(words)),), "LABEL", "TAG", "blue", MarkState.OWN)


@pytest.fixture
def linked(view: TextView) -> TextView:
    view.set_article(TEXT, heading=False)
    view.set_marks([mark("a", "mayor"), mark("b", "will resign")])
    view.set_arcs([Arc("r", "a", "b", "role", "blue", MarkState.OWN)])
    view.set_current("a")
    return view


def stub_place(view: TextView) -> tuple[QPoint, str]:
    """The middle of the only stub in view, and what is written there."""
    for line in view._lines(0, 400):
        picture = view._scene.picture(line)
        for stub in picture.stubs:
            ((_, text, box),) = stub_texts(stub, Rows.of(picture, view._page.type))
            return (box.center() - view._scrolled()).toPoint(), text
    raise AssertionError("there is no stub")


def test_a_stub_says_what_is_at_the_other_end_and_a_click_on_it_leads_there(linked: TextView, qtbot: QtBot) -> None:
    place, text = stub_place(linked)
    assert text == "role ↓ will resign"
    with qtbot.waitSignal(linked.stub_clicked) as told:
        QTest.mouseClick(linked.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert told.args == ["b"]


def test_a_press_on_a_stub_that_ends_elsewhere_leads_nowhere(linked: TextView, qtbot: QtBot) -> None:
    place, _ = stub_place(linked)
    button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.assertNotEmitted(linked.stub_clicked):
        QTest.mousePress(linked.viewport(), button, held, place)
        QTest.mouseRelease(linked.viewport(), button, held, place + QPoint(0, 90))
    assert linked.selection() == ()


def test_the_pointer_is_a_hand_over_a_stub(linked: TextView) -> None:
    place, _ = stub_place(linked)
    QTest.mouseMove(linked.viewport(), place)
    assert linked.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
