r"""Offsets of a text: code points and UTF-16 units, and the boundaries a selection may have.

Boundaries are those of Unicode Standard Annex 29, by the `regex` library: extended grapheme clusters (`\X`)
and default word boundaries (`(?w)\b`), with hyphenated words kept whole. Each call looks only at the
surroundings of its offset, so it costs the same in a headline and in a book. All offsets taken and returned
are Unicode code points unless a name says UTF-16; what is drawn where is the text view's business.
"""

from bisect import bisect_left
from collections.abc import Iterator

import regex

_ASTRAL = regex.compile("[\U00010000-\U0010ffff]")
_CLUSTER = regex.compile(r"\X")
# Between two of these there is always a cluster boundary (rules GB4, GB5 and GB999).
_APART = regex.compile(r"[\p{GCB=Other}\p{GCB=Control}\p{GCB=LF}--\p{Extended_Pictographic}]{2}", regex.VERSION1)
_WORD = regex.compile(r"\b\w(?s:.)*?\b(?:[-\u2010\u2011]\b\w(?s:.)*?\b)*", regex.WORD)
_CLOSERS = "\"'”’»›)\\]}」』）】"
_QUOTES = ('"“”„‟', "'‘’‚‛", "«»", "‹›", "「」", "『』")  # of one kind each
_SENTENCE_END = regex.compile(rf"[.!?…؟۔।॥]+[{_CLOSERS}]*(?=\s+[^\s\p{{Ll}}])|[。！？｡]+[{_CLOSERS}]*")
# "J. Smith", "U.S. Steel", "Mr. Smith": an initial, or a capitalised word without a vowel.
_ABBREVIATED = regex.compile(r"(?:\b\p{Lu}|\b\p{Lu}[\p{Ll}--[aeiouy]]+)\.", regex.VERSION1)
_LONGEST_RUN = 1000  # a run without white space is read this far: URLs fit, a Chinese article does not


