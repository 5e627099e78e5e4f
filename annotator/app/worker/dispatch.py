"""Who gets what when: the client's state, and all its decisions, in one thread and without a lock.

It starts the worker when there is something to do, keeps it fed, matches answers to what was asked, and
when the worker dies, starts it again: the article that it died of is marked as failed, the others are sent
once more. After some deaths in a row it gives up, and says so.
"""

import logging
from collections.abc import Callable
from typing import Protocol

import msgspec

from annotator.app.worker.jobs import RowsJob, SuggestJob
from annotator.app.worker.messages import (
    Aligned,
    Began,
    Cancel,
    EndRows,
    Event,
    Failed,
    Finished,
    KnowSchema,
    Load,
    Ready,
    Reply,
    Request,
    Restarting,
    Row,
    Suggested,
    Taken,
)
from annotator.exchange.jsonl_row import make_row
from annotator.exchange.protocols import Outgoing
from annotator.model.errors import AnnotatorError

_log = logging.getLogger(__name__)
ARTICLES_AHEAD = 24  # of all jobs that are not urgent: the batch in hand and the two after it
MOST_DEATHS = 4  # in a row
_LONGEST_DELAY = 30.0  # seconds

AnyJob = SuggestJob | RowsJob


class Process(Protocol):
    """What is needed of the worker's process (see `process.Child`)."""

    @property
    def epitaph(self) -> str:
        """How it ended."""

    def send(self, message: Request) -> None:
        """Send a request."""

    def close(self, grace: float) -> None:
        """End it, at the latest after so many seconds."""


