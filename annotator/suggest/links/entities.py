"""The entities of a document, looked up by tokens: to ask spaCy for those of a part makes all of them anew."""

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


class Entities:
    """All of a document, made once."""

    def __init__(self, doc: "Doc") -> None:
        self._all = list(doc.ents)
        self._starts = [each.start for each in self._all]
        self._by_last: dict[str, list[Span]] = {}
        for each in self._all:
            self._by_last.setdefault(each.text.casefold().rpartition(" ")[2], []).append(each)

    def within(self, start: int, end: int) -> "list[Span]":
        """Those that lie wholly in the tokens `[start, end)`, in text order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found = self._all[first:last]
        return found[:-1] if found and found[-1].end > end else found

    def ending(self, name: str) -> "list[Span]":
        """Those that say more than the name and end with it, in any case: "Ada Brill" for "Brill"."""
        words = name.casefold()
        same_last = self._by_last.get(words.rpartition(" ")[2], ())
        return [each for each in same_last if each.text.casefold().endswith(f" {words}")]
