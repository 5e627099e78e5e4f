"""What is asked of the worker and what becomes of its answers, with a client that only remembers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import a_set, new_project

from annotator.app import suggesting as module
from annotator.app.session import Session
from annotator.app.suggesting import RunState, Suggesting, Unseen
from annotator.app.worker.messages import Done, Failed, Progress, Ready, Restarting, Suggested
from annotator.model.annotation import Annotator
from annotator.model.article import Article
from annotator.model.schema import Schema
from annotator.store import articles, history, runs, sets
from annotator.store.pipeline_choice import Choice
from annotator.store.project import Project, open_project
from annotator.suggest.available import PipelineInfo, bare
from annotator.suggest.describe import model_annotator
from annotator.suggest.recipe import get_recipe

TEXTS = tuple(f"Ada Brill went to London {number} times." for number in range(10))
INFO = PipelineInfo(name="tiny", source="tiny", version="1", language="en")


class FakeClient:
    """Remembers what was asked; articles are read when a test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[list[Article] | Unseen, bool]] = []
        self.cancelled: list[int] = []

    def suggest(
        self, articles: list[Article] | Unseen, schema: Schema, *, schema_version: int = 1, urgent: bool = False
    ) -> int:
        self.asked.append((articles, urgent))
        return len(self.asked)

    def cancel(self, job: int) -> None:
        self.cancelled.append(job)


class Heard:
    """Remembers what was told."""

    def __init__(self) -> None:
        self.ready: list[str] = []
        self.troubles: list[str] = []
        self.remarks: list[str] = []
        self.states: list[RunState | None] = []
        self.over: list[str] = []

    def model_ready(self, name: str) -> None:
        self.ready.append(name)

    def trouble(self, sentence: str) -> None:
        self.troubles.append(sentence)

    def remark(self, sentence: str) -> None:
        self.remarks.append(sentence)

    def run_changed(self, state: RunState | None) -> None:
        self.states.append(state)

    def run_over(self, sentence: str) -> None:
        self.over.append(sentence)


class World:
    """A session on ten articles, the fakes, and what is tested."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.session = Session(project, Annotator(name="Ada"))
        self.choose(Choice())

    def choose(self, choice: Choice) -> None:
        self.client, self.heard = FakeClient(), Heard()
        self.suggesting = Suggesting(self.session, self.client, self.heard, choice=choice)

    def open(self, seq: int) -> None:
        self.suggesting.article_opened(self.session.open_article(seq))

    def answer(self, job: int, seq: int, *, sha256: str | None = None, model: Annotator | None = None) -> None:
        article = articles.get(self.project, seq)
        by = model or self.suggesting.model
        assert by is not None
        marks = () if model else (("PERSON", "Ada Brill"), ("GPE", "London"))
        found = a_set(article.text, by, *marks)
        sha = sha256 or article.sha256
        self.suggesting.handle(Suggested(job=job, article=article.id, sha256=sha, set=found))

    def stored(self) -> list[int]:
        return [seq for seq in range(1, 11) if sets.of_models(self.project, seq)]

    def runs(self) -> int:
        return sum(step.action == "model run" for step in history.project_steps(self.project))


def bare_version(world: World) -> str:
    """The version of the tokenizer's set for French."""
    return model_annotator(bare("fr"), get_recipe(module.RECIPE), world.session.schema).version


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setattr(module, "find", lambda name="", *, language="en": INFO)
    with new_project(tmp_path / "ten.annodb", *TEXTS) as project:
        yield World(project)


def test_an_article_that_is_opened_is_asked_for_once(world: World) -> None:
    world.open(3)
    world.open(3)
    ((asked, urgent),) = world.client.asked
    assert ([article.text for article in asked], urgent) == ([TEXTS[2]], True)


def test_what_comes_for_the_article_on_screen_is_stored_and_shown_at_once(world: World) -> None:
    world.open(3)
    told: list[object] = []
    world.session.subscribe(told.append)
    world.answer(1, 3)
    world.suggesting.handle(Done(job=1, done=1, failed=0))
    assert world.stored() == [3]
    assert len(told) == 1
    assert world.session.work is not None
    assert len(world.session.work.left.spans) == 2
    world.open(3)
    assert len(world.client.asked) == 1, "it has its suggestions"


def test_the_article_on_screen_does_not_wait_for_what_came_before_it(world: World) -> None:
    world.suggesting.start_run()
    for seq in range(1, 10):
        world.answer(1, seq)
    assert world.stored() == []
    world.open(10)
    world.answer(2, 10)
    assert 10 in world.stored()


