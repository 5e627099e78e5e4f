"""Pre-highlighting beside the work: the article on screen at once, the whole project when asked for.

It lives in the thread of the window: `handle` takes what the worker client tells, `pump` stores a few results at
a time, so that the window never stutters. What stops goes on where it was: the project knows what is done.
"""

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import msgspec

from annotator.app.session import Session
from annotator.app.wording import count
from annotator.app.work import Work
from annotator.app.worker.messages import Done, Event, Failed, Progress, Ready, Restarting, Suggested
from annotator.model.annotation import Annotator
from annotator.model.article import Article
from annotator.model.errors import AnnotatorError, SuggestError
from annotator.model.schema import Schema
from annotator.store import articles, counts, runs
from annotator.store.pipeline_choice import Choice
from annotator.store.project import open_project
from annotator.suggest.available import PipelineInfo, find
from annotator.suggest.describe import left_out
from annotator.suggest.language import language_of
from annotator.suggest.readers import Readers
from annotator.suggest.recipe import get_recipe

RECIPE = "full"
_ANY = Choice()
_AT_ONCE = 6  # articles stored in one go: about ten milliseconds


class Client(Protocol):
    """What is needed of the worker client."""

    def suggest(
        self, articles: "list[Article] | Unseen", schema: Schema, *, schema_version: int = 1, urgent: bool = False
    ) -> int:
        """Have articles read; the job's number."""

    def cancel(self, job: int) -> None:
        """Give a job up."""


class RunState(msgspec.Struct, frozen=True, kw_only=True):
    """How far the run over the whole project is; `per_second` are articles."""

    done: int
    total: int
    failed: int = 0
    per_second: float = 0.0
    seconds_left: float | None = None


class Watcher(Protocol):
    """Who is told."""

    def model_ready(self, name: str) -> None:
        """The model is loaded."""

    def trouble(self, sentence: str) -> None:
        """Something is wrong, and what to do."""

    def remark(self, sentence: str) -> None:
        """Something to know, which is no fault."""

    def run_changed(self, state: RunState | None) -> None:
        """The run over the project goes on; None when there is none any more."""

    def run_over(self, sentence: str) -> None:
        """The run over the project ended."""


class Unseen:
    """The articles that no model has seen, read through a connection of its own, in whoever's thread it is."""

    def __init__(self, path: Path, readers: Readers, total: int) -> None:
        self._path = path
        self._readers = readers
        self._total = total
        self.foreign = 0  # in a language that no pipeline reads: only their quotation marks are

    def __len__(self) -> int:
        return self._total

    def __iter__(self) -> Iterator[Article]:
        with open_project(self._path, read_only=True) as project:
            after = 0
            while numbers := runs.without_suggestions(project, self._readers.own.model, after=after, limit=32):
                for seq in numbers:
                    article = articles.get(project, seq)
                    reader = self._readers.of(article)
                    self.foreign += reader is None or reader.is_bare
                    if reader is not None and not runs.has_suggestions(project, reader.model, seq):
                        yield article
                after = numbers[-1]


