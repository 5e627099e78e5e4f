"""Where the paragraphs of a text begin, so that nothing suggested runs from one into the next.

A line is a paragraph, as in most news texts; in a text with hard line breaks, only a blank line parts two.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

COMPONENT = "annotator_paragraphs"
_LINE = re.compile(r"\n(\s*)")
_BLANK_LINES = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")
_WRAPPED_LINE = range(45, 101)  # the usual widths of hard-wrapped text
_FEWEST_WRAPPED = 3


def paragraph_starts(text: str) -> list[int]:
    """The code point offset of every paragraph, the first one's included."""
    if is_wrapped(text):
        breaks = _BLANK_LINES.finditer(text)
    else:
        breaks = (each for each in _LINE.finditer(text) if not _goes_on(text, each))
    return [0, *(match.end() for match in breaks if match.end() < len(text))]


def _goes_on(text: str, line: re.Match[str]) -> bool:
    """Whether a line goes on in small letters where the one before ended inside a sentence.

    It is of the same paragraph then: texts that were taken from web pages have such breaks around links.
    """
    before = text[line.start() - 1 : line.start()]
    return (
        not line[1] and text[line.end() : line.end() + 1].islower() and (before.isalnum() or before in ("_", ",", " "))
    )


def is_wrapped(text: str) -> bool:
    """Whether lines end where the column does, not where the paragraph does."""
    lines = text.split("\n")
    inner = [len(line) for line, after in pairwise(lines) if line.strip() and after.strip()]
    wrapped = sum(length in _WRAPPED_LINE for length in inner)
    return wrapped >= _FEWEST_WRAPPED and wrapped >= 0.8 * len(inner)


def crosses(starts: list[int], start: int, end: int) -> bool:
    """Whether `[start, end)` reaches from one paragraph into another."""
    return bisect_right(starts, start) != bisect_right(starts, end - 1)


def split(text: str, limit: int) -> Iterator[tuple[int, str]]:
    """The text in parts of at most `limit` code points, with their offsets, cut where it hurts least.

    A cut is before a paragraph; in one that is longer than `limit`, at white space; else anywhere.
    """
    start = 0
    starts = paragraph_starts(text) if len(text) > limit else []
    while len(text) - start > limit:
        end = _cut(text, starts, start, start + limit)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _cut(text: str, starts: list[int], start: int, latest: int) -> int:
    paragraph = starts[bisect_right(starts, latest) - 1]
    if paragraph > start:
        return paragraph
    space = max(text.rfind(" ", start, latest), text.rfind("\n", start, latest))
    return space + 1 if space > start else latest


def begin_sentences(doc: "Doc") -> "Doc":
    """A spaCy component: every paragraph begins a sentence. Parser and entity recogniser keep to that."""
    starts = paragraph_starts(doc.text)
    following = 1
    for token in doc:
        if following == len(starts):
            break
        if token.idx >= starts[following]:
            token.is_sent_start = True
            following = bisect_right(starts, token.idx)
    return doc
