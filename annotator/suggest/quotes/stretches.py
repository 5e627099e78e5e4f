"""The stretches in quotation marks as the rules see them: how they look, and what stands around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.model.annotation import Fragment
from annotator.suggest.paragraphs import paragraph_starts
from annotator.suggest.quotes.frames import Frame
from annotator.suggest.quotes.marks import Marked

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEADING = re.compile(r"[\s.…\[(—–'’‘\"“-]*")
_FULL_STOPS = ".!?…"
_LEADS_ON = ",?!—–-…"
_TITLE_LONG = 5  # words that short, all of them with a capital, are a title or a name


@dataclass(slots=True)
class Stretch:
    """A stretch in marks. `floor` and `ceiling` bound the words around it that may report it."""

    marked: Marked
    start: int
    end: int
    paragraph: Fragment
    floor: int
    ceiling: int
    body: str
    following: str
    before: Frame | None = None
    after: Frame | None = None

    @property
    def words(self) -> int:
        """How many words stand in the marks."""
        return sum(1 for _ in _WORD.finditer(self.body))

    @property
    def begins_sentence(self) -> bool:
        """Whether the first word has a capital."""
        first = self.body[_LEADING.match(self.body).end() :][:1]  # type: ignore[union-attr]
        return first.isupper() or first.isdigit()

    @property
    def ends_sentence(self) -> bool:
        """Whether a full stop or the like stands inside the marks, or right after them."""
        tail = self.body.rstrip(" \xa0’”'\"»)]")
        return tail[-1:] in _FULL_STOPS or self.following[:1] in {".", "!", "?"}

    @property
    def is_sentence(self) -> bool:
        """Whether it can stand alone as something said."""
        return self.begins_sentence and (self.words >= 4 or self.ends_inside) and not self.is_title

    @property
    def ends_inside(self) -> bool:
        """Whether a full stop, a comma or the like stands inside the marks."""
        return self.body.rstrip(" \xa0’”'\"»)]")[-1:] in _FULL_STOPS + ","

    @property
    def is_title(self) -> bool:
        """Whether it looks like a title or a name: few words, each with a capital, no full stop."""
        words = [each[0] for each in _WORD.finditer(self.body)]
        long = [each for each in words if len(each) > 3]
        return (
            1 < len(words) <= _TITLE_LONG + 3
            and bool(long)
            and all(each[0].isupper() for each in long)
            and not self.ends_inside
        )

    @property
    def leads_on(self) -> bool:
        """Whether a reporting clause may follow: after a comma, or where no full stop ends the quotation."""
        tail = self.body.rstrip(" \xa0’”'\"»)]")
        if self.following.lstrip(" \xa0")[:1] in {",", "—", "–"} or tail[-1:] in _LEADS_ON:
            return True
        rest = self.following.lstrip(" \xa0\"”'’")
        return rest[:1].islower() or tail[-1:] != "."


def stretches(text: str, marked: Sequence[Marked]) -> Iterator[Stretch]:
    """The outer stretches with the room around them, in text order; inner ones come from `inner_stretches`."""
    tops = [each for each in marked if each.level == 0]
    starts = [*paragraph_starts(text), len(text)]
    at = 0
    for number, each in enumerate(tops):
        while at + 2 < len(starts) and starts[at + 1] <= each.start:
            at += 1
        floor, ceiling = starts[at], starts[at + 1]
        paragraph = floor, ceiling
        if number and tops[number - 1].end > floor:
            floor = tops[number - 1].end
        if number + 1 < len(tops) and tops[number + 1].start < ceiling:
            ceiling = tops[number + 1].start
        yield _stretch(text, each, paragraph, floor, ceiling)


def inner_stretches(text: str, marked: Sequence[Marked]) -> Iterator[Stretch]:
    """The stretches inside of others; what may report them stands inside the same marks."""
    for number, each in enumerate(marked):
        if each.parent is None:
            continue
        floor, ceiling = marked[each.parent].inner
        room = floor, ceiling
        before = marked[number - 1]
        if before.parent == each.parent:
            floor = before.end
        after = next((later for later in marked[number + 1 : number + 2] if later.parent == each.parent), None)
        yield _stretch(text, each, room, floor, after.start if after else ceiling)


def _stretch(text: str, marked: Marked, paragraph: Fragment, floor: int, ceiling: int) -> Stretch:
    body = text[slice(*marked.inner)]
    following = text[marked.end : min(ceiling, marked.end + 40)]
    return Stretch(marked, marked.start, marked.end, paragraph, floor, ceiling, body, following)
