"""Tokens for tools that want them: words, other characters one by one, and white space other than a single space.

Made by a rule of our own and not by spaCy, so that an export needs no pipeline and gives the same bytes for ever.
Between two tokens there is nothing or one space, so tokens with their spaces are the whole text.
"""

import re

from annotator.exchange.docbin_align import Run, Tokens
from annotator.model.annotation import Fragment

_TOKEN = re.compile(r"\w+(?:['’\-.]\w+)*|[^\w\s]|[^\S ]+|(?:(?<=\s)|\A) +")


def tokens_of(text: str) -> Tokens:
    """Where the tokens of a text are."""
    found = [match.span() for match in _TOKEN.finditer(text)]
    return Tokens([start for start, _ in found], [end for _, end in found])


def run_of(tokens: Tokens, fragment: Fragment) -> Run | None:
    """The tokens that a fragment touches; None for the space between two."""
    return tokens.run(fragment, "expand")
