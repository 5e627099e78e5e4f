from annotate_world import World
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.model.annotation import AnnotationSet, Annotator, Span
from annotator.store import runs
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.parts.item_delegate import ItemRole

Key = Qt.Key


def press(page: AnnotatePage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.text, key)


def current_text(page: AnnotatePage) -> str:
    return page.desk.suggested.span.text if page.desk.suggested else ""


def test_tab_walks_in_text_order_and_round(page: AnnotatePage) -> None:
    seen = []
    for _ in range(6):
        press(page, Key.Key_Tab)
        seen.append(current_text(page))
    assert seen == ["Ysolde Marr", "Tom Osei", "", "London", "Monday", "Ysolde Marr"]
    QTest.keyClick(page.text, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert current_text(page) == "Monday"


def test_a_suggestion_is_framed_and_explained(page: AnnotatePage) -> None:
    press(page, Key.Key_Tab)
    card = page.side.mark.suggestion_card
    assert card.isVisible()
    assert "Ysolde Marr" in card.title.text()
    assert card.model.text() == "Suggested by tiny 1 · 90%"


def test_a_suggestion_names_the_rule_that_found_it_and_an_accepted_one_its_model(
    page: AnnotatePage, world: World
) -> None:
    press(page, Key.Key_Tab)
    assert page.desk.work is not None
    assert page.desk.suggested is not None
    ruled = replace(page.desk.suggested.span, note="a name found elsewhere in the article", score=None)
    card = page.side.mark.suggestion_card
    card.show_suggestion(page.desk.work, replace(page.desk.suggested, span=ruled))
    assert card.model.text() == "Suggested by tiny 1: a name found elsewhere in the article"
    press(page, Key.Key_Return, Key.Key_Escape)
    page.side.mark.span_card.show_span(page.desk.work, world.own("Ysolde Marr"))
    assert page.side.mark.span_card.origin.text() == "Suggested by tiny 1"
    assert not page.side.mark.span_card.note.isVisibleTo(page)


def test_enter_accepts_and_goes_on(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    press(page, Key.Key_Tab)
    with qtbot.waitSignals([page.saved, page.suggestions_left]):
        press(page, Key.Key_Return)
    assert world.labels() == {"Ysolde Marr": "PERSON"}
    assert current_text(page) == "Tom Osei"


def test_backspace_rejects_and_goes_on_past_what_fell_with_it(page: AnnotatePage, world: World) -> None:
    press(page, Key.Key_Tab, Key.Key_Tab, Key.Key_Backspace)
    assert world.labels() == {}
    assert not page.desk.work.left.relations
    assert current_text(page) == "London"


def test_accepting_a_relation_accepts_its_ends(page: AnnotatePage, world: World) -> None:
    press(page, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert page.desk.suggested_relation
    assert page.side.mark.suggestion_card.isVisible()
    press(page, Key.Key_Return)
    assert set(world.labels()) == {"Ysolde Marr", "Tom Osei"}
    assert len(page.desk.work.own.relations) == 1
    assert current_text(page) == "London"


def test_shift_return_accepts_a_span_with_its_relations_and_completes_an_own_one(
    page: AnnotatePage, world: World, heard: list[str]
) -> None:
    press(page, Key.Key_Tab)
    card = page.side.mark.suggestion_card
    assert card.whole_button.text() == "With relations (1)"
    assert card.whole_button.toolTip() == "Accept with its relations (Shift+Return)"
    QTest.keyClick(page.text, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert set(world.labels()) == {"Ysolde Marr", "Tom Osei"}
    assert len(page.desk.work.own.relations) == 1
    page.handlers()["edit.undo"]()
    card.whole_button.click()
    assert len(page.desk.work.own.relations) == 1
    assert not card.whole_button.isVisibleTo(page)  # London has none
    page.canvas.go_to(world.own("Ysolde Marr").id)
    QTest.keyClick(page.text, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert heard[-1] == "No suggested relation goes out from here."


def test_shift_backspace_rejects_a_span_with_its_relations(page: AnnotatePage, world: World) -> None:
    press(page, Key.Key_Tab)
    QTest.keyClick(page.text, Key.Key_Backspace, Qt.KeyboardModifier.ShiftModifier)
    assert not page.desk.work.left.relations
    assert current_text(page) == "Tom Osei"


def test_a_switch_is_read_as_yes_or_no(page: AnnotatePage) -> None:
    press(page, Key.Key_Tab)
    span = replace(page.desk.suggested.span, attributes={"conditional": False, "kind": "action"})
    card = page.side.mark.suggestion_card
    card.show_suggestion(page.desk.work, replace(page.desk.suggested, span=span))
    assert card.attributes.text() == "conditional: no · kind: action"


def test_going_through_all_of_them_ends_with_none(page: AnnotatePage, heard: list[str]) -> None:
    press(page, Key.Key_Tab)
    while page.desk.at_suggestion:
        press(page, Key.Key_Return)
    assert len(page.desk.work.left) == 0
    press(page, Key.Key_Tab)
    assert heard[-1] == "No suggestion is left."


def test_enter_without_a_suggestion_accepts_none(page: AnnotatePage, world: World, heard: list[str]) -> None:
    press(page, Key.Key_Return)
    assert world.labels() == {}
    assert heard == ["No suggestion is selected: Tab goes to the next one."]


def test_undoing_a_judgement_brings_the_suggestion_back_and_shows_it(page: AnnotatePage, world: World) -> None:
    press(page, Key.Key_Tab, Key.Key_Backspace)
    page.handlers()["edit.undo"]()
    assert current_text(page) == "Ysolde Marr"
    assert page.side.suggestions.model.rowCount() == 5


def test_the_panel_lists_what_is_left_and_follows(page: AnnotatePage, world: World) -> None:
    model = page.side.suggestions.model
    titles = [model.data(model.index(row), ItemRole.TITLE) for row in range(model.rowCount())]
    assert titles == ["PERSON", "PERSON", "coref", "GPE", "DATE"]
    assert page.side.tabs.tabText(1) == "Suggestions 5"
    press(page, Key.Key_Tab, Key.Key_Return)
    assert page.side.tabs.tabText(1) == "Suggestions 4"
    assert model.rowCount() == 4
    assert model.data(model.index(0), ItemRole.CURRENT)


def test_a_click_in_the_panel_goes_there_and_its_buttons_answer(page: AnnotatePage, world: World) -> None:
    panel = page.side.suggestions
    page.side.tabs.setCurrentWidget(panel)
    place = panel.view.visualRect(panel.model.index(3)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert current_text(page) == "London"
    assert page.text.hasFocus()
    panel.accept_button.click()
    assert world.labels() == {"London": "GPE"}
    panel.reject_button.click()
    assert len(page.desk.work.left.spans) == 2


def test_suggestions_that_arrive_appear_without_a_step(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    run = runs.begin(world.project, "model run", "other")
    words = "Aubrey Lock"
    span = Span(id="0190-new", label="FAC", fragments=(world.at(words),), text=words)
    found = AnnotationSet(annotator=Annotator(name="other", kind="model"), spans={span.id: span})
    with qtbot.waitSignal(page.suggestions_left), qtbot.assertNotEmitted(page.saved):
        article = page.desk.work.article
        world.session.receive([(article.id, article.sha256, found)], run)
    assert page.side.suggestions.model.rowCount() == 6
    assert page.text.mark_at(world.at(words)[0]) == (span.id,)
