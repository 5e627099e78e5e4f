from annotate_world import TEXT, World
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.app.blind import set_share
from annotator.app.settings import Settings
from annotator.model.annotation import AnnotationSet, Annotator, Span
from annotator.model.ids import new_id
from annotator.store import blind, runs
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.annotate.panels.suggestion_panel import MANY
from annotator.ui.dialogs.blind import BlindDialog
from annotator.ui.dialogs.score import ScoreDialog

Key = Qt.Key
SCORES = {"Aubrey Lock": 0.2, "port": 0.5, "October": None}


def press(page: AnnotatePage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.text, key)


def act(page: AnnotatePage, name: str) -> None:
    page.handlers()[name]()


def more(page: AnnotatePage, world: World) -> None:
    """Another model suggests three places, with scores or without."""
    made = [
        Span(id=new_id(), label="FAC", fragments=(world.at(words),), text=words, score=score)
        for words, score in SCORES.items()
    ]
    found = AnnotationSet(annotator=Annotator(name="other", kind="model"), spans={each.id: each for each in made})
    article = page.desk.work.article
    world.session.receive([(article.id, article.sha256, found)], runs.begin(world.project, "model run", "other"))


def current(page: AnnotatePage) -> str:
    desk = page.desk
    return desk.suggested.span.text if desk.suggested else "relation" if desk.suggested_relation else ""


def tab(page: AnnotatePage) -> str:
    """The title of the panel's tab, which is in the tooltip where it has no room."""
    return page.side.tabs.tabToolTip(1) or page.side.tabs.tabText(1)


def left(page: AnnotatePage) -> set[str]:
    return {each.span.text for each in page.desk.work.left.spans.values()}


