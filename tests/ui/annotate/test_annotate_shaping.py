from annotate_world import World
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.app.settings import Settings
from annotator.store import history, runs, sets
from annotator.ui.annotate.ask import TextDialog
from annotator.ui.annotate.marks_of import tag_of
from annotator.ui.annotate.page import AnnotatePage

Key = Qt.Key


def mark(page: AnnotatePage, place: tuple[int, int], key: str) -> None:
    page.text.select(*place)
    QTest.keyClicks(page.text, key)


def act(page: AnnotatePage, name: str) -> None:
    page.handlers()[name]()


def texts(page: AnnotatePage) -> list[tuple[str, str]]:
    spans = sorted(page.desk.work.own.spans.values(), key=lambda each: (each.start, each.label))
    return [(each.label, each.text) for each in spans]


def test_all_mentions_are_labelled_like_the_current_span_and_undone_in_one_step(
    page: AnnotatePage, world: World, heard: list[str]
) -> None:
    mark(page, world.at("Marr", 1), "1")
    act(page, "span.mark_all")
    assert texts(page) == [("PERSON", "Marr"), ("PERSON", "Marr")]
    assert heard[-1] == "Mark all 1 “Marr” as PERSON"
    assert page.desk.span.start == world.at("Marr", 1)[0]
    act(page, "edit.undo")
    assert texts(page) == [("PERSON", "Marr")]


def test_all_mentions_of_a_selection_get_the_label_used_last(page: AnnotatePage, world: World) -> None:
    mark(page, world.at("October"), "6")
    page.text.select(*world.at("lock"))
    act(page, "span.mark_all")
    label = world.own("October").label
    assert texts(page) == [(label, "lock"), (label, "October")]
    assert page.text.selection() == ()


def test_all_mentions_of_a_suggestion_accept_it(page: AnnotatePage, world: World) -> None:
    page.canvas.go_to(world.suggested("London"))
    act(page, "span.mark_all")
    assert texts(page) == [("GPE", "London")]
    assert page.desk.span is not None
    assert page.desk.span.origin is not None


def test_without_a_mention_it_is_said_what_to_do(page: AnnotatePage, heard: list[str]) -> None:
    act(page, "span.mark_all")
    act(page, "span.propose_all")
    assert heard == ["Mark one mention first, in one piece: then all others can be marked like it."] * 2


def test_a_name_is_proposed_in_the_whole_project_and_taken_back(
    page: AnnotatePage, world: World, qtbot: QtBot, heard: list[str]
) -> None:
    ferry = world.seqs[2]
    page.open_article(ferry)
    mark(page, (4, 9), "9")  # "ferry" in all three
    label = page.desk.span.label
    act(page, "span.propose_all")
    qtbot.waitUntil(lambda: page.proposer.run is None)
    assert heard[-1] == f"{label} “ferry”: 2 mentions were proposed in 2 articles."
    assert [len(sets.of_models(world.project, seq)) for seq in world.seqs[2:]] == [0, 1, 1]
    assert runs.undo(world.project, history.project_steps(world.project)[0].seq) == 2


def test_proposing_can_be_stopped(page: AnnotatePage, world: World, heard: list[str]) -> None:
    page.canvas.go_to(world.suggested("London"))
    act(page, "span.propose_all")
    act(page, "span.propose_all")
    assert heard[-1].endswith("is still being proposed.")
    act(page, "span.propose_stop")
    assert heard[-1] == "GPE “London”: 0 mentions were proposed in 0 articles; stopped."
    act(page, "span.propose_stop")
    assert heard[-1] == "Nothing is being proposed."


def test_a_span_is_split_at_the_caret_and_merged_with_its_neighbour(page: AnnotatePage, world: World) -> None:
    mark(page, world.at("Ysolde Marr has"), "1")
    page.text.select(*(world.at("Marr has")[0],) * 2)
    act(page, "span.split")
    assert texts(page) == [("PERSON", "Ysolde"), ("PERSON", "Marr has")]
    act(page, "span.merge")
    assert texts(page) == [("PERSON", "Ysolde Marr has")]


