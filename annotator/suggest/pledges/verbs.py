"""Verbs that commit: "has vowed to build", "promised that she would", "vowed consequences", "ruled out sending"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.suggest.pledges.bound import pledgers
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.grammar import (
    clause,
    committed_to,
    group,
    infinitive,
    negated,
    own_subject,
    same_subject,
)
from annotator.suggest.pledges.lists import Lists
from annotator.suggest.pledges.reality import impersonal, refused, unreal

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = {
    "infinitive": "infinitive after a verb of promising",
    "clause": "clause after a verb of promising",
    "thing": "object of a verb of promising",
    "gerund": "proposal of a deed",
    "refusal": "refusal of a deed",
    "exclusion": "deed that is ruled out",
}
_SURE, _LIKELY = 0.9, 0.7


def find(verb: "Token", lists: Lists) -> Iterator[Candidate]:
    """What this verb commits somebody to. `verb` is any word tagged as a verb."""
    lemma = verb.lemma_.lower()
    if lemma in lists("verbs", "refuse"):
        yield from _refusal(verb, lists)
    elif lemma in lists("verbs", "exclude"):
        yield from _exclusion(verb)
    elif lemma in lists("verbs", "gerund") and not unreal(verb, lists):
        yield from _gerund(verb)
    elif lemma in lists("verbs", "infinitive") | lists("verbs", "clause"):
        yield from _promise(verb, lemma, lists)


def _promise(verb: "Token", lemma: str, lists: Lists) -> Iterator[Candidate]:
    if impersonal(verb, lists) or _purpose(verb, lemma, lists):
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
    if deed is not None and lemma in lists("verbs", "infinitive"):
        if lemma not in lists("verbs", "planning") or deed.lemma_ not in lists("not_committed", "private"):
            yield _made(verb, deed, "infinitive", score, polarity)
    elif lemma in lists("verbs", "clause") and (told := clause(verb)) is not None:
        yield _made(verb, told, "clause", score, polarity, whole=not same_subject(told, lists))
    elif lemma in lists("verbs", "to") and (deed := committed_to(verb)) is not None:
        yield _made(verb, deed, "infinitive", score, polarity)
    else:
        yield from _thing(verb, lemma, polarity, lists)


def _purpose(verb: "Token", lemma: str, lists: Lists) -> bool:
    """Is it "a meeting intended to": what a thing is for?"""
    participle = verb.tag_ in {"VBN", "VBD"} and verb.dep_ in {"acl", "advcl"}
    return participle and lemma in lists("verbs", "planning")


def _made(verb: "Token", content: "Token", rule: str, score: float, polarity: str, *, whole: bool = False) -> Candidate:
    who = pledgers(verb)
    if rule == "clause" and not whole and (own := own_subject(content)) is not None:
        who = (own,)  # "she promised that she would": the nearest mention is the second
    return Candidate(content, group(verb), who, RULES[rule], score, polarity, whole)


def _thing(verb: "Token", lemma: str, polarity: str, lists: Lists) -> Iterator[Candidate]:
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    money = thing is not None and thing.ent_type_ == "MONEY"
    if thing is None or not (money or thing.pos_ == "NOUN"):
        return
    promised = lemma in lists("verbs", "thing") and thing.lemma_ not in lists("not_committed", "things")
    if promised or (money and lemma in lists("verbs", "sum")):
        found = _made(verb, thing, "thing", _LIKELY, polarity)
        yield replace(found, reach=_sum(thing)) if money else found


def _sum(thing: "Token") -> tuple[int, int]:
    """A sum and what it is for, which hangs on the verb: "$5 million for ferries"."""
    last = thing.right_edge.i
    for other in thing.head.rights:
        if other.i == last + 1 and other.dep_ in {"prep", "dative"} and other.lower_ in {"for", "to", "towards", "in"}:
            last = other.right_edge.i
    return thing.left_edge.i, last


def _gerund(verb: "Token") -> Iterator[Candidate]:
    deed = next((child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"} and child.tag_ == "VBG"), None)
    if deed is not None and (who := pledgers(verb)):
        yield Candidate(deed, group(verb), who, RULES["gerund"], 0.5)


def _refusal(verb: "Token", lists: Lists) -> Iterator[Candidate]:
    deed = infinitive(verb)
    if deed is None or negated(verb) or deed.lemma_ in lists("not_committed", "talk"):
        return
    if deed.lemma_ not in lists("verbs", "infinitive"):  # else that verb finds it itself
        yield _made(verb, deed, "refusal", 0.6, "refused")


def _exclusion(verb: "Token") -> Iterator[Candidate]:
    if negated(verb) or not any(child.dep_ == "prt" and child.lower_ == "out" for child in verb.rights):
        return
    deed = next((child for child in verb.rights if child.dep_ in {"xcomp", "dobj", "ccomp", "pcomp"}), None)
    if deed is not None and deed.pos_ in {"VERB", "NOUN", "PROPN"}:
        yield _made(verb, deed, "exclusion", _LIKELY, "refused")
