"""Who is behind a cue, by the parse: the subject of a verb, the owner of a noun, the agent of a passive."""

from typing import TYPE_CHECKING

from annotator.suggest.actors import ACTORS, SUBJECTS, actor, joined, subject
from annotator.suggest.quotes.cues import WordSet, cues_of
from annotator.suggest.said import End

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
_LOOSE = frozenset(
    {"acl", "acomp", "advcl", "advmod", "attr", "ccomp", "conj", "dep", "pcomp", "prep", "relcl", "xcomp"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
PEOPLE = frozenset({"PERSON", "PER"})
_NOBODY = frozenset({"there", "this", "what", "whatever"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_OBJECTS = frozenset({"dobj", "pobj", "attr"})
_ADDRESSED = frozenset({"dobj", "dative", "iobj"})
_TIMES = frozenset({"DATE", "TIME"})


def speaker(verb: "Token") -> "Token | None":
    """The head of who says it: the subject, shared or own; of “saying” that of its clause; of “who” its noun.

    None in a passive: there the subject is spoken of.
    """
    if is_passive(verb):
        return agent(verb)
    found = _shared(verb) or _made(verb) or subject(verb) or _borrowed(verb) or _beside(verb)
    if found is not None and found.lower_ in RELATIVE:
        return _antecedent(found)
    return None if found is None or found.lower_ in _NOBODY or found.dep_ == "expl" else found


def is_passive(verb: "Token") -> bool:
    """Whether the verb stands in the passive, or is a participle on its noun: “a plan criticised by many”."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not any(c.dep_ == "aux" for c in verb.lefts)


def agent(verb: "Token") -> "Token | None":
    """Who does it in a passive: after “by”."""
    by = next((child for child in verb.rights if child.dep_ == "agent"), None)
    return None if by is None else next((child for child in by.rights if child.dep_ == "pobj"), None)


def _shared(verb: "Token") -> "Token | None":
    """The subject of the cue above, for “said that it was safe and warned ...”, “said it was safe, arguing ...”.

    The parse joins such a verb to what was said.
    """
    clause = verb.head
    joined_on = verb.dep_ == "conj" and verb.tag_ in _FINITE
    added = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","
    if not (joined_on or added) or any(child.dep_ in SUBJECTS or child.dep_ == "aux" for child in verb.lefts):
        return None
    if clause.dep_ != "ccomp" or clause.head.i >= clause.i:
        return None
    return subject(clause.head)


def _made(verb: "Token") -> "Token | None":
    """Who is brought to say it: the object of “forced the ministry to admit”, “left many feeling”."""
    above = verb.head
    if verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).ent_type_ in PEOPLE:
        return verb.nbor(-1)  # “footage of Brill asking”
    if verb.dep_ != "xcomp" or above.lemma_ not in cues_of(verb.doc.lang_).making:
        return None
    return next((child for child in above.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def _beside(verb: "Token") -> "Token | None":
    """The noun just before a finite verb, where the parse gives it no subject."""
    at = verb.i - 1
    while at >= 0 and verb.doc[at].pos_ in {"ADV", "AUX"}:
        at -= 1
    before = verb.doc[at] if at >= verb.sent.start else None
    return before if before is not None and verb.tag_ in _FINITE and before.pos_ in _NOUNS else None


def _borrowed(verb: "Token") -> "Token | None":
    """The subject of the clause that a verb without one hangs on, or the noun that it describes."""
    seen = verb
    for _ in range(6):
        if seen.head.i == seen.i or seen.dep_ not in _LOOSE | _OBJECTS:
            return None
        described, seen = seen, seen.head
        if seen.pos_ in _NOUNS and described.dep_ in {"acl", "relcl"}:
            if described.tag_ != "VBN" and seen.dep_ in _OBJECTS and seen.ent_type_ not in ACTORS:
                continue  # “in a statement saying”, “filed papers opposing”: who made the statement
            return seen
        found = next((child for child in seen.lefts if child.dep_ in SUBJECTS), None)
        if found is not None:
            return found
    return None


def _antecedent(pronoun: "Token") -> "Token | None":
    """The noun that “who” stands for."""
    clause = pronoun.head
    for _ in range(3):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.head.i == clause.i:
            return None
        clause = clause.head
    return None


def owner(noun: "Token", light: WordSet) -> "Token | None":
    """Whose claim it is: the possessor, who is named after “by” or “from”, or the subject of “made the claim”.

    `light` are the verbs that do no more than carry a noun: who denies a claim has not made it.
    """
    for child in noun.lefts:
        if child.dep_ == "poss" or (child.dep_ in {"compound", "nmod", "amod"} and child.ent_type_ in ACTORS):
            return child
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            return next((each for each in child.rights if each.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.lemma_ in light:
        return speaker(noun.head)
    return None


def ends(head: "Token | None") -> tuple[End, ...]:
    """The actors of a noun phrase, those joined to it included."""
    if head is None:
        return ()
    found = (actor(each) for each in joined(head))
    return tuple(dict.fromkeys(each for each in found if each is not None))


def addressee(verb: "Token", *, has_object: bool = True) -> "Token | None":
    """Who is told: the object of a verb, where it is who is told (`has_object`), or who stands after “to”.

    Not after “referred to”, “compared to”: there stands what is spoken of.
    """
    frame = cues_of(verb.doc.lang_).verbs.get(verb.lemma_)
    is_about = frame is not None and "to" in frame.object_prepositions
    for child in verb.rights:
        if child.dep_ in _ADDRESSED and has_object and child.pos_ in _NOUNS and child.ent_type_ not in _TIMES:
            return child
        if child.dep_ in {"prep", "dative"} and child.lower_ == "to" and not is_about:
            return next((each for each in child.rights if each.dep_ == "pobj"), None)
    return None
