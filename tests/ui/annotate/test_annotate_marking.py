from collections.abc import Callable

import pytest
from annotate_world import World
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.ui.annotate.ask import TextDialog
from annotator.ui.annotate.page import AnnotatePage

PLEDGE = "to reopen Aubrey Lock by October"


def type_keys(page: AnnotatePage, *keys: str | Qt.Key) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(page.text, key)
        else:
            QTest.keyClick(page.text, key)


def mark(page: AnnotatePage, world: World, words: str, key: str) -> None:
    page.text.select(*world.at(words))
    type_keys(page, key)


def point_of(page: AnnotatePage, key: str) -> QPoint:
    return page.text.mark_boxes(key)[0].center().toPoint()


def click(page: AnnotatePage, key: str) -> None:
    QTest.mouseClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=point_of(page, key))


def test_a_selection_and_a_labels_key_make_a_span(
    page: AnnotatePage, world: World, qtbot: QtBot, heard: list[str]
) -> None:
    page.text.select(*world.at(PLEDGE))
    with qtbot.waitSignals([page.saved, page.said]):
        type_keys(page, "p")
    assert world.labels() == {PLEDGE: "PLEDGE"}
    assert page.desk.current == world.own(PLEDGE).id
    assert page.text.selection() == ()
    assert heard == [f"Mark PLEDGE “{PLEDGE}”"]
    assert page.side.mark.span_card.isVisible()


def test_marking_what_is_suggested_accepts_it(page: AnnotatePage, world: World) -> None:
    mark(page, world, "London", "3")
    assert world.own("London").origin is not None
    assert len(page.desk.work.left.spans) == 3


def test_a_labels_key_without_a_selection_relabels_the_current_span(page: AnnotatePage, world: World) -> None:
    mark(page, world, "Her office", "2")
    type_keys(page, "m")
    assert world.labels() == {"Her office": "MENTION"}


def test_a_labels_key_without_anything_says_what_to_do(page: AnnotatePage, world: World, heard: list[str]) -> None:
    type_keys(page, "p")
    assert heard == ["Select some text first, then press the key of a label."]
    assert world.labels() == {}


def test_a_labels_key_changes_the_current_suggestion(page: AnnotatePage, world: World) -> None:
    page.canvas.go_to(world.suggested("London"))
    type_keys(page, "7")
    assert world.labels() == {"London": "LOC"}
    (verdict,) = page.desk.work.own.verdicts.values()
    assert verdict.kind == "changed"


def test_an_attributes_key_goes_through_its_values(page: AnnotatePage, world: World) -> None:
    mark(page, world, PLEDGE, "p")
    type_keys(page, "o")
    assert world.own(PLEDGE).attributes["polarity"] == "refused"
    type_keys(page, "o", "o")
    assert world.own(PLEDGE).attributes["polarity"] == "made"
    type_keys(page, "i")
    assert world.own(PLEDGE).attributes["conditional"] is True
    type_keys(page, "i")
    assert "conditional" not in world.own(PLEDGE).attributes


def test_an_attribute_is_set_by_mouse(page: AnnotatePage, world: World) -> None:
    mark(page, world, PLEDGE, "p")
    field = page.side.mark.span_card.form("PLEDGE").fields["kind"]
    QTest.mouseClick(field.buttons["outcome"], Qt.MouseButton.LeftButton)
    assert world.own(PLEDGE).attributes["kind"] == "outcome"
    assert field.buttons["outcome"].isChecked()
    assert not field.buttons["action"].isChecked()
    assert page.text.hasFocus()


def test_a_flag_is_set_by_mouse(page: AnnotatePage, world: World) -> None:
    mark(page, world, PLEDGE, "p")
    QTest.mouseClick(page.side.mark.span_card.form("PLEDGE").fields["unsure"].box, Qt.MouseButton.LeftButton)
    assert world.own(PLEDGE).attributes["unsure"] is True