class Suggesting:
    """The model's work in one session; without a `choice` the project's own pipeline, instead of others."""

    def __init__(self, session: Session, client: Client, watcher: Watcher, *, choice: Choice = _ANY) -> None:
        self._session = session
        self._choice = choice
        self._client = client
        self._watcher = watcher
        self._urgent: dict[int, int] = {}  # job -> article
        self._results: deque[Suggested] = deque()
        self._over: Done | None = None
        self._run: int | None = None
        self._state: RunState | None = None
        self._step: int | None = None
        self.failures: dict[str, str] = {}  # article id -> sentence
        self.model: Annotator | None = None
        self._readers: Readers | None = None
        self._unseen: Unseen | None = None
        self._missing = ""
        try:
            self._know(find(choice.name, language=session.schema.language or "en"))
        except SuggestError as error:
            self._missing = error.sentence
            watcher.trouble(error.sentence)

    def _know(self, info: PipelineInfo) -> None:
        self._readers = Readers(info, get_recipe(RECIPE), self._session.schema)
        self.model = self._readers.own.model

    @property
    def is_running(self) -> bool:
        """Whether the whole project is being read."""
        return self._run is not None

    def is_reading(self, seq: int) -> bool:
        """Whether the model is at the article, because it is on screen."""
        return seq in self._urgent.values()

    def article_opened(self, work: Work) -> None:
        """Have the article on screen read first, when the model has not seen it."""
        reader = self._readers.of(work.article) if self._readers else None
        if self._session.project.read_only or reader is None:
            return
        if reader.is_bare and not work.is_blind:
            language = language_of(work.article)
            self._watcher.remark(
                f"No model reads the article's language ({language}): only quotations in marks are suggested."
            )
        if self._has_its_word(reader.model):
            return
        if work.article.id in self.failures:
            self._watcher.trouble(self.failures[work.article.id])
            return
        if work.seq not in self._urgent.values():
            version = self._session.schema_version
            job = self._client.suggest([work.article], self._session.schema, schema_version=version, urgent=True)
            self._urgent[job] = work.seq

    def _has_its_word(self, model: Annotator) -> bool:
        """Whether the article need not be read: nobody's word gives way that came after the model was chosen."""
        if self._session.has_suggestions(model):
            return True
        return not self._choice.beside and self._session.has_later(model, self._choice.since)

    def start_run(self) -> int:
        """Have every article read that the model has not seen; how many there are."""
        if self.model is None:
            self._watcher.trouble(self._missing)
        if self.model is None or self.is_running or self._session.project.read_only:
            return 0
        total = counts.unseen(self._session.project, self.model)
        if total:
            assert self._readers is not None
            self._unseen = Unseen(self._session.project.path, self._readers, total)
            version = self._session.schema_version
            self._run = self._client.suggest(self._unseen, self._session.schema, schema_version=version)
            self._tell(RunState(done=0, total=total))
        return total

    def cancel_run(self) -> None:
        """Stop reading the project; what was read stays, and the next run goes on from there."""
        if self._run is not None:
            self._client.cancel(self._run)

    def history_changed(self) -> None:
        """A run was undone: what comes from now on belongs to a new one."""
        self._step = None

    def handle(self, event: Event) -> None:
        """Take in what the client tells."""
        match event:
            case Ready(pipeline=info):
                self._know(info)
                self._watcher.model_ready(str(info))
                for warning in event.warnings:
                    self._watcher.trouble(warning)
                if lacking := left_out(info, self._session.schema):
                    self._watcher.remark(lacking)
            case Suggested():
                if event.job in self._urgent:
                    self._results.appendleft(event)
                    self.pump()
                else:
                    self._results.append(event)
            case Failed():
                self._failed(event)
            case Progress(job=job) if job == self._run and self._state:
                self._tell(_state_of(event, self._state.total))
            case Done():
                self._done(event)
            case Restarting(sentence=sentence):
                self._watcher.trouble(sentence)

    def pump(self) -> bool:
        """Store a few results, in one transaction; whether there are more."""
        batch = [self._results.popleft() for _ in range(min(_AT_ONCE, len(self._results)))]
        if batch:
            try:
                found = [(each.article, each.sha256, each.set) for each in batch]
                self._session.receive(found, self._run_step(), instead=not self._choice.beside)
            except AnnotatorError as error:
                self.cancel_run()
                self._watcher.trouble(error.sentence)
        if not self._results and self._over:
            self._finish(self._over)
        return bool(self._results)

    def _run_step(self) -> int:
        if self._step is None:
            self._step = runs.begin(self._session.project, "model run", f"Suggestions of {self.model}")
        return self._step

    def _failed(self, event: Failed) -> None:
        if not event.article:
            if event.job in (0, self._run) or event.job in self._urgent:
                self._watcher.trouble(event.sentence)
            return
        self.failures[event.article] = event.sentence
        work = self._session.work
        if work is not None and work.article.id == event.article:
            self._watcher.trouble(event.sentence)

    def _done(self, event: Done) -> None:
        self._urgent.pop(event.job, None)
        if event.job == self._run:
            self._over = event
            if not self._results:
                self._finish(event)

    def _finish(self, event: Done) -> None:
        self._run, self._over, self._step = None, None, None
        self._tell(None)
        told = f"{count(event.done, 'article was', 'articles were')} pre-highlighted"
        if event.failed:
            told += f", {event.failed:,} failed"
        if self._unseen is not None and self._unseen.foreign:
            told += f", {count(self._unseen.foreign, 'is', 'are')} in a language that the model does not read"
        self._watcher.run_over(told + (": stopped; the next run goes on from here." if event.cancelled else "."))

    def _tell(self, state: RunState | None) -> None:
        self._state = state
        self._watcher.run_changed(state)


def _state_of(event: Progress, total: int) -> RunState:
    return RunState(
        done=event.done,
        total=event.total if event.total is not None else total,
        failed=event.failed,
        per_second=event.per_second,
        seconds_left=event.seconds_left,
    )
