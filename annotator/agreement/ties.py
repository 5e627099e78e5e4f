"""Of all best pairings the first: where several are worth the same, that with the first pair in order, and so on.

By the prices of one best pairing the others are known without trying them: they are made of the pairs whose price is
what they are worth ("tight" ones), and leave alone only what has no price (complementary slackness; Schrijver,
Combinatorial Optimization, 2003, section 17.2). One of them contains a tight pair that is not made if a circle leads
through it that is made of tight pairs and, in turn, of pairs that are made; what may stay alone is joined in one more
point.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from annotator.agreement.assignment import Solution

Ends = tuple[int, int]  # row, column
_Point = tuple[str, int]
_ALONE: _Point = ("alone", 0)


def first_pairs(best: Solution, tight: Iterable[Ends]) -> dict[int, int]:
    """The columns of the rows in the first of the best pairings; `tight` are the pairs to choose from, in order."""
    exchange = _Exchange(best, list(tight))
    for row, column in exchange.open_pairs():
        exchange.prefer(row, column)
    return exchange.column_of


def open_pairs(best: Solution, tight: Sequence[Ends]) -> list[Ends]:
    """The pairs that some best pairings have and others have not, in the order that is given."""
    return _Exchange(best, tight).open_pairs()


class _Exchange:
    """A best pairing that is changed into another one pair after the other; what is preferred stays."""

    def __init__(self, best: Solution, tight: Sequence[Ends]) -> None:
        self.column_of = dict(best.column_of)
        self._row_of = {column: row for row, column in best.column_of.items()}
        self._high, self._low = best.high, best.low
        self._tight = tight
        self._columns: dict[int, list[int]] = {}  # of each row, the tight ones
        for row, column in tight:
            self._columns.setdefault(row, []).append(column)
        self._kept: set[_Point] = set()

    def open_pairs(self) -> list[Ends]:
        """The tight pairs on circles."""
        points: list[_Point] = [("row", each) for each in self._columns]
        circles = _components([*points, *(("column", column) for _, column in self._tight)], self._steps)
        return [(r, c) for r, c in self._tight if circles[("row", r)] == circles[("column", c)]]

    def prefer(self, row: int, column: int) -> None:
        """Make this pair where it can be, and keep it."""
        here: _Point = ("row", row)
        there: _Point = ("column", column)
        if here in self._kept or there in self._kept:
            return
        if self.column_of.get(row) != column:
            way = self._way(there, here)
            if way is None:
                return
            self._turn([*way, there])
        self._kept |= {here, there}

    def _steps(self, point: _Point) -> Iterable[_Point]:
        """Where one may go on: from rows by pairs that are not made, from columns by those that are."""
        kind, number = point
        if kind == "row":
            made = self.column_of.get(number)
            yield from (("column", each) for each in self._columns.get(number, ()) if each != made)
            if made is not None and not self._high[number]:
                yield _ALONE
        elif kind == "column":
            yield ("row", self._row_of[number]) if number in self._row_of else _ALONE
        else:
            yield from (("row", each) for each in self._columns if each not in self.column_of)
            yield from (("column", each) for each in self._row_of if not self._low.get(each))

    def _way(self, start: _Point, end: _Point) -> list[_Point] | None:
        """The points of a shortest way, that passes nothing that is kept."""
        came: dict[_Point, _Point | None] = {start: None}
        waiting = [start]
        for point in waiting:
            for each in self._steps(point):
                if each in came or each in self._kept:
                    continue
                came[each] = point
                if each == end:
                    return _back(came, end)
                waiting.append(each)
        return None

    def _turn(self, circle: list[_Point]) -> None:
        """Make the pairs of a circle that are not made, and undo the others."""
        for here in circle[:-1]:
            if here[0] == "row":
                column = self.column_of.pop(here[1], None)
                if column is not None:
                    del self._row_of[column]
        for here, there in pairwise(circle):
            if here[0] == "row" and there[0] == "column":
                self.column_of[here[1]], self._row_of[there[1]] = there[1], here[1]


def _back(came: Mapping[_Point, _Point | None], end: _Point) -> list[_Point]:
    way, point = [end], came[end]
    while point is not None:
        way.append(point)
        point = came[point]
    return way[::-1]


def _components(points: Iterable[_Point], steps: Callable[[_Point], Iterable[_Point]]) -> dict[_Point, int]:
    """The number of each point's strongly connected component (Tarjan 1972)."""
    found: dict[_Point, int] = {}
    seen: dict[_Point, int] = {}
    open_now: list[_Point] = []
    for start in points:
        if start in seen:
            continue
        lowest: dict[_Point, int] = {}
        ways = [(start, iter(steps(start)))]
        seen[start] = lowest[start] = len(seen)
        open_now.append(start)
        while ways:
            point, rest = ways[-1]
            for each in rest:
                if each not in seen:
                    seen[each] = lowest[each] = len(seen)
                    open_now.append(each)
                    ways.append((each, iter(steps(each))))
                    break
                if each not in found:
                    lowest[point] = min(lowest[point], seen[each])
            else:
                ways.pop()
                if ways:
                    lowest[ways[-1][0]] = min(lowest[ways[-1][0]], lowest[point])
                if lowest[point] == seen[point]:
                    while (each := open_now.pop()) != point:
                        found[each] = seen[point]
                    found[point] = seen[point]
    return found
