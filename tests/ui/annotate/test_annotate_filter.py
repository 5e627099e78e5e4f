"""The filters of the list: panel, chips, questions about spans, somebody else's list."""

import pytest
from annotate_world import World
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.app.plans import spans, states
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.article_list.article_model import Role
from annotator.ui.article_list.filter_bar import FilterBar
from annotator.ui.article_list.filter_panel import FilterPanel, day_of


def titles(page: AnnotatePage) -> list[str]:
    model = page.list.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def panel(page: AnnotatePage) -> FilterPanel:
    QTest.mouseClick(page.list.bar.button, Qt.MouseButton.LeftButton)
    assert page.list.bar.panel is not None
    return page.list.bar.panel


def active(bar: FilterBar) -> dict[str, QPushButton]:
    buttons = bar.findChildren(QPushButton)
    return {each.text().removesuffix("  ×"): each for each in buttons if bar._active.isAncestorOf(each)}


def choose(page: AnnotatePage, text: str, of: str) -> None:
    box = getattr(panel(page), of)
    box.setCurrentIndex(box.findText(text))


def test_filters_of_the_panel_hold_at_once_and_together(page: AnnotatePage, world: World) -> None:
    page.text.select(*world.at("London"))
    QTest.keyClicks(page.text, "7")
    choose(page, "Sample Wire", "outlet")
    assert titles(page) == ["Minister vows to reopen the lock"]
    choose(page, "LOC", "label")
    assert titles(page) == ["Minister vows to reopen the lock"]
    choose(page, "MONEY", "label")
    assert titles(page) == []
    assert set(active(page.list.bar)) == {"MONEY", "Sample Wire", "Clear all"}


def test_several_statuses_can_be_shown(page: AnnotatePage, world: World) -> None:
    for seq, status in zip(world.seqs[2:], ("done", "flagged", "skipped"), strict=True):
        page.open_article(seq)
        page.desk.perform(states.set_status, status)
    shown = panel(page)
    shown.statuses["done"].setChecked(True)
    shown.statuses["skipped"].setChecked(True)
    assert titles(page) == ["Ferry 0", "Ferry 2"]
    QTest.mouseClick(page.list.chips["flagged"], Qt.MouseButton.LeftButton)
    assert titles(page) == ["Ferry 1"]
    assert not shown.statuses["done"].isChecked()


def test_a_chip_takes_its_filter_away_and_clear_all_takes_all(page: AnnotatePage, qtbot: QtBot) -> None:
    bar = page.list.bar
    shown = panel(page)
    shown.unjudged.setChecked(True)
    shown.first_day.setText("2025-10")
    shown.first_day.editingFinished.emit()
    assert titles(page) == ["Minister vows to reopen the lock"]
    assert len(active(bar)) == 3
    shown.hide()
    active(bar)["suggestions left"].click()
    qtbot.waitUntil(lambda: "suggestions left" not in active(bar))
    assert not shown.unjudged.isChecked()
    bar.search.setText("nothing")
    bar.clear_all()
    assert len(titles(page)) == 5
    assert bar.search.text() == ""
    assert not bar._active.isVisible()


def test_the_list_of_another_annotator_can_be_looked_at(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    bob = Session(world.project, Annotator(name="Bob"))
    bob.open_article(world.seqs[3])
    bob.perform(states.set_status, "done")
    choose(page, "Bob", "annotator")
    with qtbot.waitSignal(page.list.model.loaded):
        page.list.chips["done"].click()
    assert titles(page) == ["Ferry 1"]
    assert page.list.chips["done"].text() == "done 1"
    assert "by Bob" in active(page.list.bar)


def test_a_flag_is_told_with_its_reason(page: AnnotatePage, world: World) -> None:
    page.desk.perform(states.set_status, "flagged", flag="two ministers?")
    model = page.list.model
    assert "two ministers?" in model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)


def test_a_question_about_spans_shows_them_and_goes_to_the_first(page: AnnotatePage, world: World) -> None:
    world.session.perform(spans.mark, "PLEDGE", [world.at("reopen Aubrey Lock by October")])
    page.open_article(world.seqs[2])
    page.focus_search()
    QTest.keyClicks(page.list.search, "PLEDGE: aub")
    QTest.keyClick(page.list.search, Qt.Key.Key_Return)
    model = page.list.model
    assert model.data(model.index(0), Role.SNIPPET) == "reopen ‹Aubrey› Lock by October"
    assert page.desk.work.seq == world.seqs[0]
    assert page.desk.span is not None
    assert page.desk.span.label == "PLEDGE"
    assert page.text.hasFocus()


def test_a_span_that_somebody_else_has_is_selected_where_its_text_is(page: AnnotatePage, world: World) -> None:
    bob = Session(world.project, Annotator(name="Bob"))
    bob.open_article(world.seqs[0])
    bob.perform(spans.mark, "PLEDGE", [world.at("sell the port")])
    page.open_article(world.seqs[2])
    choose(page, "Bob", "annotator")
    page.list.search.setText("PLEDGE: port")
    QTest.keyClick(page.list.search, Qt.Key.Key_Return)
    assert page.desk.work.seq == world.seqs[0]
    assert page.text.selection() == (world.at("sell the port"),)


@pytest.mark.parametrize(("line", "told"), [("QUOTE with", "after “with”, give speaker"), ("PLEDGE tax", "a colon")])
def test_a_question_that_cannot_be_read_is_told_and_the_list_stays(page: AnnotatePage, line: str, told: str) -> None:
    page.list.search.setText("ferry")
    page.list.refresh()
    page.list.search.setText(line)
    page.list.refresh()
    assert told in page.list.bar.trouble.text()
    assert page.list.bar.trouble.isVisible()
    assert titles(page) == ["Ferry 0", "Ferry 1", "Ferry 2"]
    page.list.search.clear()
    page.list.refresh()
    assert not page.list.bar.trouble.isVisible()


def test_names_of_the_schema_are_proposed_while_one_types(page: AnnotatePage) -> None:
    page.focus_search()
    QTest.keyClicks(page.list.search, "QUOTE wi")
    completer = page.list.search.completer()
    assert completer is not None
    assert completer.currentCompletion() == "QUOTE with speaker"


def test_the_row_of_the_article_at_hand_follows_its_edits(page: AnnotatePage, world: World) -> None:
    model = page.list.model
    before = model.data(model.index(0), Role.ROW)
    world.session.perform(spans.mark, "GPE", [world.at("London")])
    after = model.data(model.index(0), Role.ROW)
    assert (before.spans, before.unjudged, before.suggested) == (0, 5, 5)
    assert (after.spans, after.unjudged, after.status) == (1, 4, "in progress")


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2025-10-26", "2025-10-26", "2025-10-26"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("yesterday", "", ""),
        ("", "", ""),
    ],
)
def test_a_day_may_be_a_month_or_a_year(typed: str, first: str, last: str) -> None:
    assert (day_of(typed), day_of(typed, last=True)) == (first, last)