class Offsets:
    """Converts offsets of one text between code points and the UTF-16 units that Qt counts in.

    Constant time where the text has no character beyond U+FFFF, O(log n) in their number otherwise.
    """

    __slots__ = ("_astral", "_pairs")

    def __init__(self, text: str) -> None:
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        self._astral = [] if units == len(text) else [match.start() for match in _ASTRAL.finditer(text)]
        self._pairs = [position + before for before, position in enumerate(self._astral)]

    def to_utf16(self, position: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return position + bisect_left(self._astral, position) if self._astral else position

    def to_code_points(self, unit: int) -> int:
        """The code point offset of a UTF-16 offset; one inside a surrogate pair goes back to its start."""
        return unit - bisect_left(self._pairs, unit) if self._pairs else unit


def _inside(text: str, position: int) -> int:
    return min(max(position, 0), len(text))


def _clusters_around(text: str, position: int) -> Iterator[tuple[int, int]]:
    """The clusters from a sure boundary before `position` on."""
    start = position - 1
    while start > 0 and not _APART.match(text, start - 1):
        start -= 1
    return (match.span() for match in _CLUSTER.finditer(text, max(start, 0)))


def cluster_at(text: str, position: int) -> tuple[int, int]:
    """The grapheme cluster that `position` is in or at the start of; empty at the end of the text."""
    position = _inside(text, position)
    for start, end in _clusters_around(text, position):
        if start <= position < end:
            return start, end
    return position, position


def next_grapheme(text: str, position: int) -> int:
    """The first cluster boundary after `position`, or the end of the text."""
    return cluster_at(text, position)[1]


def previous_grapheme(text: str, position: int) -> int:
    """The last cluster boundary before `position`, or 0."""
    return cluster_at(text, position - 1)[0] if position > 0 else 0


def is_grapheme_boundary(text: str, position: int) -> bool:
    """Whether a selection may start or end at `position`."""
    return cluster_at(text, position)[0] == position


def snap_to_graphemes(text: str, start: int, end: int) -> tuple[int, int]:
    """The smallest range of whole clusters that holds `[start, end)`; an empty range stays empty."""
    start, end = sorted((_inside(text, start), _inside(text, end)))
    first, after = cluster_at(text, start)[0], cluster_at(text, end)
    if start == end:
        return first, first
    return first, after[0] if after[0] == end else after[1]


def shrink_whitespace(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends; empty, at `start`, if there was nothing else."""
    covered = text[start:end]
    kept = covered.strip()
    if not kept:
        return start, start
    first = start + len(covered) - len(covered.lstrip())
    return first, first + len(kept)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without stray spaces and quotation marks at its ends; as it was, if there was nothing else.

    A mark goes where no other of its kind is inside, or where the two stand around all the rest: `“We act,”` loses
    both, `the “Titanic”` and `“A” and “B”` keep theirs.
    """
    left, right = start, end
    while True:
        if left < right and (text[left].isspace() or _is_stray(text, left, left, right)):
            left += 1
        elif left < right and (text[right - 1].isspace() or _is_stray(text, right - 1, left, right)):
            right -= 1
        else:
            return snap_to_graphemes(text, left, right) if left < right else (start, end)


def _is_stray(text: str, at: int, left: int, right: int) -> bool:
    kind = next((kind for kind in _QUOTES if text[at] in kind), "")
    if not kind:
        return False
    others = [place for place in range(left, right) if place != at and text[place] in kind and not _joins(text, place)]
    return not others or (len(others) == 1 and {at, others[0]} == {left, right - 1})


def _joins(text: str, at: int) -> bool:
    """Whether a mark is an apostrophe between letters."""
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def run_at(text: str, position: int) -> tuple[int, int]:
    """The run without white space that touches `position`, at most `_LONGEST_RUN` to either side."""
    start = end = _inside(text, position)
    while start > 0 and position - start < _LONGEST_RUN and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - position < _LONGEST_RUN and not text[end].isspace():
        end += 1
    return start, end


def words_around(text: str, position: int) -> list[tuple[int, int]]:
    """The words in the run without white space that touches `position`, in order."""
    start, end = run_at(text, position)
    return [match.span() for match in _WORD.finditer(text, start, end)]


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """The word that `position` is in, at the start of, or at the end of, in that order of preference."""
    touching = [word for word in words_around(text, position) if word[0] <= position <= word[1]]
    return touching[-1] if touching else None


def snap_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """What a person who dragged over `[start, end)` meant: whole words, no white space at the ends.

    An end inside a word moves outwards, also over the hyphen of "long-range" and the apostrophe of
    "Ukraine's"; an end between words stays, so punctuation is taken only where it was dragged over.
    """
    start, end = shrink_whitespace(text, *snap_to_graphemes(text, start, end))
    if start == end:
        return start, end
    first = next((word[0] for word in words_around(text, start) if word[0] < start < word[1]), start)
    last = next((word[1] for word in words_around(text, end) if word[0] < end < word[1]), end)
    return snap_to_graphemes(text, first, last)


def _words_after(text: str, position: int) -> Iterator[tuple[int, int]]:
    start, _end = run_at(text, position)
    return (match.span() for match in _WORD.finditer(text, start))


def _words_before(text: str, position: int) -> Iterator[tuple[int, int]]:
    """Words that start before `position`, last first."""
    at = position
    while at > 0:
        start = run_at(text, at)[0]
        yield from (word for word in reversed(words_around(text, at)) if word[0] < at)
        at = min(start, at - 1)


def next_word_start(text: str, position: int) -> int:
    """The start of the first word that starts after `position`, or the end of the text."""
    return next((start for start, _end in _words_after(text, position) if start > position), len(text))


def next_word_end(text: str, position: int) -> int:
    """The end of the first word that ends after `position`, or the end of the text."""
    return next((end for _start, end in _words_after(text, position) if end > position), len(text))


def previous_word_start(text: str, position: int) -> int:
    """The start of the last word that starts before `position`, or 0."""
    return next((start for start, _end in _words_before(text, position) if start < position), 0)


def previous_word_end(text: str, position: int) -> int:
    """The end of the last word that ends before `position`, or 0."""
    return next((end for _start, end in _words_before(text, position) if end < position), 0)


def _is_abbreviation(text: str, end: int) -> bool:
    start, _end = run_at(text, end)
    return _ABBREVIATED.fullmatch(text[start:end].lstrip("\"'“‘«(")[-6:]) is not None or bool(
        regex.fullmatch(r"(?:\p{L}\.){2,}", text[start:end])
    )


def _sentences_around(text: str, position: int) -> Iterator[tuple[int, int]]:
    """The sentences of the paragraph that `position` is in, without the white space between them."""
    start = text.rfind("\n", 0, position) + 1
    last = text.find("\n", position)
    last = len(text) if last < 0 else last
    for match in _SENTENCE_END.finditer(text, start, last):
        if match.end() > start and not _is_abbreviation(text, match.end()):
            yield shrink_whitespace(text, start, match.end())
            start = match.end()
    if text[start:last].strip():
        yield shrink_whitespace(text, start, last)


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """The sentence that `position` is in, or else the one before it in its paragraph; empty if none.

    The rule knows no language: a sentence ends with its paragraph, or at `.`, `!`, `?` or their like and any
    closing quotes, before white space and something that is not a small letter; an initial or a capitalised
    word without vowels ("Mr.") does not end it.
    """
    found = (position, position)
    for start, end in _sentences_around(text, position):
        if start > position and found[1] > found[0]:
            break
        found = start, end
        if position < end:
            break
    return found


def next_sentence(text: str, position: int) -> int:
    """The start of the first sentence that starts after `position`, or the end of the text."""
    at = position
    while at <= len(text):
        for start, _end in _sentences_around(text, at):
            if start > position:
                return start
        line_end = text.find("\n", at)
        if line_end < 0:
            break
        at = line_end + 1
    return len(text)


def previous_sentence(text: str, position: int) -> int:
    """The start of the last sentence that starts before `position`, or 0."""
    at = position
    while at >= 0:
        starts = [start for start, _end in _sentences_around(text, at) if start < position]
        if starts:
            return starts[-1]
        at = text.rfind("\n", 0, at)
    return 0