def test_a_selection_splits_and_merges(page: AnnotatePage, world: World) -> None:
    mark(page, world.at("Tom Osei was told"), "1")
    page.text.select(*world.at("was"))
    act(page, "span.split")
    assert texts(page) == [("PERSON", "Tom Osei"), ("PERSON", "told")]
    page.text.select(*world.at("Tom Osei was told"))
    act(page, "span.merge")
    assert texts(page) == [("PERSON", "Tom Osei was told")]
    assert page.text.selection() == ()


def test_split_and_merge_without_a_span_say_what_to_do(page: AnnotatePage, heard: list[str]) -> None:
    for name in ("span.split", "span.merge", "span.duplicate"):
        act(page, name)
    assert all("current" in each or "Nothing is selected" in each for each in heard)
    assert len(heard) == 3


def test_one_more_label_for_the_same_words(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    mark(page, world.at("Her office"), "1")
    with qtbot.waitSignal(page.keys_changed):
        act(page, "span.duplicate")
    assert page.current_keys()[0][1] == "label it so too"
    QTest.keyClicks(page.text, "2")
    assert texts(page) == [("ORG", "Her office"), ("PERSON", "Her office")]
    QTest.keyClicks(page.text, "3")  # the mode is over: this relabels
    assert {label for label, _ in texts(page)} == {"PERSON", "GPE"}


def test_escape_and_another_span_end_waiting_for_one_more_label(page: AnnotatePage, world: World) -> None:
    mark(page, world.at("Her office"), "1")
    act(page, "span.duplicate")
    QTest.keyClick(page.text, Key.Key_Escape)
    assert page.desk.span is not None
    act(page, "span.duplicate")
    mark(page, world.at("Tom"), "2")
    assert not page.marking.is_copying


def test_a_new_span_gets_the_values_given_last_unless_the_settings_say_no(page: AnnotatePage, world: World) -> None:
    mark(page, world.at("to reopen Aubrey Lock"), "p")
    QTest.keyClicks(page.text, "ou")  # polarity, unsure
    mark(page, world.at("by October"), "p")
    assert page.desk.span.attributes["polarity"] == "refused"
    assert "unsure" not in page.desk.span.attributes
    page.apply_settings(Settings(remember_values=False))
    mark(page, world.at("on Monday"), "p")
    assert page.desk.span.attributes["polarity"] == "made"


def answer(page: AnnotatePage, words: str) -> None:
    dialog = page.findChild(TextDialog)
    dialog.findChild(QPlainTextEdit).setPlainText(words)
    dialog.accept()


def test_a_note_on_a_span_shows_in_its_card_and_on_its_tag(page: AnnotatePage, world: World) -> None:
    mark(page, world.at("Her office"), "2")
    act(page, "span.note")
    answer(page, "Which one?")
    span = world.own("Her office")
    assert (span.note, page.side.mark.span_card.note.text()) == ("Which one?", "Which one?")
    assert tag_of(world.session.schema, span) == "ORG ✎"


def test_a_relation_has_a_note_by_key_and_by_pencil(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    for _ in range(3):
        QTest.keyClick(page.text, Key.Key_Tab)
    QTest.keyClick(page.text, Key.Key_Return)
    page.canvas.go_to(world.own("Tom Osei").id)
    card = page.side.mark.span_card

    def row() -> object:
        return card._rows.itemAt(0).widget()

    row().link.setFocus()
    QTest.keyClick(row().link, Key.Key_F2)
    answer(page, "The same?")
    (relation,) = page.desk.work.own.relations.values()
    assert relation.note == "The same?"
    assert row().note.text() == "The same?"
    qtbot.waitUntil(lambda: row().note.isVisible())
    row().pencil.click()
    answer(page, "")
    assert not row().note.isVisible()


def test_in_a_project_for_reading_only_nothing_is_shaped(read_only_page: object, world: World) -> None:
    page = read_only_page()
    said: list[str] = []
    page.failed.connect(said.append)
    page.canvas.go_to(world.suggested("London") if world.session.work else next(iter(page.desk.work.left.spans)))
    for name in ("span.mark_all", "span.propose_all", "suggestion.accept_view", "suggestion.accept_above"):
        act(page, name)
    assert len(said) == 4
    assert all("reading only" in each for each in said)
    assert page.desk.work.own.is_empty
