"""The words of a document by the characters they stand at: a stretch, a line, the sentence before and after."""

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 45  # tokens of a reporting clause that are read
STOPS = frozenset({".", "!", "?", ";", "…", "...", "___"})


class Words:
    """The tokens of one document, found by where they begin."""

    def __init__(self, doc: "Doc") -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc]

    def place(self, at: int) -> int:
        """The number of the first token that begins at or after this character."""
        return bisect_left(self._starts, at)

    def between(self, start: int, end: int) -> list["Token"]:
        """The tokens that begin in `[start, end)`."""
        return list(self._doc[self.place(start) : self.place(end)])

    def sentence_after(self, start: int, limit: int) -> list["Token"]:
        """The words from `start` to the end of the sentence, at most to `limit`."""
        first = self.place(start)
        last = min(self.place(limit), first + LONGEST)
        words: list[Token] = []
        for token in self._doc[first:last]:
            words.append(token)
            if token.text in STOPS or "\n" in token.text:
                break
        return words

    def sentence_before(self, limit: int, end: int) -> list["Token"]:
        """The words of the sentence that comes before `end`, not before `limit`."""
        last = self.place(end)
        first = max(self.place(limit), last - LONGEST)
        words: list[Token] = []
        for at in range(last - 1, first - 1, -1):
            token = self._doc[at]
            if token.text in STOPS or "\n" in token.text:
                break
            words.append(token)
        return words[::-1]

    def line_after(self, end: int) -> list["Token"]:
        """The words of the next line with words."""
        words: list[Token] = []
        for token in self._doc[self.place(end) :]:
            if "\n" in token.text and words:
                break
            if not token.is_space:
                words.append(token)
            if len(words) > LONGEST:
                break
        return words
