"""Where else the words of a span stand in a text: the same characters, as words of their own. Pure Python.

Scripts that put no space between words (Chinese, Japanese, Thai and their like) are matched as they stand.
"""

from collections.abc import Iterator

import regex

from annotator.model.annotation import Fragment
from annotator.model.offsets import is_grapheme_boundary

_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]")
_WORD = regex.compile(r"[\w\p{M}]")
_IN_WORD = regex.compile(r"[\w\p{M}][-\u2010\u2011][\w\p{M}]|\d[.,]\d")  # long-range, 5.5


def is_unspaced(words: str) -> bool:
    """Whether the words are, or begin or end in, a script without spaces between words."""
    return bool(_UNSPACED.search(words))


def mentions(text: str, words: str) -> Iterator[Fragment]:
    """The places of `words` in the text, in order, apart from each other, none of them inside a longer word."""
    at = text.find(words) if words.strip() else -1
    while at >= 0:
        end = at + len(words)
        if _is_edge(text, at) and _is_edge(text, end):
            yield at, end
            at = text.find(words, end)
        else:
            at = text.find(words, at + 1)


def _is_edge(text: str, at: int) -> bool:
    """Whether a word may begin or end here."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    if _WORD.match(before) and _WORD.match(after) and not (_UNSPACED.match(before) or _UNSPACED.match(after)):
        return False
    if any(_IN_WORD.match(text, start) for start in (at - 2, at - 1) if start >= 0):
        return False
    return is_grapheme_boundary(text, at)
