"""What hangs on a reporting verb: its cue, whom it is said to, and whether it is written."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments
from annotator.suggest.actors import actor
from annotator.suggest.quotes.verbs import Verbs
from annotator.suggest.said import End

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADDRESSED = frozenset({"tell", "ask", "remind", "inform", "assure", "warn", "urge", "advise"})
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_WRITTEN_IN = frozenset({"in", "on", "via", "dans", "sur", "einem", "einer"})
_NEAR = 12  # tokens between a verb and the letter it is said in
_QUESTION = "WRB"  # “when”, “how”: such an adverb begins a clause, and is no part of its verb
_AUXILIARIES = 5  # tokens before a verb that may be part of its group


def cue(verb: "Token", verbs: Verbs) -> Fragments:
    """The verb group: auxiliaries, negation and adverbs before it, and its particle."""
    doc, has_parse = verb.doc, verb.doc.has_annotation("DEP")
    first = last = verb
    for at in range(verb.i - 1, max(-1, verb.i - _AUXILIARIES), -1):
        token = doc[at]
        if token.lower_ in verbs.auxiliaries and (not has_parse or token.head.i == verb.i):
            first = token
        elif token.pos_ != "ADV" or token.tag_ == _QUESTION:
            break
        elif token.head.i == verb.i:
            first = token
    if verb.i + 1 < len(doc) and doc[verb.i + 1].dep_ == "prt":
        last = doc[verb.i + 1]
    end = last.idx + len(last)
    pronoun = verb.text.partition("-")[2]  # French: dit-elle
    if last is verb and pronoun in verbs.pronouns:
        end -= len(pronoun) + 1
    return ((first.idx, end),)


def addressees(verb: "Token") -> tuple[End, ...]:
    """Whom it is said to: the object of “told”, or who follows “to”."""
    found = (actor(each) for each in _addressed(verb))
    return tuple(each for each in found if each is not None)[:1]


def _addressed(verb: "Token") -> Iterator["Token"]:
    for child in verb.rights:
        if child.lower_ == "to" and child.dep_ in {"prep", "dative"}:
            yield from (each for each in child.children if each.dep_ == "pobj")
        elif child.dep_ in _OBJECTS and verb.lemma_ in _ADDRESSED:
            yield child


def is_written(words: Sequence["Token"], verb: "Token", verbs: Verbs) -> bool:
    """Whether it is said in a letter, a statement or another writing."""
    for before, token in pairwise(words):
        if token.lower_ in verbs.writings and abs(token.i - verb.i) < _NEAR:
            near = {before.lower_, verb.doc[max(0, before.i - 1)].lower_}
            if near & _WRITTEN_IN:
                return True
    return False
