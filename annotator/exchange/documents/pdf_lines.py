"""The lines of a PDF's pages made a text: paragraphs joined, running headers left out, divided words joined.

A PDF knows no paragraphs; these are rules of thumb from how lines end. What they do is noted for the report.
"""

import re
from collections import Counter
from collections.abc import Iterable

_EDGE = 2  # lines at the top and at the bottom of a page that may be running ones
_FEWEST_PAGES = 3  # fewer show no pattern
_SHORT = 0.75  # of a full line: the last one of a paragraph, or a heading
_FULL = 0.9  # quantile of the lengths of lines
_NUMBERS = re.compile(r"\d+")
_DIVIDED = re.compile(r"[^\W\d_]{2,}[-\u00ad\u2010]$")
_LAST_WORD = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_BEGINS = re.compile(r"[\"'“‘«„(\[•–—\d]|[^\W\d_]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SPACE = re.compile(r"[ \t\r\f\v\u00a0]+")


def joined(pages: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """The text of the pages, paragraphs with a blank line between, and notes on what was changed."""
    lines_of = [[_SPACE.sub(" ", line.translate(_LIGATURES)).strip() for line in page.split("\n")] for page in pages]
    running = _running(lines_of)
    left_out = 0
    lines: list[str] = []
    for page in lines_of:
        kept = _without(page, running)
        left_out += sum(map(bool, page)) - sum(map(bool, kept))
        lines += _trimmed(kept)
    text, divided = _Paragraphs(lines).text()
    notes = []
    if left_out:
        notes.append(f"repeated lines at the edges of pages left out: {left_out}")
    if divided:
        notes.append(f"words divided at the end of a line joined: {divided}")
    return text, tuple(notes)


def _trimmed(lines: list[str]) -> list[str]:
    """Without the blank lines at a page's edges: a paragraph may go on over the page."""
    filled = [at for at, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _edges(page: list[str]) -> tuple[list[int], list[int]]:
    filled = [at for at, line in enumerate(page) if line]
    return filled[:_EDGE], filled[-_EDGE:]


def _pattern(line: str) -> str:
    """A running line without what differs from page to page."""
    return _NUMBERS.sub("#", line.casefold())


def _running(pages: list[list[str]]) -> set[tuple[str, str]]:
    """The patterns that more than half of the pages have at the same edge."""
    if len(pages) < _FEWEST_PAGES:
        return set()
    seen: Counter[tuple[str, str]] = Counter()
    for page in pages:
        top, bottom = _edges(page)
        seen.update({("top", _pattern(page[at])) for at in top} | {("bottom", _pattern(page[at])) for at in bottom})
    return {pattern for pattern, count in seen.items() if count > len(pages) / 2}


def _without(page: list[str], running: set[tuple[str, str]]) -> list[str]:
    top, bottom = _edges(page)
    gone = {at for at in top if ("top", _pattern(page[at])) in running}
    gone |= {at for at in bottom if ("bottom", _pattern(page[at])) in running}
    return [line for at, line in enumerate(page) if at not in gone]


class _Paragraphs:
    """Lines, and where paragraphs end among them."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        lengths = sorted(len(line) for line in lines if line)
        self._full = lengths[int(len(lengths) * _FULL)] if lengths else 0
        self._hyphened = {word for line in lines for word in _HYPHENED.findall(line.casefold())}

    def text(self) -> tuple[str, int]:
        """The paragraphs, and how many divided words were joined."""
        paragraphs: list[list[str]] = [[]]
        divided, before = 0, ""
        for line in self._lines:
            if not line or (before and self._ends(before, line)):
                paragraphs.append([])
            before = line
            if not line:
                continue
            words = paragraphs[-1]
            if words and _DIVIDED.search(words[-1]) and line[0].isalpha():
                glue, end = self._glue(words[-1], line)
                divided += glue
                words[-1] = f"{end}{line}"
            else:
                words.append(line)
        return "\n\n".join(" ".join(words) for words in paragraphs if words), divided

    def _ends(self, line: str, following: str) -> bool:
        """Whether a paragraph ends with the line: it is short, and is a sentence's end or a heading."""
        if len(line) >= self._full * _SHORT or not _BEGINS.match(following):
            return False
        return bool(_ENDS.search(line)) or not following[0].islower()

    def _glue(self, line: str, following: str) -> tuple[bool, str]:
        """Whether the hyphen goes, and the line to which the following is added.

        It stays in a name such as “Jean-” and “Pierre”, and where the text has the word with it elsewhere: “well-” and
        “known” beside “well-known”.
        """
        if not following[0].islower() and not line[-2].isupper():
            return False, line
        first, second = _LAST_WORD.search(line), _FIRST_WORD.match(following)
        if line.endswith("-") and first and second and f"{first[1]}-{second[0]}".casefold() in self._hyphened:
            return False, line
        return True, line[:-1]
