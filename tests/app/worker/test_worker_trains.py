"""The window's side of a training, with the real child process."""

import os
import queue
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lessons import project_to_learn_from

from annotator.app.training import lessons_of
from annotator.app.worker.trainer import Trainer, TrainOver, TrainState
from annotator.model.schema import Schema
from annotator.suggest.available import find
from annotator.suggest.training.lessons import Wish

WAIT = 120  # seconds
COMMAND = [sys.executable, "-m", "annotator.app.worker"]


class Told:
    """What the trainer says, in order."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[TrainState | TrainOver] = queue.SimpleQueue()
        self.states: list[TrainState] = []

    def __call__(self, event: TrainState | TrainOver) -> None:
        self._queue.put(event)

    def step(self) -> TrainState:
        event = self._queue.get(timeout=WAIT)
        assert isinstance(event, TrainState)
        return event

    def end(self) -> TrainOver:
        while isinstance(event := self._queue.get(timeout=WAIT), TrainState):
            self.states.append(event)
        return event


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def trainer(told: Told) -> Iterator[Trainer]:
    made = Trainer(told, command=COMMAND)
    yield made
    made.cancel()
    made.wait()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_to_learn_from(tmp_path / "work.annodb", done=6, more=0)


def begin(trainer: Trainer, project: Path, schema: Schema, out: Path, steps: int) -> None:
    trainer.start(lessons_of(project, [1]), schema, Wish(name=out.name, most_steps=steps, base="blank:en"), out)


def test_it_trains_in_another_process_and_the_folder_is_there_at_the_end(
    trainer: Trainer, told: Told, project: Path, schema: Schema, tmp_path: Path
) -> None:
    out = tmp_path / "models" / "mine"
    begin(trainer, project, schema, out, 12)
    over = told.end()
    assert over.sentence == ""
    assert over.outcome is not None
    assert over.outcome.learned_from + over.outcome.held_out == 6
    assert {each.stage for each in told.states} == {"measuring", "training"}
    assert any(each.seconds_left is not None for each in told.states)
    assert find(str(out)).name == "mine"
    trainer.wait()
    assert list(out.parent.iterdir()) == [out], "nothing else is left"


def test_a_training_that_is_stopped_leaves_nothing(
    trainer: Trainer, told: Told, project: Path, schema: Schema, tmp_path: Path
) -> None:
    out = tmp_path / "models" / "mine"
    begin(trainer, project, schema, out, 100_000)
    while told.step().stage != "training":
        pass
    trainer.cancel()
    assert told.end() == TrainOver()
    trainer.wait()
    assert list(out.parent.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="it has no signals")
def test_a_child_that_dies_is_one_sentence(
    trainer: Trainer, told: Told, project: Path, schema: Schema, tmp_path: Path
) -> None:
    out = tmp_path / "models" / "mine"
    begin(trainer, project, schema, out, 100_000)
    told.step()
    assert trainer.pid is not None
    os.kill(trainer.pid, signal.SIGKILL)
    over = told.end()
    assert over.outcome is None
    assert over.sentence == "The training ended unexpectedly (signal 9): nothing was changed."
    trainer.wait()
    assert list(out.parent.iterdir()) == []


def test_too_little_to_learn_from_is_told_in_a_sentence(
    trainer: Trainer, told: Told, schema: Schema, tmp_path: Path
) -> None:
    few = project_to_learn_from(tmp_path / "few.annodb", done=2)
    begin(trainer, few, schema, tmp_path / "mine", 10)
    assert told.end().sentence == "Only 2 articles are done: finish at least 5, then train."


def test_a_folder_with_other_things_is_not_replaced(
    trainer: Trainer, told: Told, project: Path, schema: Schema, tmp_path: Path
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-osei.txt").write_text("Dear Tom")
    begin(trainer, project, schema, tmp_path / "letters", 10)
    assert told.end().sentence.endswith("is there already and holds no trained pipeline: choose another name.")
    assert (tmp_path / "letters" / "to-osei.txt").read_text() == "Dear Tom"
