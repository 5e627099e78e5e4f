"""The order in which suggestions are gone through: by place, a relation after the later of its ends; or by doubt.

By doubt the lowest score comes first; what has no score comes after all others, by place.

Kept up to date edit by edit, so that the next one is found at once in any article. No Qt.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

from annotator.app.settings import Order
from annotator.model.suggestions import Pending, SuggestedRelation, SuggestedSpan

Place = tuple[float, int, int, int, str]
_NO_SCORE = 2.0


def _of_span(each: SuggestedSpan, order: Order) -> Place:
    return _rank(each.span.score, order), each.span.start, 0, -each.span.end, each.span.id


def _of_relation(each: SuggestedRelation, order: Order) -> Place:
    return _rank(each.relation.score, order), max(each.head.start, each.tail.start), 1, 0, each.relation.id


def _rank(score: float | None, order: Order) -> float:
    if order == "place":
        return 0.0
    return _NO_SCORE if score is None else score


class Walk:
    """The pending suggestions of one article, in order."""

    def __init__(self, left: Pending, order: Order = "place") -> None:
        self.order: Order = order
        self._place: dict[str, Place]
        if order == "place":  # there may be very many
            pieces = ((key, each.span.fragments) for key, each in left.spans.items())
            self._place = {key: (0.0, at[0][0], 0, -at[-1][1], key) for key, at in pieces}
        else:
            self._place = {key: _of_span(each, order) for key, each in left.spans.items()}
        self._place |= {key: _of_relation(each, order) for key, each in left.relations.items()}
        self._order = sorted(self._place.values())

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, row: int) -> str:
        return self._order[row][4]

    def row(self, key: str) -> int | None:
        """The place of a suggestion in the order."""
        place = self._place.get(key)
        return None if place is None else bisect_left(self._order, place)

    def went(self, left: Pending, concerned: Iterable[str]) -> list[str]:
        """Those of the suggestions concerned that are no longer pending."""
        return [key for key in concerned if key in self._place and key not in left.spans and key not in left.relations]

    def came(self, left: Pending, concerned: Iterable[str]) -> list[str]:
        """Those of the suggestions concerned that are pending now, and were not."""
        return [key for key in concerned if key not in self._place and (key in left.spans or key in left.relations)]

    def place_of(self, left: Pending, key: str) -> int:
        """The row at which a new suggestion will stand."""
        return bisect_left(self._order, self._make(left, key))

    def _make(self, left: Pending, key: str) -> Place:
        if key in left.spans:
            return _of_span(left.spans[key], self.order)
        return _of_relation(left.relations[key], self.order)

    def put(self, left: Pending, key: str) -> None:
        """Take a new suggestion in."""
        self._place[key] = self._make(left, key)
        insort(self._order, self._place[key])

    def drop(self, key: str) -> None:
        """Forget one that was judged."""
        del self._order[bisect_left(self._order, self._place.pop(key))]

    def after(self, here: str | int) -> str | None:
        """The suggestion after another one, or the first at or after an offset; round to the start.

        By doubt an offset says nothing: the most doubtful one is next.
        """
        if not self._order:
            return None
        row = bisect_right(self._order, self._place[here]) if here in self._place else self._row_at(here)
        return self[row % len(self._order)]

    def before(self, here: str | int) -> str | None:
        """The suggestion before another one or before an offset; round to the end."""
        if not self._order:
            return None
        row = bisect_left(self._order, self._place[here]) if here in self._place else self._row_at(here)
        return self[row - 1]

    def _row_at(self, here: str | int) -> int:
        if not isinstance(here, int) or self.order == "doubt":
            return 0
        return bisect_left(self._order, (0.0, here, 0, -(1 << 60), ""))
