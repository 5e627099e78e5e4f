"""The loss report: what a format could not hold, counted by kind and listed.

Totals are always complete; of each kind the first hundred are listed in full, so memory stays bounded. A
report encodes to JSON as it stands, for the file beside an export and for the worker that made it.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import msgspec

from annotator.model.rules import shorten

FEW = 100  # losses of a kind that a report lists
_LISTED = ContextVar("listed", default=FEW)


@contextmanager
def listing(most: int) -> Iterator[None]:
    """List so many of each kind within: for a preview that is to show them all."""
    before = _LISTED.set(most)
    try:
        yield
    finally:
        _LISTED.reset(before)


def most_listed() -> int:
    """How many of each kind are listed here: for whoever has them counted in another process."""
    return _LISTED.get()


_NAMED: ContextVar[Counter[str] | None] = ContextVar("named", default=None)


@contextmanager
def naming() -> Iterator[Counter[str]]:
    """How much each article, by title, loses within: also what is not listed."""
    found: Counter[str] = Counter()
    before = _NAMED.set(found)
    try:
        yield found
    finally:
        _NAMED.reset(before)


class LossKind(msgspec.Struct, frozen=True):
    """A way in which a format loses something; `about` names one such thing."""

    name: str
    about: str


class Loss(msgspec.Struct, frozen=True, kw_only=True):
    """One thing lost: where it stood, and what was done instead."""

    article: str  # its title
    place: str  # code points such as 10-14, or a name
    done: str
    label: str = ""
    text: str = ""

    def __str__(self) -> str:
        what = f"{self.label} “{shorten(self.text)}”" if self.text else self.label
        return f"“{shorten(self.article)}”: {' '.join(part for part in (what, self.place) if part)}: {self.done}"


class _Losses(msgspec.Struct):
    about: str
    count: int = 0
    listed: list[Loss] = []


class LossReport(msgspec.Struct):
    """What was lost in one export, by the name of the kind."""

    kinds: dict[str, _Losses] = {}

    def add(self, kind: LossKind, loss: Loss) -> None:
        """Count a loss, and list it while there is room."""
        losses = self.kinds.setdefault(kind.name, _Losses(kind.about))
        losses.count += 1
        if (named := _NAMED.get()) is not None:
            named[loss.article] += 1
        if len(losses.listed) < _LISTED.get():
            losses.listed.append(loss)

    def count(self, kind: LossKind) -> int:
        """How many of a kind were lost."""
        return self.kinds[kind.name].count if kind.name in self.kinds else 0

    @property
    def total(self) -> int:
        """How many things were lost in all."""
        return sum(losses.count for losses in self.kinds.values())

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def as_text(self) -> str:
        """The report for people, a line for each thing listed."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        if not self:
            yield "Nothing was lost."
        for losses in self.kinds.values():
            yield f"{losses.count:,} × {losses.about}"
            yield from (f"  {loss}" for loss in losses.listed)
            if left := losses.count - len(losses.listed):
                yield f"  … and {left:,} more"

    def as_json(self) -> bytes:
        """The report for machines: `{"total": n, "kinds": {name: {"about", "count", "listed": [...]}}}`."""
        return msgspec.json.format(msgspec.json.encode({"total": self.total, "kinds": self.kinds}), indent=2)


def read_losses(path: Path) -> LossReport:
    """The report that an export left beside it."""
    return msgspec.json.decode(path.read_bytes(), type=LossReport)
