import pytest
from annotate_world import ARABIC, TEXT, World
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.annotate.acts.boundaries import trimmed_ends, with_selection, without_selection
from annotator.ui.annotate.page import AnnotatePage

Key, Mod, Kind = Qt.Key, Qt.KeyboardModifier, QEvent.Type
LEFT = Qt.MouseButton.LeftButton


def press(page: AnnotatePage, *keys: Key, held: Mod = Mod.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(page.text, key, held)


def marked(page: AnnotatePage, world: World, words: str, key: str = "1") -> str:
    """Mark words and leave them current; what they cover."""
    start, end = world.at(words)
    page.text.select(start, end)
    QTest.keyClicks(page.text, key)
    assert page.desk.span
    return page.desk.span.text


def covered(page: AnnotatePage) -> str:
    assert page.desk.span
    return page.desk.span.text


def send(page: AnnotatePage, kind: Kind, at: QPointF, held: Mod = Mod.NoModifier) -> None:
    view = page.text.viewport()
    buttons = Qt.MouseButton.NoButton if kind == Kind.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind == Kind.MouseMove else LEFT
    there = QPointF(view.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(view, QMouseEvent(kind, at, there, button, buttons, held))


def place(page: AnnotatePage, position: int) -> QPointF:
    """Where a character begins, in the viewport."""
    box = next(iter(page.text._boxes(position, position + 1))).translated(-page.text._scrolled())
    return QPointF(box.left() + 0.5, box.center().y())


def drag(page: AnnotatePage, start: QPointF, end: QPointF, held: Mod = Mod.NoModifier) -> None:
    send(page, Kind.MouseButtonPress, start, held)
    send(page, Kind.MouseMove, (start + end) / 2, held)
    send(page, Kind.MouseMove, end, held)
    send(page, Kind.MouseButtonRelease, end, held)


# With the keyboard


def test_a_picked_end_moves_by_character_and_by_word_and_return_keeps_it_in_one_step(
    page: AnnotatePage, world: World
) -> None:
    marked(page, world, "Aubrey")
    QTest.keyClicks(page.text, ".")
    press(page, Key.Key_Right, held=Mod.ControlModifier)
    press(page, Key.Key_Left)
    assert covered(page) == "Aubrey", "nothing is changed before it is kept"
    assert page.text._scene.marks[page.desk.current].fragments == (world.at("Aubrey Loc"),)
    press(page, Key.Key_Return)
    assert covered(page) == "Aubrey Loc"
    page.history.undo()
    assert covered(page) == "Aubrey"


def test_a_picked_start_is_put_back_by_escape(page: AnnotatePage, world: World, heard: list[str]) -> None:
    marked(page, world, "Aubrey Lock")
    QTest.keyClicks(page.text, ",")
    press(page, Key.Key_Right, Key.Key_Right)
    press(page, Key.Key_Escape)
    assert not page.edge.active
    assert heard[-1] == ""
    assert page.text._scene.marks[page.desk.current].fragments == (world.at("Aubrey Lock"),)
    assert covered(page) == "Aubrey Lock"


def test_both_edges_can_be_moved_before_they_are_kept(page: AnnotatePage, world: World) -> None:
    marked(page, world, "Aubrey Lock")
    QTest.keyClicks(page.text, ",")
    press(page, Key.Key_Left, held=Mod.ControlModifier)
    QTest.keyClicks(page.text, ".")
    press(page, Key.Key_Left, held=Mod.ControlModifier)
    press(page, Key.Key_Return)
    assert covered(page) == "reopen Aubrey"


def test_an_edge_never_passes_the_other(page: AnnotatePage, world: World, heard: list[str]) -> None:
    marked(page, world, "to")
    QTest.keyClicks(page.text, ".")
    press(page, Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert heard[-1] == "The span would cover no text any more."
    press(page, Key.Key_Return)
    assert covered(page) == "t"


def test_the_edge_of_a_suggestion_that_is_kept_changes_it(page: AnnotatePage, world: World) -> None:
    page.desk.select(world.suggested("London"))
    QTest.keyClicks(page.text, ",")
    press(page, Key.Key_Left, held=Mod.ControlModifier)
    press(page, Key.Key_Return)
    assert covered(page) == "in London"
    work = world.session.work
    assert work
    assert [each.kind for each in work.own.verdicts.values()] == ["changed"]


def test_the_arrows_go_the_way_they_point_in_text_from_the_right(page: AnnotatePage, world: World) -> None:
    page.open_article(world.seqs[1])
    word = ARABIC.index("الوزيرة")
    page.text.select(word, word + 7)
    QTest.keyClicks(page.text, "1")
    QTest.keyClicks(page.text, ".")
    press(page, Key.Key_Left, held=Mod.ControlModifier)
    press(page, Key.Key_Return)
    assert covered(page) == "الوزيرة بإصلاح"


def test_the_keys_of_the_mode_are_shown_while_it_lasts(page: AnnotatePage, world: World) -> None:
    marked(page, world, "Aubrey")
    QTest.keyClicks(page.text, ".")
    assert [does for _, does in page.current_keys()][:2] == ["move", "by words"]
    press(page, Key.Key_Escape)
    assert "move" not in [does for _, does in page.current_keys()]


# With the mouse


@pytest.mark.parametrize(("held", "wanted"), [(Mod.NoModifier, "Aubrey Lock"), (Mod.AltModifier, "Aubrey Lo")])
def test_dragging_the_end_of_the_current_mark_takes_words_or_with_alt_characters(
    page: AnnotatePage, world: World, held: Mod, wanted: str
) -> None:
    marked(page, world, "Aubrey")
    _, end = world.at("Aubrey")
    drag(page, place(page, end), place(page, world.at("ck by")[0]), held)
    assert covered(page) == wanted
    page.history.undo()
    assert covered(page) == "Aubrey"


def test_dragging_the_start_inwards_makes_the_mark_shorter(page: AnnotatePage, world: World) -> None:
    marked(page, world, "reopen Aubrey Lock")
    start, _ = world.at("reopen Aubrey Lock")
    drag(page, place(page, start), place(page, world.at("brey Lock")[0]))
    assert covered(page) == "Aubrey Lock"


def test_escape_lets_go_of_an_edge_and_leaves_it_where_it_was(page: AnnotatePage, world: World) -> None:
    marked(page, world, "Aubrey")
    _, end = world.at("Aubrey")
    send(page, Kind.MouseButtonPress, place(page, end))
    send(page, Kind.MouseMove, place(page, end + 9))
    press(page, Key.Key_Escape)
    send(page, Kind.MouseButtonRelease, place(page, end + 9))
    assert covered(page) == "Aubrey"
    assert page.text._scene.marks[page.desk.current].fragments == (world.at("Aubrey"),)


def test_the_pointer_shows_what_it_would_take_hold_of(page: AnnotatePage, world: World) -> None:
    marked(page, world, "Aubrey")
    start, end = world.at("Aubrey")
    send(page, Kind.MouseMove, place(page, end))
    send(page, Kind.MouseButtonRelease, place(page, start + 40))
    for position, shape in ((end, Qt.CursorShape.SizeHorCursor), (start + 3, Qt.CursorShape.IBeamCursor)):
        at = place(page, position)
        view = page.text.viewport()
        event = QMouseEvent(
            Kind.MouseMove, at, QPointF(view.mapToGlobal(at.toPoint())), Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, Mod.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(view, event)
        assert view.cursor().shape() == shape


# The selection and the span


def test_the_selection_is_added_to_the_span_and_taken_out_of_it(page: AnnotatePage, world: World) -> None:
    marked(page, world, "pledged to reopen Aubrey Lock", "p")
    page.text.select(*world.at("by October"))
    QTest.keyClicks(page.text, "+")
    assert page.desk.span
    assert page.desk.span.fragments == (world.at("pledged to reopen Aubrey Lock"), world.at("by October"))
    page.text.select(*world.at("to reopen ", 1))
    QTest.keyClicks(page.text, "-")
    assert covered(page) == "pledged  Aubrey Lock by October"
    page.history.undo()
    page.history.undo()
    assert covered(page) == "pledged to reopen Aubrey Lock"


def test_what_cannot_be_added_or_taken_out_is_said(page: AnnotatePage, world: World, heard: list[str]) -> None:
    QTest.keyClicks(page.text, "+")
    assert heard[-1] == "Nothing is selected: click a span, or press Space at the caret."
    marked(page, world, "Aubrey")
    QTest.keyClicks(page.text, "-")
    assert heard[-1] == "Select some text first; the current span stays current."
    page.text.select(*world.at("reopen Aubrey Lock"))
    QTest.keyClicks(page.text, "-")
    assert heard[-1] == "The span would cover no text any more."
    assert covered(page) == "Aubrey"


def test_trimming_works_on_the_selection_and_else_on_the_span(page: AnnotatePage, world: World) -> None:
    marked(page, world, "“We will not sell the port,” ", "q")
    assert covered(page).startswith("“")
    page.marking.trim()
    assert covered(page) == "We will not sell the port,"
    page.text.select(*world.at(" Aubrey Lock "))
    page.marking.trim()
    assert page.text.selection() == (world.at("Aubrey Lock"),)


def test_pieces_add_up_and_come_apart_again() -> None:
    assert with_selection(((0, 3),), ((3, 5), (9, 10))) == ((0, 5), (9, 10))
    assert without_selection(((0, 10),), ((2, 4), (8, 20))) == ((0, 2), (4, 8))
    assert without_selection(((0, 3),), ((0, 9),)) == ()
    assert trimmed_ends(TEXT, ((0, 9),)) == ((0, 8),)


# Sentences


def test_the_caret_goes_by_sentences_and_selects_them(page: AnnotatePage, world: World) -> None:
    page.text.select(*world.at("Ysolde")[:1] * 2)
    page.handlers()["caret.select_sentence_next"]()
    (selected,) = page.text.selection()
    assert TEXT[slice(*selected)].startswith("Ysolde Marr has pledged to reopen Aubrey Lock by October.")
    page.handlers()["caret.sentence_previous"]()
    assert page.text.selection() == ()
    page.handlers()["caret.sentence_next"]()
    assert page.text.caret() == world.at("Her office")[0]
