"""What is counted when one set is held against another, and precision, recall and F1 of it."""

from collections.abc import Callable

import msgspec

from annotator.agreement.pairs import Pair

LEAST = 0.5  # the intersection over union from which two spans are the same thing
EXACT, CLOSE, OVERLAP = "exact", f"IoU >= {LEAST}", "any overlap"
LEVELS: dict[str, Callable[[Pair], bool]] = {
    EXACT: lambda pair: pair.is_exact,
    CLOSE: lambda pair: pair.iou >= LEAST,
    OVERLAP: lambda _: True,
}
"""How well two spans have to fit, each level with what a pair needs for it."""


class Score(msgspec.Struct, frozen=True):
    """A row of a table: of what, by which way to match, and the counts.

    `right` are those that both have, `wanted` those of the set that is held to be true (None where nothing is
    missed), `found` those of the other. The rates are those of van Rijsbergen, Information Retrieval (1979), chapter
    7; each is None where it is 0/0.
    """

    table: str
    label: str
    what: str
    matched: str
    right: int
    wanted: int | None
    found: int

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall, 2 right / (wanted + found)."""
        if self.wanted is None or not self.wanted + self.found:
            return None
        return 2 * self.right / (self.wanted + self.found)


Key = tuple[str, str, str, str]  # table, label, what, matched


class Tally:
    """Counts that add up over articles."""

    def __init__(self) -> None:
        self._counts: dict[Key, list[int]] = {}

    def add(self, *key: str, right: int = 0, wanted: int = 0, found: int = 0) -> None:
        """Count under a key: table, label, what, matched."""
        table, label, what, matched = key
        counts = self._counts.setdefault((table, label, what, matched), [0, 0, 0])
        for n, more in enumerate((right, wanted, found)):
            counts[n] += more

    def scores(self, table: str, *, misses: bool = True) -> list[Score]:
        """The rows of a table in which anything was counted, in the order in which they came."""
        rows = ((key, counts) for key, counts in self._counts.items() if key[0] == table and any(counts))
        return [Score(*key, right, wanted if misses else None, found) for key, (right, wanted, found) in rows]
