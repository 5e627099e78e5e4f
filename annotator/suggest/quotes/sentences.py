"""Sentences that know of quotation marks: none ends inside of them, but one ends with them where a full stop does."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragment
from annotator.suggest.paragraphs import paragraph_starts
from annotator.suggest.quotes.stretches import Stretch
from annotator.suggest.quotes.words import STOPS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FAR = 400  # code points: no reporting clause is farther from its quote


class Sentences:
    """The sentences of a document as stretches of characters, found in one pass."""

    def __init__(self, doc: "Doc", text: str, stretches: Sequence[Stretch]) -> None:
        self.text = text
        self._paragraphs = paragraph_starts(text)
        self._starts = _starts(doc, self._paragraphs, text, stretches)

    def around(self, at: int, until: int = 0) -> Fragment:
        """The sentence with these characters in it, without white space and without the full stop at its end.

        Of one without an end, what is far from them is left out: looking there would take ever longer.
        """
        number = bisect_right(self._starts, at) - 1
        start = max(self._starts[number], at - _FAR)
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        end = min(end, max(at, until) + _FAR)
        end = start + len(self.text[start:end].rstrip().rstrip(".!?;… "))
        return start, max(end, start)

    def before(self, at: int) -> Fragment | None:
        """The sentence before the one with this character in it."""
        number = bisect_right(self._starts, at) - 1
        return self.around(self._starts[number - 1]) if number else None

    def back(self, at: int, floor: int) -> Iterator[Fragment]:
        """What stands before this character in its sentence, then the sentences before it, back to `floor`."""
        number = bisect_right(self._starts, at) - 1
        end = at
        while number >= 0 and end > floor:
            start = max(self._starts[number], floor)
            if any(each.isalnum() for each in self.text[start:end]):
                yield start, end
            number, end = number - 1, start

    def paragraph_before(self, start: int) -> int:
        """Where the paragraph before the one that begins here begins; the first one has none before it."""
        return self._paragraphs[max(0, bisect_right(self._paragraphs, start) - 2)]


def _starts(doc: "Doc", paragraphs: Sequence[int], text: str, stretches: Sequence[Stretch]) -> list[int]:
    starts = set(paragraphs)
    inside = iter(stretches)
    stretch = next(inside, None)
    is_new = False
    for token in doc:
        while stretch is not None and token.idx >= stretch.end:
            following = text[stretch.end : stretch.end + 3].strip()
            is_new = is_new or (
                stretch.stops_inside and (not following or following[0].isupper() or following[0] in '“‘"')
            )
            stretch = next(inside, None)
        is_inside = stretch is not None and token.idx > stretch.start
        if is_inside or token.is_space:
            continue
        if is_new and any(each.isalnum() or each in "“‘«„\"'`" for each in token.text):
            starts.add(token.idx)
            is_new = False
        is_new = is_new or token.text in STOPS
    return sorted(starts)
