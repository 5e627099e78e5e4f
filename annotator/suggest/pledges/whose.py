"""Whose promise or plan it is: the possessor, its author, or who does what is done with it."""

from typing import TYPE_CHECKING

from annotator.suggest.actors import joined
from annotator.suggest.pledges.bound import pledgers, possessor
from annotator.suggest.pledges.grammar import VERBS, own_subject
from annotator.suggest.pledges.lists import Lists

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def owners(noun: "Token", lists: Lists) -> "tuple[tuple[Token, ...], Token | None]":
    """Whose it is: the possessor, an author after by, or the subject of the verb that it is the object of."""
    governing = _governing(noun)
    if (own := possessor(noun)) is not None:
        return tuple(joined(own)), governing
    if (author := _author(noun)) is not None:
        return tuple(joined(author)), governing
    maker = maker_of(noun, lists)
    if maker is not None and (giver := own_subject(maker)) is not None and giver.tag_ != "WDT":
        return tuple(joined(giver)), governing
    if governing is not None and governing.lemma_ == "be":
        near = _nearest_before(noun)
        return ((near,) if near is not None else ()), None
    if governing is not None and governing.lemma_.lower() in lists("verbs", "behind"):
        return tuple(each for each in pledgers(governing) if each.i != noun.i), governing
    return (), governing


def _governing(noun: "Token") -> "Token | None":
    """The verb that has the noun as its object, also through a preposition: "backed away from a plan"."""
    head = noun.head if noun.dep_ in {"dobj", "attr", "nsubjpass", "pobj", "conj"} else None
    if head is not None and head.dep_ in {"prep", "agent"} and head.lower_ not in {"by", "for", "with", "in"}:
        head = head.head
    if head is not None and head.pos_ == "ADP":
        head = head.head
    return head if head is not None and head.pos_ in VERBS else None


def _author(noun: "Token") -> "Token | None":
    """The one after by, of or from: "a pledge by Norland", "a promise from the council"."""
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            return next((below for below in child.rights if below.dep_ == "pobj"), None)
    return None


def maker_of(noun: "Token", lists: Lists) -> "Token | None":
    """The verb of "the pledge that Osei made"."""
    clauses = (child for child in noun.rights if child.dep_ in {"acl", "relcl"})
    return next((verb for verb in clauses if verb.lemma_ in lists("verbs", "making")), None)


def _nearest_before(noun: "Token") -> "Token | None":
    """For "there are plans": who is named before it in the sentence."""
    start = noun.sent.start
    for place in range(noun.i - 1, start - 1, -1):
        word = noun.doc[place]
        aside = word.dep_ == "pobj" and word.head.lower_ in {"including", "like"}
        if word.dep_ in {"nsubj", "pobj"} and word.pos_ in {"NOUN", "PROPN"} and _somebody(word) and not aside:
            return word
    return None


def _somebody(word: "Token") -> bool:
    return word.ent_type_ in _ACTORS or any(child.ent_type_ == "NORP" for child in word.lefts)
