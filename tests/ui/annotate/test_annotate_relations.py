"""The list of relations with its filter and its card, on the real page."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from annotate_world import World
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from strategies import RICH_TOML

from annotator.app.plans import relations, spans
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.store import articles
from annotator.store.project import create_project
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.annotate.panels.relation_panel import RelationPanel
from annotator.ui.text_view import DEFAULT_LIGHT

PLEDGE = "to reopen Aubrey Lock by October"
QUOTE = "“We will not sell the port,”"


@pytest.fixture
def ids(page: AnnotatePage, world: World) -> dict[str, str]:
    """A pledge and a quote with their people; the ids of the spans by their words."""
    places = [
        ("PLEDGE", PLEDGE),
        ("PERSON", "Ysolde Marr"),
        ("PERSON", "Tom Osei"),
        ("QUOTE", QUOTE),
        ("GPE", "London"),
    ]
    made = {words: world.session.perform(spans.mark, label, [world.at(words)]).select[0] for label, words in places}
    for head, kind, tail in (
        (QUOTE, "speaker", "Tom Osei"),
        (PLEDGE, "pledger", "Ysolde Marr"),
        (PLEDGE, "beneficiary", "London"),
        ("Tom Osei", "coref", "Ysolde Marr"),
    ):
        world.session.perform(relations.relate, made[head], kind, made[tail])
    return made


@pytest.fixture
def panel(page: AnnotatePage, ids: dict[str, str]) -> RelationPanel:
    page.side.tabs.setCurrentWidget(page.side.relations)
    return page.side.relations


def listed(panel: RelationPanel) -> list[str]:
    return [panel.model.relation(row).type for row in range(panel.model.rowCount())]


def choose(panel: RelationPanel, kind: str) -> None:
    panel.view.setCurrentIndex(panel.model.index(listed(panel).index(kind)))


def told(page: AnnotatePage) -> set[tuple[str, str, str]]:
    own = page.desk.work.own
    return {(own.spans[each.head].text, each.type, own.spans[each.tail].text) for each in own.relations.values()}


def undo(page: AnnotatePage) -> None:
    page.handlers()["edit.undo"]()


def test_relations_stand_in_the_order_of_the_text(panel: RelationPanel) -> None:
    assert listed(panel) == ["pledger", "beneficiary", "coref", "speaker"]


def test_words_filter_by_type_label_and_text_of_either_end(panel: RelationPanel) -> None:
    for words, found in (
        ("PLEDG", ["pledger", "beneficiary"]),
        ("osei", ["coref", "speaker"]),
        ("osei speak", ["speaker"]),
        ("gpe", ["beneficiary"]),
        ("nowhere", []),
        ("", ["pledger", "beneficiary", "coref", "speaker"]),
    ):
        panel.filter.setText(words)
        assert listed(panel) == found
        assert panel.nothing.isVisible() == (not found)
    panel.filter.setText("nowhere")
    assert panel.nothing.text() == "No relation fits."


def test_only_those_of_the_current_span_are_listed_on_request(
    page: AnnotatePage, panel: RelationPanel, ids: dict[str, str]
) -> None:
    page.desk.select(ids["Ysolde Marr"])
    panel.of_current.click()
    assert listed(panel) == ["pledger", "coref"]
    page.desk.select(ids["London"])
    assert listed(panel) == ["beneficiary"]
    panel.of_current.click()
    assert len(listed(panel)) == 4


def test_return_in_the_filter_goes_to_the_list_and_return_there_to_the_head(
    page: AnnotatePage, panel: RelationPanel, ids: dict[str, str]
) -> None:
    panel.filter.setFocus()
    QTest.keyClicks(panel.filter, "speaker")
    QTest.keyClick(panel.filter, Qt.Key.Key_Return)
    assert panel.view.hasFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert page.desk.current == ids[QUOTE]
    assert page.text.hasFocus()


def test_a_click_goes_to_the_head_but_not_one_that_adds_to_the_selection(
    page: AnnotatePage, panel: RelationPanel, ids: dict[str, str]
) -> None:
    def click(row: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = panel.view.visualRect(panel.model.index(row)).center()
        QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, held, place)

    click(2)
    assert page.desk.current == ids["Tom Osei"]
    click(0, Qt.KeyboardModifier.ControlModifier)
    assert page.desk.current == ids["Tom Osei"]
    assert {each.type for each in panel.selected()} == {"pledger", "coref"}


def test_the_card_explains_the_selected_relation_and_its_ends_are_links(
    page: AnnotatePage, panel: RelationPanel, ids: dict[str, str]
) -> None:
    choose(panel, "pledger")
    assert panel.card.isVisible()
    assert panel.card.type_box.currentText() == "pledger"
    assert panel.card.ends["head"].accessibleName() == f"Head: PLEDGE “{PLEDGE}”"
    assert panel.card.ends["head"].text().startswith("PLEDGE “to reopen")
    panel.card.ends["tail"].click()
    assert page.desk.current == ids["Ysolde Marr"]


def test_another_type_is_chosen_among_those_that_the_ends_allow(page: AnnotatePage, panel: RelationPanel) -> None:
    choose(panel, "pledger")
    box = panel.card.type_box
    able = [box.itemText(row) for row in range(box.count()) if box.model().item(row).isEnabled()]
    assert able == ["pledger", "beneficiary"]
    box.setCurrentText("beneficiary")
    box.activated.emit(box.currentIndex())
    assert (PLEDGE, "beneficiary", "Ysolde Marr") in told(page)
    assert box.currentText() == "beneficiary"
    undo(page)
    assert (PLEDGE, "pledger", "Ysolde Marr") in told(page)
    assert box.currentText() == "pledger"


def test_where_no_other_type_may_be_the_list_of_types_is_shut(
    page: AnnotatePage, panel: RelationPanel, heard: list[str]
) -> None:
    choose(panel, "coref")
    assert not panel.card.type_box.isEnabled()
    page.handlers()["relation.retype"]()
    assert heard[-1] == "No other type may lead from this head to this tail."


def test_a_relation_that_may_lead_either_way_is_reversed_at_once(
    page: AnnotatePage, panel: RelationPanel, world: World, ids: dict[str, str]
) -> None:
    other = world.session.perform(spans.mark, "PLEDGE", [world.at("was told")]).select[0]
    world.session.perform(relations.relate, other, "repeats", ids[PLEDGE])
    choose(panel, "repeats")
    page.handlers()["relation.reverse"]()
    assert (PLEDGE, "repeats", "was told") in told(page)
    assert [each.type for each in panel.selected()] == ["repeats"]
    undo(page)
    assert ("was told", "repeats", PLEDGE) in told(page)


def test_a_relation_that_may_not_lead_back_is_not_reversed(panel: RelationPanel) -> None:
    for kind in ("pledger", "coref"):
        choose(panel, kind)
        assert not panel.card.reverse_button.isEnabled()


def test_where_only_another_type_leads_back_that_is_offered(page: AnnotatePage, panel: RelationPanel) -> None:
    choose(panel, "pledger")
    menu = panel.card.type_menu(["coref"])
    asked: list[str] = []
    panel.card.turned.disconnect()
    panel.card.turned.connect(asked.append)
    menu.actions()[0].trigger()
    assert asked == ["coref"]


def test_a_note_is_written_shown_and_undone(page: AnnotatePage, panel: RelationPanel) -> None:
    choose(panel, "speaker")
    panel.card.note_button.click()
    dialog = QApplication.activeModalWidget()
    dialog.field.setPlainText("By his office.")
    dialog.accept()
    assert panel.card.note.text() == "By his office."
    assert panel.card.note.isVisible()
    assert panel.selected()[0].note == "By his office."
    undo(page)
    assert panel.selected()[0].note == ""
    assert not panel.card.note.isVisible()


@pytest.fixture
def described(tmp_path: Path, qtbot: QtBot) -> Iterator[AnnotatePage]:
    """A page by a schema whose relations have attributes, with one coref."""
    with create_project(tmp_path / "rich.annodb", RICH_TOML) as project:
        articles.add(project, [make_article(id=new_id(), title="T", text="Ann met Bob.")])
        session = Session(project, Annotator(name="Ada"))
        made = AnnotatePage(session, DEFAULT_LIGHT)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        made.open_article(1)
        ann, bob = (session.perform(spans.mark, "PERSON", [place]).select[0] for place in ((0, 3), (8, 11)))
        session.perform(relations.relate, ann, "coref", bob)
        made.side.tabs.setCurrentWidget(made.side.relations)
        choose(made.side.relations, "coref")
        made.text.setFocus()
        qtbot.waitUntil(made.text.hasFocus)
        yield made
        made.close_page()


def test_attributes_of_a_relation_are_set_and_undone(described: AnnotatePage) -> None:
    panel = described.side.relations
    form = panel.card._forms["coref"]
    form.fields["unsure"].box.click()
    line = form.fields["since"].line
    line.setFocus()
    QTest.keyClicks(line, "2026-01-01")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert panel.selected()[0].attributes == {"unsure": True, "since": "2026-01-01"}
    undo(described)
    assert panel.selected()[0].attributes == {"unsure": True}
    assert line.text() == ""
    undo(described)
    assert panel.selected()[0].attributes == {}
    assert not form.fields["unsure"].box.isChecked()


def test_a_value_that_is_typed_is_kept_when_another_row_is_clicked(described: AnnotatePage) -> None:
    panel = described.side.relations
    line = panel.card._forms["coref"].fields["since"].line
    line.setFocus()
    QTest.keyClicks(line, "2026-01-01")
    panel.filter.setFocus(Qt.FocusReason.MouseFocusReason)
    assert panel.selected()[0].attributes == {"since": "2026-01-01"}


def test_several_rows_are_removed_in_one_step(page: AnnotatePage, panel: RelationPanel) -> None:
    before = told(page)
    panel.view.setFocus()
    choose(panel, "pledger")
    QTest.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.button.text() == "Remove 2 relations"
    assert not panel.card.isVisible()
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert listed(panel) == ["coref", "speaker"]
    undo(page)
    assert told(page) == before


def test_the_only_relation_of_the_current_span_is_at_hand_by_key(
    page: AnnotatePage, ids: dict[str, str], heard: list[str]
) -> None:
    page.desk.select(ids[QUOTE])
    page.handlers()["relation.note"]()
    dialog = QApplication.activeModalWidget()
    dialog.field.setPlainText("heard")
    dialog.accept()
    assert [each.note for each in page.desk.work.judging.relations_of(ids[QUOTE])] == ["heard"]
    assert page.side.tabs.currentWidget() is page.side.relations
    page.side.tabs.setCurrentWidget(page.side.mark)
    page.desk.select(ids[PLEDGE])
    page.handlers()["relation.note"]()
    assert heard[-1] == "Select one relation in the Relations tab first."


def test_in_a_read_only_project_nothing_can_be_changed(
    page: AnnotatePage, ids: dict[str, str], read_only_page: Callable[[], AnnotatePage]
) -> None:
    reading = read_only_page()
    heard: list[str] = []
    reading.failed.connect(heard.append)
    panel = reading.side.relations
    reading.side.tabs.setCurrentWidget(panel)
    choose(panel, "pledger")
    card = panel.card
    assert not any(
        each.isEnabled() for each in (card.type_box, card.reverse_button, card.note_button, card.remove_button)
    )
    for name in ("reverse", "retype", "note"):
        reading.handlers()[f"relation.{name}"]()
        assert heard.pop() == "The project is open for reading only."
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert len(listed(panel)) == 4


def test_return_on_a_relation_of_the_span_card_goes_to_the_other_end(page: AnnotatePage, ids: dict[str, str]) -> None:
    page.desk.select(ids[QUOTE])
    row = page.side.mark.span_card._rows.itemAt(0).widget()
    row.link.setFocus()
    QTest.keyClick(row.link, Qt.Key.Key_Return)
    assert page.desk.current == ids["Tom Osei"]


def test_del_in_the_span_card_keeps_the_focus_among_its_relations(page: AnnotatePage, ids: dict[str, str]) -> None:
    page.desk.select(ids[PLEDGE])
    card = page.side.mark.span_card
    card._rows.itemAt(0).widget().link.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is card._rows.itemAt(0).widget().link
    assert QApplication.focusWidget().text() == "beneficiary → London"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert card._rows.count() == 0
    assert card.note_button.hasFocus()


def test_removing_the_last_one_from_the_card_leaves_the_focus_in_the_list(
    page: AnnotatePage, panel: RelationPanel, ids: dict[str, str]
) -> None:
    panel.filter.setText("speaker")
    choose(panel, "speaker")
    panel.card.remove_button.setFocus(Qt.FocusReason.TabFocusReason)
    panel.card.remove_button.click()
    assert listed(panel) == []
    assert not panel.card.isVisible()
    assert panel.view.hasFocus()
