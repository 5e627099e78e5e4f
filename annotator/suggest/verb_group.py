"""Which words a verb begins with: its auxiliaries, its negation, and the adverbs among them.

One rule for the cues of quotes and of pledges, so that both say the same words of "has repeatedly pledged". Never
imports spaCy.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUP = frozenset({"aux", "auxpass", "neg", "aux:tense", "aux:pass", "aux:caus"})  # English, and UD of others
_BETWEEN = _GROUP | {"advmod"}
_QUESTION = "WRB"  # “when”, “how”: such an adverb begins a clause, and is no part of its verb


def group_start(verb: "Token") -> int:
    """The place of the first token of a verb's group; an infinitive's “to” does not belong to it."""
    first = at = verb.i
    children = {child.i: child for child in verb.lefts}
    while at > 0:
        at -= 1
        child = children.get(at)
        if child is None and verb.doc[at].is_space:
            continue
        if child is None or child.dep_ not in _BETWEEN or child.lower_ == "to":
            break
        if child.dep_ in _GROUP or child.tag_ != _QUESTION:
            first = at
    return first
