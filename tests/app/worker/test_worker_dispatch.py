"""The client's decisions, with a process that is played."""

from collections.abc import Callable

import msgspec
import pytest
from worker_listening import Heard

from annotator.app.worker.dispatch import ARTICLES_AHEAD, MOST_DEATHS, Dispatch
from annotator.app.worker.jobs import SuggestJob
from annotator.app.worker.messages import (
    Began,
    Cancel,
    Done,
    Failed,
    KnowSchema,
    Load,
    Progress,
    Request,
    Restarting,
    Suggest,
    Suggested,
)
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.article import Article
from annotator.model.schema import Schema

Make = Callable[[str], Article]


class Played:
    """A process that keeps what it is sent."""

    epitaph = "signal 9"

    def __init__(self) -> None:
        self.sent: list[Request] = []
        self.closed: float | None = None

    def send(self, message: Request) -> None:
        self.sent.append(message)

    def close(self, grace: float) -> None:
        self.closed = grace

    def asked(self) -> list[Suggest]:
        return [message for message in self.sent if isinstance(message, Suggest)]


class Stage:
    """A dispatch, the processes it started, and a clock that is set by hand."""

    def __init__(self, heard: Heard, schema: Schema, make: Make) -> None:
        self.processes: list[Played] = []
        self.now = 100.0
        self.make = make
        self.schema = KnowSchema(key="k", version=1, schema=schema)
        self.dispatch = Dispatch(start=self._start, tell=heard, load=Load(), backoff=1.0, clock=lambda: self.now)
        self._jobs = 0

    def _start(self) -> Played:
        self.processes.append(Played())
        return self.processes[-1]

    @property
    def process(self) -> Played:
        return self.processes[-1]

    def ask(self, *texts: str, urgent: bool = False) -> tuple[int, list[Article]]:
        articles = [self.make(text) for text in texts]
        self._jobs += 1
        self.dispatch.add(SuggestJob(self._jobs, articles, self.schema, urgent=urgent))
        self.dispatch.pump()
        return self._jobs, articles

    def answer(self, request: Suggest, *, process: Played | None = None, **changes: object) -> None:
        found = AnnotationSet(annotator=Annotator(name="m", kind="model"))
        reply = Suggested(job=request.job, article=request.article, sha256=request.sha256, set=found)
        self.dispatch.replied(process or self.process, msgspec.structs.replace(reply, **changes))
        self.dispatch.pump()

    def die(self, *in_hand: Suggest) -> None:
        self.dispatch.replied(self.process, Began(articles=tuple((each.job, each.article) for each in in_hand)))
        self.dispatch.ended(self.process)


@pytest.fixture
def stage(heard: Heard, schema: Schema, make: Make) -> Stage:
    return Stage(heard, schema, make)


def test_the_pipeline_is_loaded_and_the_schema_sent_once_before_the_articles(stage: Stage) -> None:
    stage.ask("a", "b")
    stage.ask("c")
    assert [type(message) for message in stage.process.sent] == [Load, KnowSchema, Suggest, Suggest, Suggest]


def test_no_process_is_started_while_there_is_nothing_to_do(stage: Stage) -> None:
    stage.dispatch.pump()
    assert stage.processes == []
    assert stage.dispatch.wait() is None


def test_an_answer_about_another_text_is_dropped(stage: Stage, heard: Heard) -> None:
    job, _ = stage.ask("a")
    (request,) = stage.process.asked()
    stage.answer(request, sha256="0" * 64)
    assert heard.events == []
    stage.answer(request)
    assert len(heard.all(Suggested)) == 1
    assert heard.wait(Done, job=job).done == 1


def test_an_answer_that_nobody_waits_for_is_dropped(stage: Stage, heard: Heard) -> None:
    stage.ask("a")
    (request,) = stage.process.asked()
    stage.answer(request, job=77)
    stage.answer(request, article="another")
    assert heard.events == []
    stage.answer(request)
    heard.events.clear()
    stage.answer(request)
    assert heard.events == []


def test_an_answer_to_a_cancelled_job_is_dropped_and_the_worker_is_told(stage: Stage, heard: Heard) -> None:
    job, _ = stage.ask("a")
    stage.dispatch.cancel(job)
    stage.answer(stage.process.asked()[0])
    assert heard.events == [Done(job=job, done=0, failed=0, cancelled=True)]
    assert stage.process.sent[-1] == Cancel(job=job)


