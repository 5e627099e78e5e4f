"""Nouns that commit: "plans for a bridge", "its commitment to build", "a promise that she would"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.grammar import (
    VERBS,
    counted,
    future,
    has_to,
    infinitive,
    negated,
    own_subject,
    same_subject,
)
from annotator.suggest.pledges.lists import Lists
from annotator.suggest.pledges.whose import maker_of, owners

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = {
    "infinitive": "infinitive after a noun of promising",
    "clause": "clause after a noun of promising",
    "thing": "what a plan or promise is for",
}
_THIS = frozenset({"this", "that", "these", "those"})
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def find(noun: "Token", lists: Lists) -> Iterator[Candidate]:
    """What this noun commits somebody to."""
    lemma = noun.lemma_.lower()
    if lemma not in lists("nouns", "infinitive") or _denied(noun) or _praised(noun):
        return
    who, governing = owners(noun, lists)
    if governing is not None and _demanded(governing, lists):
        return
    polarity = "withdrawn" if governing is not None and _withdrawn(governing, lists) else "made"
    cue = (governing, noun) if governing is not None and polarity == "withdrawn" and governing.i < noun.i else (noun,)
    known = bool(who) or lemma in lists("nouns", "nobodys")
    if (deed := infinitive(noun) or _deed_of_maker(noun, lists)) is not None:
        private = deed.lemma_ in lists("not_committed", "private")
        if known and not private and not _done_to(deed, lists):
            yield Candidate(deed, cue, who, RULES["infinitive"], 0.8 if who else 0.6, polarity)
    elif known and lemma in lists("nouns", "clause") and (told := _told(noun)) is not None:
        yield _clause(told, cue, who, polarity, lists)
    elif who and (thing := _thing(noun, lemma, lists)) is not None:
        yield Candidate(thing, cue, who, RULES["thing"], 0.6, polarity)


def _clause(
    told: "Token", cue: "tuple[Token, ...]", who: "tuple[Token, ...]", polarity: str, lists: Lists
) -> Candidate:
    whole = not same_subject(told, lists)
    own = None if whole else own_subject(told)  # "a promise that she would": the nearest mention
    return Candidate(told, cue, (own,) if own else who, RULES["clause"], 0.8 if who else 0.6, polarity, whole)


def _praised(noun: "Token") -> bool:
    """Is it "the best plan": what somebody thinks of it, not what is planned?"""
    return any(child.tag_ == "JJS" for child in noun.lefts)


def _deed_of_maker(noun: "Token", lists: Lists) -> "Token | None":
    """The deed that the parse hangs on "made": "the pledge made in Kell to cut fares"."""
    maker = maker_of(noun, lists)
    deeds = (child for child in maker.rights if child.tag_ == "VB" and has_to(child)) if maker is not None else ()
    return next(iter(deeds), None)


def _told(noun: "Token") -> "Token | None":
    """The clause with will or would: "a promise that she would build it"."""
    clauses = (child for child in noun.rights if child.dep_ in {"acl", "ccomp", "relcl"} and child.pos_ in VERBS)
    return next((child for child in clauses if child.left_edge.dep_ == "mark" and future(child)), None)


def _done_to(deed: "Token", lists: Lists) -> bool:
    """Is it "promises to keep": what is done with the promise?"""
    return deed.lemma_ in lists("nouns", "done_to") and not any(child.dep_ == "dobj" for child in deed.rights)


def mistaken(word: "Token", lists: Lists) -> bool:
    """Is it a noun that the tagger took for a verb: "Norland's plans to", "their promise to"?"""
    if word.lemma_.lower() not in lists("nouns", "infinitive") or not word.i:
        return False
    return word.nbor(-1).tag_ in {"POS", "PRP$", "DT"}


def _demanded(verb: "Token", lists: Lists) -> bool:
    """Is it what somebody demands: "demanded that Norland make a pledge to ..."?"""
    demand = lists("not_committed", "demand")
    return verb.lemma_.lower() in demand or (verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_.lower() in demand)


def _denied(noun: "Token") -> bool:
    """Is there none: "no plans to", "without a promise to"?"""
    if any(child.lower_ in {"no", "any", "neither", "what", "which"} for child in noun.lefts):
        return True
    return noun.head.lower_ in {"lack", "without", "against"} or (noun.dep_ == "dobj" and negated(noun.head))


def _thing(noun: "Token", lemma: str, lists: Lists) -> "Token | None":
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"for", "of", "to"} and lemma in lists("nouns", child.lower_):
            thing = next((below for below in child.rights if below.dep_ in {"pobj", "pcomp"}), None)
            if thing is None or not _is_thing(thing, lists):
                return None
            return thing if thing.pos_ == "VERB" or counted(thing) or not _is_programme(noun, lists) else None
    return None


def _is_programme(noun: "Token", lists: Lists) -> bool:
    """Is it "a plan for schools", which is about them, rather than "plans for schools", which has them in view?"""
    return noun.lemma_.lower() in lists("nouns", "programmes") and noun.tag_ == "NN"


def _is_thing(thing: "Token", lists: Lists) -> bool:
    """Not somebody: "plans for Norland" says not what is planned; nor a bare "commitment to peace"."""
    if thing.pos_ == "VERB":
        return thing.lemma_ not in lists("not_committed", "private")
    if thing.pos_ != "NOUN" or thing.ent_type_ in _ACTORS | {"DATE", "TIME"}:
        return False
    if thing.lemma_ in lists("not_committed", "values") or any(child.lower_ in _THIS for child in thing.lefts):
        return False
    return any(child.dep_ in {"prep", "amod", "det", "compound", "relcl", "acl", "nummod"} for child in thing.children)


def _withdrawn(verb: "Token", lists: Lists) -> bool:
    if verb.lemma_.lower() in {"back", "walk"}:
        return any(child.lower_ in {"away", "off", "back", "out"} for child in verb.rights)
    return verb.lemma_.lower() in lists("verbs", "withdraw") and not negated(verb)
