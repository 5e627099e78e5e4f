"""Finds the fragments of marks that overlap a stretch of text, among any number of them.

A fragment is kept in the bins of one level: those of the smallest size, of 128 code points times a power of
eight, that is not smaller than the fragment, so it lies in one or two bins. (The binning scheme of the UCSC
genome browser, Kent et al. 2002, Genome Research 12:996, without its shared ancestors.) Adding and removing
cost the same in an article of any length, and one paragraph may be the whole article.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

_SMALLEST = 7  # bits: about a line of text
_STEP = 3


class Entry(NamedTuple):
    """One fragment of a mark."""

    start: int
    end: int
    mark: str

    @property
    def rank(self) -> tuple[int, int, str]:
        """Sorts the longer first, then the earlier; no two marks' fragments are equal."""
        return self.start - self.end, self.start, self.mark

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the two share a code point."""
        return self.start < end and start < self.end


class IntervalIndex:
    """The fragments of all marks of one article."""

    def __init__(self) -> None:
        self._levels: dict[int, defaultdict[int, set[Entry]]] = {}

    def add(self, entry: Entry) -> None:
        """Put one fragment in; twice is once. Empty ones cannot overlap anything and are left out."""
        start, end, _mark = entry
        if start >= end:
            return
        bits = _bits(end - start)
        level = self._levels.get(bits)
        if level is None:
            level = self._levels[bits] = defaultdict(set)
        level[start >> bits].add(entry)
        if (end - 1) >> bits != start >> bits:
            level[(end - 1) >> bits].add(entry)

    def remove(self, entry: Entry) -> None:
        """Take one fragment out, if it is there."""
        start, end, _mark = entry
        bits = _bits(end - start)
        level = self._levels.get(bits)
        if start >= end or level is None:
            return
        for key in {start >> bits, (end - 1) >> bits}:
            level[key].discard(entry)
            if not level[key]:
                del level[key]

    def overlapping(self, start: int, end: int, longer_than: int = 0) -> list[Entry]:
        """The fragments that share a code point with `[start, end)`, each once, the longer first.

        Those not longer than `longer_than` code points may be left out, whole levels at a time.
        """
        found: set[Entry] = set()
        for bits, level in self._levels.items():
            if longer_than <= 1 << bits:
                for entries in _bins(level, start >> bits, (end - 1) >> bits):
                    found.update(entry for entry in entries if entry.start < end and start < entry.end)
        return sorted(found, key=lambda entry: entry.rank)


def _bits(length: int) -> int:
    bits = _SMALLEST
    while length > 1 << bits:
        bits += _STEP
    return bits


def _bins(level: defaultdict[int, set[Entry]], first: int, last: int) -> Iterable[set[Entry]]:
    if last - first > len(level):
        return [entries for key, entries in level.items() if first <= key <= last]
    return [level[key] for key in range(first, last + 1) if key in level]
