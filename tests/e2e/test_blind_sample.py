"""The blind sample, from its share to what differs: hidden until one has finished, then shown, both sets kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from typist import Typist, new_project, opened, stored, to_the_front

from annotator.app.blind import sample_of
from annotator.app.blind_compare import Difference, blind_differences
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span
from annotator.model.ids import new_id
from annotator.store import articles, blind, check, runs
from annotator.store.blind_sets import set_at
from annotator.store.project import open_project
from annotator.ui.dialogs.blind import BlindDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.text_view import MarkState

pytestmark = pytest.mark.usefixtures("no_model")
Key, Mod = Qt.Key, Qt.KeyboardModifier
MODEL = Annotator(name="tiny", kind="model", version="1")
MANY = 24
NAMES = (("PERSON", "Ada Brill"), ("PERSON", "Tom Osei"), ("GPE", "London"))


def text_of(number: int) -> str:
    return f"Ada Brill met Tom Osei in London on day {number}."


def suggested(text: str) -> AnnotationSet:
    places = [(label, words, text.index(words)) for label, words in NAMES]
    spans = [
        Span(id=new_id(), label=label, fragments=((at, at + len(words)),), text=words, score=0.5)
        for label, words, at in places
    ]
    return AnnotationSet(annotator=MODEL, state=SetState(status="done"), spans={each.id: each for each in spans})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Many articles, each with three suggestions."""
    path = new_project(tmp_path / "blind.annodb", *(text_of(number) for number in range(MANY)))
    with open_project(path) as project:
        step = runs.begin(project, "model run", "tiny")
        for number in range(MANY):
            runs.store_suggestions(project, suggested(text_of(number)), number + 1, step)
    return path


@pytest.fixture
def typist(window: MainWindow, path: Path) -> Typist:
    """Half of the articles are made blind, as the lead does it."""
    page = opened(window, path)
    share(window, 50)
    return Typist(page)


def share(window: MainWindow, per_cent: int) -> None:
    """Answer the dialog of the menu."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BlindDialog)
        dialog.field.setValue(per_cent)
        dialog.accept()

    QTimer.singleShot(0, answer)
    window.actions_table["project.blind"].trigger()


def sampled(path: Path) -> tuple[list[int], list[int]]:
    """The articles of the sample and the others, as the file says."""
    with open_project(path, read_only=True) as project:
        sample = sample_of(project)
        held = [number for number in range(1, MANY + 1) if sample.holds(articles.get(project, number).id)]
    return held, [number for number in range(1, MANY + 1) if number not in held]


def shown(typist: Typist) -> list[str]:
    """The suggestions on the screen."""
    marks = typist.page.text._scene.marks.values()
    text = typist.page.text.text()
    return [text[slice(*mark.fragments[0])] for mark in marks if mark.state == MarkState.SUGGESTION]


def begin(typist: Typist, number: int) -> None:
    """Open an article; where the sample is is chance, so there is no key that leads there."""
    assert typist.page.open_article(number)
    to_the_front(typist.page.window())
    typist.page.text.setFocus()
    assert typist.page.text.hasFocus()


def test_suggestions_are_hidden_in_the_sample_only_and_no_key_reaches_them(
    window: MainWindow, typist: Typist, path: Path
) -> None:
    held, others = sampled(path)
    assert held
    assert others
    for number in held[:3]:
        begin(typist, number)
        assert shown(typist) == []
        assert window.status_line.left.text() == "Blind: suggestions hidden"
        typist.press(Key.Key_Tab)
        typist.press(Key.Key_Return)
        assert typist.page.desk.current == ""
        assert not stored(path, number, "Dana").spans
    for number in others[:3]:
        begin(typist, number)
        assert shown(typist) == ["Ada Brill", "Tom Osei", "London"]


def test_who_has_finished_sees_them_and_what_differs_is_kept(window: MainWindow, typist: Typist, path: Path) -> None:
    number = sampled(path)[0][0]
    text = text_of(number - 1)
    begin(typist, number)
    typist.mark("ORG", text.index("Tom Osei"), text.index("Tom Osei") + 8)  # as PERSON by the model
    typist.mark("PERSON", 0, 9)
    typist.press(Key.Key_Return, Mod.ControlModifier)
    assert typist.page.desk.work.seq == number, "it is not done yet"
    assert sorted(shown(typist)) == ["London", "Tom Osei"], "Ada Brill is marked so already"
    assert "shown now" in window.status_line.message.text()
    assert stored(path, number, "Dana").state.status == "in progress"

    typist.press(Key.Key_Tab)
    typist.press(Key.Key_Backspace)  # she stays with ORG
    typist.press(Key.Key_Return)  # and forgot London
    typist.press(Key.Key_Return, Mod.ControlModifier)
    assert typist.page.desk.work.seq != number
    now = stored(path, number, "Dana")
    assert now.state.status == "done"
    assert {(each.label, each.text) for each in now.spans.values()} == {
        ("ORG", "Tom Osei"),
        ("PERSON", "Ada Brill"),
        ("GPE", "London"),
    }
    with open_project(path, read_only=True) as project:
        (end,) = blind.ends(project)
        before = set_at(project, end)
        (found,) = blind_differences(project)
        assert list(check.problems(project)) == []
    assert {(each.label, each.text) for each in before.spans.values()} == {("ORG", "Tom Osei"), ("PERSON", "Ada Brill")}
    assert (found.article, found.spans) == (number, 2)
    assert found.by_seeing == Difference(added=1, removed=0, changed=0)
    assert found.from_models[MODEL] == Difference(added=1, removed=0, changed=1)


def test_once_shown_they_stay_so_after_a_new_start(window: MainWindow, typist: Typist, path: Path) -> None:
    number = sampled(path)[0][0]
    begin(typist, number)
    typist.press(Key.Key_Return, Mod.ControlModifier)
    assert len(shown(typist)) == 3
    window.close_project()
    again = Typist(opened(window, path))
    begin(again, number)
    assert len(shown(again)) == 3


def test_a_smaller_share_shows_what_is_no_longer_of_the_sample(window: MainWindow, typist: Typist, path: Path) -> None:
    number = sampled(path)[0][0]
    begin(typist, number)
    assert shown(typist) == []
    share(window, 0)
    assert len(shown(typist)) == 3
    share(window, 100)
    assert shown(typist) == []
