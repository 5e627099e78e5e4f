"""What kind of pledge it is: kind, specificity, voice, conditional (the polarity is the rule's word)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.annotation import Attributes, Fragment, Fragments
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.lists import Lists

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TESTABLE = frozenset(
    {"MONEY", "PERCENT", "DATE", "CARDINAL", "QUANTITY", "GPE", "LOC", "FAC", "LAW", "PRODUCT", "ORDINAL", "EVENT"}
)


def attributes(candidate: Candidate, where: Fragments, quoted: Sequence[Fragment], lists: Lists) -> Attributes:
    """The attributes of the schema for a pledge. `quoted` are the stretches in quotation marks."""
    words = _words(candidate.content.doc, where)
    own = any(start <= candidate.content.idx < end for start, end in quoted) and _own_words(candidate, quoted)
    result: Attributes = {
        "kind": "outcome" if candidate.content.lemma_ in lists("attributes", "outcome") else "action",
        "specificity": "specific" if _specific(candidate.content, words, lists) else "vague",
        "voice": "self" if own else "reported",
        "polarity": candidate.polarity,
        "conditional": _conditional(candidate, words, lists),
    }
    return result


def _words(doc: "Doc", where: Fragments) -> "list[Token]":
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in where)
    return [token for span in spans if span is not None for token in span]


def _own_words(candidate: Candidate, quoted: Sequence[Fragment]) -> bool:
    """The promise and the one who promises stand in the same quotation."""
    place = candidate.content.idx
    return any(
        start <= place < end and all(start <= who.idx < end for who in candidate.pledgers) for start, end in quoted
    )


def _specific(content: "Token", words: "list[Token]", lists: Lists) -> bool:
    if any(word.ent_type_ in _TESTABLE and word.i != content.i and not _vague_date(word, lists) for word in words):
        return True
    if any(word.lemma_.lower() in lists("attributes", "vague_words") for word in words):
        return False
    return content.lemma_ not in lists("attributes", "vague")


def _vague_date(word: "Token", lists: Lists) -> bool:
    """Is it of a date that says no day: "in the near future"?"""
    if word.ent_type_ != "DATE":
        return False
    date = (entity for entity in word.doc.ents if entity.start <= word.i < entity.end)
    return any(each.lower_ in lists("attributes", "vague_dates") for entity in date for each in entity)


def _conditional(candidate: Candidate, words: "list[Token]", lists: Lists) -> bool:
    conditions = lists("attributes", "conditions")
    if any(word.lower_ in conditions and word.dep_ in {"mark", "prep", "advmod", "advcl"} for word in words):
        return True
    at = candidate.content
    for _ in range(3):  # an "if" that opens the sentence hangs on one of the verbs above
        for child in at.lefts:
            if child.dep_ == "advcl" and child.left_edge.lower_ in conditions:
                return True
        at = at.head
    return False
