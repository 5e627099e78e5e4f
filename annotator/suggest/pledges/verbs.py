"""Verbs that commit: "has vowed to build", "promised that she would", "vowed consequences", "ruled out sending"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.suggest.actors import SUBJECTS
from annotator.suggest.pledges.bound import grammatical_subject, pledgers
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.lists import Lists

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
_SOFT = frozenset({"plan", "intend", "offer", "agree", "threaten"})
_NEAR = 4  # words between the verb and its "to", where the parse does not link them
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp"})


def find(verb: "Token", lists: Lists) -> Iterator[Candidate]:
    """What this verb commits somebody to. `verb` is any word tagged as a verb."""
    lemma = verb.lemma_.lower()
    if lemma in lists("verbs", "refuse"):
        yield from _refusal(verb, lists)
    elif lemma in lists("verbs", "exclude"):
        yield from _exclusion(verb)
    elif lemma in lists("verbs", "gerund") and not _unreal(verb, lists):
        yield from _gerund(verb)
    elif lemma in lists("verbs", "infinitive") | lists("verbs", "clause"):
        yield from _promise(verb, lemma, lists)


def _promise(verb: "Token", lemma: str, lists: Lists) -> Iterator[Candidate]:
    polarity = "made"
    if lemma in {"plan", "intend"} and verb.tag_ in {"VBN", "VBD"} and verb.dep_ in {"acl", "advcl"}:
        return  # "a meeting intended to": a purpose
    if _unreal(verb, lists):
        if not _refused(verb, lists):
            return
        polarity = "refused"
    if _impersonal(verb, lists):
        return
    soft = _LIKELY if lemma in _SOFT else _SURE
    deed = infinitive(verb)
    if deed is not None and lemma in lists("verbs", "infinitive"):
        if not (lemma in {"plan", "intend", "offer"} and deed.lemma_ in lists("not_committed", "private")):
            yield _made(verb, deed, "infinitive", soft, polarity)
    elif lemma in lists("verbs", "clause") and (told := clause(verb)) is not None:
        yield _made(verb, told, "clause", soft, polarity, whole=not same_subject(told, lists))
    elif lemma == "commit" and (deed := committed_to(verb)) is not None:
        yield _made(verb, deed, "infinitive", soft, polarity)
    elif lemma in lists("verbs", "thing") | {"commit"}:
        yield from _thing(verb, lemma, polarity, lists)


def _impersonal(verb: "Token", lists: Lists) -> bool:
    """Is it such as "rules that promise to change the country", which bind nobody?"""
    who = grammatical_subject(verb)
    return who is not None and who.lemma_.lower() in lists("not_committed", "impersonal")


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
    if money or (lemma != "commit" and lemma != "threaten" and thing.lemma_ not in lists("not_committed", "things")):
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


def infinitive(word: "Token") -> "Token | None":
    """The verb after "to" that hangs on a word, or that follows it closely where the parse has lost it."""
    for child in word.rights:
        if child.dep_ in _COMPLEMENTS and child.tag_ in {"VB", "VBP"} and _has_to(child):
            return None if child.dep_ in {"advcl", "relcl"} and child.i > word.i + _NEAR + 2 else child
    following = word.doc[word.i + 1 : word.i + 1 + _NEAR]
    for place, token in enumerate(following):
        if token.lower_ == "to" and token.tag_ == "TO":
            return next((each for each in following[place + 1 :] if each.tag_ == "VB"), None)
        if token.pos_ not in {"ADV", "PART"}:
            return None
    return None


def _has_to(verb: "Token") -> bool:
    return any(below.lower_ == "to" and below.dep_ == "aux" for below in verb.lefts)


def committed_to(word: "Token") -> "Token | None":
    """The "-ing" after "to": "committed to building"."""
    for child in word.rights:
        if child.dep_ == "prep" and child.lower_ == "to":
            return next((below for below in child.rights if below.dep_ == "pcomp"), None)
    return None


def clause(verb: "Token") -> "Token | None":
    """The clause with will or would that a verb takes."""
    if verb.dep_ == "parataxis" and verb.head.i > verb.i and future(verb.head):
        return verb.head  # "a bridge, she promised, would be built"
    for child in verb.children:
        if child.dep_ == "ccomp" and child.pos_ in {"VERB", "AUX"} and future(child):
            return child
    return None


def future(verb: "Token") -> "Token | None":
    """The will, would or shall of a verb."""
    wanted = {"will", "would", "wo", "shall", "'ll", "’ll", "'d", "’d"}
    return next((child for child in verb.lefts if child.dep_ == "aux" and child.lower_ in wanted), None)


def own_subject(verb: "Token") -> "Token | None":
    """The subject that hangs on the verb itself."""
    return next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)


def same_subject(verb: "Token", lists: Lists) -> bool:
    """Is the subject of a reported promise the one who promises: "he said it would"?"""
    who = own_subject(verb)
    if who is None:
        return True
    own = lists("subjects", "first") | lists("subjects", "pronoun")
    return who.lower_ in own and who.dep_ != "nsubjpass"


def group(verb: "Token") -> "tuple[Token, ...]":
    """The verb with its auxiliaries: "have pledged", and its particle: "ruled out"."""
    own = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass", "neg"} and child.i >= verb.i - 4]
    own = [child for child in own if child.tag_ != "TO"]
    after = [child for child in verb.rights if child.dep_ == "prt" and child.i == verb.i + 1]
    return (*own, verb, *after)


def negated(word: "Token") -> bool:
    """Is there a "not" or "never" with it?"""
    return any(child.dep_ == "neg" or child.lower_ in {"never", "neither"} for child in word.lefts) or (
        word.lemma_ == "be" and any(child.dep_ == "neg" for child in word.rights)
    )


def _unreal(verb: "Token", lists: Lists) -> bool:
    """Denied, demanded, asked or only possible: nobody is bound."""
    if negated(verb) or asked(verb) or _supposed(verb):
        return True
    if any(child.dep_ == "aux" and child.lower_ in lists("not_committed", "auxiliaries") for child in verb.lefts):
        return True
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)
    return to and verb.head.lemma_.lower() in lists("not_committed", "demand") | lists("verbs", "refuse")


def asked(word: "Token") -> bool:
    """Does its sentence end with a question mark?"""
    return any(token.text == "?" for token in word.sent[-2:])


def _supposed(verb: "Token") -> bool:
    """Does it stand after "if" or "unless"?"""
    return any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in verb.lefts)


def _refused(verb: "Token", lists: Lists) -> bool:
    """Is it "refused to promise", or "would not commit"?"""
    if verb.head.lemma_.lower() in lists("verbs", "refuse") and verb.dep_ == "xcomp" and not negated(verb.head):
        return True
    modal = any(child.dep_ == "aux" and child.lower_ in {"would", "will", "wo"} for child in verb.lefts)
    return modal and negated(verb) and verb.lemma_ in {"commit", "promise", "pledge", "guarantee", "agree"}
