"""The parent's end: starts the worker when it is needed, and tells a listener what comes of it.

Every call returns at once and may come from any thread. The listener is called from the client's own
thread: a window passes what it is told on to its own. It may call the client in turn.
"""

import hashlib
import logging
import queue
import threading
import time
from collections.abc import Callable, Collection, Iterable
from itertools import count
from pathlib import Path

import msgspec

from annotator import files
from annotator.app.worker.dispatch import AnyJob, Dispatch, Process
from annotator.app.worker.jobs import RowsJob, SuggestJob
from annotator.app.worker.messages import Align, Event, ExportDocBin, KnowSchema, Load, Ready, Reply
from annotator.app.worker.process import Child
from annotator.exchange.losses import most_listed
from annotator.exchange.protocols import Alignment, Outgoing
from annotator.model.article import Article
from annotator.model.schema import Schema

_log = logging.getLogger(__name__)
Listener = Callable[[Event], None]


class WorkerClient:
    """One worker. `command` starts its process; after a death it waits `backoff` seconds, twice as long each time.

    The items of a job are iterated in the client's thread, as the worker uses them: a generator that needs a
    database opens its own connection, inside.
    """

    def __init__(
        self,
        listener: Listener,
        *,
        command: list[str] | None = None,
        pipeline: str = "",
        recipe: str = "entities",
        language: str = "en",
        backoff: float = 0.5,
    ) -> None:
        self._command = command or [*files.program(), "worker"]
        self._listener = listener
        self._numbers = count(1)
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._dispatch = Dispatch(
            start=self._start_process,
            tell=self._tell,
            load=Load(pipeline=pipeline, recipe=recipe, language=language),
            backoff=backoff,
            clock=time.monotonic,
        )
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="worker client", daemon=True)
        self._lock = threading.Lock()

    @property
    def ready(self) -> Ready | None:
        """The pipeline that is loaded, as soon as there is one."""
        return self._dispatch.ready

    @property
    def pid(self) -> int | None:
        """The number of the worker's process, while there is one."""
        process = self._dispatch.process
        return process.pid if isinstance(process, Child) else None

    def start(self) -> None:
        """Start the process and load the pipeline now, before anything needs it."""
        self._call(self._dispatch.load)

    def load(self, pipeline: str = "", *, recipe: str = "entities", language: str = "en") -> None:
        """Load another pipeline; what is asked from now on is read by it."""
        load = Load(pipeline=pipeline, recipe=recipe, language=language)
        self._call(lambda: self._dispatch.load(load))

    def suggest(
        self, articles: Iterable[Article], schema: Schema, *, schema_version: int = 1, urgent: bool = False
    ) -> int:
        """Have articles read; returns the job's number. An urgent job, such as the article on screen, goes first."""
        known = _known(schema, schema_version)
        number = next(self._numbers)
        self._add(SuggestJob(number, articles, known, urgent=urgent))
        return number

    def align(
        self, items: Iterable[Outgoing], *, alignment: Alignment = "strict", pipeline: str = "", language: str = ""
    ) -> int:
        """Have the spans named that an export to DocBin would move or leave out; returns the job's number."""
        number = next(self._numbers)
        request = Align(job=number, alignment=alignment, pipeline=pipeline, language=language)
        self._add(RowsJob(number, items, request))
        return number

    def export(
        self,
        items: Iterable[Outgoing],
        target: Path,
        schema: Schema,
        *,
        pipeline: str = "",
        alignment: Alignment = "strict",
        ents: Collection[str] | None = None,
    ) -> int:
        """Have a DocBin written to a temporary path; returns the job's number. Its Done brings the losses."""
        number = next(self._numbers)
        known = _known(schema, 1)
        request = ExportDocBin(
            job=number,
            target=str(target),
            schema=known.key,
            pipeline=pipeline,
            alignment=alignment,
            ents=None if ents is None else tuple(ents),
            listed=most_listed(),
        )
        self._add(RowsJob(number, items, request, known))
        return number

    def cancel(self, job: int) -> None:
        """Give a job up. The listener is told Done, and nothing of the job after that."""
        self._call(lambda: self._dispatch.cancel(job))

    def stop(self, grace: float = 2.0) -> None:
        """End the process, by force after `grace` seconds, and wait for it, unless the listener calls this.

        Jobs that are open are told Done, cancelled. Calls after this one do nothing.
        """
        with self._lock:
            if self._thread.ident is None:
                self._stopped.set()
        self._call(lambda: self._halt(grace))
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join()

    def _add(self, job: AnyJob) -> None:
        self._call(lambda: self._dispatch.add(job))

    def _call(self, call: Callable[[], None]) -> None:
        with self._lock:
            if self._stopped.is_set():
                return
            if self._thread.ident is None:
                self._thread.start()
        self._calls.put(call)

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                call = self._calls.get(timeout=self._dispatch.wait())
            except queue.Empty:
                call = None
            try:
                if call is not None:
                    call()
                if not self._stopped.is_set():
                    self._dispatch.pump()
            except Exception as error:  # a bug here must not leave the window without a worker for good
                raised = (type(error), error, error.__traceback__, threading.current_thread())
                threading.excepthook(threading.ExceptHookArgs(raised))  # told as if the thread had ended in it

    def _halt(self, grace: float) -> None:
        self._stopped.set()
        self._dispatch.stop(grace)

    def _start_process(self) -> Process:
        return Child(self._command, self._on_reply, self._on_end)

    def _on_reply(self, process: Process, reply: Reply) -> None:
        self._calls.put(lambda: self._dispatch.replied(process, reply))

    def _on_end(self, process: Process) -> None:
        self._calls.put(lambda: self._dispatch.ended(process))

    def _tell(self, event: Event) -> None:
        try:
            self._listener(event)
        except Exception:  # the listener is the caller's, and may raise anything
            _log.exception("the listener failed at %s", type(event).__name__)


def _known(schema: Schema, version: int) -> KnowSchema:
    digest = hashlib.sha256(msgspec.json.encode(schema)).hexdigest()[:16]
    return KnowSchema(key=f"{digest}.{version}", version=version, schema=schema)
