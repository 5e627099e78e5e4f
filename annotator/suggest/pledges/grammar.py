"""Questions to the parse that several rules ask: what a verb takes, what belongs to it, whether it is denied."""

from typing import TYPE_CHECKING

from annotator.suggest.actors import SUBJECTS
from annotator.suggest.pledges.lists import Lists
from annotator.suggest.verb_group import group_start

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = frozenset({"VERB", "AUX"})
_NEAR = 4  # words between the verb and its "to", where the parse does not link them
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp"})
_FUTURE = frozenset({"will", "would", "wo", "shall", "'ll", "’ll", "'d", "’d"})


def infinitive(word: "Token") -> "Token | None":
    """The verb after "to" that hangs on a word, or that follows it closely where the parse has lost it."""
    for child in word.rights:
        if child.dep_ in _COMPLEMENTS and child.tag_ in {"VB", "VBP"} and has_to(child):
            far = child.dep_ in {"advcl", "relcl"} and child.i > word.i + _NEAR + 2
            return None if far or _is_name(child) else child
    following = word.doc[word.i + 1 : word.i + 1 + _NEAR]
    for place, token in enumerate(following):
        if token.lower_ == "to" and token.tag_ == "TO":
            return next((each for each in following[place + 1 :] if each.tag_ == "VB"), None)
        if token.pos_ not in {"ADV", "PART"}:
            return None
    return None


def _is_name(word: "Token") -> bool:
    """Is it a name that the tagger took for a verb: "the promise to Kell"?"""
    return word.text.istitle() and word.nbor(-1).text.islower()


def has_to(verb: "Token") -> bool:
    """Does a "to" stand before the verb?"""
    return any(below.lower_ == "to" and below.dep_ == "aux" for below in verb.lefts)


def direct_object(verb: "Token") -> "Token | None":
    """The object of a verb."""
    return next((child for child in verb.rights if child.dep_ == "dobj"), None)


def committed_to(word: "Token") -> "Token | None":
    """The "-ing" after "to": "committed to building"."""
    for child in word.rights:
        if child.dep_ == "prep" and child.lower_ == "to":
            return next((below for below in child.rights if below.dep_ == "pcomp"), None)
    return None


def one_thing(word: "Token") -> "Token | None":
    """The thing after "to", where it is one or some of a number: "committed to a second ferry"."""
    for child in word.rights:
        if child.dep_ == "prep" and child.lower_ == "to":
            thing = next((below for below in child.rights if below.dep_ == "pobj"), None)
            return thing if thing is not None and thing.pos_ == "NOUN" and counted(thing) else None
    return None


def counted(thing: "Token") -> bool:
    """Is it "a ferry" or "two ferries", rather than "ferries" or "the ferry"?"""
    return any(child.lower_ in {"a", "an"} or child.tag_ == "CD" for child in thing.lefts)


def clause(verb: "Token") -> "Token | None":
    """The clause with will or would that a verb takes."""
    if verb.dep_ == "parataxis" and verb.head.i > verb.i and future(verb.head):
        return verb.head  # "a bridge, she promised, would be built"
    for child in verb.children:
        if child.dep_ == "ccomp" and child.pos_ in VERBS and future(child):
            return child
    return None


def future(verb: "Token") -> "Token | None":
    """The will, would or shall of a verb."""
    return next((child for child in verb.lefts if child.dep_ == "aux" and child.lower_ in _FUTURE), None)


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
    """The verb with its auxiliaries and the adverbs before it: "have also pledged", and its particle: "ruled out"."""
    after = [child for child in verb.rights if child.dep_ == "prt" and child.i == verb.i + 1]
    return (*verb.doc[group_start(verb) : verb.i + 1], *after)


def negated(word: "Token") -> bool:
    """Is there a "not", "never" or "at no time" with it?"""
    if any(child.dep_ == "neg" or child.lower_ in {"never", "neither"} or _at_no(child) for child in word.lefts):
        return True
    return word.lemma_ == "be" and any(child.dep_ == "neg" for child in word.rights)


def _at_no(child: "Token") -> bool:
    return child.dep_ == "prep" and child.right_edge.i > child.i and child.nbor(1).lower_ == "no"


def asked(word: "Token") -> bool:
    """Does its sentence end with a question mark?"""
    return any(token.text == "?" for token in word.sent[-2:])
