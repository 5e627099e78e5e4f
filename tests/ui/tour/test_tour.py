"""The tour on the real window and the sample; the model is a stand-in whose suggestions are made by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from no_worker import NoWorker
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app import suggesting
from annotator.app.plans import spans
from annotator.app.settings import Settings
from annotator.app.state import State, load_state
from annotator.app.work import Work
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span
from annotator.model.errors import SuggestError
from annotator.model.ids import new_id
from annotator.store import runs
from annotator.store.project import create_project, open_project
from annotator.ui import model_link
from annotator.ui.application import make_application
from annotator.ui.main_window import MainWindow
from annotator.ui.tour.tour import Tour

PLEDGE = "to expedite the production of long-range missiles for Ukraine"
SUGGESTED = (("GPE", "UK"), ("ORG", "France Propose"), ("PERSON", "Keir Starmer"), ("PERSON", "Emmanuel Macron"))
Make = Callable[..., MainWindow]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    monkeypatch.setattr(chosen, "settings_file", lambda: tmp_path / "settings.toml")
    monkeypatch.setattr(states, "state_file", lambda: tmp_path / "state.json")
    monkeypatch.setattr(model_link, "WorkerClient", NoWorker)
    make_application()
    made: list[MainWindow] = []

    def make(state: State | None = None) -> MainWindow:
        window = MainWindow(state or State(annotator="Dana"), Settings(look="light"))
        made.append(window)
        qtbot.addWidget(window)
        window.resize(1024, 700)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    yield make
    for window in made:
        window.close_project()


@pytest.fixture
def window(make_window: Make) -> MainWindow:
    return make_window()


def suggest(window: MainWindow) -> None:
    """The model reads the article at hand."""
    assert window.desktop is not None
    session = window.desktop.session
    work = session.work
    assert work is not None
    places = [(label, work.article.text.index(words), words) for label, words in SUGGESTED]
    made = [
        Span(id=new_id(), label=label, fragments=((at, at + len(words)),), text=words) for label, at, words in places
    ]
    model = Annotator(name="tiny", kind="model", version="1")
    found = AnnotationSet(annotator=model, state=SetState(status="done"), spans={span.id: span for span in made})
    step = runs.begin(session.project, "model run", "tiny")
    session.receive([(work.article.id, work.article.sha256, found)], step)


def toured(qtbot: QtBot, window: MainWindow) -> Tour:
    """The tour that is offered in the sample."""
    window.actions_table["project.sample"].trigger()
    qtbot.waitUntil(lambda: window.tour.tour is not None and window.tour.tour.card.isVisible())
    tour = window.tour.tour
    assert tour is not None
    return tour


def press(window: MainWindow, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Keys go where the focus is."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)


def at(tour: Tour) -> str:
    return tour.card.title.text()


def work_of(window: MainWindow) -> Work:
    assert window.desktop is not None
    work = window.desktop.session.work
    assert work is not None
    return work


def select(window: MainWindow, words: str) -> None:
    """Select words with the keys of the caret, from its place before them."""
    assert window.desktop is not None
    start = work_of(window).article.text.index(words)
    window.desktop.page.text.select(start, start)
    press(window, *[Key.Key_Right] * len(words), held=Qt.KeyboardModifier.ShiftModifier)


def test_the_whole_tour_goes_on_as_each_thing_is_really_done_with_keys(window: MainWindow, qtbot: QtBot) -> None:
    tour = toured(qtbot, window)
    suggest(window)
    desktop = window.desktop
    assert desktop is not None
    desktop.page.text.setFocus()
    assert at(tour) == "Welcome: a short tour"
    press(window, Key.Key_F6, Key.Key_F6)
    assert tour.card.forward.hasFocus()
    press(window, Key.Key_Return)
    press(window, Key.Key_F6, Key.Key_F6)
    assert desktop.page.text.hasFocus()
    assert at(tour) == "Suggestions"
    press(window, Key.Key_Tab)
    assert at(tour) == "Accept"
    press(window, Key.Key_Return)
    assert at(tour) == "Reject"
    press(window, Key.Key_Backspace)
    assert at(tour) == "Mark a pledge"
    select(window, PLEDGE)
    press(window, Key.Key_P)
    assert at(tour) == "Relate"
    press(window, Key.Key_R)
    name = next(key for key, each in work_of(window).left.spans.items() if each.span.text == "Keir Starmer")
    QTest.keyClicks(QApplication.focusWidget(), desktop.page.relating._hints[name])
    if desktop.page.relating.choosing_type:
        press(window, Key.Key_1)
    assert at(tour) == "Take back"
    press(window, Key.Key_Z, held=CTRL)
    assert at(tour) == "Done, next"
    first = work_of(window).seq
    press(window, Key.Key_Return, held=CTRL)
    assert at(tour) == "Done, next", "it was told that suggestions are left"
    press(window, Key.Key_Return, held=CTRL)
    assert at(tour) == "You know it now"
    assert work_of(window).seq != first
    assert tour.card.place.text() == "Guided tour, 9 of 9"
    tour.card.forward.click()
    assert window.tour.tour is None
    assert not desktop.page.panes.guests


def test_each_step_is_framed_read_out_and_covers_nothing_that_it_is_about(window: MainWindow, qtbot: QtBot) -> None:
    tour = toured(qtbot, window)
    suggest(window)
    whole = window.centralWidget().rect()
    for _ in tour.steps[1:]:
        step = at(tour)
        name = QAccessible.queryAccessibleInterface(tour.card).text(QAccessible.Text.Name)
        assert name == f"{step}. {tour.card.words.text()}"
        qtbot.waitUntil(lambda: not tour._placing.isActive())
        assert whole.contains(tour.card.geometry()), step
        assert whole.contains(tour.pointer.framed), step
        assert not tour.card.geometry().intersects(tour.pointer.framed), step
        tour.go_on()
        if at(tour) == step:
            break


def test_the_card_stays_in_view_when_the_window_changes(window: MainWindow, qtbot: QtBot) -> None:
    tour = toured(qtbot, window)
    for size in ((1300, 800), (860, 560), (1024, 700)):
        window.resize(*size)
        qtbot.waitUntil(lambda: window.centralWidget().rect().contains(tour.card.geometry()))
        qtbot.waitUntil(lambda: not tour._placing.isActive())
        assert window.centralWidget().rect().contains(tour.card.geometry())


def test_after_the_tour_one_scrolls_and_goes_to_other_pages_as_before(window: MainWindow, qtbot: QtBot) -> None:
    tour = toured(qtbot, window)
    with qtbot.waitSignal(tour.destroyed):
        tour.end()
    assert window.desktop is not None
    bar = window.desktop.page.text.verticalScrollBar()
    bar.setValue(bar.maximum())  # what is raised here, pytest-qt reports
    window.desktop.pages.show_page("articles")
    assert bar.value() > 0


def test_what_else_a_person_does_is_done_and_leaves_the_tour_where_it_is(window: MainWindow, qtbot: QtBot) -> None:
    tour = toured(qtbot, window)
    suggest(window)
    desktop = window.desktop
    assert desktop is not None
    tour.go_on()
    select(window, "Mark Rutte")
    press(window, Key.Key_1)
    assert [span.text for span in work_of(window).own.spans.values()] == ["Mark Rutte"]
    assert at(tour) == "Suggestions"
    press(window, Key.Key_Z, held=CTRL)
    assert not work_of(window).own.spans
    window.actions_table["article.next"].trigger()
    assert at(tour) == "Suggestions"
    window.actions_table["article.previous"].trigger()
    tour.go_on()
    tour.go_on()
    assert at(tour) == "Reject"
    press(window, Key.Key_Tab, Key.Key_Return)
    assert at(tour) == "Reject", "it was accepted"
    point = desktop.page.text.viewport().rect().center() + QPoint(0, 60)
    QTest.mouseClick(desktop.page.text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desktop.page.text.hasFocus(), "the pointer lets clicks through"
    press(window, Key.Key_Tab, Key.Key_Backspace)
    assert at(tour) == "Mark a pledge"


def test_the_tour_itself_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    tour = toured(qtbot, window)
    suggest(window)
    while window.tour.tour is not None:
        tour.go_on()
    assert work_of(window).own.is_empty
    assert work_of(window).undoable is None


def test_skipped_by_escape_it_is_gone_and_not_offered_again(
    window: MainWindow, make_window: Make, qtbot: QtBot
) -> None:
    tour = toured(qtbot, window)
    assert window.desktop is not None
    window.desktop.page.text.setFocus()
    press(window, Key.Key_Escape)
    assert window.tour.tour is tour, "in the text Esc means what it means there"
    press(window, Key.Key_F6, Key.Key_F6, Key.Key_Escape)
    assert window.tour.tour is None
    assert window.desktop.page.text.hasFocus()
    window.close()
    again = make_window(load_state())
    assert again.state.tour_seen
    again.actions_table["project.sample"].trigger()
    again.tour._offer()
    assert again.tour.tour is None
    again.actions_table["help.tour"].trigger()
    assert again.tour.tour is not None


def test_it_is_offered_in_the_sample_wherever_it_lies_and_in_no_other_project(
    window: MainWindow, tmp_path: Path
) -> None:
    from annotator.app.sample import make_sample

    news = files.resource("schemas", "news.toml").read_text(encoding="utf-8")
    create_project(tmp_path / "mine.annodb", news).close()
    window.open_path(tmp_path / "mine.annodb")
    window.tour._offer()
    assert window.tour.tour is None
    make_sample(tmp_path / "else.annodb")[0].close()
    window.open_path(tmp_path / "else.annodb")
    window.tour._offer()
    assert window.tour.tour is not None
    window.close_project()
    assert window.tour.tour is None


def test_asked_for_in_another_project_it_opens_the_sample_when_that_is_wanted(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = files.resource("schemas", "news.toml").read_text(encoding="utf-8")
    create_project(tmp_path / "mine.annodb", news).close()
    window.open_path(tmp_path / "mine.annodb")
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    window.actions_table["help.tour"].trigger()
    assert window.desktop is not None
    assert (window.desktop.session.project.name, window.tour.tour) == ("mine", None)
    window.actions_table["help.tour"].trigger()
    assert window.desktop.session.project.name == "news-annotator sample"
    assert window.tour.tour is not None


def test_without_a_project_it_opens_the_sample(window: MainWindow) -> None:
    window.actions_table["help.tour"].trigger()
    assert window.tour.tour is not None


def test_in_a_sample_opened_for_reading_it_is_not_offered_and_says_why(window: MainWindow) -> None:
    path = window.opening.sample()
    assert path is not None
    with open_project(path):
        window.open_path(path)
        window.tour._offer()
        window.actions_table["help.tour"].trigger()
        assert window.tour.tour is None
        assert "reading only" in window.status_line.message.text()


def test_without_a_model_its_steps_are_left_out(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise SuggestError("pipeline.missing", "There is no model: install one.")

    monkeypatch.setattr(suggesting, "find", missing)
    tour = toured(qtbot, window)
    titles = []
    while window.tour.tour is not None:
        titles.append(at(tour))
        tour.go_on()
    assert titles[1:4] == ["Mark a name", "Mark a pledge", "Relate"]
    assert not {"Suggestions", "Accept", "Reject"} & set(titles)


def test_a_model_that_fails_while_it_is_waited_for_is_not_waited_for(window: MainWindow, qtbot: QtBot) -> None:
    tour = toured(qtbot, window)
    desktop = window.desktop
    assert desktop is not None
    qtbot.waitUntil(lambda: desktop.link.suggesting.is_reading(work_of(window).seq))
    tour.go_on()
    assert at(tour) == "Suggestions"
    desktop.link.suggesting._urgent.clear()
    desktop.link.troubled.emit("The model cannot be loaded.")
    qtbot.waitUntil(lambda: at(tour) == "Mark a name")
    select(window, "Keir Starmer")
    press(window, Key.Key_1)
    assert at(tour) == "Mark a pledge"


def test_the_tour_waits_while_another_page_is_in_view(window: MainWindow, qtbot: QtBot) -> None:
    tour = toured(qtbot, window)
    desktop = window.desktop
    assert desktop is not None
    desktop.pages.current = "statistics"
    tour._placing.start()
    qtbot.waitUntil(lambda: not tour.card.isVisible())
    assert not tour.pointer.isVisible()
    desktop.pages.show_page("annotate")
    qtbot.waitUntil(tour.card.isVisible)


def test_the_tour_survives_steps_that_are_made_elsewhere(window: MainWindow, qtbot: QtBot) -> None:
    tour = toured(qtbot, window)
    session = window.desktop.session if window.desktop else None
    assert session is not None
    session.perform(spans.mark, "PERSON", [(0, 2)])
    session.refresh()
    session.undo()
    assert at(tour) == "Welcome: a short tour"
