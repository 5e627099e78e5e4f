"""Two spans beside each other: what they cover, how much of it both do, and measures of that.

A span is the set of the positions that its fragments cover. All is worked out on the ends of the fragments, which are
in text order and do not overlap.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from annotator.model.annotation import Fragments, make_fragments

Measure = Callable[[Any, Any, Any], Any]
"""Of three numbers, or three arrays of them: how much both cover, and the sizes; 0 to 1."""


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


def iou(shared: int, size_a: int, size_b: int) -> float:
    """Intersection over union, 0 to 1; the same both ways (Jaccard 1901)."""
    return shared / (size_a + size_b - shared)


def coverage(shared: int, size_a: int, size_b: int) -> float:  # noqa: ARG001
    """The share of a that b covers, 0 to 1; spans that are too long pass it (Asr et al. 2021, GenderGapTracker)."""
    return shared / size_a


def size(fragments: Fragments) -> int:
    """How many positions fragments cover that do not overlap."""
    if len(fragments) == 1:
        return fragments[0][1] - fragments[0][0]
    return sum(end - start for start, end in fragments)


def shared(a: Fragments, b: Fragments) -> int:
    """How many positions both cover; fragments in text order that do not overlap."""
    if len(a) == 1 == len(b):
        (start_a, end_a), (start_b, end_b) = a[0], b[0]
        return max(0, min(end_a, end_b) - max(start_a, start_b))
    total = at_a = at_b = 0
    while at_a < len(a) and at_b < len(b):
        (start_a, end_a), (start_b, end_b) = a[at_a], b[at_b]
        total += max(0, min(end_a, end_b) - max(start_a, start_b))
        if end_a <= end_b:
            at_a += 1
        else:
            at_b += 1
    return total


def solid(fragments: Fragments) -> Fragments:
    """The same positions written in one way: in order, apart from each other, none empty."""
    if len(fragments) == 1 and fragments[0][0] < fragments[0][1]:
        return fragments
    return make_fragments(fragments)
