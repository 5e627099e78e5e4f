"""Words, numbers and punctuation of a text, by one fixed rule: for formats of tokens without a tokenizer.

A word goes with its inner apostrophes and marks; hyphens, and the English 's, stand apart, so that names before them
are whole tokens. A number goes with its inner points and commas. Everything else that is shown is a token of its own.
"""

from collections.abc import Iterator
from functools import cache

import regex

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

Token = tuple[int, int]  # code points, half-open


@cache
def _rule() -> "regex.Pattern[str]":
    return regex.compile(_RULE, regex.VERBOSE)


def tokens(text: str) -> list[Token]:
    """Where the tokens lie; together they cover all of the text that is not white space."""
    return [match.span() for match in _rule().finditer(text)]


def sentence_starts(text: str, found: list[Token]) -> Iterator[int]:
    """The numbers of tokens that begin a sentence: after a line end, or the end of a sentence as far as signs tell."""
    for at in range(1, len(found)):
        gap = text[found[at - 1][1] : found[at][0]]
        if "\n" in gap or (gap and _ends(text, found, at - 1) and _may_begin(text[found[at][0]])):
            yield at


def _ends(text: str, found: list[Token], at: int) -> bool:
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
