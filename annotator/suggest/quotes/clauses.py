"""From words of a parse to the characters of a content: whole phrases, without what hangs on them wrongly.

A parse of a small model often hangs the rest of a sentence on the clause that is reported. What is plainly not
part of it is cut off here: a further reporting clause, the closing mark, what lies in another sentence.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragment, Fragments, make_fragments

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]  # tokens, half open
CLAUSE_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "acl"})
_EDGE = " \t\r\n\xa0,;:.–—-"
_RELATIVE = frozenset({"who", "which", "whom", "where", "whose"})
_JOINED = frozenset("'’")
_CONTRACTED = frozenset({"n't", "n’t", "'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll"})
_JOINING = frozenset({"and", "but", "or", "so", "yet"})


def phrase(head: "Token", first: int | None = None, last: int | None = None) -> Range:
    """The words of a phrase, within its sentence; `first` and `last` (half open) bound it further."""
    start, end = head.left_edge.i, whole_words(head.doc, head.right_edge.i + 1)
    if first is not None:
        start = max(start, first)
    return start, end if last is None else min(end, last)


def infinitive(head: "Token") -> Range:
    """The words of an infinitive, without a participle behind a comma: “to reopen it, saying ...”."""
    start, end = phrase(head)
    for child in head.rights:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i < end and child.nbor(-1).text == ",":
            return start, child.i
    return start, end


def noun_phrase(head: "Token") -> Range:
    """The words of what a verb or preposition has for its object, without a clause behind a comma: “, who ...”."""
    start, end = phrase(head)
    for at in range(head.i + 1, end - 1):
        if head.doc[at].text == "," and head.doc[at + 1].lower_ in _RELATIVE:
            return start, at
    return start, end


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
    """Ranges of tokens as fragments, each without joining words, spaces, commas, full stops and dashes at its edges.

    A range without a letter or digit is left out. Never asks for `doc.text`, which spaCy puts together anew each time.
    """
    pieces = (_trimmed(doc, start, end) for start, end in ranges if start < end)
    return make_fragments(piece for piece in pieces if piece is not None)


def _trimmed(doc: "Doc", first: int, last: int) -> Fragment | None:
    while first < last and _is_joint(doc[first]):
        first += 1
    while first < last and _is_joint(doc[last - 1]):
        last -= 1
    if first == last:
        return None
    text = doc[first:last].text
    start, end = len(text) - len(text.lstrip(_EDGE)), len(text)
    end = _end(text, end, doc[last - 1])
    opened = text.rfind("(")
    if opened > start and text.count("(", start, end) > text.count(")", start, end):
        end = _end(text, opened, None)  # the parse has cut an aside short
    if text.endswith(")", start, end) and text.count(")", start, end) > text.count("(", start, end):
        end = _end(text, end - 1, None)
    if not any(each.isalnum() for each in text[start:end]):
        return None
    offset = doc[first].idx
    return offset + start, offset + end


def _is_joint(token: "Token") -> bool:
    return token.lower_ in _JOINING or token.text in {",", ";"} or token.is_space


def _end(text: str, end: int, last: "Token | None") -> int:
    """`end` moved before commas, full stops and dashes; the full stop of “U.S.” is a part of the word."""
    if last is not None and len(last) > 2 and last.text.count(".") > 1:
        return end
    return len(text[:end].rstrip(_EDGE))


def has_to(verb: "Token") -> bool:
    """Whether it is an infinitive with “to”."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def is_clause(head: "Token") -> bool:
    """Whether the head of a complement is a verb with a subject of its own, or has a conjunction before it."""
    if any(child.dep_ == "mark" or child.tag_ in {"WDT", "WP", "WRB"} for child in head.lefts):
        return True
    if head.pos_ not in {"VERB", "AUX"}:
        return False
    return any(child.dep_ in CLAUSE_SUBJECTS or child.dep_ == "expl" for child in head.children)


def has_that(clause: "Token") -> bool:
    """Whether a clause begins with “that” as its conjunction."""
    first = next(iter(clause.subtree), clause)
    return first.lower_ == "that" and first.dep_ == "mark" and first.i != clause.i


def clause_of(token: "Token") -> "Token":
    """The verb of the clause that a phrase stands in, or the top of its sentence."""
    seen = token.head
    while seen.head.i != seen.i and not (seen.dep_ in _CLAUSES and seen.pos_ in {"VERB", "AUX"}):
        seen = seen.head
    return seen
