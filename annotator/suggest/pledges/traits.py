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
    own = _own_words(candidate, quoted, lists)
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


def _own_words(candidate: Candidate, quoted: Sequence[Fragment], lists: Lists) -> bool:
    """Does the promise stand in quotation marks, and is it the speaker's: of "we" or a party, not of "she"?"""
    around = next(((start, end) for start, end in quoted if start <= candidate.content.idx < end), None)
    if around is None:
        return False
    inside = [who for who in candidate.pledgers if around[0] <= who.idx < around[1]]
    if candidate.whole and not inside:
        return True  # “two ferries will be built”
    others = any(who.lower_ in lists("subjects", "pronoun") for who in inside)
    return len(inside) == len(candidate.pledgers) and not others


def _specific(content: "Token", words: "list[Token]", lists: Lists) -> bool:
    if any(_testable(word, lists) for word in words if word.i != content.i):
        return True
    if any(word.lemma_.lower() in lists("attributes", "vague_words") for word in words):
        return False
    return content.lemma_ not in lists("attributes", "vague")


def _testable(word: "Token", lists: Lists) -> bool:
    """Is it of a figure, place or date to look for? A place that only gains is none: "aid for Norland"."""
    if word.ent_type_ not in _TESTABLE or _vague_date(word, lists):
        return False
    return not (word.ent_type_ == "GPE" and word.head.dep_ in {"prep", "dative"} and word.head.lower_ in {"for", "to"})


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