def test_a_click_on_a_label_marks_the_selection(page: AnnotatePage, world: World) -> None:
    page.text.select(*world.at("Her office"))
    page.side.mark.labels.buttons["ORG"].click()
    assert world.labels() == {"Her office": "ORG"}
    assert page.side.mark.labels.buttons["ORG"].count == 1
    type_keys(page, Qt.Key.Key_Delete)
    assert page.side.mark.labels.buttons["ORG"].count == 0


def test_the_mouse_brings_up_the_labels_and_a_click_marks(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    view = page.text.viewport()
    box = point_of(page, world.suggested("London"))
    with qtbot.waitSignal(page.text.selection_changed):
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=box)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=box)
    qtbot.waitUntil(page.mouse.palette.isVisible)
    assert page.text.hasFocus()
    next(button for button in page.mouse.palette.buttons if button.label.name == "LOC").click()
    assert world.labels() == {"London": "LOC"}
    assert not page.mouse.palette.isVisible()


def test_a_key_hides_the_labels(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    page.text.select(*world.at("London"))
    page.mouse._released()
    assert page.mouse.palette.isVisible()
    type_keys(page, Qt.Key.Key_Escape)
    assert not page.mouse.palette.isVisible()


def test_a_click_makes_a_span_current_and_one_beside_it_nothing(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    mark(page, world, PLEDGE, "p")
    page.desk.select("")
    click(page, world.own(PLEDGE).id)
    assert page.desk.current == world.own(PLEDGE).id
    beside = point_of(page, world.suggested("London")) - QPoint(60, 0)
    QTest.mouseClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    qtbot.waitUntil(lambda: page.desk.current == "")
    assert page.side.mark.article_card.isVisible()


def test_space_goes_outward_from_the_caret(page: AnnotatePage, world: World) -> None:
    mark(page, world, PLEDGE, "p")
    mark(page, world, "Aubrey Lock", "8")
    page.desk.select("")
    caret = world.at("Aubrey Lock")[0] + 2
    page.text.select(caret, caret)
    type_keys(page, " ")
    assert page.desk.current == world.own("Aubrey Lock").id
    type_keys(page, " ")
    assert page.desk.current == world.own(PLEDGE).id


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("span.start_left", "pledged to reopen Aubrey Lock by October"),
        ("span.start_right", "reopen Aubrey Lock by October"),
        ("span.end_left", "to reopen Aubrey Lock by"),
    ],
)
def test_a_boundary_moves_by_a_word(page: AnnotatePage, world: World, action: str, expected: str) -> None:
    mark(page, world, PLEDGE, "p")
    page.handlers()[action]()
    assert world.labels() == {expected: "PLEDGE"}


def test_moving_a_suggestions_boundary_accepts_it_changed(page: AnnotatePage, world: World) -> None:
    page.canvas.go_to(world.suggested("London"))
    page.handlers()["span.end_right"]()
    assert world.labels() == {"London on": "GPE"}


def test_undo_and_redo_show_what_was_affected(page: AnnotatePage, world: World) -> None:
    mark(page, world, PLEDGE, "p")
    type_keys(page, "k")
    page.desk.select("")
    page.handlers()["edit.undo"]()
    assert world.own(PLEDGE).attributes["kind"] == "action"
    assert page.desk.current == world.own(PLEDGE).id
    page.handlers()["edit.undo"]()
    assert world.labels() == {}
    assert page.text.selection() == (world.at(PLEDGE),)
    page.handlers()["edit.redo"]()
    assert page.desk.current == world.own(PLEDGE).id


def test_with_nothing_to_undo_it_says_so(page: AnnotatePage, heard: list[str]) -> None:
    page.handlers()["edit.undo"]()
    page.handlers()["edit.redo"]()
    assert heard == ["There is nothing to undo in this article.", "There is nothing to do again in this article."]


def test_a_note_is_asked_for_and_kept(page: AnnotatePage, world: World) -> None:
    mark(page, world, PLEDGE, "p")
    page.handlers()["span.note"]()
    dialog = page.findChild(TextDialog)
    QTest.keyClicks(dialog.findChild(QPlainTextEdit), "really?")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert world.own(PLEDGE).note == "really?"
    assert page.side.mark.span_card.note.text() == "really?"