def test_results_of_a_run_are_stored_in_lots_and_as_one_step(world: World) -> None:
    assert world.suggesting.start_run() == 10
    assert world.suggesting.is_running
    for seq in range(1, 11):
        world.answer(1, seq)
    assert world.suggesting.pump()
    assert world.stored() == [1, 2, 3, 4, 5, 6]
    world.suggesting.handle(Done(job=1, done=10, failed=0))
    assert world.suggesting.is_running, "not before everything is stored"
    assert not world.suggesting.pump()
    assert len(world.stored()) == 10
    assert not world.suggesting.is_running
    assert world.runs() == 1
    assert world.heard.over == ["10 articles were pre-highlighted."]
    assert world.heard.states == [RunState(done=0, total=10), None]
    step = next(step for step in history.project_steps(world.project) if step.action == "model run")
    assert runs.undo(world.project, step.seq) == 10


def test_a_second_run_is_a_step_of_its_own(world: World) -> None:
    for job in (1, 2):
        world.suggesting.start_run()
        world.answer(job, job)
        world.suggesting.handle(Done(job=job, done=1, failed=0))
        world.suggesting.pump()
    assert world.runs() == 2


def test_after_an_undone_run_what_comes_is_a_step_that_can_be_undone_too(world: World) -> None:
    for job, seq in ((1, 1), (2, 1)):
        world.open(seq)
        world.answer(job, seq)
        world.suggesting.handle(Done(job=job, done=1, failed=0))
        newest = next(step for step in history.project_steps(world.project) if step.action == "model run")
        assert runs.undo(world.project, newest.seq) == 1
        world.suggesting.history_changed()
    assert world.runs() == 2


def test_progress_is_passed_on_with_the_number_to_do(world: World) -> None:
    world.suggesting.start_run()
    world.suggesting.handle(Progress(job=1, done=4, failed=1, total=None, per_second=8.0, seconds_left=0.5))
    wanted = RunState(done=4, total=10, failed=1, per_second=8.0, seconds_left=0.5)
    assert world.heard.states[-1] == wanted
    world.suggesting.handle(Progress(job=9, done=1, failed=0, total=1, per_second=1.0, seconds_left=None))
    assert world.heard.states[-1] == wanted, "another job's"


def test_what_is_stale_is_dropped(world: World) -> None:
    world.open(3)
    world.answer(1, 3, sha256="0" * 64)
    assert world.stored() == []
    gone = a_set(TEXTS[0], Annotator(name="tiny", kind="model", version="1"), ("GPE", "London"))
    world.suggesting.handle(Suggested(job=1, article="gone", sha256="0" * 64, set=gone))
    assert world.stored() == []
    assert world.heard.troubles == []


def test_the_failure_of_the_article_on_screen_is_told_and_it_is_not_asked_for_again(world: World) -> None:
    world.open(3)
    article = articles.get(world.project, 3)
    other = articles.get(world.project, 4)
    world.suggesting.handle(Failed(job=1, article=other.id, code="x", sentence="The other failed."))
    assert world.heard.troubles == []
    world.suggesting.handle(Failed(job=1, article=article.id, code="x", sentence="It failed."))
    world.suggesting.handle(Done(job=1, done=0, failed=1))
    assert world.heard.troubles == ["It failed."]
    world.open(3)
    assert world.heard.troubles == ["It failed.", "It failed."]
    assert len(world.client.asked) == 1


def test_an_article_that_no_model_reads_is_remarked_and_read_by_its_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "find", lambda name="", *, language="en": INFO)
    with new_project(tmp_path / "fr.annodb", "Il pleut.", meta={"language": "fr-CA"}) as project:
        world = World(project)
        world.open(1)
        ((opened, _),) = world.client.asked
        assert [article.text for article in opened] == ["Il pleut."]
        only_marks = "No model reads the article's language (fr): only quotations in marks are suggested."
        assert world.heard.remarks == [only_marks]
        world.answer(1, 1, model=Annotator(name="blank:fr", kind="model", version=bare_version(world)))
        world.suggesting.handle(Done(job=1, done=1, failed=0))
        world.open(1)
        assert len(world.client.asked) == 1, "it has been read"
        assert world.heard.remarks == [only_marks] * 2
        assert world.suggesting.start_run() == 1
        (asked, _) = world.client.asked[1]
        assert list(asked) == []
        world.suggesting.handle(Done(job=2, done=0, failed=0))
        told = "0 articles were pre-highlighted, 1 is in a language that the model does not read."
        assert world.heard.over == [told]


def test_a_stopped_run_keeps_what_is_stored_and_the_next_asks_only_for_the_rest(world: World) -> None:
    world.suggesting.start_run()
    for seq in (1, 2, 3):
        world.answer(1, seq)
    world.suggesting.cancel_run()
    assert world.client.cancelled == [1]
    world.suggesting.handle(Done(job=1, done=3, failed=0, cancelled=True))
    world.suggesting.pump()
    assert world.stored() == [1, 2, 3]
    assert world.heard.over == ["3 articles were pre-highlighted: stopped; the next run goes on from here."]
    assert world.suggesting.start_run() == 7
    asked, urgent = world.client.asked[-1]
    assert not urgent
    assert [article.text for article in asked] == list(TEXTS[3:])


