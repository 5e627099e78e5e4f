from collections.abc import Callable

import pytest
from annotate_world import ARABIC, World
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app.plans import spans
from annotator.ui.annotate.page import AnnotatePage

PLEDGE = "to reopen Aubrey Lock by October"


@pytest.fixture
def pledge(page: AnnotatePage, world: World) -> str:
    page.text.select(*world.at(PLEDGE))
    QTest.keyClicks(page.text, "p")
    return page.desk.current


def accepted(page: AnnotatePage, world: World, words: str) -> str:
    page.canvas.go_to(world.suggested(words))
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    return world.own(words).id


def told(page: AnnotatePage) -> set[tuple[str, str, str]]:
    spans = page.desk.work.own.spans
    return {(spans[each.head].text, each.type, spans[each.tail].text) for each in page.desk.work.own.relations.values()}


def test_a_typed_hint_chooses_the_target_and_a_letter_the_type(page: AnnotatePage, world: World, pledge: str) -> None:
    marr = accepted(page, world, "Ysolde Marr")
    page.canvas.go_to(pledge)
    QTest.keyClicks(page.text, "r")
    assert page.relating.active
    QTest.keyClicks(page.text, page.relating._hints[marr])
    assert page.relating.choosing_type
    assert page.relating.chooser.isVisible()
    QTest.keyClicks(page.text, "b")
    assert told(page) == {(PLEDGE, "beneficiary", "Ysolde Marr")}
    assert not page.relating.active
    assert page.desk.current == pledge


def test_a_digit_chooses_the_type_too(page: AnnotatePage, world: World, pledge: str) -> None:
    marr = accepted(page, world, "Ysolde Marr")
    page.canvas.go_to(pledge)
    QTest.keyClicks(page.text, "r")
    QTest.keyClicks(page.text, page.relating._hints[marr])
    QTest.keyClicks(page.text, "1")
    assert told(page) == {(PLEDGE, "pledger", "Ysolde Marr")}


def test_a_sole_type_is_chosen_by_itself_and_a_click_chooses_the_target(
    page: AnnotatePage, world: World, pledge: str
) -> None:
    page.text.select(*world.at("has pledged"))
    QTest.keyClicks(page.text, "c")
    cue = page.desk.current
    page.canvas.go_to(pledge)
    QTest.keyClicks(page.text, "r")
    place = page.text.mark_boxes(cue)[0].center().toPoint()
    QTest.mouseClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told(page) == {(PLEDGE, "cue", "has pledged")}


def test_a_suggestion_as_the_target_is_accepted_in_the_same_step(
    page: AnnotatePage, world: World, pledge: str, heard: list[str]
) -> None:
    page.canvas.go_to(pledge)
    QTest.keyClicks(page.text, "r")
    QTest.keyClicks(page.text, page.relating._hints[world.suggested("Monday")])
    assert told(page) == {(PLEDGE, "deadline", "Monday")}
    assert heard[-1].endswith("The suggested DATE was accepted with it.")
    page.handlers()["edit.undo"]()
    assert told(page) == set()
    assert world.suggested("Monday")


def test_escape_leaves_without_a_relation(page: AnnotatePage, world: World, pledge: str) -> None:
    QTest.keyClicks(page.text, "r")
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    assert not page.relating.active
    assert page.desk.current == pledge
    assert told(page) == set()


def test_backspace_takes_the_target_back(page: AnnotatePage, world: World, pledge: str) -> None:
    marr = accepted(page, world, "Ysolde Marr")
    page.canvas.go_to(pledge)
    QTest.keyClicks(page.text, "r")
    QTest.keyClicks(page.text, page.relating._hints[marr])
    QTest.keyClick(page.text, Qt.Key.Key_Backspace)
    assert page.relating.active
    assert not page.relating.choosing_type


def test_letters_mark_nothing_while_a_target_is_chosen(page: AnnotatePage, world: World, pledge: str) -> None:
    QTest.keyClicks(page.text, "r")
    QTest.keyClicks(page.text, "z")
    QTest.keyClick(page.text, Qt.Key.Key_Tab)
    assert world.labels() == {PLEDGE: "PLEDGE"}
    assert page.relating.active


def test_a_click_on_what_cannot_be_the_target_says_so(
    page: AnnotatePage, world: World, pledge: str, heard: list[str]
) -> None:
    page.text.select(*world.at("Her office"))
    QTest.keyClicks(page.text, "8")
    fac = page.desk.current
    page.canvas.go_to(fac)
    QTest.keyClicks(page.text, "r")
    place = page.text.mark_boxes(world.suggested("Monday"))[0].center().toPoint()
    QTest.mouseClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard[-1] == "This cannot be the other end of a relation of the selected span."
    assert page.relating.active


def test_without_a_span_it_says_what_to_do(page: AnnotatePage, heard: list[str]) -> None:
    QTest.keyClicks(page.text, "r")
    assert heard == ["Select a span first: click it, or press Space at the caret."]


