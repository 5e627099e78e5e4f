"""Adjectives that commit: "is committed to building", "is determined to close"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.suggest.actors import SUBJECTS
from annotator.suggest.pledges.bound import pledgers
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.grammar import committed_to, infinitive, negated
from annotator.suggest.pledges.lists import Lists

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = {
    "committed": "deed after “committed to”",
    "resolved": "deed after “determined to”",
}


def find(word: "Token", lists: Lists) -> Iterator[Candidate]:
    """What "committed to" and "determined to" bind to."""
    lemma = word.lower_
    if lemma in lists("adjectives", "committed"):
        deed, rule, score = committed_to(word) or (infinitive(word) if _is_state(word) else None), "committed", 0.8
    elif lemma in lists("adjectives", "resolved"):
        deed, rule, score = _checkable(infinitive(word), lists), "resolved", 0.5
    else:
        return
    own = any(child.dep_ in SUBJECTS for child in word.lefts)
    verb = word if own or word.dep_ in {"acl", "ROOT", "amod"} else word.head
    if deed is not None and not negated(verb) and not negated(word):
        be = (verb,) if verb.lemma_ == "be" and verb.i < word.i else ()
        yield Candidate(deed, (*be, word), pledgers(verb), RULES[rule], score)


def _is_state(word: "Token") -> bool:
    """Is it "is committed", not "committed a theft"?"""
    return word.dep_ in {"acomp", "oprd", "acl", "amod"} or any(child.dep_ == "auxpass" for child in word.lefts)


def _checkable(deed: "Token | None", lists: Lists) -> "Token | None":
    if deed is None or deed.lemma_ in lists("not_committed", "mood"):
        return None
    return deed if any(child.dep_ in {"dobj", "advmod"} for child in deed.rights) else None