def test_an_answer_of_an_earlier_process_is_dropped(stage: Stage, heard: Heard) -> None:
    stage.ask("a")
    (request,) = stage.process.asked()
    first = stage.process
    stage.dispatch.ended(first)
    stage.now += 1
    stage.dispatch.pump()
    stage.answer(request, process=first)
    stage.dispatch.ended(first)
    assert not heard.all(Suggested)
    assert len(heard.all(Restarting)) == 1
    stage.answer(stage.process.asked()[0])
    assert heard.all(Suggested)


def test_no_more_than_some_articles_are_under_way_and_urgent_ones_do_not_count(stage: Stage) -> None:
    stage.ask(*map(str, range(100)))
    stage.ask("late")
    assert len(stage.process.asked()) == ARTICLES_AHEAD
    stage.ask("u", "v", urgent=True)
    assert [each.text for each in stage.process.asked()[ARTICLES_AHEAD:]] == ["u", "v"]
    stage.answer(stage.process.asked()[0])
    assert stage.process.asked()[-1].text == str(ARTICLES_AHEAD)


def test_after_a_death_what_was_in_hand_is_sent_one_by_one_and_the_rest_as_before(stage: Stage, heard: Heard) -> None:
    stage.ask("a", "b", "c", "d")
    a, b, c, _ = stage.process.asked()
    stage.answer(a)
    stage.die(b, c)
    assert not heard.all(Failed)
    stage.now += 1
    stage.dispatch.pump()
    assert [(each.text, each.alone) for each in stage.process.asked()] == [("b", True), ("c", True), ("d", False)]


def test_the_only_article_in_hand_at_a_death_fails_and_is_not_sent_again(stage: Stage, heard: Heard) -> None:
    job, (_, second) = stage.ask("a", "b")
    stage.die(stage.process.asked()[1])
    assert [(each.article, each.code) for each in heard.all(Failed)] == [(second.id, "worker.crashed")]
    stage.now += 1
    stage.dispatch.pump()
    assert [each.text for each in stage.process.asked()] == ["a"]
    stage.answer(stage.process.asked()[0])
    assert heard.wait(Done, job=job) == Done(job=job, done=1, failed=1)


def test_the_wait_before_a_start_doubles_and_a_success_resets_it(stage: Stage, heard: Heard) -> None:
    stage.ask("a", "b", "c")
    for delay in (1.0, 2.0):
        stage.dispatch.ended(stage.process)
        assert stage.dispatch.wait() == delay
        count = len(stage.processes)
        stage.dispatch.pump()
        assert len(stage.processes) == count, "not before its time"
        stage.now += delay
        stage.dispatch.pump()
        assert len(stage.processes) == count + 1
    stage.answer(stage.process.asked()[0])
    stage.dispatch.ended(stage.process)
    assert [each.seconds for each in heard.all(Restarting)] == [1.0, 2.0, 1.0]


def test_after_some_deaths_in_a_row_all_fails_and_later_requests_start_anew(stage: Stage, heard: Heard) -> None:
    job, _ = stage.ask("a", "b")
    for _ in range(MOST_DEATHS):
        stage.dispatch.ended(stage.process)
        stage.now += 60
        stage.dispatch.pump()
    assert len(stage.processes) == MOST_DEATHS
    assert heard.wait(Failed, job=0).code == "worker.crashed"
    assert heard.wait(Done, job=job).done == 0
    stage.ask("c")
    assert len(stage.processes) == MOST_DEATHS + 1


def test_progress_tells_speed_and_the_time_that_is_left(stage: Stage, heard: Heard) -> None:
    stage.ask("a", "b", "c", "d")
    requests = stage.process.asked()
    stage.dispatch.replied(stage.process, Began(articles=((1, requests[0].article),)))
    for request in requests[:2]:
        stage.now += 2
        stage.answer(request)
    last = heard.all(Progress)[-1]
    assert (last.done, last.total, last.per_second, last.seconds_left) == (2, 4, 0.5, 4.0)


def test_a_restart_is_no_reason_to_wait_for_a_worker_that_nobody_needs(stage: Stage, heard: Heard) -> None:
    stage.dispatch.load()
    stage.dispatch.pump()
    stage.dispatch.stop(1.5)
    assert stage.process.closed == 1.5
    stage.dispatch.ended(stage.process)
    assert heard.events == []
    assert stage.dispatch.wait() is None
