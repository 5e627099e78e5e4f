"""Learning from a project: whose sets, and a folder with a pipeline where it is wanted, whole or not at all."""

import os
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from annotator.exchange.protocols import Outgoing
from annotator.model.annotation import FINISHED, Annotator
from annotator.model.errors import SuggestError
from annotator.store import annotators, articles, schemas, sets
from annotator.store.project import Project, open_project
from annotator.suggest.training.lessons import FEWEST, Lesson, Wish, few
from annotator.suggest.training.outcome import Outcome

_META = "meta.json"
Told = Callable[[str, int, int, float], None]


class Teacher(msgspec.Struct, frozen=True):
    """Somebody to learn from, by number, and how many articles she has done."""

    number: int
    annotator: Annotator
    done: int


def teachers(project: Project) -> list[Teacher]:
    """Everybody who has finished an article: persons and gold, never a model."""
    done: dict[int, int] = {}
    for each in sets.facts(project):
        done[each.annotator] = done.get(each.annotator, 0) + (each.status in FINISHED)
    everyone = annotators.everyone(project).items()
    return [Teacher(n, who, done[n]) for n, who in everyone if who.kind != "model" and done.get(n)]


def lessons(project: Project, numbers: Collection[int]) -> Iterator[Outgoing]:
    """The articles that these annotators, by number, have done, with their sets."""
    wanted: dict[int, list[int]] = {}
    for each in sets.facts(project):
        if each.annotator in numbers and each.status in FINISHED:
            wanted.setdefault(each.article, []).append(each.annotator)
    for seq, whose in wanted.items():
        found = [own for number in whose if (own := sets.load(project, seq, number))]
        yield Outgoing(articles.get(project, seq), tuple(found))


def lessons_of(path: Path, numbers: Collection[int]) -> Iterator[Outgoing]:
    """The same through a connection of its own, in whoever's thread it is."""
    with open_project(path, read_only=True) as project:
        yield from lessons(project, numbers)


def check_target(out: Path) -> None:
    """Raise SuggestError where the folder is something that is not to be replaced."""
    if out.exists() and not _is_trained(out):
        sentence = f"{out} is there already and holds no trained pipeline: choose another name."
        raise SuggestError("train.target", sentence)


def _is_trained(out: Path) -> bool:
    """Whether it is an empty folder, or one that a training left."""
    if not out.is_dir():
        return False
    try:
        return not any(out.iterdir()) or b'"annotator"' in (out / _META).read_bytes()
    except OSError:
        return False


@contextmanager
def workshop(out: Path) -> Iterator[Path]:
    """A folder beside `out` to train in, which is gone afterwards. Raises SuggestError where none can be made."""
    work = out.parent / f".{out.name}.{os.getpid()}.part"
    try:
        work.mkdir(parents=True)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise SuggestError("train.target", f"The folder {out.parent} cannot be written ({why}).") from error
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def put_in_place(work: Path, out: Path) -> None:
    """Move the pipeline where it is wanted; one that was trained earlier is replaced. Raises SuggestError."""
    check_target(out)
    old = work / "old"
    try:
        if out.exists():
            out.replace(old)
        (work / "model").replace(out)
    except OSError as error:
        if old.exists() and not out.exists():
            old.replace(out)
        why = error.strerror or type(error).__name__
        raise SuggestError("train.target", f"The trained pipeline cannot be moved to {out} ({why}).") from error


def train(project: Project, chosen: Collection[Teacher], out: Path, wish: Wish, told: Told) -> Outcome:
    """Train in this process, for the command line; the window has `worker.trainer`.

    `told` gets the stage, the steps done, how many there are at most, and the score so far. Raises SuggestError.
    """
    check_target(out)
    enough(chosen)
    from annotator.app.scoring import figures
    from annotator.suggest.training.learning import learn

    _, schema = schemas.current(project)
    items = lessons(project, {each.number for each in chosen})
    found = [Lesson(item.article, each) for item in items for each in item.sets]
    with workshop(out) as work:
        outcome = learn(found, schema, wish, work, told, figures)
        put_in_place(work, out)
    return outcome


def enough(chosen: Collection[Teacher]) -> None:
    """Raise SuggestError where there is clearly too little to learn from."""
    most = sum(each.done for each in chosen)
    if most < FEWEST:
        raise SuggestError("train.few", few(most))
