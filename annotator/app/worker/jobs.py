"""What was asked of the worker, as the client keeps it: articles to read, rows to align or export.

A job's items are taken from an iterable only as fast as the worker uses them, so a job on a hundred thousand
articles holds some dozens in memory.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sized
from itertools import chain
from typing import Generic, TypeVar

from annotator.app.worker.messages import Align, Done, ExportDocBin, KnowSchema, Progress, Suggest
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Outgoing
from annotator.model.article import Article
from annotator.suggest.language import language_of

Item = TypeVar("Item")
ROWS_AHEAD = 64
_TOLD_EVERY = 0.1  # seconds between two words on progress


class Job(Generic[Item]):
    """What all jobs have: a number, a source, and how far it is."""

    def __init__(self, number: int, items: Iterable[Item]) -> None:
        self.number = number
        self.done = 0
        self.failed = 0
        self.total = len(items) if isinstance(items, Sized) else None
        self._items: Iterator[Item] | None = iter(items)
        self._began: float | None = None
        self._told = 0.0

    @property
    def is_drained(self) -> bool:
        """Whether the source has nothing more."""
        return self._items is None

    def close(self) -> None:
        """Give the source up; a generator's `finally` runs now, in this thread."""
        if self._items is not None and hasattr(self._items, "close"):
            self._items.close()
        self._items = None

    def begin(self, now: float) -> None:
        """The worker has begun with it: from now on time counts."""
        self._began = now if self._began is None else self._began

    def progress(self, now: float) -> Progress | None:
        """How far it is, unless that was told a moment ago."""
        if self._began is None or now - self._told < _TOLD_EVERY:
            return None
        self._told = now
        past = self.done + self.failed
        speed = past / max(now - self._began, 0.001)
        left = None if self.total is None or not speed else max(self.total - past, 0) / speed
        return Progress(
            job=self.number,
            done=self.done,
            failed=self.failed,
            total=self.total,
            per_second=speed,
            seconds_left=left,
        )

    def over(self, *, cancelled: bool = False, losses: LossReport | None = None) -> Done:
        """The last word on it."""
        return Done(job=self.number, done=self.done, failed=self.failed, cancelled=cancelled, losses=losses)

    def _next(self) -> Item | None:
        if self._items is None:
            return None
        item = next(self._items, None)
        if item is None:
            self._items = None
        return item


class SuggestJob(Job[Article]):
    """Articles to read."""

    def __init__(self, number: int, articles: Iterable[Article], schema: KnowSchema, *, urgent: bool) -> None:
        super().__init__(number, articles)
        self.schema = schema
        self.urgent = urgent
        self.in_flight: dict[str, Article] = {}
        self._again: deque[tuple[Article, bool]] = deque()

    @property
    def is_over(self) -> bool:
        """Whether every article has its answer."""
        return self.is_drained and not self.in_flight and not self._again

    def take(self) -> Suggest | None:
        """The next request to send; None when there is none at the moment."""
        if self._again:
            article, alone = self._again.popleft()
        elif (following := self._next()) is not None:
            article, alone = following, False
        else:
            return None
        self.in_flight[article.id] = article
        return Suggest(
            job=self.number,
            article=article.id,
            text=article.text,
            sha256=article.sha256,
            schema=self.schema.key,
            language=language_of(article),
            urgent=self.urgent,
            alone=alone,
        )

    def answered(self, article: str, sha256: str | None = None) -> bool:
        """Take an answer in; False when nobody waits for it, or it is about another text."""
        waiting = self.in_flight.get(article)
        if waiting is None or (sha256 is not None and sha256 != waiting.sha256):
            return False
        del self.in_flight[article]
        return True

    def put_back(self, suspects: set[str]) -> None:
        """The worker died: send again what it had, the suspects each alone."""
        lost = [(article, article.id in suspects) for article in self.in_flight.values()]
        self._again = deque(chain(lost, self._again))
        self.in_flight.clear()


class RowsJob(Job[Outgoing]):
    """Rows to align or to export; `request` opens it, `schema` is what the request names."""

    def __init__(
        self, number: int, items: Iterable[Outgoing], request: Align | ExportDocBin, schema: KnowSchema | None = None
    ) -> None:
        super().__init__(number, items)
        self.request = request
        self.schema = schema
        self.is_open = False  # whether the worker knows of it
        self.is_sent = False  # whether it has all rows
        self._sent = 0

    def take(self) -> Outgoing | None:
        """The next row to send, as long as the worker keeps up."""
        if self._sent - self.done >= ROWS_AHEAD:
            return None
        row = self._next()
        self._sent += row is not None
        return row
