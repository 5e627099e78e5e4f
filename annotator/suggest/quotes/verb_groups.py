"""What hangs on a verb beside quotation marks: its cue, whom it is said to, and whether it is written."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments
from annotator.suggest.quotes.cues import cue_of, cues_of
from annotator.suggest.quotes.speakers import addressee, ends
from annotator.suggest.quotes.verbs import Verbs
from annotator.suggest.said import End

if TYPE_CHECKING:
    from spacy.tokens import Token

_WRITTEN_IN = frozenset({"in", "on", "via", "dans", "sur", "einem", "einer"})
_NEAR = 12  # tokens between a verb and the letter it is said in
_AUXILIARIES = 5  # tokens before a verb that may be part of its group


def cue(verb: "Token", verbs: Verbs) -> Fragments:
    """The verb group, by the parse or else by the words, less a pronoun written with the verb (French: dit-elle)."""
    if verb.dep_:
        group = cue_of(verb, cues_of(verb.doc.lang_).catenative)
    else:
        group = ((_first(verb, verbs).idx, verb.idx + len(verb)),)
    pronoun = verb.text.partition("-")[2]
    if pronoun not in verbs.pronouns:
        return group
    start, end = group[-1]
    return (*group[:-1], (start, end - len(pronoun) - 1))


def _first(verb: "Token", verbs: Verbs) -> "Token":
    """The first of the auxiliaries that stand before a verb."""
    first = verb
    while first.i and verb.i - first.i < _AUXILIARIES and first.nbor(-1).lower_ in verbs.auxiliaries:
        first = first.nbor(-1)
    return first


def addressees(verb: "Token", verbs: Verbs) -> tuple[End, ...]:
    """Whom it is said to: the object of “told”, or who follows “to”."""
    return ends(addressee(verb, has_object=verb.lemma_ in verbs.telling))


def is_written(words: Sequence["Token"], verb: "Token", verbs: Verbs) -> bool:
    """Whether it is said in a letter, a statement or another writing."""
    for before, token in pairwise(words):
        if token.lower_ in verbs.writings and abs(token.i - verb.i) < _NEAR:
            near = {before.lower_, verb.doc[max(0, before.i - 1)].lower_}
            if near & _WRITTEN_IN:
                return True
    return False
