"""Which lane a mark's underline takes, and so how deep it is nested.

Fragments that overlap never share a lane. The longer a fragment, the nearer its lane to the text: a quote
keeps one unbroken line from end to end, and what lies in it goes below. Pure arithmetic, without Qt.
"""

from annotator.ui.text_view.intervals import Entry, IntervalIndex


class Lanes:
    """The lanes of an index's fragments, worked out where they are asked for.

    A fragment's lane is the lowest that no longer fragment over the same text has (equal ones by start, then
    by id). It depends on the longer ones only, so one line of an article needs neither the rest of it nor an
    order of asking. `forget` must follow every change of the index.
    """

    def __init__(self, index: IntervalIndex) -> None:
        self._index = index
        self._known: dict[Entry, int] = {}

    def forget(self) -> None:
        """The index has changed: work everything out again when asked."""
        self._known.clear()

    def lane(self, entry: Entry) -> int:
        """The lane of a fragment in the index, 0 next to the text."""
        waiting = [] if entry in self._known else [entry]
        while waiting:
            above = self._above(waiting[-1])
            unknown = [other for other in above if other not in self._known]
            if not unknown:
                self._known[waiting.pop()] = _lowest_free({self._known[other] for other in above})
            waiting.extend(unknown)
        return self._known[entry]

    def _above(self, entry: Entry) -> list[Entry]:
        found = self._index.overlapping(entry.start, entry.end, entry.end - entry.start)
        return [other for other in found if other.rank < entry.rank]


def _lowest_free(taken: set[int]) -> int:
    return next(lane for lane in range(len(taken) + 1) if lane not in taken)
