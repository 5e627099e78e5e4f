"""Verbs that commit: "has vowed to build", "promised that she would", "vowed consequences", "ruled out sending"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.suggest.actors import joined
from annotator.suggest.pledges.bound import grammatical_subject, organised, pledgers
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.grammar import (
    clause,
    committed_to,
    group,
    infinitive,
    one_thing,
    own_subject,
    same_subject,
)
from annotator.suggest.pledges.lists import Lists
from annotator.suggest.pledges.reality import impersonal, polled, refused, unreal

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
_CURRENCIES = frozenset("$£€")
_USES = frozenset({"for", "to", "towards", "in", "over"})
_PARTIES = frozenset({"ORG", "GPE", "NORP", "PERSON"})


def find(verb: "Token", lists: Lists) -> Iterator[Candidate]:
    """What this verb commits somebody to. `verb` is any word tagged as a verb."""
    lemma = verb.lemma_.lower()
    if lemma in lists("verbs", "refuse"):
        yield from _refusal(verb, lists)
    elif lemma in lists("verbs", "exclude"):
        yield from _exclusion(verb, lists)
    elif lemma in lists("verbs", "gerund") and not unreal(verb, lists):
        yield from _gerund(verb)
    elif lemma in lists("verbs", "infinitive") | lists("verbs", "clause"):
        yield from _promise(verb, lemma, lists)


def _promise(verb: "Token", lemma: str, lists: Lists) -> Iterator[Candidate]:
    if impersonal(verb, lists) or _purpose(verb, lemma, lists):
        return
    if lemma in lists("verbs", "planning") and polled(verb, lists):
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
    elif lemma in lists("verbs", "binding") and (thing := one_thing(verb)) is not None:
        yield _made(verb, thing, "thing", _LIKELY, polarity)
    else:
        yield from _thing(verb, lemma, polarity, lists)


def _of_its_object(verb: "Token", deed: "Token", lists: Lists) -> bool:
    """Is it "offered him a stage to speak from": a thing between that the deed belongs to?"""
    between = (thing := _tied(verb)) is not None and thing.i < deed.i
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
    tied = _tied(verb)
    if deed is not None and tied is not None and (tied.ent_type_ in _PARTIES or organised(tied, lists)):
        yield replace(_made(verb, deed, "infinitive", _SURE, polarity), pledgers=tuple(joined(tied)))


def _ties_others(verb: "Token") -> bool:
    """Has it an object that is no sum, and not "itself"?"""
    tied = _tied(verb)
    return tied is not None and not _is_money(tied) and not tied.lower_.endswith(("self", "selves"))


def _tied(verb: "Token") -> "Token | None":
    return next((child for child in verb.rights if child.dep_ == "dobj"), None)


def _thing(verb: "Token", lemma: str, polarity: str, lists: Lists) -> Iterator[Candidate]:
    thing = _tied(verb)
    if thing is None or _begins_clause(thing):
        return
    money = _is_money(thing)
    if not (money or thing.pos_ == "NOUN"):
        return
    promised = lemma in lists("verbs", "thing") and thing.lemma_ not in lists("not_committed", "things")
    if lemma in lists("verbs", "planning"):
        promised = promised and _planned(verb, thing, lists)
    if promised or (money and lemma in lists("verbs", "sum")):
        found = _made(verb, thing, "thing", _LIKELY, polarity)
        yield replace(found, reach=_sum(thing)) if money else found


def _planned(verb: "Token", thing: "Token", lists: Lists) -> bool:
    """Is it "plans a second yard", of a body, and still to come?"""
    if thing.lemma_ in lists("not_committed", "events") or any(child.dep_ == "poss" for child in thing.lefts):
        return False
    who = grammatical_subject(verb)
    ahead = verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBG" and any(child.lemma_ == "be" for child in verb.lefts))
    some = not any(child.lower_ in {"the", "this", "that"} for child in thing.lefts)
    return ahead and some and who is not None and organised(who, lists)


def _begins_clause(thing: "Token") -> bool:
    """Does a verb follow that says something of it: "promised a plan is coming"?"""
    after = thing.doc[thing.right_edge.i + 1 : thing.right_edge.i + 2]
    return any(word.tag_ in {"VBZ", "VBP", "MD"} for word in after)


def _is_money(thing: "Token") -> bool:
    return thing.ent_type_ == "MONEY" or any(child.text in _CURRENCIES for child in thing.lefts)


def _sum(thing: "Token") -> tuple[int, int]:
    """A sum and what it is for, which hangs on the verb: "$5 million for ferries"."""
    last = thing.right_edge.i
    for other in thing.head.rights:
        if other.i == last + 1 and other.dep_ in {"prep", "dative"} and other.lower_ in _USES:
            last = other.right_edge.i
    return thing.left_edge.i, last


def _gerund(verb: "Token") -> Iterator[Candidate]:
    deed = next((child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"} and child.tag_ == "VBG"), None)
    if deed is not None and (who := pledgers(verb)):
        yield Candidate(deed, group(verb), who, RULES["gerund"], 0.5)


def _refusal(verb: "Token", lists: Lists) -> Iterator[Candidate]:
    deed = infinitive(verb)
    if deed is None or unreal(verb, lists) or deed.lemma_ in lists("not_committed", "talk"):
        return
    if deed.lemma_ not in lists("verbs", "infinitive"):  # else that verb finds it itself
        yield _made(verb, deed, "refusal", 0.6, "refused")


def _exclusion(verb: "Token", lists: Lists) -> Iterator[Candidate]:
    if unreal(verb, lists) or not any(child.dep_ == "prt" and child.lower_ == "out" for child in verb.rights):
        return
    deed = next((child for child in verb.rights if child.dep_ in {"xcomp", "dobj", "ccomp", "pcomp"}), None)
    if deed is None or deed.lemma_.lower() in lists("not_committed", "causes"):
        return
    if deed.pos_ in {"VERB", "NOUN", "PROPN"}:
        yield _made(verb, deed, "exclusion", _LIKELY, "refused")
