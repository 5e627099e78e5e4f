"""Spans for the tests of agreement, as short to write as `"PERSON 0-4"`."""

from collections.abc import Sequence
from itertools import permutations
from random import Random

from hypothesis import strategies as st

from annotator.agreement.matching import Mark, Matching, by_label
from annotator.agreement.pairs import shared
from annotator.model.annotation import SpanKey, make_fragments

PLACES = 12
pieces = st.tuples(st.integers(0, PLACES - 1), st.integers(1, 6)).map(lambda each: (each[0], sum(each)))
fragments = st.lists(pieces, min_size=1, max_size=3).map(make_fragments)
marks = st.builds(SpanKey, label=st.sampled_from("AB"), fragments=fragments)
sides = st.lists(marks, max_size=4, unique=True)


def spans(*texts: str) -> list[SpanKey]:
    """Spans of which each is written `LABEL START-END,START-END`."""
    return [_span(*text.split(" ")) for text in texts]


def _span(label: str, places: str) -> SpanKey:
    found = [tuple(map(int, place.split("-"))) for place in places.split(",")]
    return SpanKey(label=label, fragments=tuple((start, end) for start, end in found))


def random_side(random: Random) -> list[SpanKey]:
    """Up to four spans that often meet those of another such side."""
    pieces = [[random.randrange(PLACES) for _ in range(random.randint(1, 3))] for _ in range(random.randint(0, 4))]
    ends = (make_fragments((start, start + random.randint(1, 6)) for start in starts) for starts in pieces)
    return list({SpanKey(label=random.choice("AB"), fragments=each) for each in ends})


def said(matching: Matching, a: Sequence[Mark], b: Sequence[Mark]) -> set[tuple[Mark, Mark]]:
    """The pairs by what their spans say."""
    return {(a[each.a], b[each.b]) for each in matching.pairs}


def ways(a: Sequence[Mark], b: Sequence[Mark]) -> list[list[tuple[Mark, Mark]]]:
    """Every way to pair some of the one side with some of the other."""
    padded = [*b, *(None for _ in a)]
    every = {tuple(chosen[: len(a)]) for chosen in permutations(padded, len(a))}
    return [[(x, y) for x, y in zip(a, chosen, strict=True) if y is not None] for chosen in every]


def value(pairs: Sequence[tuple[Mark, Mark]]) -> tuple[float, ...]:
    """What a way to pair is worth, by the definition: positions counted one by one."""
    places = [tuple(frozenset(i for s, e in m.fragments for i in range(s, e)) for m in pair) for pair in pairs]
    same = [a.label == b.label for a, b in pairs]
    exact = [a == b for a, b in places]
    overlap = sum(len(a & b) / len(a | b) for a, b in places)
    both = sum(x and y for x, y in zip(same, exact, strict=True))
    return both, sum(exact), round(overlap, 6), sum(same)


def may_pair(pair: tuple[Mark, Mark], *, alike: bool) -> bool:
    """Whether two spans share a position and, where it matters, the label."""
    a, b = pair
    return shared(a.fragments, b.fragments) > 0 and (not alike or by_label(a.label) == by_label(b.label))


__all__ = ["marks", "may_pair", "random_side", "said", "sides", "spans", "value", "ways"]
