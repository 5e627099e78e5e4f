"""Which span of one annotator is which of the other's: one to one, over one article.

All that is counted of two sets reads this one matching, so that the numbers add up. It is the best of all:

1. as many pairs as can be of the same label on the same positions,
2. then as many as can be on the same positions,
3. then the greatest sum of intersection over union (or of another measure) of the overlapping pairs,
4. then as many as can be of the same label,
5. and of equally good ones the one with the first pair in text order, then the second, and so on.

So it depends on nothing but what the spans say: not on the order of the input, nor, where the measure is the same
both ways, on which side is which. A span is the set of the positions that its fragments cover: spans may overlap,
nest and be in pieces. Ends are half-open: 0-5 and 5-10 do not overlap. The assignment is in `assignment`.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import msgspec

from annotator.agreement.assignment import best_pairs
from annotator.model.annotation import Fragments, make_fragments

_FINE = 1 << 32  # measures are compared to one part in this many


class Mark(Protocol):
    """What is matched: a label on fragments, such as a `Span` or a `SpanKey`."""

    @property
    def label(self) -> str:
        """The label."""

    @property
    def fragments(self) -> Fragments:
        """The fragments, half-open, in text order."""


class Pair(NamedTuple):
    """Two spans that are matched: their places in the two sequences, and the sizes, in positions, of what they cover.

    `shared` is the size of what both cover.
    """

    a: int
    b: int
    shared: int
    size_a: int
    size_b: int
    same_label: bool

    @property
    def is_exact(self) -> bool:
        """Whether both cover the same positions."""
        return self.shared == self.size_a == self.size_b

    @property
    def iou(self) -> float:
        """Intersection over union of the positions (the Jaccard index, 1901)."""
        return iou(self.shared, self.size_a, self.size_b)

    @property
    def coverage(self) -> float:
        """The share of a's positions that b covers."""
        return coverage(self.shared, self.size_a, self.size_b)


class Matching(msgspec.Struct, frozen=True):
    """The pairs in the order of a, and the places of the spans that have no partner."""

    pairs: tuple[Pair, ...]
    only_a: tuple[int, ...]
    only_b: tuple[int, ...]


Measure = Callable[[int, int, int], float]
Within = Callable[[str], Hashable]


def iou(shared: int, size_a: int, size_b: int) -> float:
    """Intersection over union, 0 to 1; the same both ways (Jaccard 1901)."""
    return shared / (size_a + size_b - shared)


def coverage(shared: int, size_a: int, size_b: int) -> float:  # noqa: ARG001
    """The share of a that b covers, 0 to 1; spans that are too long pass it (Asr et al. 2021, GenderGapTracker)."""
    return shared / size_a


def by_label(label: str) -> Hashable:
    """For `within`: only spans of one label are matched."""
    return label


def anywhere(label: str) -> Hashable:  # noqa: ARG001
    """For `within`: any two spans may be matched, whatever their labels."""
    return None


def match(
    a: Sequence[Mark], b: Sequence[Mark], *, within: Within = by_label, by: Measure = iou, least: float = 0.0
) -> Matching:
    """Match the spans of two annotators in one article.

    Only spans whose labels `within` sends to the same are matched (a label to its group, for one), and only those
    that share a position and whose measure `by` is at least `least`. A span of no positions stays alone.
    """
    keys_a, keys_b = _keys(a), _keys(b)
    pairs = _same(a, b, keys_a, keys_b)
    left_a = _left(a, keys_a, {pair.a for pair in pairs}, within)
    left_b = _left(b, keys_b, {pair.b for pair in pairs}, within)
    if left_a and left_b:
        possible = [each for each in _overlapping(left_a, left_b) if by(*each.pair[2:5]) >= least]
        for component in _components(possible):
            pairs += _best(component, by)
    pairs.sort()
    used_a, used_b = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    alone = (tuple(n for n in range(len(side)) if n not in used) for side, used in ((a, used_a), (b, used_b)))
    return Matching(tuple(pairs), *alone)


def size(fragments: Fragments) -> int:
    """How many positions fragments cover that do not overlap."""
    if len(fragments) == 1:
        return fragments[0][1] - fragments[0][0]
    return sum(end - start for start, end in fragments)


def shared(a: Fragments, b: Fragments) -> int:
    """How many positions both cover; fragments in text order that do not overlap."""
    total = at_a = at_b = 0
    while at_a < len(a) and at_b < len(b):
        (start_a, end_a), (start_b, end_b) = a[at_a], b[at_b]
        total += max(0, min(end_a, end_b) - max(start_a, start_b))
        if end_a <= end_b:
            at_a += 1
        else:
            at_b += 1
    return total


_Key = tuple[str, Fragments]


def _keys(marks: Sequence[Mark]) -> list[_Key]:
    """What each says, its positions written in one way: in order, apart from each other, none empty."""
    return [(mark.label, _solid(mark.fragments)) for mark in marks]


