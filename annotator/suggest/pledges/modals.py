"""Will, shall, going to, and would in reported speech: with I or we, with a party or government as subject."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.suggest.actors import joined, subject
from annotator.suggest.pledges.bound import first_person, organised
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.grammar import asked, infinitive, negated
from annotator.suggest.pledges.lists import Lists

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = {
    "first": "“I will”, “we will”",
    "organised": "“will” of a party, government or other body",
    "reported": "said that they will or would",
    "policy": "“will” of a policy",
    "passive": "“will be” built, paid or cut",
    "would": "“would” of a plan that somebody has",
}
WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_WOULD = frozenset({"would", "'d", "’d"})
_PERSONS = frozenset({"i", "we", "he", "she"})
_BOUNDARY = frozenset({"if", "when", "what", "who", "how", "whether", "why", "which", "where", "until"})


def find(word: "Token", lists: Lists) -> Iterator[Candidate]:
    """What a modal commits its subject to. `word` is will, would, shall or the "going" of "going to"."""
    verb = infinitive(word) if word.lower_ in {"going", "gonna"} else _main_verb(word)
    if verb is None:
        return
    clause = word if word.lower_ == "going" else verb
    who = subject(clause)
    if who is None or who.lemma_.lower() in _BOUNDARY | {"that"} or _asked_or_supposed(clause, who, lists):
        return
    reporter = _reporting_verb(clause, lists)
    if (rule := _rule(word, verb, who, reporter, lists)) is not None:
        name, score = rule
        passive = name == "passive"
        bound = _speaker(reporter) if passive else tuple(joined(who))
        yield Candidate(verb, (word,), bound, RULES[name], score, whole=passive)


def _speaker(reporter: "Token | None") -> "tuple[Token, ...]":
    """Who says that it will be built."""
    speaker = subject(reporter) if reporter is not None else None
    return () if speaker is None else tuple(joined(speaker))


def _main_verb(modal: "Token") -> "Token | None":
    head = modal.head
    if modal.dep_ != "aux" or head.pos_ not in {"VERB", "AUX"}:
        return None
    passive = head.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in head.lefts)
    lasting = head.tag_ == "VBG" and any(child.lemma_ == "be" for child in head.lefts)
    return head if passive or lasting or head.tag_ in {"VB", "VBP"} else None


def _rule(
    word: "Token", verb: "Token", who: "Token", reporter: "Token | None", lists: Lists
) -> tuple[str, float] | None:
    would = word.lower_ in _WOULD
    if would and reporter is None:
        return ("would", 0.4) if _would_by_plan(verb, who, lists) else None
    if who.dep_ == "nsubjpass" and verb.lemma_ != "rid":  # "will get rid of"
        return ("passive", 0.35) if _built(verb, who, lists) else None
    if verb.lemma_ in lists("not_committed", "foreseen"):
        return None
    if first_person(who, lists):
        return None if would and not _same(who, reporter, lists) else ("first", 0.8)
    if reporter is not None and (_same(who, reporter, lists) or _principal(verb, who, reporter, lists)):
        return "reported", 0.8
    if organised(who, lists):
        return _organised(verb, who, reporter, lists)
    return ("policy", 0.4) if _policy(who, lists) and not would else None


def _would_by_plan(verb: "Token", who: "Token", lists: Lists) -> bool:
    """Is it a deed of office that a person has in mind: "she would impose a tax", not "she would build a tower"?"""
    person = who.ent_type_ == "PERSON" or who.lower_ in _PERSONS
    return person and verb.dep_ in {"ROOT", "conj"} and verb.tag_ == "VB" and verb.lemma_ in lists("made", "office")


def _policy(who: "Token", lists: Lists) -> bool:
    """Is it a policy that somebody has: "our plan", "this review", "Norland's investment"?"""
    if who.lemma_.lower() not in lists("subjects", "policies"):
        return False
    return any(child.dep_ == "poss" or child.lower_ in {"the", "this", "these", "our"} for child in who.lefts)


def _built(verb: "Token", who: "Token", lists: Lists) -> bool:
    """Is it something that somebody decides: "two ferries will be built"?"""
    return verb.lemma_ in lists("made", "passive") and who.pos_ == "NOUN"


def _organised(verb: "Token", who: "Token", reporter: "Token | None", lists: Lists) -> tuple[str, float] | None:
    scheduled = verb.lemma_ in lists("not_committed", "scheduled") and infinitive(verb) is None
    if scheduled and reporter is None:
        return None
    if _praise(verb, who):
        return None
    return "organised", 0.7


def _praise(verb: "Token", who: "Token") -> bool:
    """Is it "only they will" or "they will always": praise of oneself, not a promise?"""
    first = who.left_edge
    only = "only" in {first.lower_, first.nbor(-1).lower_ if first.i else ""}
    return only or any(child.lower_ == "always" for child in verb.lefts)


def _principal(verb: "Token", who: "Token", reporter: "Token", lists: Lists) -> bool:
    """Does a spokesman or campaign say what its own side will do: "her aides said she would"?"""
    speaker = subject(reporter)
    if speaker is None or verb.lemma_ in lists("not_committed", "scheduled"):
        return False
    words = {speaker.lemma_.lower(), *(child.lemma_.lower() for child in speaker.children)}
    known = who.ent_type_ == "PERSON" or who.pos_ == "PROPN" or who.lower_ in lists("subjects", "pronoun")
    return known and bool(words & lists("subjects", "speaking"))


def _same(who: "Token", reporter: "Token | None", lists: Lists) -> bool:
    """Does the speaker speak of the own side: "she said she would", "the council says it will"?"""
    if reporter is None or who.lower_ not in lists("subjects", "pronoun") | lists("subjects", "first"):
        return False
    speaker = subject(reporter)
    if speaker is None or (who.lower_ not in lists("subjects", "first") and _quoted_apart(reporter, who)):
        return False
    if who.lower_ == "they" and (speaker.ent_type_ == "PERSON" or _told_them(reporter)):
        return False
    many = speaker.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in speaker.rights)
    person = speaker.ent_type_ == "PERSON" or speaker.lower_ in {"he", "she", "i"}
    return not (many if who.lower_ in {"he", "she", "i", "it"} else False) and not (person and who.lower_ == "it")


def _hedged(verb: "Token", lists: Lists) -> bool:
    """Is it "will probably": foreseen?"""
    return any(child.dep_ == "advmod" and child.lower_ in lists("not_committed", "hedges") for child in verb.children)


def _told_them(reporter: "Token") -> bool:
    """Is it "told the guests that they would"?"""
    return reporter.lemma_ == "tell" and any(child.dep_ in {"dobj", "dative"} for child in reporter.rights)


def _foreseen_by_somebody(who: "Token", lists: Lists) -> bool:
    """Does "hopes that" or "is sure" stand before the subject, whatever the parse makes of it?"""
    place = who.left_edge.i - 1
    if place > 0 and who.doc[place].lower_ == "that":
        place -= 1
    return place >= 0 and who.doc[place].lemma_.lower() in lists("not_committed", "foresee")


def _quoted_apart(reporter: "Token", who: "Token") -> bool:
    """Does a quotation begin between the two? Then “she” in it is somebody else than the one who speaks."""
    start, end = sorted((reporter.i, who.i))
    return any(token.is_quote for token in reporter.doc[start:end])


def _reporting_verb(verb: "Token", lists: Lists) -> "Token | None":
    head = verb.head
    for _ in range(3):
        if verb.dep_ == "conj":
            verb, head = head, head.head
    if verb.dep_ == "ccomp" and head.i != verb.i and head.lemma_.lower() in lists("verbs", "report"):
        return head
    return None


def _asked_or_supposed(verb: "Token", who: "Token", lists: Lists) -> bool:
    """In a question, after if, when, what, who, or what somebody only hopes or foresees?"""
    if asked(verb) or _hedged(verb, lists) or (negated(verb) and verb.lemma_ in lists("not_committed", "talk")):
        return True
    if _foreseen_by_somebody(who, lists):
        return True
    if verb.dep_ in {"ccomp", "acl", "acomp"} and verb.head.lemma_.lower() in lists("not_committed", "foresee"):
        return True
    opening = [
        child.lower_ for child in verb.lefts if child.i < who.i and child.dep_ in {"mark", "advmod", "dobj", "pobj"}
    ]
    if opening == ["why"] and verb.head.lemma_ == "be":
        return False  # "that is why we will ..."
    return bool(_BOUNDARY.intersection(opening)) or (verb.dep_ in {"advcl", "relcl"} and bool(opening))
