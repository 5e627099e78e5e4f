"""How spans that overlap and nest are laid out: a level for each, and the stretches of text between their bounds."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from annotator.model.annotation import Fragment, Span, text_order


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of the text with the spans that cover it, the outermost first, and those that begin with it."""

    start: int
    end: int
    covers: tuple[int, ...]  # numbers of spans
    begins: tuple[tuple[int, int], ...]  # number of the span, number of its fragment


def levels(spans: list[Span]) -> list[int]:
    """For each span the lowest level on which nothing overlaps it: the shorter the span, the closer to the text."""
    taken: list[list[Fragment]] = []
    found = [0] * len(spans)
    for number in sorted(range(len(spans)), key=lambda at: (_length(spans[at]), text_order(spans[at]))):
        fragments = spans[number].fragments
        level = 1 + max((at for at, row in enumerate(taken) if not _is_free(row, fragments)), default=-1)
        if level == len(taken):
            taken.append([])
        for each in fragments:
            taken[level].insert(bisect_left(taken[level], each), each)
        found[number] = level
    return found


def _length(span: Span) -> int:
    return sum(end - start for start, end in span.fragments)


def _is_free(row: list[Fragment], fragments: Iterable[Fragment]) -> bool:
    """Whether none of a row, which is in order and without overlap, overlaps the fragments."""
    for start, end in fragments:
        at = bisect_left(row, (end, 0))
        if at and row[at - 1][1] > start:
            return False
    return True


def stretches(length: int, spans: list[Span], level: list[int], bounds: Iterable[int] = ()) -> Iterator[Stretch]:
    """The whole text from 0 to `length`, cut where a fragment begins or ends, and at the bounds."""
    opens: dict[int, list[tuple[int, int]]] = {}
    closes: dict[int, list[int]] = {}
    cuts = {0, length, *bounds}
    for number, span in enumerate(spans):
        for at, (start, end) in enumerate(span.fragments):
            opens.setdefault(start, []).append((number, at))
            closes.setdefault(end, []).append(number)
            cuts |= {start, end}
    active: set[int] = set()
    places = sorted(cuts)
    for start, end in pairwise(places):
        active.difference_update(closes.get(start, ()))
        begins = sorted(opens.get(start, ()), key=lambda each: -level[each[0]])
        active.update(number for number, _ in begins)
        yield Stretch(start, end, tuple(sorted(active, key=lambda each: (-level[each], each))), tuple(begins))