def _solid(fragments: Fragments) -> Fragments:
    if len(fragments) == 1 and fragments[0][0] < fragments[0][1]:
        return fragments
    return make_fragments(fragments)


def _same(a: Sequence[Mark], b: Sequence[Mark], keys_a: list[_Key], keys_b: list[_Key]) -> list[Pair]:
    """Spans of one label on the same positions: they are in every best matching, whatever the others do."""
    theirs, ours = _by_key(b, keys_b), _by_key(a, keys_a)
    found = []
    for key, places in ours.items():
        if key in theirs and key[1]:
            covered = size(key[1])
            both = zip(places, theirs[key], strict=False)
            found += [Pair(i, j, covered, covered, covered, True) for i, j in both]
    return found


def _by_key(marks: Sequence[Mark], keys: list[_Key]) -> Mapping[_Key, Sequence[int]]:
    """The places of what says the same; of a mark made twice, in the order of the ids."""
    found = {key: (n,) for n, key in enumerate(keys)}
    if len(found) == len(keys):
        return found
    several: dict[_Key, list[int]] = {}
    for n, key in enumerate(keys):
        several.setdefault(key, []).append(n)
    return {key: sorted(places, key=_id_in(marks)) for key, places in several.items()}


def _id_in(marks: Sequence[Mark]) -> Callable[[int], tuple[str, int]]:
    return lambda n: (getattr(marks[n], "id", ""), n)


class _Place(NamedTuple):
    """A span without an equal one: `order` is its place in the text, by what it says."""

    order: tuple[Any, ...]
    number: int
    label: str
    group: Hashable
    fragments: Fragments
    size: int


class _Edge(NamedTuple):
    """A possible pair, and its place in text order, the same whichever side is a."""

    order: tuple[Any, ...]
    pair: Pair


def _left(marks: Sequence[Mark], keys: list[_Key], used: set[int], within: Within) -> list[_Place]:
    """The spans that have no equal one."""
    return [_place(mark, n, keys[n][1], within) for n, mark in enumerate(marks) if n not in used]


def _place(mark: Mark, number: int, fragments: Fragments, within: Within) -> _Place:
    outer = (fragments[0][0], -fragments[-1][1]) if fragments else (0, 0)
    order = (*outer, fragments, mark.label, getattr(mark, "id", ""))
    return _Place(order, number, mark.label, within(mark.label), fragments, size(fragments))


def _overlapping(a: Sequence[_Place], b: Sequence[_Place]) -> Iterator[_Edge]:
    """All pairs of one group that share a position, found in one walk through the text."""
    walk = sorted((each.order[0], side, n) for side, marks in enumerate((a, b)) for n, each in enumerate(marks))
    open_now: dict[Hashable, tuple[list[_Place], list[_Place]]] = {}
    for start, side, n in walk:
        each = (a, b)[side][n]
        both = open_now.setdefault(each.group, ([], []))
        others = both[1 - side]
        others[:] = [other for other in others if -other.order[1] > start]
        for other in others if each.size else ():
            if common := shared(each.fragments, other.fragments):
                yield _edge(other, each, common) if side else _edge(each, other, common)
        both[side].append(each)


def _edge(a: _Place, b: _Place, common: int) -> _Edge:
    order = (*sorted((a.order, b.order)), a.number, b.number)
    return _Edge(order, Pair(a.number, b.number, common, a.size, b.size, a.label == b.label))


def _components(edges: Sequence[_Edge]) -> Iterator[list[_Edge]]:
    """The possible pairs by what hangs together: one part's best pairing does not touch another's."""
    at: dict[tuple[str, int], list[_Edge]] = {}
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


def _best(edges: Sequence[_Edge], by: Measure) -> list[Pair]:
    """The best of what hangs together. Worths are numbers whose digits are what counts, the first thing first."""
    if len(edges) == 1:
        return [edges[0].pair]
    by_ends: dict[int, dict[int, int]] = {}
    pairs = {}
    base = (min(len({each.pair.a for each in edges}), len({each.pair.b for each in edges})) + 1) * _FINE
    for rank, (_, pair) in enumerate(sorted(edges)):
        worth = 0
        for digit in _digits(pair, by):
            worth = worth * base + digit
        tie = 1 << (len(edges) - 1 - rank)  # a first pair outweighs all that come after it
        by_ends.setdefault(pair.a, {})[pair.b] = (worth << len(edges)) + tie
        pairs[pair.a, pair.b] = pair
    return [pairs[ends] for ends in best_pairs(by_ends).items()]


def _digits(pair: Pair, by: Measure) -> tuple[int, int, int, int]:
    """What a pair is worth; where two are alike by another measure, the tighter one is worth more."""
    sizes = pair[2:5]
    fine = (round(by(*sizes) * _FINE), round(iou(*sizes) * _FINE))
    return int(pair.is_exact), *fine, int(pair.same_label)
