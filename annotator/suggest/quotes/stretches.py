"""The stretches in quotation marks as the rules see them: how they look, and what stands around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotator.model.annotation import Fragment
from annotator.suggest.paragraphs import paragraph_starts
from annotator.suggest.quotes.frame import Frame
from annotator.suggest.quotes.marks import Marked

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEADING = re.compile(r"[\s.…\[(—–'’‘\"“-]*")
_NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]*\s$")
_NAME_AFTER = re.compile(r"\s[A-Z]\w")
_CLOSERS = " \xa0’”'\"»)]"
_FULL_STOPS = (".", "!", "?", "…")
_LEADS_ON = (",", "?", "!", "—", "–", "-", "…")
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with"}
    | {"de", "der", "die", "das", "und", "la", "le", "les", "et", "du"}
)
_TITLE_LONG = 8  # a title or a name has at most so many words


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
    tail: str = field(init=False)  # the body without white space and marks at its end

    def __post_init__(self) -> None:
        self.tail = self.body.rstrip(_CLOSERS)

    @property
    def words(self) -> int:
        """How many words stand in the marks."""
        return sum(1 for _ in _WORD.finditer(self.body))

    @property
    def begins_sentence(self) -> bool:
        """Whether the first word has a capital."""
        leading = _LEADING.match(self.body)
        first = self.body[leading.end() :][:1] if leading else ""
        return first.isupper() or first.isdigit()

    @property
    def stops_inside(self) -> bool:
        """Whether a full stop or the like stands inside the marks."""
        return self.tail.endswith(_FULL_STOPS)

    @property
    def ends_sentence(self) -> bool:
        """Whether a full stop or the like stands inside the marks, or right after them."""
        return self.stops_inside or self.following.startswith(_FULL_STOPS)

    @property
    def is_sentence(self) -> bool:
        """Whether it can stand alone as something said."""
        return (
            self.begins_sentence and (self.words >= 4 or self.tail.endswith((*_FULL_STOPS, ","))) and not self.is_title
        )

    @property
    def is_title(self) -> bool:
        """Whether it looks like a title or a name: few words, each with a capital."""
        words = [each[0] for each in _WORD.finditer(self.body)]
        long = [each for each in words if each.lower() not in _SMALL]
        capitals = all(each[0].isupper() for each in long) and words[-1][0].isupper() if words else False
        return 1 < len(words) <= _TITLE_LONG and len(long) > 1 and capitals and not self.tail.endswith(("!", "?"))

    @property
    def leads_on(self) -> bool:
        """Whether a reporting clause may follow: after a comma, or where small letters follow a sentence."""
        if self.following.lstrip(" \xa0").startswith((",", "—", "–")) or self.tail.endswith(_LEADS_ON):
            return True
        return self.following.lstrip(_CLOSERS)[:1].islower() and self.begins_sentence and self.words >= 4


def stretches(text: str, marked: Sequence[Marked]) -> list[Stretch]:
    """The outer stretches with the room around them, in text order, less the nicknames inside of names."""
    tops = [each for each in marked if each.level == 0 and not _is_nickname(text, each)]
    starts = [*paragraph_starts(text), len(text)]
    found = []
    at = 0
    for number, each in enumerate(tops):
        while at + 2 < len(starts) and starts[at + 1] <= each.start:
            at += 1
        floor, ceiling = paragraph = starts[at], starts[at + 1]
        if number:
            floor = max(floor, tops[number - 1].end)
        if number + 1 < len(tops):
            ceiling = min(ceiling, tops[number + 1].start)
        found.append(_stretch(text, each, paragraph, floor, ceiling))
    return found


def inner_stretches(text: str, marked: Sequence[Marked]) -> Iterator[Stretch]:
    """The stretches right inside of the outer ones; what may report them stands inside the same marks."""
    ends: dict[int, int] = {}  # of a parent: where the last stretch inside of it ends
    for number, each in enumerate(marked):
        if each.level != 1 or each.parent is None:
            continue
        room = marked[each.parent].inner
        following = marked[number + 1] if number + 1 < len(marked) else each
        ceiling = following.start if following.parent == each.parent and following is not each else room[1]
        yield _stretch(text, each, room, ends.get(each.parent, room[0]), ceiling)
        ends[each.parent] = each.end


def _is_nickname(text: str, marked: Marked) -> bool:
    """Whether it stands inside of a name: Marcia “Mo” Lind."""
    body = text[slice(*marked.inner)]
    if not body[:1].isupper() or len(body) > 25 or body.endswith((",", ".", "!", "?")):
        return False
    before = text[max(0, marked.start - 30) : marked.start]
    return bool(_NAME_BEFORE.search(before) and _NAME_AFTER.match(text[marked.end : marked.end + 3]))


def _stretch(text: str, marked: Marked, paragraph: Fragment, floor: int, ceiling: int) -> Stretch:
    body = text[slice(*marked.inner)]
    following = text[marked.end : max(marked.end, min(ceiling, marked.end + 40))]
    return Stretch(marked, marked.start, marked.end, paragraph, floor, ceiling, body, following)
