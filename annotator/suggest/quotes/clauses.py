"""From words of a parse to the characters of a content: whole phrases, without what hangs on them wrongly.

A parse of a small model often hangs the rest of a sentence on the clause that is reported. What is plainly not
part of it is cut off here: a further reporting clause, the closing mark, what lies in another sentence.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments, make_fragments

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]  # tokens, half open
_EDGE = " \t\r\n\xa0,;:.–—-"
_JOINED = frozenset("'’")
_CONTRACTED = frozenset({"n't", "n’t", "'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll"})
_JOINING = frozenset({"and", "but", "or", "so", "yet"})


def phrase(head: "Token", first: int | None = None, last: int | None = None) -> Range:
    """The words of a phrase, within its sentence; `first` and `last` (half open) bound it further."""
    start, end = head.left_edge.i, whole_words(head.doc, head.right_edge.i + 1)
    if first is not None:
        start = max(start, first)
    return start, end if last is None else min(end, last)


def whole_words(doc: "Doc", end: int) -> int:
    """`end` moved behind what is written together with the word before it: “do|n't”, “Kell|'s”."""
    while 0 < end < len(doc) and not doc[end - 1].whitespace_ and doc[end].text[0] in _JOINED | {"n"}:
        if doc[end].lower_ not in _CONTRACTED:
            break
        end += 1
    return end


def without(one: Range, *others: Range) -> list[Range]:
    """A range less others: what is left of it, in text order."""
    left = [one]
    for start, end in others:
        pieces = ((a, b) for x, y in left for a, b in ((x, min(y, start)), (max(x, end), y)))
        left = [(a, b) for a, b in pieces if a < b]
    return left


def characters(doc: "Doc", ranges: Iterable[Range]) -> Fragments:
    """Ranges of tokens as fragments, each trimmed of spaces, commas, full stops and dashes at its edges."""
    pieces = (_trimmed(doc, start, end) for start, end in ranges if start < end)
    return make_fragments((start, end) for start, end in pieces if start < end)


def _trimmed(doc: "Doc", first: int, last: int) -> tuple[int, int]:
    while first < last and doc[first].lower_ in _JOINING | {",", " "}:
        first += 1
    while first < last and (doc[last - 1].lower_ in _JOINING or doc[last - 1].text in {",", " "}):
        last -= 1
    if first == last:
        return 0, 0
    text = doc.text
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE and not _is_abbreviation(doc, last - 1, end):
        end -= 1
    opened = text.rfind("(", start, end)
    if opened > start and text[start:end].count("(") > text[start:end].count(")"):
        end = opened
        while end > start and text[end - 1] in _EDGE:
            end -= 1
    if text[start:end].count(")") > text[start:end].count("(") and text[end - 1] == ")":
        end -= 1
    if text[start:end].count("(") > text[start:end].count(")") and text[start] == "(":
        start += 1
    return start, end


def _is_abbreviation(doc: "Doc", last: int, end: int) -> bool:
    """Whether the full stop at `end` belongs to a word such as “U.S.”: the tokenizer has then left it there."""
    token = doc[last]
    return len(token) > 1 and token.text.count(".") > 1 and token.idx + len(token) == end


def is_bare(text: str, fragments: Fragments) -> bool:
    """Whether there is no letter or digit in the fragments: nothing that could be said."""
    return not any(each.isalnum() for start, end in fragments for each in text[start:end])
