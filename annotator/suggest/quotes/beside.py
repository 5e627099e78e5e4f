"""Which reporting clause belongs to words in marks: the one before, the one after, or a name that signs them."""

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from annotator.suggest.quotes.frame import Frame
from annotator.suggest.quotes.frames import Frames
from annotator.suggest.quotes.signs import signed
from annotator.suggest.quotes.stretches import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Token


class Beside:
    """What stands right before and after the stretches of one document."""

    def __init__(self, text: str, frames: Frames) -> None:
        self._text = text
        self._frames = frames

    def look(self, stretch: Stretch, used: Set[int]) -> Frame | None:
        """The clause that reports the stretch; both candidates are noted on it. `used` verbs report another."""
        stretch.after = None if stretch.is_title else self._after(stretch)
        words = self._frames.words.sentence_before(stretch.floor, stretch.start)
        before = self._frames.before(words, sentence=stretch.is_sentence)
        stretch.before = None if before is None or before.verb in used else before
        if stretch.before is None or stretch.after is None:
            return stretch.before or stretch.after
        return stretch.after if stretch.tail.endswith(",") else stretch.before

    def _after(self, stretch: Stretch) -> Frame | None:
        words = self._clause_after(stretch)
        found = None
        if stretch.leads_on:
            found = self._frames.after(words)
        elif stretch.stops_inside:
            found = self._frames.after_full_stop(words)
        if found is None and stretch.stops_inside:
            return signed(words or self._line_after(stretch), self._frames.verbs)
        return found

    def _line_after(self, stretch: Stretch) -> Sequence["Token"]:
        """The line after a stretch that ends its paragraph."""
        is_last = stretch.ceiling == stretch.paragraph[1]
        return self._frames.words.line_after(stretch.end) if is_last else ()

    def _clause_after(self, stretch: Stretch) -> Sequence["Token"]:
        """The words after the stretch that may report it; none when they lead to the next quotation."""
        words = self._frames.words.sentence_after(stretch.end, stretch.ceiling)
        is_whole = stretch.stops_inside and self._text[stretch.ceiling + 1 : stretch.ceiling + 2].isupper()
        words = [each for each in words if not each.is_space]
        if not words or words[-1].text not in {":", ","} or not is_whole:
            return words
        commas = [at for at, each in enumerate(words[:-1]) if each.text == ","]
        return words[: commas[-1]] if commas else ()
