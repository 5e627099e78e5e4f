"""The assignment problem where most pairs are possible: the same search as `assignment`, on whole rows of a table.

Thousands of spans that all overlap are millions of pairs: numpy looks at those of a row at once. What a pair is worth
has to fit into 64 bits, so it is solved for what counts most, and the rest is for the few pairs that are left then.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.assignment import Solution
from annotator.agreement.overlaps import Place

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Table = NDArray[np.int64]

_BIDS = 20  # of a row, on average
_FAR = np.iinfo(np.int64).max


def shared_table(a: Sequence[Place], b: Sequence[Place]) -> "Table":
    """How many positions each of a shares with each of b."""
    starts_a, ends_a, first_a = _pieces(a)
    starts_b, ends_b, first_b = _pieces(b)
    both = np.minimum(ends_a[:, None], ends_b) - np.maximum(starts_a[:, None], starts_b)
    np.maximum(both, 0, out=both)
    if len(both) > len(a):
        both = np.add.reduceat(both, first_a, axis=0)
    return np.add.reduceat(both, first_b, axis=1) if both.shape[1] > len(b) else both


def _pieces(places: Sequence[Place]) -> "tuple[Table, Table, Table]":
    """Starts and ends of all fragments, and which is the first of each place."""
    pieces = np.array([piece for each in places for piece in each.fragments], np.int64)
    counts = [len(each.fragments) for each in places]
    return pieces[:, 0], pieces[:, 1], np.cumsum([0, *counts[:-1]])


def tight(worth: "Table", best: Solution) -> Iterator[tuple[int, int]]:
    """The possible pairs whose price is what they are worth: all best pairings are made of them."""
    high, low = (np.fromiter(prices.values(), np.int64) for prices in (best.high, best.low))
    for row, line in enumerate(worth):
        for column in np.flatnonzero((line > 0) & (low == line - high[row])):
            yield row, int(column)


def solve_table(worth: "Table") -> Solution:
    """A best pairing of rows and columns; 0 where a pair is not possible.

    The sum of the greatest worths of all rows has to fit into 62 bits.
    """
    search = _Search(worth)
    for row in search.bid():
        search.add(row)
    made = {row: int(column) for row, column in enumerate(search.column_of) if column >= 0}
    return Solution(made, dict(enumerate(search.high.tolist())), dict(enumerate(search.low.tolist())))


class _Search:
    """See `assignment`: the same, with arrays; -1 is nobody."""

    def __init__(self, worth: "Table") -> None:
        rows, columns = worth.shape
        self._worth = worth
        self.high: Table = np.zeros(rows, np.int64)
        self.low: Table = np.zeros(columns, np.int64)
        self.column_of = np.full(rows, -1)
        self._row_of = np.full(columns, -1)

    def bid(self) -> list[int]:
        """Let the rows bid for columns, which finds most pairs at once (Jonker and Volgenant 1987); the rows left over.

        A row takes the column by which it gains most, from another row where there is one, and raises its price by
        what the second best would be less.
        """
        waiting, left = list(range(len(self.high)))[::-1], list[int]()
        for _ in range(_BIDS * len(waiting)):
            if not waiting:
                break
            row = waiting.pop()
            gain = self._worth[row] - self.low
            column = int(gain.argmax())
            most, gain[column] = int(gain[column]), 0
            if most <= 0:  # it stays alone: prices only rise
                self.high[row] = 0
                continue
            second = max(int(gain.max()), 0)
            loser = int(self._row_of[column])
            if second == most and loser >= 0:
                left.append(row)
                continue
            self.low[column] += most - second
            self.high[row] = second
            self.column_of[row], self._row_of[column] = column, row
            if loser >= 0:
                self.column_of[loser] = -1
                waiting.append(loser)
        return [*left, *waiting]

    def add(self, start: int) -> None:
        """Take in one more row."""
        count = len(self.low)
        self.high[start] = max(int((self._worth[start] - self.low).max()), 0)
        distance, came, settled = np.full(count, _FAR), np.full(count, -1), np.zeros(count, bool)
        open_now: Table = np.full(count, _FAR)  # the distance where it is not settled
        rows = {start: 0}
        alone, loss = start, int(self.high[start])
        row, at, free = start, 0, -1
        while True:
            through = (self.low - self._worth[row]) + (at + self.high[row])
            better = (through < distance) & ~settled
            distance[better], open_now[better], came[better] = through[better], through[better], row
            column = int(open_now.argmin())
            if open_now[column] >= loss:
                break
            at = int(open_now[column])
            settled[column], open_now[column] = True, _FAR
            row = int(self._row_of[column])
            if row < 0:
                loss, free = at, column
                break
            rows[row] = at
            if at + self.high[row] < loss:
                alone, loss = row, int(at + self.high[row])
        self._reprice(rows, distance, loss)
        if free >= 0:
            self._shift(free, came)
        elif alone != start:
            column, self.column_of[alone] = int(self.column_of[alone]), -1
            self._shift(column, came)

    def _reprice(self, rows: dict[int, int], distance: "Table", loss: int) -> None:
        numbers = np.fromiter(rows, np.int64)
        self.high[numbers] -= loss - np.fromiter(rows.values(), np.int64)
        near = distance < loss
        self.low[near] += loss - distance[near]

    def _shift(self, column: int, came: "NDArray[np.intp]") -> None:
        while True:
            row = int(came[column])
            before = int(self.column_of[row])
            self.column_of[row], self._row_of[column] = column, row
            if before < 0:
                return
            column = before
