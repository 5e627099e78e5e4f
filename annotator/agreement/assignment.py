"""The best way to pair the members of two sides, when it is known what each possible pair is worth.

The assignment problem (Kuhn, The Hungarian method, 1955), solved one row after the other by shortest augmenting
paths with potentials (Jonker and Volgenant 1987), over the possible pairs only. Worths are whole numbers of any
size, so sums are exact; a row or column may stay alone. Knows nothing of spans.
"""

from collections.abc import Mapping
from heapq import heappop, heappush
from typing import NamedTuple

Worth = Mapping[int, Mapping[int, int]]  # row -> column -> what the pair is worth, above 0


class Solution(NamedTuple):
    """A best pairing, and the prices of rows (`high`) and columns (`low`, 0 where it says nothing) that prove it.

    For every pair high + low >= worth, with equality for those that are made; what stays alone has the price 0.
    """

    column_of: dict[int, int]
    high: dict[int, int]
    low: dict[int, int]


def solve(worth: Worth) -> Solution:
    """A best pairing: one of several where these are worth the same, see `ties`.

    Which of them may depend on the order of the rows.
    """
    search = _Search(worth)
    for row in worth:
        search.add(row)
    return Solution(search.column_of, search.high, search.low)


class _Search:
    """A best pairing of the rows so far, with its prices, as `Solution` has them."""

    def __init__(self, worth: Worth) -> None:
        self.column_of: dict[int, int] = {}
        self._row_of: dict[int, int] = {}
        self._worth = worth
        self.high = {row: max(columns.values(), default=0) for row, columns in worth.items()}
        self.low: dict[int, int] = {}

    def add(self, start: int) -> None:
        """Take in one more row, at whose cost the best pairing of all so far changes least."""
        rows, columns, came = {start: 0}, dict[int, int](), dict[int, int]()
        heap: list[tuple[int, int]] = []
        alone, loss = start, self.high[start]  # the row that would stay alone, and what is lost by it
        row, at, free = start, 0, False
        while True:
            for column, gain in self._worth[row].items():
                through = at + self.high[row] + self.low.get(column, 0) - gain
                if through < loss and through < columns.get(column, loss):
                    columns[column], came[column] = through, row
                    heappush(heap, (through, column))
            while heap and columns[heap[0][1]] < heap[0][0]:
                heappop(heap)
            if not heap or heap[0][0] >= loss:
                break
            at, column = heappop(heap)
            if column not in self._row_of:
                loss, free = at, True
                break
            row = self._row_of[column]
            rows[row] = at
            if at + self.high[row] < loss:
                alone, loss = row, at + self.high[row]
        self._reprice(rows, columns, loss)
        if free:
            self._shift(column, came)
        elif alone != start:
            self._shift(self.column_of.pop(alone), came)

    def _reprice(self, rows: dict[int, int], columns: dict[int, int], loss: int) -> None:
        for row, distance in rows.items():
            self.high[row] -= loss - distance
        for column, distance in columns.items():
            if distance < loss:
                self.low[column] = self.low.get(column, 0) + loss - distance

    def _shift(self, column: int, came: dict[int, int]) -> None:
        """Give the column to the row it was reached from, that row's to the one before, and so on to the new row."""
        while True:
            row = came[column]
            before = self.column_of.get(row)
            self.column_of[row], self._row_of[column] = column, row
            if before is None:
                return
            column = before
