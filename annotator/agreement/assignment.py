"""The best way to pair the members of two sides, when it is known what each possible pair is worth.

The assignment problem (Kuhn, The Hungarian method, 1955), solved one row after the other by shortest augmenting
paths with potentials (Jonker and Volgenant 1987), over the possible pairs only. Worths are whole numbers of any
size, so sums are exact; a row or column may stay alone. Knows nothing of spans.
"""

from collections.abc import Mapping
from heapq import heappop, heappush

Worth = Mapping[int, Mapping[int, int]]  # row -> column -> what the pair is worth, above 0


def best_pairs(worth: Worth) -> dict[int, int]:
    """The column of each row that gets one, so that the pairs together are worth most.

    Of several best ways it gives one, which may depend on the order of the rows: let no two ways be worth the same.
    """
    search = _Search(worth)
    for row in worth:
        search.add(row)
    return search.column_of


class _Search:
    """A best pairing of the rows so far. `_high` and `_low` are the prices that prove it.

    For every pair `_high[row] + _low[column] >= worth`, with equality for those that are made.
    """

    def __init__(self, worth: Worth) -> None:
        self.column_of: dict[int, int] = {}
        self._row_of: dict[int, int] = {}
        self._worth = worth
        self._high = {row: max(columns.values(), default=0) for row, columns in worth.items()}
        self._low: dict[int, int] = {}

    def add(self, start: int) -> None:
        """Take in one more row, at whose cost the best pairing of all so far changes least."""
        rows, columns, came = {start: 0}, dict[int, int](), dict[int, int]()
        heap: list[tuple[int, int]] = []
        alone, loss = start, self._high[start]  # the row that would stay alone, and what is lost by it
        row, at, free = start, 0, False
        while True:
            for column, gain in self._worth[row].items():
                through = at + self._high[row] + self._low.get(column, 0) - gain
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
            if at + self._high[row] < loss:
                alone, loss = row, at + self._high[row]
        self._reprice(rows, columns, loss)
        if free:
            self._shift(column, came)
        elif alone != start:
            self._shift(self.column_of.pop(alone), came)

    def _reprice(self, rows: dict[int, int], columns: dict[int, int], loss: int) -> None:
        for row, distance in rows.items():
            self._high[row] -= loss - distance
        for column, distance in columns.items():
            if distance < loss:
                self._low[column] = self._low.get(column, 0) + loss - distance

    def _shift(self, column: int, came: dict[int, int]) -> None:
        """Give the column to the row it was reached from, that row's to the one before, and so on to the new row."""
        while True:
            row = came[column]
            before = self.column_of.get(row)
            self.column_of[row], self._row_of[column] = column, row
            if before is None:
                return
            column = before
