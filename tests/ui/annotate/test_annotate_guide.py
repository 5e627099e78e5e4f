"""The guideline beside the text, and values from before the schema changed."""

import pytest
from annotate_world import World
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.app import schema_editing
from annotator.app.schema_draft import Draft
from annotator.app.session import Session
from annotator.store import check, guidelines
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.text_view import DEFAULT_LIGHT

PLEDGE = "to reopen Aubrey Lock by October"


@pytest.fixture
def pledge(page: AnnotatePage, world: World) -> str:
    page.text.select(*world.at(PLEDGE))
    QTest.keyClicks(page.text, "p")
    return page.desk.current


def test_the_guide_shows_the_section_of_the_label_and_else_the_last_one_or_the_one_pointed_at(
    page: AnnotatePage, world: World, pledge: str
) -> None:
    page.desk.select("")
    page.side.tabs.setCurrentWidget(page.side.guide)
    page.canvas.go_to(pledge)
    shown = page.side.guide.browser.toPlainText
    assert "commit" in shown() or "bound to do" in shown()
    assert shown().startswith("PLEDGE")
    page.desk.select("")
    assert shown().startswith("PLEDGE"), "the last one"
    page.text.hovered.emit(world.suggested("London"))
    assert shown().startswith("GPE"), "the one pointed at"
    page.text.hovered.emit("")
    assert shown().startswith("PLEDGE")


def test_the_guide_begins_with_the_introduction_and_reads_the_newest_version(page: AnnotatePage, world: World) -> None:
    page.side.tabs.setCurrentWidget(page.side.guide)
    shown = page.side.guide.browser.toPlainText
    assert shown().startswith("Entities\nWho and what the article names")
    guidelines.put(world.project, {"entities.md": "# Ours\n\nBegin here.\n\n## GPE\n\n**A place** that governs.\n"})
    page.side.guide.refresh()
    assert shown() == "Ours\nBegin here."
    page.canvas.go_to(world.suggested("London"))
    assert shown() == "GPE\nA place that governs."
    page.canvas.go_to(world.suggested("Tom Osei"))
    about = world.session.schema.label_by_name["PERSON"].about
    assert shown() == f"PERSON\n{about}", "what no guideline tells is what the schema says"


def test_a_value_that_the_schema_has_no_more_is_shown_and_stays_until_another_is_chosen(
    page: AnnotatePage, world: World, pledge: str, qtbot: QtBot
) -> None:
    draft = Draft(world.session.schema)
    at = next(n for n, each in enumerate(draft.schema.attributes) if each.name == "polarity")
    draft.change("attributes", at, choices=("kept", "broken"), default=None)
    schema_editing.apply(world.project, draft.schema, draft.renames())
    again = AnnotatePage(Session(world.project, world.session.annotator), DEFAULT_LIGHT)
    qtbot.addWidget(again)
    again.show()
    again.open_article(world.seqs[0])
    again.canvas.go_to(pledge)
    form = again.side.mark.span_card.form("PLEDGE")
    assert form.kept.text() == "polarity: made (not in the schema any more)"
    again.marking.set_attribute("kind", "outcome")
    assert again.desk.span.attributes["polarity"] == "made"
    again.marking.set_attribute("polarity", "kept")
    assert not form.kept.isVisible()
    assert list(check.problems(world.project)) == []
    again.close_page()