def test_keys_that_are_typed_into_a_field_mark_nothing(page: AnnotatePage, world: World) -> None:
    page.text.select(*world.at(PLEDGE))
    page.focus_search()
    QTest.keyClicks(page.list.search, "p1r")
    assert page.list.search.text() == "p1r"
    assert world.labels() == {}


def test_letters_count_from_a_panel_too(page: AnnotatePage, world: World) -> None:
    page.text.select(*world.at(PLEDGE))
    page.list.view.setFocus()
    QTest.keyClicks(page.list.view, "p")
    assert world.labels() == {PLEDGE: "PLEDGE"}


def test_the_focus_goes_round_the_panes(page: AnnotatePage) -> None:
    act = page.handlers()
    assert page.text.hasFocus()
    act["panel.next"]()
    assert page.side.isAncestorOf(page.window().focusWidget())
    act["panel.next"]()
    assert page.list.view.hasFocus()
    act["panel.previous"]()
    act["panel.previous"]()
    assert page.text.hasFocus()


def test_escape_leaves_one_thing_at_a_time(page: AnnotatePage, world: World) -> None:
    mark(page, world, PLEDGE, "p")
    page.text.select(*world.at("London"))
    type_keys(page, Qt.Key.Key_Escape)
    assert page.text.selection() == ()
    assert page.desk.current
    type_keys(page, Qt.Key.Key_Escape)
    assert page.desk.current == ""


def test_an_article_label_is_set_and_shown(page: AnnotatePage) -> None:
    field = page.side.mark.article_card.form.fields["topic"]
    field.box.setCurrentIndex(field.box.findData("politics"))
    field.box.activated.emit(field.box.currentIndex())
    assert page.desk.work.own.state.attributes == {"topic": "politics"}


def test_in_a_read_only_project_nothing_changes_and_it_says_so(
    read_only_page: Callable[[], AnnotatePage], world: World
) -> None:
    page = read_only_page()
    sentences: list[str] = []
    page.failed.connect(sentences.append)
    page.text.select(*world.at(PLEDGE))
    type_keys(page, "p")
    assert sentences == ["lock.annodb is open for reading only; nothing was changed."]
    assert page.desk.work.own.spans == {}
    assert not page.side.mark.labels.isEnabled()
    assert not page.side.suggestions.accept_button.isEnabled()


def test_the_keys_that_matter_change_with_what_one_does(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    assert ("Tab", "next suggestion") in page.current_keys()
    with qtbot.waitSignal(page.keys_changed):
        type_keys(page, Qt.Key.Key_Tab)
    assert page.current_keys()[0][1] == "accept"
    with qtbot.waitSignal(page.keys_changed):
        page.text.select(*world.at("London"))
    assert page.current_keys()[0][1] == "mark"


def test_the_space_that_keys_select_with_a_word_is_not_marked(page: AnnotatePage, world: World) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for words, key, label in (("Aubrey Lock", "3", "GPE"), ("London", "3", "GPE"), ("Tom Osei", "1", "PERSON")):
        start = world.at(words)[0]
        page.text.select(start, start)
        for _ in words.split():
            QTest.keyClick(page.text, Qt.Key.Key_Right, held)
        assert page.text.selection() == ((start, start + len(words) + 1),)
        QTest.keyClicks(page.text, key)
        assert world.own(words).label == label
    assert world.own("London").origin is not None, "the suggestion is accepted"


def test_white_space_alone_can_still_be_marked(page: AnnotatePage, world: World) -> None:
    start = world.at("Lock")[0] - 1
    page.text.select(start, start + 1)
    page.choose_label("GPE")
    assert world.own(" ").fragments == ((start, start + 1),)


def test_a_word_that_is_added_by_keys_comes_without_its_space(page: AnnotatePage, world: World) -> None:
    page.text.select(*world.at("Aubrey"))
    page.choose_label("GPE")
    start, end = world.at("pledged")
    page.text.select(start, end + 1)
    page.marking.add_selection()
    (span,) = world.session.work.own.spans.values()
    assert span.fragments == (world.at("pledged"), world.at("Aubrey"))
