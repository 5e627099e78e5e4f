"""From where to where a pledge goes: from its "to" or auxiliary to the end of what is committed to."""

from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments
from annotator.suggest.actors import SUBJECTS
from annotator.suggest.pledges import edges
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.grammar import VERBS
from annotator.suggest.pledges.parts import has_object

if TYPE_CHECKING:
    from spacy.tokens import Token

_Range = tuple[int, int]  # tokens, both included

_OPENING = frozenset({"aux", "auxpass", "neg", "advmod"})  # before a verb and of it
_ASIDES = frozenset({"which", "who", "while", "as", "but", "although", "though", "so", "because", "since", "after"})
_COMMENTS = frozenset({"effort", "bid", "attempt", "move", "sign", "step", "gesture"})
_OCCASIONS = frozenset(
    {"event", "rally", "speech", "interview", "conference", "debate", "briefing", "hearing", "summit"}
)
_LEADING = frozenset({"never", "not", "going"})
_LONGEST = 60  # tokens; a pledge beyond that is a parse gone wrong
_ASIDE = 20  # tokens, with its dashes
_DASHES = frozenset({"—", "–", "--"})
_MODAL_AT = 4  # tokens before the verb: "will, if elected, build"


def fragments(candidate: Candidate) -> Fragments:
    """The characters of the pledge; empty when nothing is left. Two pieces around a cue that interrupts it."""
    doc, content = candidate.content.doc, candidate.content
    first, last = candidate.reach or (_first(candidate), _last(content))
    last = edges.end(doc, first, min(last, first + _LONGEST))
    if last < content.i:
        return ()
    hole = _hole(candidate, first, last)
    pieces = [(first, last)] if hole is None else [(first, hole[0] - 1), (hole[1] + 1, last)]
    return tuple((doc[start].idx, doc[end].idx + len(doc[end])) for start, end in pieces)


def _first(candidate: Candidate) -> int:
    content = candidate.content
    if content.pos_ not in VERBS:
        return content.left_edge.i
    subjects = [child.left_edge.i for child in content.lefts if child.dep_ in SUBJECTS | {"expl"}]
    return min(subjects) if candidate.whole and subjects else _verb_start(content)


def _verb_start(verb: "Token") -> int:
    """The first of the auxiliaries, "to", "not" and adverbs that stand right before the verb."""
    own = {child.i for child in verb.lefts if child.dep_ in _OPENING}
    first = verb.i
    while first - 1 in own:
        first -= 1
    modal = next((child.i for child in verb.lefts if child.dep_ == "aux" and child.tag_ in {"MD", "TO"}), first)
    if modal >= first - _MODAL_AT:
        first = min(first, modal)
    return first - 1 if first and verb.doc[first - 1].lower_ in _LEADING else first


def _last(content: "Token") -> int:
    """The last word of what hangs on the head, before what is a thing of its own."""
    for child in content.rights:
        if _own_thing(child):
            return _before_occasion(content, min(content.right_edge.i, _before(child)))
    return _before_occasion(content, _past_aside(content.right_edge))


def _before_occasion(content: "Token", last: int) -> int:
    """The word before "at a rally in Kell", which is where the promise was given."""
    for word in content.doc[content.i + 2 : last + 1]:
        if word.lower_ in {"at", "during"} and any(
            below.dep_ == "pobj" and below.lemma_ in _OCCASIONS and any(each.dep_ == "det" for each in below.lefts)
            for below in word.rights
        ):
            return word.i - 1
    return last


def _past_aside(last: "Token") -> int:
    """Where what goes on after a pair of dashes ends: "to ban trams — all 16 of them — from the city"."""
    following = last.doc[last.i + 1 : last.sent.end]
    dashes = [word.i for word in following[:_ASIDE] if word.text in _DASHES]
    if len(dashes) < 2 or dashes[0] != last.i + 1 or dashes[1] + 1 >= last.sent.end:
        return last.i
    onward = last.doc[dashes[1] + 1]
    return onward.right_edge.i if onward.pos_ == "ADP" else last.i


def _before(child: "Token") -> int:
    """The word before what is left out, and before the "and" that leads to it."""
    left = child.left_edge.i
    while left > 0 and child.doc[left - 1].dep_ in {"cc", "punct", "preconj"}:
        left -= 1
    return left - 1


def _own_thing(child: "Token") -> bool:
    """Is it a pledge of its own, or an aside?"""
    if child.dep_ == "conj":
        return child.pos_ in VERBS and has_object(child.head)
    if child.dep_ in {"advcl", "relcl", "acl"}:
        left = child.left_edge
        comma = left.i > 0 and left.nbor(-1).text == ","
        return left.lower_ in _ASIDES or (comma and child.tag_ == "VBG")
    return child.dep_ == "parataxis" or _is_comment(child) or _goes_on(child)


def _is_comment(child: "Token") -> bool:
    """Is it "in a bid to ...": what the reporter makes of it?"""
    return child.lower_ == "in" and any(
        below.dep_ == "pobj" and below.lemma_ in _COMMENTS and any(each.dep_ == "det" for each in below.lefts)
        for below in child.rights
    )


def _goes_on(child: "Token") -> bool:
    """Is it the verb of the sentence around: "what she refused to sell may be lost"?"""
    return child.dep_ == "ccomp" and child.left_edge.tag_ == "MD"


def _hole(candidate: Candidate, first: int, last: int) -> _Range | None:
    """The words of a cue, with its subject and commas, that stand in the middle: "A bridge, Brill promised, would"."""
    verb = next((word for word in candidate.cue if word.pos_ == "VERB" and first < word.i < last), None)
    if verb is None or (verb.dep_ != "parataxis" and any(verb.i == each.i for each in candidate.content.subtree)):
        return None
    own = [verb.i, *(word.i for child in verb.children if child.dep_ in SUBJECTS for word in child.subtree)]
    own += [child.i for child in verb.children if child.dep_ in _OPENING]
    start, end = min(own), max(own)
    while start - 1 > first and verb.doc[start - 1].text in edges.CLOSING:
        start -= 1
    while end + 1 < last and verb.doc[end + 1].text in edges.CLOSING:
        end += 1
    return (start, end) if start > first and end < last else None
