"""Things that are promised by verbs: "vowed consequences", "pledged $5 million", "his plan calls for a ferry"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.suggest.actors import joined, subject
from annotator.suggest.pledges.bound import grammatical_subject, organised, pledgers, possessor
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.grammar import direct_object, group, one_thing
from annotator.suggest.pledges.lists import Lists

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = {
    "thing": "object of a verb of promising",
    "called": "what a plan calls for",
}
_CURRENCIES = frozenset("$£€")
_USES = frozenset({"for", "to", "towards", "in", "over"})


def find(verb: "Token", polarity: str, lists: Lists) -> Iterator[Candidate]:
    """What is promised, as a thing: "vowed consequences", "pledged $5 million for ferries"."""
    lemma, thing = verb.lemma_.lower(), direct_object(verb)
    if thing is None or _begins_clause(thing):
        return
    money = is_money(thing)
    if not (money or thing.pos_ == "NOUN"):
        return
    promised = lemma in lists("verbs", "thing") and thing.lemma_ not in lists("not_committed", "things")
    if lemma in lists("verbs", "planning"):
        promised = promised and _planned(verb, thing, lists)
    if promised or (money and lemma in lists("verbs", "sum")):
        reach = _sum(thing) if money else None
        yield Candidate(thing, group(verb), pledgers(verb), RULES["thing"], 0.7, polarity, reach=reach)


def one_of_some(verb: "Token", polarity: str) -> Iterator[Candidate]:
    """A thing after "to": "committed to a second ferry"."""
    if (thing := one_thing(verb)) is not None:
        yield Candidate(thing, group(verb), pledgers(verb), RULES["thing"], 0.7, polarity)


def called_for(verb: "Token", lists: Lists) -> Iterator[Candidate]:
    """What a plan that is somebody's calls for: "his plan calls for a second ferry"."""
    plan = subject(verb)
    owner = possessor(plan) if plan is not None and plan.lemma_.lower() in lists("subjects", "policies") else None
    for child in verb.rights if owner is not None else ():
        if child.dep_ == "prep" and child.lower_ == "for":
            thing = next((below for below in child.rights if below.dep_ in {"pobj", "pcomp"}), None)
            if owner is not None and thing is not None:
                yield Candidate(thing, (verb, child), tuple(joined(owner)), RULES["called"], 0.5)


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


def is_money(thing: "Token") -> bool:
    """Is it a sum, also where nobody found one?"""
    return thing.ent_type_ == "MONEY" or any(child.text in _CURRENCIES for child in thing.lefts)


def _sum(thing: "Token") -> tuple[int, int]:
    """A sum and what it is for, which hangs on the verb: "$5 million for ferries"."""
    last = thing.right_edge.i
    for other in thing.head.rights:
        if other.i == last + 1 and other.dep_ in {"prep", "dative"} and other.lower_ in _USES:
            last = other.right_edge.i
    return thing.left_edge.i, last
