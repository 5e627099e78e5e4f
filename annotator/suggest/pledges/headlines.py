"""Headlines, which leave out "is" and "will": "Norland to reopen lock", "Ferry to be replaced".

Only the first line of a text that has others is a headline. In a sentence "is to reopen" is as often a schedule.
"""

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from annotator.suggest.actors import SUBJECTS, joined
from annotator.suggest.pledges.bound import organised
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.lists import Lists

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RULE = "what a headline says somebody is to do"
_LONGEST = 40  # tokens
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def find(doc: "Doc", lists: Lists) -> Iterator[Candidate]:
    """What somebody is to do by the headline."""
    line = list(takewhile(lambda word: "\n" not in word.text, doc[:_LONGEST]))
    if len(line) == len(doc) or len(line) == _LONGEST:
        return
    for word in line:
        if word.lower_ == "to" and word.dep_ == "aux" and word.i and (found := _to_do(word, lists)) is not None:
            yield found


def _to_do(to: "Token", lists: Lists) -> Candidate | None:
    verb, before = to.head, to.nbor(-1)
    who = next((child for child in verb.lefts if child.dep_ in SUBJECTS and child.right_edge.i == before.i), None)
    if who is None and verb.dep_ in {"acl", "relcl"} and verb.head.dep_ == "ROOT":
        who = verb.head  # "the old ferry, to be replaced", as the parse has it
    if who is None and _named_below(before):
        who = before
    if who is None:
        return None
    if any(child.dep_ == "auxpass" for child in verb.lefts):
        built = verb.lemma_ in lists("made", "passive") and who.pos_ == "NOUN"
        reach = who.left_edge.i, verb.right_edge.i
        return Candidate(verb, (), (), RULE, 0.35, whole=True, reach=reach) if built else None
    foreseen = lists("not_committed", "foreseen") | lists("not_committed", "scheduled")
    if verb.lemma_ in foreseen or not (_is_name(who) or organised(who, lists)):
        return None
    return Candidate(verb, (), tuple(joined(who)), RULE, 0.6)


def _is_name(who: "Token") -> bool:
    return who.ent_type_ in _NAMES or who.pos_ == "PROPN" or _named_below(who)


def _named_below(first: "Token") -> bool:
    """Is the first word of the headline a name in the body? Alone there, taggers take it for anything."""
    if first.i or not first.text.istitle():
        return False
    below = (word for word in first.doc[1:] if word.text == first.text)
    return any(word.pos_ == "PROPN" or word.ent_type_ in _NAMES for word in below)
