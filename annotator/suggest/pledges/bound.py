"""Who is bound, by grammar: the heads of the mentions next to a verb or noun that commits."""

from typing import TYPE_CHECKING

from annotator.suggest.actors import SUBJECTS, joined, subject
from annotator.suggest.pledges.lists import Lists

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_ORGANISED = frozenset({"ORG", "GPE"})
_NAMES = frozenset({"PERSON", "ORG", "GPE"})
_STEPS = 4  # verbs that share a subject: "met in Kell, promising to ..."


def pledgers(verb: "Token") -> "tuple[Token, ...]":
    """The heads of who does what this verb says; none in the passive without an agent."""
    if (agent := _agent(verb)) is not None:
        return tuple(joined(agent))
    found = None if _is_promised_to(verb) else grammatical_subject(verb)
    return tuple(joined(named(found))) if found is not None and _can_act(found) else ()


def named(who: "Token") -> "Token":
    """The name beside a description: "the secretary of the council, Ada Brill, vowed", "Brill is a clerk who vowed"."""
    if _is_name(who):
        return who
    beside = [child for child in who.rights if child.dep_ == "appos"]
    if who.dep_ in SUBJECTS:  # of two subjects of one verb one stands beside the other
        beside += [child for child in who.head.lefts if child.dep_ == who.dep_]
    return next((each for each in (*beside, *_described(who)) if _is_name(each)), who)


def _is_name(word: "Token") -> bool:
    return word.ent_type_ in _NAMES or word.pos_ == "PROPN"


def _described(who: "Token") -> "tuple[Token, ...]":
    """Whom "is a clerk" is said of."""
    first = who
    while first.dep_ in {"conj", "appos"} and first.head.i < first.i:
        first = first.head
    if first.dep_ != "attr" or first.head.lemma_ != "be":
        return ()
    found = subject(first.head)
    return (first.head.head,) if found is None else (found,)


def _is_promised_to(verb: "Token") -> bool:
    """Is it "they were promised a bridge": what is said before it is who gains?"""
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    return passive and any(child.dep_ == "dobj" for child in verb.rights)


def grammatical_subject(verb: "Token") -> "Token | None":
    """The subject of a verb; of a participle the one of its clause, of a relative clause its noun."""
    at = _reporter_of(verb) or verb
    for _ in range(_STEPS):
        found = subject(at)
        if found is not None:
            return _antecedent(found, at) if found.lower_ in _RELATIVE else found
        root = _first_of_chain(at)
        if root.dep_ in {"acl", "relcl"}:
            return root.head
        if root.dep_ not in {"advcl", "ccomp", "pcomp", "prep", "parataxis"} or root.head.i == root.i:
            return None
        at = root.head
    return None


def _reporter_of(verb: "Token") -> "Token | None":
    """In "Lind said it would open and vowed to" the first verb, where the parse joins the last to the second."""
    head = verb.head
    told = verb.dep_ == "conj" and head.dep_ == "ccomp" and head.tag_ == "VB"
    return head.head if told and verb.tag_ in {"VBD", "VBZ"} else None


def _first_of_chain(verb: "Token") -> "Token":
    at = verb
    for _ in range(_STEPS):
        if at.dep_ not in {"conj", "xcomp", "aux"}:
            return at
        at = at.head
    return at


def _antecedent(relative: "Token", verb: "Token") -> "Token":
    root = _first_of_chain(verb)
    return root.head if root.dep_ in {"relcl", "acl"} else relative


def _agent(verb: "Token") -> "Token | None":
    """The one in "pledged by Norland"."""
    for child in verb.rights:
        if child.dep_ == "agent":
            return next((below for below in child.rights if below.dep_ == "pobj"), None)
    return None


def _can_act(token: "Token") -> bool:
    return token.dep_ != "expl" and token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"}


def possessor(noun: "Token") -> "Token | None":
    """Whose plan it is: "their plan", "Norland's plan", "Labor plans"."""
    own = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if own is not None:
        return own
    before = noun.nbor(-1) if noun.i else noun
    if before.tag_ == "POS":  # where "plans" is taken for a verb
        return before.head if before.head.i < noun.i else before.nbor(-1) if before.i else None
    if before.tag_ == "PRP$":
        return before
    named = (child for child in noun.lefts if child.dep_ in {"compound", "nmod"})
    return next((child for child in named if child.ent_type_ or child.pos_ == "PROPN"), None)


def first_person(token: "Token", lists: Lists) -> bool:
    """Is it I or we?"""
    return token.lower_ in lists("subjects", "first")


def organised(token: "Token", lists: Lists) -> bool:
    """Can the head of this phrase bind itself: a party, government, company, country, ministry?"""
    if token.pos_ not in {"PROPN", "NOUN"}:
        return False
    lemma = token.lemma_.lower()
    if lemma in lists("subjects", "nouns") or token.lower_ in lists("subjects", "parties"):
        return not _of_any_kind(token, lists)
    return token.ent_type_ in _ORGANISED


def _of_any_kind(noun: "Token", lists: Lists) -> bool:
    """Is it such as "870,000 companies", "a nation of readers" or "firms", which promise nothing?"""
    before = list(noun.lefts)
    if any(child.tag_ == "CD" or child.lower_ in lists("subjects", "any") for child in before):
        return True
    if any(child.pos_ in {"PROPN", "ADJ"} for child in before):
        return False  # "a Labour government" is one
    bare = noun.tag_ == "NNS" and not before and noun.pos_ == "NOUN"
    return any(child.lower_ in {"a", "an"} for child in before) or (
        bare and noun.lemma_.lower() not in lists("subjects", "officials")
    )