def test_arrows_go_along_the_text_and_return_links(
    page: AnnotatePage, world: World, pledge: str, heard: list[str]
) -> None:
    page.canvas.go_to(pledge)
    QTest.keyClicks(page.text, "r")
    QTest.keyClick(page.text, Qt.Key.Key_Right)  # past the pledge: Tom Osei, London, Monday
    QTest.keyClick(page.text, Qt.Key.Key_Right)
    QTest.keyClick(page.text, Qt.Key.Key_Right)
    assert page.text._scene.current == world.suggested("Monday")
    assert page.text._scene.hints[pledge] == "●"
    assert heard[-1] == "suggested DATE “Monday”: deadline. Return links it."
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    assert told(page) == {(PLEDGE, "deadline", "Monday")}
    assert page.desk.current == pledge
    assert page.text._scene.current == pledge
    assert page.text._scene.hints == {}


def test_left_goes_backwards_and_round_to_the_end(page: AnnotatePage, world: World, pledge: str) -> None:
    QTest.keyClicks(page.text, "r")
    QTest.keyClick(page.text, Qt.Key.Key_Left)
    assert page.text._scene.current == world.suggested("Ysolde Marr")
    QTest.keyClick(page.text, Qt.Key.Key_Left)
    assert page.text._scene.current == world.suggested("Monday")
    QTest.keyClick(page.text, Qt.Key.Key_Right)
    assert page.text._scene.current == world.suggested("Ysolde Marr")


def test_down_and_up_go_to_the_nearest_target_on_the_next_line(page: AnnotatePage, world: World, pledge: str) -> None:
    def boxes(words: str) -> float:
        return page.text.mark_boxes(world.suggested(words))[0].top()

    assert boxes("Ysolde Marr") < boxes("London") == boxes("Monday")
    page.canvas.go_to(pledge)
    QTest.keyClicks(page.text, "r")
    QTest.keyClick(page.text, Qt.Key.Key_Left)
    QTest.keyClick(page.text, Qt.Key.Key_Down)
    QTest.keyClick(page.text, Qt.Key.Key_Down)
    at = page.text._scene.current
    assert at in (world.suggested("London"), world.suggested("Tom Osei"))
    QTest.keyClick(page.text, Qt.Key.Key_Up)
    assert page.text.mark_boxes(page.text._scene.current)[0].top() < page.text.mark_boxes(at)[0].top()
    QTest.keyClick(page.text, Qt.Key.Key_Up)
    QTest.keyClick(page.text, Qt.Key.Key_Up)
    assert page.text._scene.current == world.suggested("Ysolde Marr")
    assert told(page) == set()


def test_in_a_text_from_the_right_left_goes_on(page: AnnotatePage, world: World) -> None:
    page.open_article(world.seqs[1])
    made = {}
    for words in ("وزيرة الري", "الوزيرة", "الشبكة"):
        start = ARABIC.index(words)
        made[words] = world.session.perform(spans.mark, "PERSON", [(start, start + len(words))]).select[0]
    page.canvas.go_to(made["وزيرة الري"])
    QTest.keyClicks(page.text, "r")
    QTest.keyClick(page.text, Qt.Key.Key_Left)
    assert page.text._scene.current == made["الوزيرة"]
    QTest.keyClick(page.text, Qt.Key.Key_Left)
    assert page.text._scene.current == made["الشبكة"]
    QTest.keyClick(page.text, Qt.Key.Key_Right)
    assert page.text._scene.current == made["الوزيرة"]


def test_return_without_a_framed_target_says_how_to_choose_one(
    page: AnnotatePage, pledge: str, heard: list[str]
) -> None:
    QTest.keyClicks(page.text, "r")
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    assert heard[-1] == "Go to a target with the arrow keys first, or type the letters on it."
    assert page.relating.active


def test_escape_after_the_arrows_frames_the_head_again(page: AnnotatePage, pledge: str, heard: list[str]) -> None:
    QTest.keyClicks(page.text, "r")
    assert heard[-1].startswith("Link to what?")
    QTest.keyClick(page.text, Qt.Key.Key_Right)
    assert page.text._scene.current != pledge
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    assert page.text._scene.current == page.desk.current == pledge
    assert heard[-1] == "", "what is over is not asked any more"


def test_arrows_choose_the_type_too(page: AnnotatePage, world: World, pledge: str, heard: list[str]) -> None:
    marr = accepted(page, world, "Ysolde Marr")
    page.canvas.go_to(pledge)
    QTest.keyClicks(page.text, "r")
    QTest.keyClicks(page.text, page.relating._hints[marr])
    assert heard[-1] == "By which type? 1 pledger, 2 beneficiary"
    QTest.keyClick(page.text, Qt.Key.Key_Down)
    assert heard[-1] == "beneficiary: Return links it."
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    assert told(page) == {(PLEDGE, "beneficiary", "Ysolde Marr")}


