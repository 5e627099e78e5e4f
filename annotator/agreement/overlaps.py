"""Which spans of two sides share a position, and which of these pairs hang together."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from annotator.agreement.pairs import Pair, shared
from annotator.model.annotation import Fragments


class Place(NamedTuple):
    """A span without an equal one: `order` is its place in the text, by what it says."""

    order: tuple[Any, ...]
    number: int
    label: str
    group: Hashable
    fragments: Fragments
    size: int


class Edge(NamedTuple):
    """A possible pair, and its place in text order, the same whichever side is a."""

    order: tuple[Any, ...]
    pair: Pair


def groups(a: Iterable[Place], b: Iterable[Place]) -> Iterator[tuple[list[Place], list[Place]]]:
    """Both sides of each group that both have, without what covers no position."""
    found: dict[Hashable, tuple[list[Place], list[Place]]] = {}
    for side, places in enumerate((a, b)):
        for each in places:
            if each.size:
                found.setdefault(each.group, ([], []))[side].append(each)
    return (both for both in found.values() if all(both))


def count_near(a: Sequence[Place], b: Sequence[Place]) -> int:
    """How many pairs of one group overlap when what lies between fragments counts as covered; never too few."""
    starts, ends = sorted(each.order[0] for each in b), sorted(-each.order[1] for each in b)
    return sum(bisect_left(starts, -each.order[1]) - bisect_right(ends, each.order[0]) for each in a)


def overlapping(a: Sequence[Place], b: Sequence[Place]) -> Iterator[Edge]:
    """All pairs of one group that share a position, found in one walk through the text."""
    walk = sorted([(each.order[0], side, n) for side, marks in enumerate((a, b)) for n, each in enumerate(marks)])
    open_now: dict[Hashable, tuple[list[Place], list[Place]]] = {}
    for start, side, n in walk:
        each = (a, b)[side][n]
        both = open_now.get(each.group)
        if both is None:
            both = open_now[each.group] = ([], [])
        others = both[1 - side]
        if others and each.size:
            others[:] = [other for other in others if -other.order[1] > start]
            for other in others:
                if common := shared(each.fragments, other.fragments):
                    yield edge(other, each, common) if side else edge(each, other, common)
        both[side].append(each)


def edge(a: Place, b: Place, common: int) -> Edge:
    """The pair of two places that share so many positions."""
    first, second = (a.order, b.order) if a.order <= b.order else (b.order, a.order)
    order = (first, second, a.number, b.number)
    return Edge(order, Pair(a.number, b.number, common, a.size, b.size, a.label == b.label))


def components(edges: Sequence[Edge]) -> Iterator[list[Edge]]:
    """The possible pairs by what hangs together: one part's best pairing does not touch another's."""
    at: dict[tuple[str, int], list[Edge]] = {}
    for edge in edges:
        at.setdefault(("a", edge.pair.a), []).append(edge)
        at.setdefault(("b", edge.pair.b), []).append(edge)
    seen: set[tuple[str, int]] = set()
    for start in at:
        if start in seen:
            continue
        seen.add(start)
        waiting, found = [start], []
        while waiting:
            end = waiting.pop()
            for edge in at[end]:
                if end[0] == "a":
                    found.append(edge)
                other = ("b", edge.pair.b) if end[0] == "a" else ("a", edge.pair.a)
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        yield found
