"""Verbs that commit: "has vowed to build", "promised that she would"; `things` and `refusals` have the rest."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.suggest.actors import joined
from annotator.suggest.pledges import refusals, things
from annotator.suggest.pledges.bound import organised, pledgers
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.grammar import (
    clause,
    committed_to,
    direct_object,
    group,
    infinitive,
    one_thing,
    own_subject,
    same_subject,
)
from annotator.suggest.pledges.lists import Lists
from annotator.suggest.pledges.reality import background, impersonal, polled, refused, unreal

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = {
    "infinitive": "infinitive after a verb of promising",
    "clause": "clause after a verb of promising",
    "gerund": "proposal of a deed",
}
_SURE, _LIKELY = 0.9, 0.7
_PARTIES = frozenset({"ORG", "GPE", "NORP", "PERSON"})


def find(verb: "Token", lists: Lists) -> Iterator[Candidate]:
    """What this verb commits somebody to. `verb` is any word tagged as a verb."""
    lemma = verb.lemma_.lower()
    if lemma in lists("verbs", "refuse"):
        yield from refusals.refusal(verb, lists)
    elif lemma in lists("verbs", "exclude"):
        yield from refusals.exclusion(verb, lists)
    elif lemma in lists("verbs", "gerund") and not unreal(verb, lists):
        yield from _gerund(verb)
    elif lemma in lists("verbs", "calling") and not unreal(verb, lists):
        yield from things.called_for(verb, lists)
    elif lemma in lists("verbs", "infinitive") | lists("verbs", "clause"):
        yield from _promise(verb, lemma, lists)


def _promise(verb: "Token", lemma: str, lists: Lists) -> Iterator[Candidate]:
    if impersonal(verb, lists) or _purpose(verb, lemma, lists):
        return
    if lemma in lists("verbs", "soft") and (polled(verb, lists) or background(verb)):
        return
    polarity = "made"
    if unreal(verb, lists):
        if not refused(verb, lists):
            return
        polarity = "refused"
    yield from _promised(verb, lemma, polarity, lists)


def _promised(verb: "Token", lemma: str, polarity: str, lists: Lists) -> Iterator[Candidate]:
    score = _LIKELY if lemma in lists("verbs", "soft") else _SURE
    deed = infinitive(verb)
    if deed is not None and _of_its_object(verb, deed, lists):
        return
    if lemma in lists("verbs", "binding") and _ties_others(verb):
        yield from _bound(verb, deed or committed_to(verb), polarity, lists)
    elif deed is not None and lemma in lists("verbs", "infinitive"):
        if lemma not in lists("verbs", "planning") or deed.lemma_ not in lists("not_committed", "private"):
            yield _made(verb, deed, "infinitive", score, polarity)
    elif lemma in lists("verbs", "clause") and (told := clause(verb)) is not None:
        yield _made(verb, told, "clause", score, polarity, whole=not same_subject(told, lists))
    elif lemma in lists("verbs", "to") and (deed := committed_to(verb)) is not None:
        yield _made(verb, deed, "infinitive", score, polarity)
    elif lemma in lists("verbs", "binding") and one_thing(verb) is not None:
        yield from things.one_of_some(verb, polarity)
    else:
        yield from things.find(verb, polarity, lists)


def _of_its_object(verb: "Token", deed: "Token", lists: Lists) -> bool:
    """Is it "offered him a stage to speak from": a thing between that the deed belongs to?"""
    between = (thing := direct_object(verb)) is not None and thing.i < deed.i
    return between and verb.lemma_.lower() in lists("verbs", "soft")


def _purpose(verb: "Token", lemma: str, lists: Lists) -> bool:
    """Is it "a meeting intended to": what a thing is for?"""
    participle = verb.tag_ in {"VBN", "VBD"} and verb.dep_ in {"acl", "advcl"}
    return participle and lemma in lists("verbs", "planning")


def _made(verb: "Token", content: "Token", rule: str, score: float, polarity: str, *, whole: bool = False) -> Candidate:
    who = pledgers(verb)
    if rule == "clause" and not whole and (own := own_subject(content)) is not None:
        who = (own,)  # "she promised that she would": the nearest mention is the second
    return Candidate(content, group(verb), who, RULES[rule], score, polarity, whole)


def _bound(verb: "Token", deed: "Token | None", polarity: str, lists: Lists) -> Iterator[Candidate]:
    """What a treaty, a law or a letter commits somebody to: "commits Norland to cut fares"."""
    tied = direct_object(verb)
    if deed is not None and tied is not None and (tied.ent_type_ in _PARTIES or organised(tied, lists)):
        yield replace(_made(verb, deed, "infinitive", _SURE, polarity), pledgers=tuple(joined(tied)))


def _ties_others(verb: "Token") -> bool:
    """Has it an object that is no sum, and not "itself"?"""
    tied = direct_object(verb)
    return tied is not None and not things.is_money(tied) and not tied.lower_.endswith(("self", "selves"))


def _gerund(verb: "Token") -> Iterator[Candidate]:
    deed = next((child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"} and child.tag_ == "VBG"), None)
    if deed is not None and (who := pledgers(verb)):
        yield Candidate(deed, group(verb), who, RULES["gerund"], 0.5)
