"""The parent's end of a training: a child process of its own, so that the worker goes on suggesting meanwhile.

A thread feeds it a snapshot and waits for it. What comes is told from that thread. A child that dies is one
sentence, and nothing is left of what it wrote.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from annotator import files
from annotator.app.training import check_target, put_in_place, workshop
from annotator.app.worker.messages import EndRows, Failed, KnowSchema, Learning, Reply, Row, Train, Trained
from annotator.app.worker.process import Child
from annotator.exchange.jsonl_row import make_row
from annotator.exchange.protocols import Outgoing
from annotator.model.errors import AnnotatorError
from annotator.model.schema import Schema
from annotator.suggest.training.lessons import Wish
from annotator.suggest.training.outcome import Outcome

_log = logging.getLogger(__name__)
_JOB, _SCHEMA = 1, "1"
_GRACE = 0.2  # seconds


class TrainState(msgspec.Struct, frozen=True, kw_only=True):
    """How far it is; `score`, 0 to 1, is the best so far on what is held out."""

    stage: str
    steps: int = 0
    most: int = 0
    score: float = 0.0
    seconds_left: float | None = None


class TrainOver(msgspec.Struct, frozen=True, kw_only=True):
    """The end: an outcome, or a sentence on what went wrong, or neither where it was stopped."""

    outcome: Outcome | None = None
    sentence: str = ""


Listener = Callable[[TrainState | TrainOver], None]
_encode = msgspec.json.Encoder().encode


class Trainer:
    """One training. The listener hears TrainStates, and at the end, whatever happens, one TrainOver."""

    def __init__(self, listener: Listener, *, command: list[str] | None = None) -> None:
        self._listener = listener
        self._command = command or [*files.program(), "worker"]
        self._heard: queue.SimpleQueue[Reply | None] = queue.SimpleQueue()  # None: the child ended
        self._cancelled = threading.Event()
        self._child: Child | None = None
        self._began: float | None = None
        self._thread: threading.Thread | None = None

    def start(self, items: Iterable[Outgoing], schema: Schema, wish: Wish, out: Path) -> None:
        """Begin; the items are iterated in the trainer's thread."""
        self._thread = threading.Thread(target=self._run, args=(items, schema, wish, out), name="trainer", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stop it. The listener is told when it is over."""
        self._cancelled.set()
        self._heard.put(None)

    def wait(self) -> None:
        """Until the thread has ended and all is cleared away."""
        if self._thread is not None:
            self._thread.join()

    @property
    def pid(self) -> int | None:
        """The number of the child's process, while there is one."""
        return self._child.pid if self._child else None

    def _run(self, items: Iterable[Outgoing], schema: Schema, wish: Wish, out: Path) -> None:
        over = TrainOver()
        try:
            check_target(out)
            with workshop(out) as work:
                over = self._train(items, KnowSchema(key=_SCHEMA, version=1, schema=schema), wish, work)
                if over.outcome is not None and not self._cancelled.is_set():
                    put_in_place(work, out)
        except AnnotatorError as error:
            over = TrainOver(sentence=error.sentence)
        except OSError as error:
            over = TrainOver(sentence=f"The training cannot be started: {error.strerror or error}.")
        except Exception:  # a bug here must not leave a dialog that waits for ever
            _log.exception("the trainer failed")
            over = TrainOver(sentence="The training failed unexpectedly; the log says more.")
        self._listener(TrainOver() if self._cancelled.is_set() else over)

    def _train(self, items: Iterable[Outgoing], schema: KnowSchema, wish: Wish, work: Path) -> TrainOver:
        child = self._child = Child(self._command, lambda _, reply: self._heard.put(reply), self._ended)
        try:
            child.send(schema)
            child.send(Train(job=_JOB, schema=_SCHEMA, wish=wish, work=str(work)))
            for item in items:
                if self._cancelled.is_set():
                    return TrainOver()
                child.send(Row(job=_JOB, row=msgspec.Raw(_encode(make_row(item.article, item.sets)))))
            child.send(EndRows(job=_JOB))
            return self._listen(child)
        finally:
            if self._cancelled.is_set():
                child.kill()
            child.close(_GRACE)
            self._child = None

    def _ended(self, _: Child) -> None:
        self._heard.put(None)

    def _listen(self, child: Child) -> TrainOver:
        while (reply := self._heard.get()) is not None:
            match reply:
                case Learning():
                    self._listener(self._state(reply))
                case Trained():
                    return TrainOver(outcome=reply.outcome)
                case Failed():
                    return TrainOver(sentence=reply.sentence)
        if self._cancelled.is_set():
            return TrainOver()
        return TrainOver(sentence=f"The training ended unexpectedly ({child.epitaph}): nothing was changed.")

    def _state(self, told: Learning) -> TrainState:
        if told.stage != "training":
            return TrainState(stage=told.stage, steps=told.steps, most=told.most, score=told.score)
        now = time.monotonic()
        self._began = self._began or now
        left = (now - self._began) / told.steps * (told.most - told.steps) if told.steps > 1 else None
        return TrainState(stage=told.stage, steps=told.steps, most=told.most, score=told.score, seconds_left=left)
