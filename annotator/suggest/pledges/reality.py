"""Is a verb of promising a promise at all? Not where it is denied, demanded, asked or only possible."""

from typing import TYPE_CHECKING

from annotator.suggest.actors import SUBJECTS, subject
from annotator.suggest.pledges.bound import grammatical_subject
from annotator.suggest.pledges.grammar import asked, negated
from annotator.suggest.pledges.lists import Lists

if TYPE_CHECKING:
    from spacy.tokens import Token

_AFTER = frozenset({"after", "since"})


def unreal(verb: "Token", lists: Lists) -> bool:
    """Denied, demanded, asked or only possible: nobody is bound."""
    if negated(verb) or asked(verb) or _supposed(verb) or _told_to(verb):
        return True
    if _only_possible(verb, lists):
        return True
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)
    return to and verb.head.lemma_.lower() in lists("not_committed", "demand") | lists("verbs", "refuse")


def _only_possible(verb: "Token", lists: Lists) -> bool:
    """Does it have a could, or share one: "could reverse the rule or decline to"?"""
    joined = (
        verb.dep_ == "conj" and verb.tag_ in {"VB", "VBP"} and not any(child.dep_ in SUBJECTS for child in verb.lefts)
    )
    shared = verb.head.lefts if joined else ()
    possible = lists("not_committed", "auxiliaries")
    return any(child.dep_ == "aux" and child.lower_ in possible for child in (*verb.lefts, *shared))


def _told_to(verb: "Token") -> bool:
    """Is it an order: "promise me that you will"?"""
    return (
        verb.tag_ == "VB"
        and verb.dep_ in {"ROOT", "ccomp"}
        and not any(child.dep_ in SUBJECTS | {"aux"} for child in verb.lefts)
    )


def background(verb: "Token") -> bool:
    """Is it told as long done: "years after they agreed to share a currency"?"""
    return verb.dep_ == "advcl" and any(child.lower_ in _AFTER for child in verb.lefts)


def polled(verb: "Token", lists: Lists) -> bool:
    """Is it what voters say they plan, one by one?"""
    return any(
        who is not None and who.lemma_.lower() in lists("not_committed", "polled")
        for who in (grammatical_subject(verb), subject(verb.head))
    )


def _supposed(verb: "Token") -> bool:
    """Does it stand after "if" or "unless"?"""
    return any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in verb.lefts)


def refused(verb: "Token", lists: Lists) -> bool:
    """Is it "refused to promise", or "would not commit"?"""
    if verb.head.lemma_.lower() in lists("verbs", "refuse") and verb.dep_ == "xcomp" and not negated(verb.head):
        return True
    modal = any(child.dep_ == "aux" and child.lower_ in {"would", "will", "wo"} for child in verb.lefts)
    return modal and negated(verb) and verb.lemma_ in lists("verbs", "asked_for")


def impersonal(verb: "Token", lists: Lists) -> bool:
    """Is it such as "rules that promise to change the country", which bind nobody?"""
    who = grammatical_subject(verb)
    return who is not None and who.lemma_.lower() in lists("not_committed", "impersonal")
