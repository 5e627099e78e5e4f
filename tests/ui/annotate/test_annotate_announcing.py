import pytest
from annotate_world import World
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotator.app.plans import relations, spans
from annotator.ui import announcing
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.announcing import Announcer

PLEDGE = "to reopen Aubrey Lock by October"
Told = list[tuple[str, bool]]


@pytest.fixture
def told(page: AnnotatePage) -> Told:
    """What a screen reader is asked to say, and whether at once."""
    heard: Told = []

    def say(widget: QWidget, sentence: str, urgent: bool) -> None:
        assert widget is page.text
        heard.append((sentence, urgent))

    Announcer(page.desk, page.text, say, lambda: True)
    return heard


def test_the_current_span_is_told_with_its_text_and_relations(page: AnnotatePage, world: World, told: Told) -> None:
    pledge = world.session.perform(spans.mark, "PLEDGE", [world.at(PLEDGE)]).select[0]
    page.desk.select(pledge)
    assert told[-1] == (f"PLEDGE, {PLEDGE}, no relations", False)
    for words, kind in (("Monday", "deadline"), ("London", "beneficiary")):
        world.session.perform(relations.relate, pledge, kind, world.suggested(words))
        page.desk.select("")
        page.desk.select(pledge)
    assert told[-2:] == [(f"PLEDGE, {PLEDGE}, 1 relation", False), (f"PLEDGE, {PLEDGE}, 2 relations", False)]


def test_the_current_suggestion_is_told_as_one(page: AnnotatePage, world: World, told: Told) -> None:
    QTest.keyClick(page.text, Qt.Key.Key_Tab)
    assert told == [("Suggested: PERSON, Ysolde Marr, 90%", False)]
    page.desk.select(next(iter(page.desk.work.left.relations)))
    assert told[-1] == ("Suggested: Ysolde Marr · coref → Tom Osei", False)


def test_what_is_saved_is_told_and_what_went_wrong_at_once(page: AnnotatePage, world: World, told: Told) -> None:
    page.text.select(*world.at("Her office"))
    QTest.keyClicks(page.text, "8")
    assert ("Saved: Mark FAC “Her office”", False) in told
    page.desk.select("")
    QTest.keyClick(page.text, Qt.Key.Key_Delete)
    assert told[-1] == ("Nothing is selected: click a span, or press Space at the caret.", True)
    page.desk.said.emit("No suggestion is left.")
    assert told[-1] == ("No suggestion is left.", False)


def test_nothing_is_put_together_while_no_screen_reader_listens(
    page: AnnotatePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: Told = []
    monkeypatch.setattr(announcing, "current_words", lambda _: pytest.fail("nobody listens"))
    Announcer(page.desk, page.text, lambda *all_: heard.append(all_), lambda: False)
    QTest.keyClick(page.text, Qt.Key.Key_Tab)
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    assert heard == []


@pytest.mark.parametrize("urgent", [False, True])
def test_an_announcement_reaches_qt_with_its_politeness(
    page: AnnotatePage, monkeypatch: pytest.MonkeyPatch, urgent: bool
) -> None:
    sent: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []
    monkeypatch.setattr(
        announcing.QAccessible, "updateAccessibility", lambda event: sent.append((event.message(), event.politeness()))
    )
    announcing.announce(page.text, "Saved.", urgent)
    levels = QAccessible.AnnouncementPoliteness
    assert sent == [("Saved.", levels.Assertive if urgent else levels.Polite)]