def test_a_held_key_chooses_no_target(page: AnnotatePage, pledge: str) -> None:
    QTest.keyClicks(page.text, "r")
    letter = next(iter(page.relating._hints.values()))
    repeated = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter[0], autorep=True)
    QApplication.sendEvent(page.text, repeated)
    assert page.relating.active
    assert page.relating._typed == ""
    assert told(page) == set()


def test_a_suggestion_as_the_head_is_accepted_in_the_same_step(
    page: AnnotatePage, world: World, heard: list[str]
) -> None:
    page.canvas.go_to(world.suggested("Ysolde Marr"))
    QTest.keyClicks(page.text, "r")
    QTest.keyClicks(page.text, page.relating._hints[world.suggested("London")])
    assert told(page) == {("Ysolde Marr", "coref", "London")}
    assert heard[-1].endswith("The suggested PERSON and GPE were accepted with it.")
    assert page.desk.current == world.own("Ysolde Marr").id
    page.handlers()["edit.undo"]()
    assert world.labels() == {}
    assert world.suggested("Ysolde Marr")


def test_in_a_read_only_project_r_says_so(read_only_page: Callable[[], AnnotatePage]) -> None:
    page = read_only_page()
    heard: list[str] = []
    page.failed.connect(heard.append)
    QTest.keyClicks(page.text, "r")
    assert heard == ["The project is open for reading only."]
    assert not page.relating.active


class Dragging(QObject):
    """What a text view offers for dragging from mark to mark."""

    relation_drag_started = Signal(str)
    relation_dragged = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[frozenset[str] | None] = []

    def set_targets(self, ids: frozenset[str] | None) -> None:
        self.shown.append(ids)


@pytest.fixture
def drag(page: AnnotatePage) -> Dragging:
    view = Dragging()
    view.setParent(page)
    page.relating.wire(view)
    return view


def test_a_drag_is_told_its_targets_and_links_its_ends(
    page: AnnotatePage, world: World, pledge: str, drag: Dragging
) -> None:
    page.desk.select("")
    monday, port = world.suggested("Monday"), world.suggested("London")
    drag.relation_drag_started.emit(pledge)
    assert {monday, port} < drag.shown[-1]
    assert pledge not in drag.shown[-1]
    drag.relation_dragged.emit(pledge, monday)
    assert drag.shown[-1] is None
    assert told(page) == {(PLEDGE, "deadline", "Monday")}
    assert page.desk.current == pledge


def test_a_drag_between_ends_of_several_types_asks_which(
    page: AnnotatePage, world: World, pledge: str, drag: Dragging
) -> None:
    drag.relation_dragged.emit(pledge, world.suggested("Tom Osei"))
    assert page.relating.choosing_type
    QTest.keyClicks(page.text, "2")
    assert told(page) == {(PLEDGE, "beneficiary", "Tom Osei")}


def test_a_drag_from_one_suggestion_to_another_accepts_both(page: AnnotatePage, world: World, drag: Dragging) -> None:
    drag.relation_dragged.emit(world.suggested("Tom Osei"), world.suggested("London"))
    assert told(page) == {("Tom Osei", "coref", "London")}


def test_a_drag_to_what_cannot_be_the_target_says_so_and_leaves(
    page: AnnotatePage, world: World, drag: Dragging, heard: list[str]
) -> None:
    drag.relation_dragged.emit(world.suggested("Tom Osei"), world.suggested("Monday"))
    assert heard[-1] == "This cannot be the other end of a relation of the selected span."
    assert not page.relating.active
    assert told(page) == set()


def test_what_is_linked_already_is_no_target_for_the_same_type(page: AnnotatePage, world: World, pledge: str) -> None:
    page.canvas.go_to(pledge)
    QTest.keyClicks(page.text, "r")
    QTest.keyClicks(page.text, page.relating._hints[world.suggested("Monday")])
    QTest.keyClicks(page.text, "r")
    assert world.own("Monday").id not in page.relating._targets


def test_the_card_and_the_panel_show_relations_and_remove_them(page: AnnotatePage, world: World, pledge: str) -> None:
    QTest.keyClicks(page.text, "r")
    QTest.keyClicks(page.text, page.relating._hints[world.suggested("Monday")])
    assert page.side.tabs.tabText(2) == "Relations 1"
    row = page.side.mark.span_card._rows.itemAt(0).widget()
    assert row.link.text() == "deadline → Monday"
    row.link.click()
    assert page.desk.current == world.own("Monday").id
    panel = page.side.relations
    page.side.tabs.setCurrentWidget(panel)
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0))
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert told(page) == set()
    assert panel.model.rowCount() == 0


def test_a_relation_is_removed_from_the_card(page: AnnotatePage, world: World, pledge: str) -> None:
    QTest.keyClicks(page.text, "r")
    QTest.keyClicks(page.text, page.relating._hints[world.suggested("Monday")])
    page.side.mark.span_card._rows.itemAt(0).widget().cross.click()
    assert told(page) == set()
    assert page.desk.current == pledge
