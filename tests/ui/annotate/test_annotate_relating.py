import pytest
from annotate_world import World
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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
    assert heard == ["Select a span of yours first: click it, or press Space at the caret."]


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


def test_the_guide_shows_the_section_of_the_label(page: AnnotatePage, pledge: str) -> None:
    page.side.tabs.setCurrentWidget(page.side.guide)
    assert "commit" in page.side.guide.browser.toPlainText()
    page.desk.select("")
    assert page.side.guide.browser.toPlainText().startswith("Select a span")
