"""Entities as the guidelines want them: the name alone, in one paragraph.

White space and punctuation at the edges, a "the" and a possessive ending are left out.

Which pipeline label becomes which label is the schema's business; the rules here go by the pipeline's own,
those of OntoNotes.
"""

import re

from annotator.model.annotation import Fragment
from annotator.suggest.paragraphs import crosses

_ARTICLE = re.compile(r"the\s+")
_OPENING_ARTICLE = re.compile(r"The\s+(?!Hague\b)")  # where a sentence begins, the capital says nothing
_SENTENCE_BEGINS = re.compile(r"(?:^|\n|[.!?…]['\"’”)\]]*\s)\s*['\"‘“(\[]*$")
_LOOKED_BACK = 8  # code points before the entity
_PHRASES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})  # "the end of May"

_EDGES = frozenset('"“”„«»‹›•·▪*')
_EDGES_OF_NAMES = _EDGES | frozenset("‘‚–—-…,;:")  # the '90s, -5 percent: a phrase may begin with some of these
_PARTNERS = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{"}

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
# McDonald's, Lloyd's, St John's: where a pipeline takes the ending into such a name, it belongs there.
_NAMES_WITH_ENDING = frozenset({"ORG", "FAC", "PRODUCT"})
_SAINT = re.compile(r"(?:St|Saint)\b")


def entity_bounds(text: str, starts: list[int], start: int, end: int, label: str) -> Fragment | None:
    """The part of `[start, end)` to mark, or None: nothing is left, or it is not in one paragraph.

    `starts` are the paragraphs of the text, `label` is the pipeline's.
    """
    edges = _EDGES if label in _PHRASES else _EDGES_OF_NAMES
    start, end = _strip(text, start, end, edges)
    if label not in _PHRASES:
        start += _article(text, start, end)
    if match := _possessive(text[start:end], label):
        start, end = _strip(text, start, start + match.start(), edges)
    return None if start >= end or crosses(starts, start, end) else (start, end)


def _article(text: str, start: int, end: int) -> int:
    """How long the article is that does not belong to the name."""
    match = _ARTICLE.match(text, start, end)
    if match is None and _SENTENCE_BEGINS.search(text[max(start - _LOOKED_BACK, 0) : start]):
        match = _OPENING_ARTICLE.match(text, start, end)
    return len(match[0]) if match else 0


def _possessive(name: str, label: str) -> re.Match[str] | None:
    keeps = label in _NAMES_WITH_ENDING or _SAINT.match(name)
    return None if keeps else _POSSESSIVE.search(name)


def _strip(text: str, start: int, end: int, edges: frozenset[str]) -> Fragment:
    """Leave out what stands at the edges; a bracket stays where its partner is inside too."""

    def outside(position: int) -> bool:
        character = text[position]
        if (partner := _PARTNERS.get(character)) is not None:
            return text.find(partner, start, end) < 0
        return character.isspace() or character in edges

    while start < end and outside(start):
        start += 1
    while start < end and outside(end - 1):
        end -= 1
    return start, end
