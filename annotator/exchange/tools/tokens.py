"""Words, numbers and punctuation of a text, by one fixed rule, and its sentences: for formats that want tokens.

A rule of our own and not spaCy's, so that an export needs no pipeline and gives the same bytes for ever. Tokens are
but a grid to draw on: a span may begin and end anywhere, whatever they are.

A word goes with its inner apostrophes and marks; hyphens, and the English 's, stand apart, so that names before them
are whole tokens. A number goes with its inner points and commas. Everything else that is shown is a token of its own.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import regex

from annotator.exchange.docbin_align import Run, Tokens
from annotator.model.annotation import Fragment

_RULE = r"""
    \p{N}+ (?:[.,:/]\p{N}+)* [\w\p{M}]*
  | (?:\p{L}\.){2,}
  | ['’][sS]\b
  | [\w\p{M}\u200d]+ (?: ['’](?![sS]\b)[\w\p{M}]+ )*
  | \.{2,} | -{2,}
  | (?![\s\x1c-\x1f])\X
"""
_OPENING = frozenset("“‘\"'«([{")
_ENDS = frozenset(".!?…")
_CLOSING = frozenset("”’\"'»)]}")
_SHORT = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "sgt",
        "lt",
        "capt",
        "st",
        "jr",
        "sr",
        "vs",
    ]
)


@cache
def _rule() -> "regex.Pattern[str]":
    return regex.compile(_RULE, regex.VERBOSE)


def tokens(text: str) -> list[Fragment]:
    """Where the tokens lie; together they cover all of the text that is not white space."""
    return [match.span() for match in _rule().finditer(text)]


def sentence_starts(text: str, found: list[Fragment]) -> Iterator[int]:
    """The numbers of tokens that begin a sentence: after a line end, or the end of a sentence as far as signs tell."""
    for at in range(1, len(found)):
        gap = text[found[at - 1][1] : found[at][0]]
        if "\n" in gap or (gap and _ends(text, found, at - 1) and _may_begin(text[found[at][0]])):
            yield at


def sentences(text: str) -> Iterator[list[Fragment]]:
    """The tokens of one sentence after another; none is empty."""
    found = tokens(text)
    if found:
        bounds = [0, *sentence_starts(text, found), len(found)]
        yield from (found[first:last] for first, last in pairwise(bounds))


def tiles(text: str) -> Tokens:
    """The tokens, and white space where it is more than one space: with a space after some, they are the whole text."""
    made: list[Fragment] = []
    at = 0
    for start, end in [*tokens(text), (len(text), len(text))]:
        gap = at + (text[at : at + 1] == " ") if made else at  # a space right after a token goes with it
        if gap < start:
            made.append((gap, start))
        made.append((start, end))
        at = end
    made.pop()
    return Tokens([start for start, _ in made], [end for _, end in made])


def run_of(tiled: Tokens, fragment: Fragment) -> Run | None:
    """The tokens that a fragment touches; None for the space between two."""
    return tiled.run(fragment, "expand")


def _ends(text: str, found: list[Fragment], at: int) -> bool:
    while at > 0 and text[found[at][0]] in _CLOSING and found[at - 1][1] == found[at][0]:
        at -= 1
    last = text[slice(*found[at])]
    if last[-1] not in _ENDS or len(last) > 3:
        return False
    before = text[slice(*found[at - 1])] if at else ""
    is_short = before.lower() in _SHORT or (len(before) == 1 and before.isalpha())
    return len(last) == 1 and not (last == "." and is_short)


def _may_begin(first: str) -> bool:
    return first.isupper() or first.isdigit() or first in _OPENING or not first.isascii()