def test_the_doubtful_come_first_and_those_without_a_score_last(page: AnnotatePage, world: World) -> None:
    more(page, world)
    act(page, "suggestion.order")
    seen = []
    for _ in range(8):
        press(page, Key.Key_Tab)
        seen.append(current(page))
    assert seen == ["Aubrey Lock", "port", "Ysolde Marr", "Tom Osei", "London", "Monday", "October", "relation"]
    QTest.keyClick(page.text, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert current(page) == "October"


def test_judging_follows_the_order(page: AnnotatePage, world: World) -> None:
    more(page, world)
    act(page, "suggestion.order")
    press(page, Key.Key_Tab, Key.Key_Return)
    assert current(page) == "port"
    press(page, Key.Key_Backspace)
    assert current(page) == "Ysolde Marr"
    model = page.side.suggestions.model
    assert model.walk.row(page.desk.current) == 0


def test_the_order_is_switched_in_the_panel_and_kept_in_the_settings(page: AnnotatePage, qtbot: QtBot) -> None:
    button = page.side.suggestions.doubt_button
    with qtbot.waitSignal(page.ordering.chosen) as told:
        button.click()
    assert told.args == ["doubt"]
    assert page.settings.order == "doubt"
    act(page, "suggestion.order")
    assert not button.isChecked()
    page.apply_settings(Settings(order="doubt"))
    assert button.isChecked()
    assert page.side.suggestions.model.walk.order == "doubt"


def test_the_current_suggestion_stays_current_in_another_order(page: AnnotatePage, world: World) -> None:
    press(page, Key.Key_Tab)
    act(page, "suggestion.order")
    assert current(page) == "Ysolde Marr"
    assert page.side.suggestions.accept_button.isEnabled()


def test_after_another_label_the_next_suggestion_comes_by_itself(page: AnnotatePage, world: World) -> None:
    press(page, Key.Key_Tab)
    QTest.keyClicks(page.text, "2")
    assert world.labels() == {"Ysolde Marr": "ORG"}
    assert current(page) == "Tom Osei"
    QTest.keyClicks(page.text, "1")  # its own label accepts it
    assert [each.kind for each in page.desk.work.own.verdicts.values()] == ["changed", "accepted"]
    assert current(page) == "relation"


def test_after_another_boundary_it_stays_current_until_return_goes_on(page: AnnotatePage, world: World) -> None:
    press(page, Key.Key_Tab)
    for _ in range(2):
        act(page, "span.end_right")
    assert page.desk.span.text == "Ysolde Marr has pledged"
    assert [each.kind for each in page.desk.work.own.verdicts.values()] == ["changed"]
    press(page, Key.Key_Return)
    assert current(page) == "Tom Osei"


def test_all_in_view_are_accepted_in_one_step(page: AnnotatePage, world: World) -> None:
    press(page, Key.Key_Tab)
    act(page, "suggestion.accept_view")
    assert len(page.desk.work.left) == 0
    assert len(page.desk.work.own.relations) == 1
    assert page.desk.current == ""
    act(page, "edit.undo")
    assert len(page.desk.work.left) == 5
    assert page.desk.work.own.is_empty


def test_what_is_out_of_view_stays(page: AnnotatePage, world: World, heard: list[str]) -> None:
    start = world.at("London")[0]
    page.text.visible_range = lambda: (start, len(TEXT))
    act(page, "suggestion.accept_view")
    assert left(page) == {"Ysolde Marr", "Tom Osei"}
    act(page, "suggestion.accept_view")
    assert heard[-1] == "There is no such suggestion."


def test_all_of_a_label_are_accepted_or_rejected_in_one_step(
    page: AnnotatePage, world: World, heard: list[str]
) -> None:
    act(page, "suggestion.accept_label")
    assert heard[-1] == "Go to a suggestion of the label first: Tab goes to the next one."
    press(page, Key.Key_Tab)
    act(page, "suggestion.accept_label")
    assert heard[-1] == "Accept 2 suggestions of PERSON"
    assert world.labels() == {"Ysolde Marr": "PERSON", "Tom Osei": "PERSON"}
    assert current(page) == "relation"
    act(page, "edit.undo")
    page.canvas.go_to(world.suggested("Tom Osei"))
    act(page, "suggestion.reject_label")
    assert world.labels() == {}
    assert left(page) == {"London", "Monday"}
    assert not page.desk.work.left.relations
    act(page, "edit.undo")
    assert len(page.desk.work.left) == 5


def test_all_above_a_score_are_accepted_and_how_many_is_told_before(page: AnnotatePage, world: World) -> None:
    more(page, world)
    act(page, "suggestion.accept_above")
    dialog = page.findChild(ScoreDialog)
    assert dialog.told.text() == "Suggestions that would be accepted: 4"
    dialog.field.setValue(91)
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    dialog.field.setValue(50)
    assert dialog.told.text() == "Suggestions that would be accepted: 5"
    dialog.accept()
    assert left(page) == {"Aubrey Lock", "October"}
    assert len(page.desk.work.left.relations) == 1


def test_the_panel_offers_what_is_done_to_many(page: AnnotatePage, world: World) -> None:
    panel = page.side.suggestions
    press(page, Key.Key_Tab)
    menu = panel.many_menu()
    assert [action.text().partition("\t")[0] for action in menu.actions()] == [
        *("Accept all in view", "Accept all of this label", "Accept all above a score", "Reject all of this label")
    ]
    assert all("Ctrl+Shift+" in action.text() for action in menu.actions())
    menu.actions()[MANY.index("suggestion.accept_label")].trigger()
    assert set(world.labels()) == {"Ysolde Marr", "Tom Osei"}


# Done, while suggestions are left


def test_the_settings_can_refuse_done_while_suggestions_are_left(
    page: AnnotatePage, world: World, heard: list[str]
) -> None:
    page.apply_settings(Settings(when_left="refuse"))
    for _ in range(3):
        act(page, "article.done")
    assert heard == ["5 suggestions are not judged: judge them first. Tab goes to the next."] * 3
    assert page.desk.work.own.state.status == "new"
    press(page, Key.Key_Tab)
    act(page, "suggestion.accept_view")
    act(page, "article.done")
    assert page.desk.work.seq == world.seqs[1]


def test_the_settings_can_reject_what_is_left_in_the_step_that_finishes(page: AnnotatePage, world: World) -> None:
    page.apply_settings(Settings(when_left="reject"))
    act(page, "article.done")
    assert page.desk.work.seq == world.seqs[1]
    page.open_article(world.seqs[0])
    assert len(page.desk.work.left) == 0
    assert page.desk.work.own.state.status == "done"
    act(page, "edit.undo")
    assert (len(page.desk.work.left), page.desk.work.own.state.status) == (5, "new")


# The blind sample


def test_a_blind_article_shows_no_suggestion_until_it_is_done(
    page: AnnotatePage, world: World, qtbot: QtBot, heard: list[str]
) -> None:
    set_share(world.project, 100)
    with qtbot.waitSignal(page.suggestions_hidden):
        world.session.refresh()
    panel = page.side.suggestions
    assert tab(page) == "Suggestions hidden"
    assert panel.nothing.text() == "Suggestions are hidden in this article until you have finished."
    press(page, Key.Key_Tab)
    assert heard[-1] == "Suggestions are hidden in this article until you have finished."
    assert page.text.mark_at(world.at("London")[0]) == ()
    page.text.select(*world.at("London"))
    QTest.keyClicks(page.text, "3")
    assert world.own("London").origin is None
    with qtbot.waitSignal(page.suggestions_left):
        act(page, "article.done")
    assert heard[-1].startswith("The suggestions are shown now")
    assert page.desk.work.seq == world.seqs[0]
    assert tab(page) == "Suggestions 4"
    assert panel.model.rowCount() == 4
    assert page.text.mark_at(world.at("Monday")[0]) != ()
    for _ in range(2):
        act(page, "article.done")
    assert page.desk.work.seq == world.seqs[1]
    assert len(blind.ends(world.project)) == 1


def test_the_list_says_nothing_of_suggestions_in_blind_articles(page: AnnotatePage, world: World) -> None:
    model = page.list.model
    told = {seq: model.progress(row) for seq, row in model._found(list(world.seqs)).items() if row.suggested}
    assert told  # there is something to hide
    set_share(world.project, 100)
    hidden = model._found(list(world.seqs))
    assert all((row.suggested, row.unjudged) == (0, 0) for row in hidden.values())
    blind.end(world.project, next(iter(told)), world.session.number)
    assert [seq for seq, row in model._found(list(world.seqs)).items() if row.suggested] == [next(iter(told))]


def test_a_blind_article_without_anything_to_judge_is_done_at_once(page: AnnotatePage, world: World) -> None:
    set_share(world.project, 100)
    page.open_article(world.seqs[2])
    assert page.desk.work.is_blind
    act(page, "article.done")
    assert page.desk.work.seq == world.seqs[3]


def test_the_dialog_says_how_many_articles_a_share_is(world: World, qtbot: QtBot) -> None:
    dialog = BlindDialog(world.project)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "Counting" not in dialog.told.text())
    assert dialog.told.text() == "0 of 5 articles"
    dialog.field.setValue(100)
    assert dialog.told.text() == "5 of 5 articles"
    dialog.field.setValue(40)
    said = dialog.told.text()
    sample = set_share(world.project, 40)
    ids = [key for _, key in blind.ids(world.project, after=0, limit=10)]
    assert said == f"{sum(map(sample.holds, ids))} of 5 articles"
