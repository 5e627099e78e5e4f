"""A program that is killed at any moment has lost nothing that it reported saved."""

import os
import random
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
import stream
from strategies import RICH_TOML

from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.store import annotators, articles, check, history, sets
from annotator.store.project import create_project, open_project

KILLS = 200 if os.environ.get("ANNOTATOR_TESTS") == "full" else 20
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    with create_project(tmp_path / "p.annodb", RICH_TOML) as project:
        assert articles.add(project, [make_article(id=new_id(), title="T", text=stream.TEXT)]) == [1]
        assert annotators.add(project, Annotator(name="Ada")) == 1
    return tmp_path / "p.annodb"


def kill_while_it_writes(path: Path, chance: random.Random) -> int:
    """Start the stream, kill it at a random moment, and give the last step that it reported saved."""
    command = [sys.executable, stream.__file__, str(path), "1", "1"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    wanted, spins = chance.randrange(1, 40), chance.randrange(20_000)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        reported = [child.stdout.readline() for _ in range(wanted)]
        for _ in range(spins):  # a few moments on: in the middle of another step
            pass
        child.kill()
        reported += child.stdout.readlines()  # what it had reported before it died
    whole = [line for line in reported if line.endswith("\n")]
    assert len(whole) >= wanted, "the stream ended by itself"
    return int(whole[-1])


def after(steps: int) -> AnnotationSet:
    """The set as it is after so many steps of the stream."""
    return next(islice(stream.stream(), steps - 1, None))[1]


def test_a_killed_program_loses_no_edit_that_was_reported_saved(begun: Path, tmp_path: Path) -> None:
    chance = random.Random(stream.SEED if KILLS == 20 else None)
    whole = begun.read_bytes()
    for number in range(KILLS):
        path = tmp_path / f"kill {number}.annodb"
        path.write_bytes(whole)
        reported = kill_while_it_writes(path, chance)
        with open_project(path) as project:
            assert list(check.problems(project)) == []
            kept = len(list(history.steps(project, 1, 1)))
            assert reported <= kept <= reported + 1
            assert sets.load(project, 1, 1) == after(kept)
            assert len(history.stacks(project, 1, 1).undo) == kept
