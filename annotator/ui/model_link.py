"""The worker's link to the window: what its client tells in another thread arrives here, in the window's."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from annotator.app.session import Session
from annotator.app.suggesting import RECIPE, RunState, Suggesting
from annotator.app.work import Work
from annotator.app.worker.client import WorkerClient
from annotator.app.worker.messages import Done, Failed, Progress
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import CancelledError, Outgoing, WriteOptions
from annotator.model.errors import ExchangeError
from annotator.store import pipeline_choice

_PUMP = 40  # milliseconds between two lots of results that are stored


class ModelLink(QObject):
    """One worker for one session. Signals say what to show."""

    _event = Signal(object)  # queued from the client's thread
    ready = Signal(str)
    troubled = Signal(str)
    remarked = Signal(str)
    run_changed = Signal(object)  # RunState, or None
    run_over = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        choice, language = pipeline_choice.choice(session.project), session.schema.language or "en"
        self._client = WorkerClient(self._event.emit, pipeline=choice.name, recipe=RECIPE, language=language)
        self._timer = QTimer(self)
        self._timer.setInterval(_PUMP)
        self._timer.timeout.connect(self._pump)
        self._event.connect(self._handle)
        self.suggesting = Suggesting(session, self._client, _Watcher(self), choice=choice)
        if not session.project.read_only:
            self._client.start()

    def _handle(self, event: object) -> None:
        if self._closed:
            return
        self.suggesting.handle(event)  # type: ignore[arg-type]
        self._timer.start()

    def _pump(self) -> None:
        if self._closed or not self.suggesting.pump():
            self._timer.stop()

    def article_opened(self, work: Work) -> None:
        """The article on screen is read first."""
        self.suggesting.article_opened(work)

    def export(self, items: Iterable[Outgoing], target: Path, options: WriteOptions) -> LossReport:
        """Have the worker write a DocBin while the window goes on being drawn; as a writer's `write`."""
        assert options.schema is not None
        job = self._client.export(
            items,
            target,
            options.schema,
            pipeline=options.pipeline,
            alignment=options.alignment,
            ents=options.ents,
        )
        waiter = _Waiter(job, options, lambda: self._client.cancel(job))
        self._event.connect(waiter.take)
        try:
            done = waiter.wait()
        finally:
            self._event.disconnect(waiter.take)
        if done.cancelled:
            raise CancelledError(target)
        return done.losses or LossReport()

    def close(self) -> None:
        """End the worker. What it found and was not stored yet is found again another time."""
        self._closed = True
        self._timer.stop()
        self._client.stop()


class _Waiter(QObject):
    """Waits for the end of one job of the worker, and asks meanwhile whether to go on."""

    def __init__(self, job: int, options: WriteOptions, cancel: Callable[[], None]) -> None:
        super().__init__()
        self._job, self._options, self._cancel = job, options, cancel
        self._loop = QEventLoop()
        self._failure: ExchangeError | None = None
        self._done: Done | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_PUMP)
        self._timer.timeout.connect(self._look)

    def wait(self) -> Done:
        """The last word on the job. Raises ExchangeError when it failed."""
        if self._done is None:
            self._timer.start()
            self._loop.exec()
            self._timer.stop()
        if self._failure is not None:
            raise self._failure
        assert self._done is not None
        return self._done

    def take(self, event: object) -> None:
        match event:
            case Progress(job=self._job):
                self._options.report(event.done)
            case Failed(job=self._job):
                self._failure = ExchangeError(event.code, event.sentence)
            case Done(job=self._job):
                self._done = event
                self._loop.quit()

    def _look(self) -> None:
        if self._options.cancelled():
            self._timer.stop()
            self._cancel()


class _Watcher:
    """Passes on what is told as signals."""

    def __init__(self, link: ModelLink) -> None:
        self._link = link

    def model_ready(self, name: str) -> None:
        self._link.ready.emit(name)

    def trouble(self, sentence: str) -> None:
        # Deferred: what is wrong from the start is told once somebody listens.
        QTimer.singleShot(0, self._link, lambda: self._link.troubled.emit(sentence))

    def remark(self, sentence: str) -> None:
        QTimer.singleShot(0, self._link, lambda: self._link.remarked.emit(sentence))

    def run_changed(self, state: RunState | None) -> None:
        self._link.run_changed.emit(state)

    def run_over(self, sentence: str) -> None:
        self._link.run_over.emit(sentence)
