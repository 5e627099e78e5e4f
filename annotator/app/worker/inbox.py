"""The worker's inbox: a thread reads requests, the main thread takes the one that is most pressing.

What a person waits for goes first. A cancelled job's requests are dropped unread.
"""

import heapq
import threading
from collections import deque
from collections.abc import Callable
from itertools import count
from typing import BinaryIO

import msgspec

from annotator.app.worker.messages import (
    Cancel,
    EndRows,
    ExportDocBin,
    Failed,
    KnowSchema,
    Load,
    Request,
    Row,
    Stop,
    Suggest,
    decode_request,
)

Task = Request | Failed  # a Failed is a line that could not be read, to be reported
BATCH_ARTICLES = 16
BATCH_SECONDS = 0.3  # so long an urgent article may have to wait
BATCH_CHARACTERS = 10_000  # before anything is known of the pipeline's speed
_MOST_CHARACTERS = 50_000


class Inbox:
    """Requests by urgency, then in the order they came. Thread-safe."""

    def __init__(self) -> None:
        self.schemas: dict[str, KnowSchema] = {}
        self._heap: list[tuple[int, int, Task]] = []
        self._rows: dict[int, deque[Row | EndRows]] = {}
        self._cancelled: set[int] = set()
        self._numbers = count()
        self._ended = False
        self._batch_characters = BATCH_CHARACTERS
        self._changed = threading.Condition()

    def read(self, stream: BinaryIO, ended: Callable[[], None]) -> None:
        """Take in lines until the stream ends or says stop; then `ended` is called."""
        for line in iter(stream.readline, b""):
            task = _decode(line)
            if isinstance(task, Stop):
                break
            self.put(task)
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        ended()

    def put(self, task: Task) -> None:
        """Take in one request."""
        with self._changed:
            match task:
                case KnowSchema():
                    self.schemas[task.key] = task
                case Cancel():
                    self._cancelled.add(task.job)
                    self._rows.pop(task.job, None)
                case Row() | EndRows():
                    self._rows.setdefault(task.job, deque()).append(task)
                case _:
                    heapq.heappush(self._heap, (_urgency(task), next(self._numbers), task))
            self._changed.notify_all()

    def is_cancelled(self, job: int) -> bool:
        """Whether the job is to be given up, as all are when the process is to end."""
        return self._ended or job in self._cancelled

    def take(self) -> list[Task]:
        """Wait for the next thing to do: one request, or the articles of one batch; nothing when all is over."""
        with self._changed:
            while True:
                if self._ended:
                    return []
                if (task := self._pop()) is not None:
                    return [task, *self._companions(task)]
                self._changed.wait()

    def take_row(self, job: int) -> Row | EndRows | Load | Suggest | None:
        """Wait for the next row of a job, or for what goes before it; None when the job is cancelled."""
        with self._changed:
            while not self.is_cancelled(job):
                if (pressing := self._pop_pressing()) is not None:
                    return pressing
                if rows := self._rows.get(job):
                    return rows.popleft()
                self._changed.wait()
        return None

    def took(self, characters: int, seconds: float) -> None:
        """So long the last batch took; the next ones are made to take about BATCH_SECONDS."""
        fitting = int(characters * BATCH_SECONDS / max(seconds, 0.001))
        self._batch_characters = min(max(fitting, 1), _MOST_CHARACTERS)

    def forget(self, job: int) -> None:
        """A job is over: drop the rows that are left of it."""
        with self._changed:
            self._rows.pop(job, None)

    def _pop_pressing(self) -> Load | Suggest | None:
        """A pipeline to load, or an article that somebody waits for."""
        while self._heap:
            task = self._heap[0][2]
            if not (isinstance(task, Load) or (isinstance(task, Suggest) and task.urgent)):
                break
            heapq.heappop(self._heap)
            if isinstance(task, Load) or not self.is_cancelled(task.job):
                return task
        return None

    def _pop(self) -> Task | None:
        while self._heap:
            _, _, task = heapq.heappop(self._heap)
            if isinstance(task, Load | Failed) or not self.is_cancelled(_job(task)):
                return task
        return None

    def _companions(self, first: Task) -> list[Task]:
        """The articles that are read in one batch with the first."""
        if not isinstance(first, Suggest) or first.urgent or first.alone:
            return []
        found: list[Task] = []
        room = self._batch_characters - len(first.text)
        while len(found) < BATCH_ARTICLES - 1 and self._heap:
            head = self._heap[0][2]
            if not isinstance(head, Suggest) or head.urgent or head.alone or not _go_together(head, first):
                break
            room -= len(head.text)
            if room < 0:
                break
            heapq.heappop(self._heap)
            if not self.is_cancelled(head.job):
                found.append(head)
        return found


def _go_together(one: Suggest, other: Suggest) -> bool:
    return (one.schema, one.language) == (other.schema, other.language)


def _decode(line: bytes) -> Task:
    try:
        return decode_request(line)
    except msgspec.DecodeError as error:
        return Failed(job=0, code="worker.message", sentence=f"The worker does not understand a message: {error}.")


def _urgency(task: Task) -> int:
    match task:
        case Failed() | Load():
            return 0
        case Suggest(urgent=True):
            return 1
        case Suggest() | ExportDocBin():
            return 3
        case _:
            return 2


def _job(task: Task) -> int:
    return 0 if isinstance(task, Load | KnowSchema | Stop) else task.job
