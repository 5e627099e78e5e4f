"""Which span of one annotator is which of the other's: one to one, over one article.

All that is counted of two sets reads this one matching, so that the numbers add up. It is the best of all:

1. as many pairs as can be of the same label on the same positions,
2. then as many as can be on the same positions,
3. then the greatest sum of intersection over union (or of another measure) of the overlapping pairs,
4. then as many as can be of the same label,
5. and of equally good ones the one with the first pair in text order, then the second, and so on.

So it depends on nothing but what the spans say: not on the order of the input, nor, where the measure is the same
both ways, on which side is which. A span is the set of the positions that its fragments cover: spans may overlap,
nest and be in pieces. Ends are half-open: 0-5 and 5-10 do not overlap. The assignment is in `assignment`, for
very many pairs in `dense`, the measures in `pairs`.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import Protocol

import msgspec

from annotator.agreement.assignment import solve
from annotator.agreement.overlaps import Edge, Place, components, count_near, edge, groups, overlapping
from annotator.agreement.pairs import Measure, Pair, iou, size, solid
from annotator.agreement.ties import first_pairs, open_pairs
from annotator.model.annotation import Fragments

_FINE = 1 << 32  # measures are compared to one part in this many
_FEW = 64  # pairs: of so many, the first in order is found by a digit more for each
_MANY = 4096  # pairs: from here on a table is faster
_CELLS = 25_000_000  # of a table: 200 MB


class Mark(Protocol):
    """What is matched: a label on fragments, such as a `Span` or a `SpanKey`."""

    @property
    def label(self) -> str:
        """The label."""

    @property
    def fragments(self) -> Fragments:
        """The fragments, half-open, in text order."""


class Matching(msgspec.Struct, frozen=True):
    """The pairs in the order of a, and the places of the spans that have no partner."""

    pairs: tuple[Pair, ...]
    only_a: tuple[int, ...]
    only_b: tuple[int, ...]


Within = Callable[[str], Hashable]


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
        pairs += _matched(left_a, left_b, by, least)
    pairs.sort()
    used_a, used_b = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    alone = (tuple(n for n in range(len(side)) if n not in used) for side, used in ((a, used_a), (b, used_b)))
    return Matching(tuple(pairs), *alone)


_Key = tuple[str, Fragments]


def _keys(marks: Sequence[Mark]) -> list[_Key]:
    """What each says, its positions written in one way: in order, apart from each other, none empty."""
    return [(mark.label, solid(mark.fragments)) for mark in marks]


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


def _left(marks: Sequence[Mark], keys: list[_Key], used: set[int], within: Within) -> list[Place]:
    """The spans that have no equal one."""
    return [_place(mark, n, keys[n][1], within) for n, mark in enumerate(marks) if n not in used]


def _place(mark: Mark, number: int, fragments: Fragments, within: Within) -> Place:
    label = mark.label
    start, end = (fragments[0][0], -fragments[-1][1]) if fragments else (0, 0)
    order = (start, end, fragments, label, getattr(mark, "id", ""))
    return Place(order, number, label, within(label), fragments, size(fragments))


def _matched(a: Sequence[Place], b: Sequence[Place], by: Measure, least: float) -> list[Pair]:
    """The best pairs of spans that have no equal one; groups in which very much overlaps are looked at as tables."""
    if len(a) * len(b) <= _MANY:
        return _of_few(a, b, by, least)
    pairs: list[Pair] = []
    for ours, theirs in groups(a, b):
        is_table = len(ours) * len(theirs) <= _CELLS and count_near(ours, theirs) > _MANY
        pairs += (_of_many if is_table else _of_few)(ours, theirs, by, least)
    return pairs


def _of_few(a: Sequence[Place], b: Sequence[Place], by: Measure, least: float) -> list[Pair]:
    possible = list(overlapping(a, b))
    if least > 0:
        possible = [each for each in possible if by(*each.pair[2:5]) >= least]
    ends_a, ends_b = Counter([each.pair.a for each in possible]), Counter([each.pair.b for each in possible])
    pairs, rest = [], []
    for each in possible:  # most have no rival
        if ends_a[each.pair.a] == 1 == ends_b[each.pair.b]:
            pairs.append(each.pair)
        else:
            rest.append(each)
    return [*pairs, *(pair for component in components(rest) for pair in _best(component, by))] if rest else pairs


def _of_many(a: Sequence[Place], b: Sequence[Place], by: Measure, least: float) -> list[Pair]:
    """By what counts most at first, and by all that counts among the pairs that are left as possible then."""
    import numpy as np

    from annotator.agreement.dense import shared_table, solve_table, tight

    both = shared_table(a, b)
    sizes = np.array([each.size for each in a])[:, None], np.array([each.size for each in b])
    measured = by(both, *sizes)
    exact = (both == sizes[0]) & (both == sizes[1])
    worth = np.rint(measured * _FINE).astype(np.int64) + exact * (min(both.shape) + 1) * _FINE
    worth[(both == 0) | (measured < least)] = 0
    best = solve_table(worth)
    possible = list(tight(worth, best))
    undecided = open_pairs(best, possible)
    rest = {row for row, _ in undecided}
    made = [
        edge(a[row], b[column], int(both[row, column])).pair
        for row, column in best.column_of.items()
        if row not in rest
    ]
    if not undecided:
        return made
    needed = {("a", a[row].number) for row, _ in undecided if best.high[row]}
    needed |= {("b", b[column].number) for _, column in undecided if best.low[column]}
    edges = [edge(a[row], b[column], int(both[row, column])) for row, column in undecided]
    return [*made, *_best(edges, by, needed=needed)]


def _best(edges: Sequence[Edge], by: Measure, needed: Collection[tuple[str, int]] = ()) -> list[Pair]:
    """The best of what hangs together. Worths are numbers whose digits are what counts, the first thing first.

    What is `needed`, by side and number, gets a partner before all else.
    """
    if len(edges) == 1:
        return [edges[0].pair]
    by_ends: dict[int, dict[int, int]] = {}
    pairs = {}
    base = (min(len({each.pair.a for each in edges}), len({each.pair.b for each in edges})) + 1) * _FINE
    few = len(edges) if len(edges) <= _FEW else 0
    for rank, (_, pair) in enumerate(sorted(edges)):
        worth = (("a", pair.a) in needed) + (("b", pair.b) in needed)
        for digit in _digits(pair, by):
            worth = worth * base + digit
        tie = 1 << (few - 1 - rank) if few else 0  # a first pair outweighs all that come after it
        by_ends.setdefault(pair.a, {})[pair.b] = (worth << few) + tie
        pairs[pair.a, pair.b] = pair
    best = solve(by_ends)
    if few:
        return [pairs[ends] for ends in best.column_of.items()]
    tight = [(a, b) for a, b in pairs if best.high[a] + best.low.get(b, 0) == by_ends[a][b]]
    return [pairs[ends] for ends in first_pairs(best, tight).items()]


def _digits(pair: Pair, by: Measure) -> tuple[int, int, int, int]:
    """What a pair is worth; where two are alike by another measure, the tighter one is worth more."""
    sizes = pair[2:5]
    fine = (round(by(*sizes) * _FINE), round(iou(*sizes) * _FINE))
    return int(pair.is_exact), *fine, int(pair.same_label)