def test_two_runs_at_once_are_one(world: World) -> None:
    world.suggesting.start_run()
    assert world.suggesting.start_run() == 0
    assert len(world.client.asked) == 1


def test_with_nothing_left_to_read_nothing_is_asked(world: World) -> None:
    world.suggesting.start_run()
    for seq in range(1, 11):
        world.answer(1, seq)
    world.suggesting.handle(Done(job=1, done=10, failed=0))
    while world.suggesting.pump():
        pass
    assert world.suggesting.start_run() == 0
    assert len(world.client.asked) == 1


def test_a_missing_model_is_told_at_once_and_when_it_is_asked_for(tmp_path: Path) -> None:
    with new_project(tmp_path / "a.annodb", "London.") as project:
        session, client, heard = Session(project, Annotator(name="Ada")), FakeClient(), Heard()
        suggesting = Suggesting(session, client, heard, choice=Choice("no_such_pipeline"))
        assert suggesting.model is None
        suggesting.article_opened(session.open_article(1))
        assert suggesting.start_run() == 0
        assert client.asked == []
        assert len(heard.troubles) == 2
        assert all("no spaCy pipeline “no_such_pipeline”: install it" in each for each in heard.troubles)


def test_a_project_opened_for_reading_is_never_read_by_the_model(world: World) -> None:
    with open_project(world.project.path, read_only=True) as project:
        reader = World(project)
        reader.open(1)
        assert reader.suggesting.start_run() == 0
        assert reader.client.asked == []


def test_a_project_that_cannot_be_written_stops_the_run_with_a_sentence(world: World) -> None:
    world.suggesting.start_run()
    world.answer(1, 1)
    world.project.db.execute("PRAGMA query_only = 1")
    world.suggesting.pump()
    world.project.db.execute("PRAGMA query_only = 0")
    assert world.client.cancelled == [1]
    assert world.heard.troubles == ["ten.annodb cannot be written: the file or its folder is read-only."]


def test_a_model_that_is_loaded_is_told_with_its_warnings(world: World) -> None:
    info = PipelineInfo(name="other", source="other", version="2", language="en")
    ready = Ready(pipeline=info, recipe=get_recipe("entities"), spacy="3.8", seconds=1.0, warnings=("It is old.",))
    world.suggesting.handle(ready)
    assert world.heard.ready == ["other 2"]
    assert world.heard.troubles == ["It is old."]
    assert world.suggesting.model is not None
    assert world.suggesting.model.name == "other"


def test_troubles_of_the_worker_itself_and_of_the_run_are_told(world: World) -> None:
    world.suggesting.start_run()
    world.suggesting.handle(Failed(job=0, code="x", sentence="No pipeline."))
    world.suggesting.handle(Failed(job=1, code="x", sentence="The articles cannot be read."))
    world.suggesting.handle(Failed(job=7, code="x", sentence="An export failed."))
    world.suggesting.handle(Restarting(sentence="It is started again.", seconds=1.0))
    assert world.heard.troubles == ["No pipeline.", "The articles cannot be read.", "It is started again."]


# Suggestions of another model


OTHER = Annotator(name="other", kind="model", version="1")


def other_says(world: World, seq: int) -> int:
    step = runs.begin(world.project, "model run", "Suggestions of other 1")
    found = a_set(articles.get(world.project, seq).text, OTHER, ("PERSON", "Ada Brill"), ("PRODUCT", "London"))
    runs.store_suggestions(world.project, found, seq, step)
    return step


def left(world: World) -> set[tuple[str, str]]:
    assert world.session.work is not None
    return {(each.span.label, each.model.name) for each in world.session.work.left.spans.values()}


def test_what_came_after_the_model_was_chosen_is_left_alone_when_its_article_is_opened(world: World) -> None:
    step = other_says(world, 3)
    world.open(3)
    assert world.client.asked == [], "somebody had another model read it, and that stands"
    world.choose(Choice(since=step))
    world.open(3)
    assert len(world.client.asked) == 1, "now this one is chosen"


def test_suggestions_of_the_model_before_give_way_and_come_back_when_the_run_is_undone(world: World) -> None:
    world.choose(Choice(since=other_says(world, 3)))
    world.open(3)
    assert left(world) == {("PERSON", "other"), ("PRODUCT", "other")}
    world.answer(1, 3)
    assert left(world) == {("PERSON", "tiny"), ("GPE", "tiny")}
    newest = next(step for step in history.project_steps(world.project) if step.action == "model run")
    runs.undo(world.project, newest.seq)
    world.session.refresh()
    assert left(world) == {("PERSON", "other"), ("PRODUCT", "other")}


def test_suggestions_of_two_models_stand_beside_each_other_when_that_is_chosen(world: World) -> None:
    other_says(world, 3)
    world.choose(Choice(beside=True))
    world.open(3)
    world.answer(1, 3)
    assert {label for label, _ in left(world)} == {"PERSON", "GPE", "PRODUCT"}
