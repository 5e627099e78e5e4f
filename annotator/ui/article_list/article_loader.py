"""Reads long lists of articles in a thread, so that the window never waits for them."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from annotator.model.annotation import Status
from annotator.store import listing
from annotator.store.filtering import Filter
from annotator.store.project import open_project

FIRST = 200  # read at once, before the thread is asked
PATIENCE = 0.04  # seconds that the window waits for them


@dataclass(frozen=True, slots=True)
class Wish:
    """What to read, and of whom: the numbers of a list too when it goes on after the first."""

    wanted: Filter
    who: int
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read; `numbers` is None when the first were all."""

    numbers: "array[int] | None" = None
    counts: dict[Status, int] = field(default_factory=dict)


def load(path: Path, wish: Wish, is_stale: Callable[[], bool]) -> Loaded:
    """Read what is wished, over a connection of its own, until nobody waits for it. Raises ProjectError."""
    with open_project(path, read_only=True) as project:
        numbers = None
        if wish.goes_on:
            numbers = listing.read(project, wish.who, wish.wanted, unless=is_stale).found
        return Loaded(numbers, listing.counts(project, wish.who))