class Dispatch:
    """See the module. `start` starts a process, `tell` takes events, `clock` gives seconds."""

    def __init__(
        self,
        *,
        start: Callable[[], Process],
        tell: Callable[[Event], None],
        load: Load,
        backoff: float,
        clock: Callable[[], float],
    ) -> None:
        self.process: Process | None = None
        self.ready: Ready | None = None
        self._start_process = start
        self._tell = tell
        self._clock = clock
        self._backoff = backoff
        self._load = load
        self._load_wanted = False
        self._load_asked = False
        self._jobs: dict[int, AnyJob] = {}
        self._known: set[str] = set()  # schemas that this process has
        self._in_hand: set[tuple[int, str]] = set()  # what it is reading
        self._deaths = 0
        self._not_before = 0.0

    # What is asked.

    def load(self, load: Load | None = None) -> None:
        """Load the pipeline now, or another one."""
        self._load = load or self._load
        self._load_wanted = True
        self._load_asked = False

    def add(self, job: AnyJob) -> None:
        """Take a job in."""
        self._jobs[job.number] = job

    def cancel(self, number: int) -> None:
        """Give a job up; what still comes of it is dropped."""
        if (job := self._jobs.get(number)) is not None:
            if self.process is not None:
                self.process.send(Cancel(job=number))
            self._drop(job, cancelled=True)

    def stop(self, grace: float) -> None:
        """Give everything up and end the process."""
        process, self.process = self.process, None
        if process is not None:
            process.close(grace)
        for job in list(self._jobs.values()):
            self._drop(job, cancelled=True)

    # What happens next.

    def wait(self) -> float | None:
        """In how many seconds there is something to do without being asked; None for never."""
        if self.process is None and self._has_work():
            return max(self._not_before - self._clock(), 0.0)
        return None

    def pump(self) -> None:
        """Do what can be done now: start, load, feed, finish."""
        if not self._has_work() or not self._have_process():
            return
        self._ask_to_load()
        for job in list(self._jobs.values()):
            try:
                self._feed(job)
            except Exception as error:  # the source of a job is the caller's, and may raise anything
                self._source_failed(job, error)

    def _has_work(self) -> bool:
        return bool(self._jobs) or (self._load_wanted and not self._load_asked)

    def _have_process(self) -> bool:
        if self.process is None and self._clock() >= self._not_before:
            self._known.clear()
            self._load_asked = False
            try:
                self.process = self._start_process()
            except OSError as error:
                self._give_up("worker.start", f"The worker process cannot be started: {error.strerror or error}.")
        return self.process is not None

    def _ask_to_load(self) -> None:
        wanted = self._load_wanted or any(isinstance(job, SuggestJob) for job in self._jobs.values())
        if wanted and not self._load_asked:
            self._load_asked = True
            self._send(self._load)

    def _send(self, message: Request) -> None:
        if self.process is not None:
            self.process.send(message)

    def _feed(self, job: AnyJob) -> None:
        if isinstance(job, SuggestJob):
            self._feed_articles(job)
            if job.is_over:
                self._drop(job)
        elif not job.is_sent:
            self._feed_rows(job)

    def _feed_articles(self, job: SuggestJob) -> None:
        room = len(job.in_flight) + 1 if job.urgent else ARTICLES_AHEAD - self._in_flight()
        while room > 0 and (request := job.take()) is not None:
            self._make_known(job.schema)
            self._send(request)
            room -= not job.urgent

    def _in_flight(self) -> int:
        jobs = (job for job in self._jobs.values() if isinstance(job, SuggestJob) and not job.urgent)
        return sum(len(job.in_flight) for job in jobs)

    def _feed_rows(self, job: RowsJob) -> None:
        if not job.is_open:
            if job.schema is not None:
                self._make_known(job.schema)
            self._send(job.request)
            job.is_open = True
        while (item := job.take()) is not None:
            self._send(Row(job=job.number, row=_encoded(item)))
        if job.is_drained:
            self._send(EndRows(job=job.number))
            job.is_sent = True

    def _make_known(self, schema: KnowSchema) -> None:
        if schema.key not in self._known:
            self._known.add(schema.key)
            self._send(schema)

    # What the worker says.

    def replied(self, process: Process, reply: Reply) -> None:
        """Take a reply in; one of an earlier process, or that nobody waits for, is dropped."""
        if process is not self.process:
            return
        match reply:
            case Ready():
                self.ready = reply
                self._load_wanted = False
                self._tell(reply)
            case Began():
                self._in_hand = set(reply.articles)
                for number in {number for number, _ in reply.articles if number in self._jobs}:
                    self._jobs[number].begin(self._clock())
            case Failed(job=0):
                self._tell(reply)
                if reply.code != "worker.message":
                    self._not_loaded(reply)
            case Suggested() | Failed():
                self._answered(reply)
            case Aligned():
                if reply.job in self._jobs:
                    self._tell(reply)
            case Taken():
                self._rows_taken(reply)
            case Finished():
                if (job := self._jobs.get(reply.job)) is not None:
                    self._deaths = 0
                    self._drop(job, finished=reply)

    def _answered(self, reply: Suggested | Failed) -> None:
        job = self._jobs.get(reply.job)
        self._in_hand.discard((reply.job, reply.article))
        if isinstance(job, SuggestJob) and job.answered(reply.article, getattr(reply, "sha256", None)):
            self._deaths = 0
            self._count(job, reply)
        elif isinstance(job, RowsJob) and isinstance(reply, Failed):
            job.failed += 1
            self._tell(reply)
            self._drop(job)

    def _count(self, job: SuggestJob, reply: Suggested | Failed) -> None:
        if isinstance(reply, Suggested):
            job.done += 1
        else:
            job.failed += 1
        self._tell(reply)
        self._tell_progress(job)

    def _tell_progress(self, job: AnyJob) -> None:
        if (progress := job.progress(self._clock())) is not None:
            self._tell(progress)

    def _rows_taken(self, reply: Taken) -> None:
        if (job := self._jobs.get(reply.job)) is not None:
            job.begin(self._clock())
            job.done = reply.rows
            self._tell_progress(job)

    def _not_loaded(self, reply: Failed) -> None:
        """The pipeline cannot be loaded: all that need it fail, once each; the next one that comes tries anew."""
        self.ready = None
        self._load_wanted = self._load_asked = False
        for job in list(self._jobs.values()):
            if isinstance(job, SuggestJob):
                self._fail(job, reply.code, reply.sentence)

    # What goes wrong.

    def ended(self, process: Process) -> None:
        """The process is gone without being asked to."""
        if process is not self.process:
            return
        self.process = None
        self._deaths += 1
        self._load_wanted = self._load_wanted or self._load_asked
        suspects = {(number, article) for number, article in self._in_hand if self._waits(number, article)}
        self._in_hand = set()
        sentence = f"The worker process ended unexpectedly ({process.epitaph})"
        if len(suspects) == 1:
            self._blame(*suspects.pop(), sentence)
        for job in list(self._jobs.values()):
            if isinstance(job, SuggestJob):
                job.put_back({article for number, article in suspects if number == job.number})
            elif job.is_open:
                self._fail(job, "worker.crashed", f"{sentence}, and the export with it: export again.")
        self._start_again(sentence)

    def _waits(self, number: int, article: str) -> bool:
        job = self._jobs.get(number)
        return isinstance(job, SuggestJob) and article in job.in_flight

    def _blame(self, number: int, article: str, sentence: str) -> None:
        job = self._jobs[number]
        assert isinstance(job, SuggestJob)
        job.answered(article)
        why = f"{sentence} while reading this article: it stays without suggestions and can be marked by hand."
        self._count(job, Failed(job=number, article=article, code="worker.crashed", sentence=why))

    def _start_again(self, sentence: str) -> None:
        if self._deaths >= MOST_DEATHS:
            hint = "choose another pipeline, or see the log"
            self._give_up("worker.crashed", f"{sentence}, {self._deaths} times in a row: {hint}.")
            return
        delay = min(self._backoff * 2 ** (self._deaths - 1), _LONGEST_DELAY)
        self._not_before = self._clock() + delay
        if self._has_work() or self._load_wanted:
            self._load_asked = False
            self._tell(Restarting(sentence=f"{sentence}; it is started again.", seconds=delay))

    def _give_up(self, code: str, sentence: str) -> None:
        """Fail all there is; what is asked for later is tried from the start."""
        self.ready = None
        self._deaths = 0
        self._load_wanted = self._load_asked = False
        self._tell(Failed(job=0, code=code, sentence=sentence))
        for job in list(self._jobs.values()):
            self._fail(job, code, sentence)

    def _source_failed(self, job: AnyJob, error: Exception) -> None:
        _log.exception("the items of a job could not be had or sent")
        self._send(Cancel(job=job.number))
        if isinstance(error, AnnotatorError):
            self._fail(job, error.code, error.sentence)
        else:
            self._fail(job, "worker.source", f"The articles for the worker cannot be read: {error}")

    def _fail(self, job: AnyJob, code: str, sentence: str) -> None:
        self._tell(Failed(job=job.number, code=code, sentence=sentence))
        self._drop(job)

    def _drop(self, job: AnyJob, *, cancelled: bool = False, finished: Finished | None = None) -> None:
        del self._jobs[job.number]
        job.close()
        self._tell(job.over(cancelled=cancelled, losses=finished.losses if finished else None))


def _encoded(item: Outgoing) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(make_row(item.article, item.sets)))
