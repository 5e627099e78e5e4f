"""Going through the possible targets of a relation with the arrow keys. No Qt.

Left and right follow the text; up and down go to the next line that has a target, to the nearest one there.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable

Place = tuple[float, float]  # the top of the line, and where on the line


class Candidates:
    """The targets in the order of the text; `place` tells where one is on the page, if it is shown at all."""

    def __init__(self, starts: Iterable[tuple[str, int]], place: Callable[[str], Place | None]) -> None:
        self._order = sorted((start, key) for key, start in starts)
        self._place = place

    def beside(self, here: tuple[int, str], step: int) -> str | None:
        """The target after (or before) a place, given as its offset and id; from the end round to the start."""
        if not self._order:
            return None
        at = bisect_left(self._order, here)
        stands = at < len(self._order) and self._order[at] == here
        row = at + step if stands or step < 0 else at
        return self._order[row % len(self._order)][1]

    def beyond(self, here: tuple[int, str], step: int) -> str | None:
        """The nearest target on the next line above (-1) or below (1) that has one."""
        place = self._place(here[1])
        if place is None:
            return None
        found: list[tuple[float, str]] = []
        line: float | None = None  # the top of that line
        for key in self._from(here, step):
            there = self._place(key)
            if there is None or (there[0] - place[0]) * step <= 0:
                continue
            line = there[0] if line is None else line
            if there[0] != line:
                break
            found.append((abs(there[1] - place[1]), key))
        return min(found)[1] if found else None

    def _from(self, here: tuple[int, str], step: int) -> Iterable[str]:
        at = bisect_left(self._order, here)
        rows = range(at, len(self._order)) if step > 0 else range(at - 1, -1, -1)
        return (self._order[row][1] for row in rows)
