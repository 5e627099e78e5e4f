"""Sentences and tokens of a text, found by rule: INCEpTION wants some to show a text by.

They are only a grid to draw on: a span may begin and end anywhere, whatever the tokens are.
"""

import re
from collections.abc import Iterator

Piece = tuple[int, int]

_TOKENS = re.compile(r"\w+|[^\w\s]")
_NOT_AFTER = r"(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\b[A-Z]\.)"  # titles and initials
_BREAKS = re.compile(rf"(?<=[.!?…]){_NOT_AFTER}[\"”’»)\]]*\s++(?![a-z])|\n\s*")


def sentences(text: str) -> Iterator[list[Piece]]:
    """The tokens of one sentence after another, `[start, end)`; none is empty, none holds white space."""
    breaks = [match.end() for match in _BREAKS.finditer(text)]
    ends = iter([*breaks, len(text)])
    end, found = next(ends), list[Piece]()
    for match in _TOKENS.finditer(text):
        while match.start() >= end:
            if found:
                yield found
                found = []
            end = next(ends)
        found.append(match.span())
    if found:
        yield found
