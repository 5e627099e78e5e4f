"""The History tab: what it shows, and the way back to any step."""

from annotate_world import World
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.app.plans import spans
from annotator.store import history, sets
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.parts.item_delegate import ItemRole


def three_steps(world: World) -> None:
    for words in ("Aubrey Lock", "Her office", "the port"):
        world.session.perform(spans.mark, "ORG", [world.at(words)])


def shown(page: AnnotatePage) -> list[tuple[str, str]]:
    model = page.side.history.model
    rows = [model.index(row) for row in range(model.rowCount())]
    return [(index.data(), index.data(ItemRole.TITLE)) for index in rows]


def test_the_steps_are_read_only_once_the_tab_is_looked_at(world: World, page: AnnotatePage) -> None:
    three_steps(world)
    assert page.side.history.model.rowCount() == 0
    page.side.tabs.setCurrentWidget(page.side.history)
    assert [mark for _, mark in shown(page)] == ["▸ Now here", "✓ Done", "✓ Done", "○ Beginning"]
    assert "the port" in shown(page)[0][0]


def test_return_goes_back_in_one_update_and_forth_again(world: World, page: AnnotatePage, qtbot: QtBot) -> None:
    three_steps(world)
    panel, updates = page.side.history, []
    page.side.tabs.setCurrentWidget(panel)
    world.session.subscribe(updates.append)
    panel.view.setCurrentIndex(panel.model.index(2))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert set(world.labels()) == {"Aubrey Lock"}
    assert len(updates) == 1
    assert [mark for _, mark in shown(page)] == ["↶ Undone", "↶ Undone", "▸ Now here", "○ Beginning"]
    panel.view.setCurrentIndex(panel.model.index(0))
    assert panel.button.text() == "Do again to here"
    panel.button.click()
    assert set(world.labels()) == {"Aubrey Lock", "Her office", "the port"}
    kinds = [each.action for each in history.steps(world.project, world.seqs[0], world.session.number)]
    assert kinds == ["do"] * 3 + ["undo"] * 2 + ["redo"] * 2
    assert sets.load(world.project, world.seqs[0], world.session.number) == world.session.work.own


def test_a_step_whose_place_others_took_is_shown_but_cannot_be_gone_to(world: World, page: AnnotatePage) -> None:
    three_steps(world)
    world.session.undo()
    world.session.perform(spans.mark, "GPE", [world.at("London")])
    panel = page.side.history
    page.side.tabs.setCurrentWidget(panel)
    assert shown(page)[1][1] == "✕ Undone, replaced"
    panel.view.setCurrentIndex(panel.model.index(1))
    assert not panel.button.isEnabled()


def test_an_article_without_steps_says_so(page: AnnotatePage) -> None:
    page.side.tabs.setCurrentWidget(page.side.history)
    assert page.side.history.nothing.isVisible()
    assert not page.side.history.button.isEnabled()
