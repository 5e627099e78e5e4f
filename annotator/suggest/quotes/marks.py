"""Which quotation marks of a text belong together: plain Python on the raw text, paragraph by paragraph.

One pass over each paragraph with a stack of open marks. Straight and curly double marks are one family, since
texts mix them; so are the single ones, and guillemets pointing either way. What may open or close follows from
the mark and from what stands beside it; apostrophes, inches and feet are told apart. A double mark that is never
closed reaches to the next one that opens, at most to the end of its paragraph; a single one is then an apostrophe.
"""

import re
from collections.abc import Iterator

import msgspec

from annotator.model.annotation import Fragment
from annotator.suggest.paragraphs import paragraph_starts

_MARK = re.compile(r"''|``|[\"“”„‟«»‹›'’‘‚‛`「」『』]")
_FAMILIES = {
    **dict.fromkeys(["''", "``", '"', "“", "”", "„", "‟"], "double"),
    **dict.fromkeys("'’‘‚‛`", "single"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "small angle"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
_ONLY_OPEN = frozenset({"``", "„", "‟", "‚", "`", "「", "『"})
_ONLY_CLOSE = frozenset("」』")
_OPENS, _CLOSES = frozenset("“‘‛"), frozenset("”’")  # unless what stands beside says otherwise
_LOW = frozenset("„‚")  # closed by what opens elsewhere: „so“, ‚so‘
_BEFORE_OPENING = frozenset("([{—–-/…" + "\"“„«»‹›'‘‚")
_AFTER_CLOSING = frozenset(")]}—–-/….,;:!?" + "\"”“«»‹›'’‘")
_ELIDED = re.compile(
    r"(?:\d{2}(?:s|er)?|em|cause|til|till|tis|twas|twere|n|bout|round|cuz|cos|ere|gainst|neath|s|ne|nen)\b",
    re.IGNORECASE,
)
_AND = re.compile(r".{0,2}\s['’‘][nN]['’](?=\s)")  # rock 'n' roll
_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}$")


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch in quotation marks, `[start, end)` with the marks; `inner` is without them.

    `level` is 0 for outer marks; `parent` is the place in the list of the stretch around. `closed` is False
    where no mark closes it, `opened` is False where it goes on from the paragraph before without a mark,
    `reopened` is True where it begins a paragraph after one that was not closed.
    """

    start: int
    end: int
    inner: Fragment
    style: str
    level: int = 0
    parent: int | None = None
    closed: bool = True
    opened: bool = True
    reopened: bool = False


class _Open(msgspec.Struct):
    """A mark while it is open; then, with `end`, a pair."""

    start: int
    mark: str
    end: int | None = None  # after the closing mark
    closing: int = 0  # the length of the closing mark
    opened: bool = True

    @property
    def family(self) -> str:
        return _FAMILIES[self.mark]


def pairs(text: str) -> list[Marked]:
    """What stands in quotation marks, in text order, outer before inner; properly nested, within paragraphs."""
    starts = paragraph_starts(text)
    found: list[Marked] = []
    going_on = False
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        stop = start + len(text[start:end].rstrip())
        paragraph = _Paragraph(text, start, stop, going_on=going_on)
        marked = list(_nested(paragraph.read(), len(found), paragraph))
        found += marked
        if stop > start:
            going_on = any(not each.closed and each.level == 0 and each.end == stop for each in marked)
    return found


class _Paragraph:
    """One paragraph while it is read."""

    def __init__(self, text: str, start: int, stop: int, *, going_on: bool) -> None:
        self.text = text
        self.start = start + len(text[start:stop]) - len(text[start:stop].lstrip())
        self.stop = stop
        self.going_on = going_on
        self._stack: list[_Open] = []
        self._all: list[_Open] = []

    def read(self) -> list[_Open]:
        """The pairs and the marks left open, by where they begin."""
        for match in _MARK.finditer(self.text, self.start, self.stop):
            self._meet(match[0], match.start())
        return sorted(self._all, key=lambda each: each.start)

    def _meet(self, mark: str, at: int) -> None:
        if _FAMILIES[mark] == "single":
            self._meet_single(mark, at)
            return
        depth = self._depth(_FAMILIES[mark])
        if mark == '"' and self._is_inches(at, within="" if depth is None else self._stack[depth].mark):
            return
        if depth is not None and self._closes(mark, at, self._stack[depth]):
            self._close(depth, mark, at)
        elif self._opens(mark, at, is_open=depth is not None):
            self._open(mark, at)
        elif depth is None and self.going_on and not self._all:
            self._all.append(_Open(self.start, mark, at + len(mark), len(mark), opened=False))

    def _meet_single(self, mark: str, at: int) -> None:
        before, after = self._before(at), self._after(at + 1)
        if (before.isalnum() and after.isalnum()) or _AND.match(self.text, max(0, at - 3), at + 4):
            return
        is_top = bool(self._stack) and self._stack[-1].family == "single"
        ends = not before.isspace() and not after.isalnum()
        if is_top and (mark in _CLOSES | {"'"} or self._stack[-1].mark in _LOW) and ends:
            if not self._is_plural(at):
                self._close(len(self._stack) - 1, mark, at)
        elif mark not in _CLOSES and self._begins(at, 1) and not (mark == "'" and self._is_elided(at)):
            self._open(mark, at)

    def _opens(self, mark: str, at: int, *, is_open: bool) -> bool:
        if mark in _ONLY_OPEN or at == self.start:
            return True
        if mark in _ONLY_CLOSE:
            return False
        begins, ends = self._begins(at, len(mark)), self._ends(at, len(mark))
        if mark in "«»‹›":
            return begins or (self._before(at).isspace() and not is_open)
        if mark in _OPENS:
            return not (ends and not self._before(at).isspace())
        return (begins and (mark not in _CLOSES or not is_open)) or (not is_open and self._before(at).isspace())

    def _closes(self, mark: str, at: int, opening: _Open) -> bool:
        if mark in _ONLY_OPEN:
            return False
        if mark in _ONLY_CLOSE or mark in _CLOSES:
            return True
        if mark in "«»‹›":
            return mark != opening.mark or (self._ends(at, 1) and not self._before(at).isspace())
        if mark in _OPENS:
            return opening.mark in _LOW or (self._ends(at, 1) and not self._before(at).isspace())
        return not self._begins(at, len(mark))

    def _open(self, mark: str, at: int) -> None:
        opened = _Open(at, mark)
        self._stack.append(opened)
        self._all.append(opened)

    def _close(self, depth: int, mark: str, at: int) -> None:
        """Close the mark at this depth; what is open above it stays unclosed."""
        opening = self._stack[depth]
        opening.end, opening.closing = at + len(mark), len(mark)
        del self._stack[depth:]

    def _depth(self, family: str) -> int | None:
        """Where in the stack the nearest mark of this family is; what lies above it was not meant."""
        return next((at for at in range(len(self._stack) - 1, -1, -1) if self._stack[at].family == family), None)

    def _begins(self, at: int, length: int) -> bool:
        """Whether the mark stands where one opens: something ends before it, and a word follows."""
        before, after = self._before(at), self._after(at + length)
        return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace() and after not in ".,;:!?)]}"

    def _ends(self, at: int, length: int) -> bool:
        after = self._after(at + length)
        return after.isspace() or after in _AFTER_CLOSING

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at > self.start else " "

    def _after(self, at: int) -> str:
        return self.text[at] if at < self.stop else " "

    def _is_inches(self, at: int, *, within: str) -> bool:
        if within == "“" and self._before(at).isdigit() and "”" in self.text[at : self.stop]:
            return True
        return bool(_INCHES.search(self.text, max(self.start, at - 6), at))

    def _is_elided(self, at: int) -> bool:
        """Whether the mark stands for letters left out: '90s, 'em, rock 'n' roll."""
        return bool(_ELIDED.match(self.text, at + 1))

    def _is_plural(self, at: int) -> bool:
        """Whether it is a possessive (the banks' men) while a single mark is open: a word and a mark follow."""
        if self._before(at) not in "sSzx" or not re.match(r" [a-z]", self.text[at + 1 : at + 3]):
            return False
        for match in re.finditer(r"['’‘]", self.text[at + 1 : min(self.stop, at + 1000)]):
            place = at + 1 + match.start()
            if self._before(place).isalnum() and self._after(place + 1).isalnum():
                continue
            return match[0] != "‘" and not self._before(place).isspace()
        return False


def _nested(opens: list[_Open], first: int, paragraph: _Paragraph) -> Iterator[Marked]:
    """The pairs with their levels; an unclosed one ends at its bound, and at the latest with what is around."""
    around: list[tuple[int, int, int]] = []  # of the stretches around: the end, that without the mark, the place
    number = first
    bounds = _bounds(opens, paragraph)
    for each in opens:
        while around and around[-1][0] <= each.start:
            around.pop()
        end = each.end if each.end is not None else bounds[each.start]
        if around and each.end is None:
            end = min(end, around[-1][1])
        begin = each.start + (len(each.mark) if each.opened else 0)
        stop = end - each.closing
        if stop < begin:
            continue
        yield Marked(
            start=each.start,
            end=end,
            inner=(begin, stop),
            style=each.family,
            level=len(around),
            parent=around[-1][2] if around else None,
            closed=each.end is not None,
            opened=each.opened,
            reopened=paragraph.going_on and each.opened and each.start == paragraph.start,
        )
        around.append((end, stop, number))
        number += 1


def _bounds(opens: list[_Open], paragraph: _Paragraph) -> dict[int, int]:
    """Where each unclosed mark ends: before the next of its family; at once for a single one inside a paragraph."""
    bounds: dict[int, int] = {}
    following: dict[str, int] = {}
    for place in range(len(opens) - 1, -1, -1):
        each = opens[place]
        if each.end is None and each.family == "single" and (each.start != paragraph.start or each.mark == "'"):
            bounds[each.start] = each.start
            continue
        if each.end is None:
            end = _uncut(opens, place, following.get(each.family, paragraph.stop))
            bounds[each.start] = each.start + len(paragraph.text[each.start : end].rstrip())
        following[each.family] = each.start
    return bounds


def _uncut(opens: list[_Open], place: int, end: int) -> int:
    """The end, or where the first pair begins that it would cut."""
    for later in range(place + 1, len(opens)):
        each = opens[later]
        if each.start >= end:
            break
        if each.end is not None and each.end > end:
            return each.start
    return end
