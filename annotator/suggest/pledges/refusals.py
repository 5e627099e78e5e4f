"""Commitments that are declined: "declined to host the summit", "ruled out selling the port"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.suggest.pledges.bound import grammatical_subject, pledgers
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.grammar import group, infinitive
from annotator.suggest.pledges.lists import Lists
from annotator.suggest.pledges.reality import unreal

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = {
    "refusal": "refusal of a deed",
    "exclusion": "deed that is ruled out",
}


def refusal(verb: "Token", lists: Lists) -> Iterator[Candidate]:
    """What is refused: "declined to host the summit"."""
    deed = infinitive(verb)
    if deed is None or unreal(verb, lists) or _ruling(verb, lists) or deed.lemma_ in lists("not_committed", "talk"):
        return
    if deed.lemma_ not in lists("verbs", "infinitive"):  # else that verb finds it itself
        yield Candidate(deed, group(verb), pledgers(verb), RULES["refusal"], 0.6, "refused")


def _ruling(verb: "Token", lists: Lists) -> bool:
    """Is it a court that declines to: it decides, and nobody asked it for a commitment?"""
    who = grammatical_subject(verb)
    return who is not None and who.lemma_.lower() in lists("not_committed", "ruling")


def exclusion(verb: "Token", lists: Lists) -> Iterator[Candidate]:
    """What is ruled out."""
    if unreal(verb, lists) or not any(child.dep_ == "prt" and child.lower_ == "out" for child in verb.rights):
        return
    deed = next((child for child in verb.rights if child.dep_ in {"xcomp", "dobj", "ccomp", "pcomp"}), None)
    if deed is None or deed.lemma_.lower() in lists("not_committed", "causes"):
        return
    if deed.pos_ in {"VERB", "NOUN", "PROPN"}:
        yield Candidate(deed, group(verb), pledgers(verb), RULES["exclusion"], 0.7, "refused")
