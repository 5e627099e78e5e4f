"""How far a clause behind its cue reaches, repaired where a small model lets it run on or cuts it short."""

from typing import TYPE_CHECKING

from annotator.suggest.quotes.clauses import CLAUSE_SUBJECTS, Range, phrase
from annotator.suggest.quotes.cues import cues_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINT = 2  # words between a clause and one that goes on from it: a comma and “but”


def clause_after(clause: "Token", cue: "Token") -> Range:
    """A clause behind its cue: from “that” where it has one, else from its first word."""
    start, end = phrase(clause, cue.i + 1)
    end = _cut(clause, cue, end)
    end = _extended(cue, end)
    mark = next((child for child in clause.lefts if child.dep_ == "mark" and child.i >= start), None)
    if mark is not None and mark.lower_ in {"that", "whether", "if"}:
        start = mark.i
    return start, end


def _cut(clause: "Token", cue: "Token", end: int) -> int:
    """Where a content ends that the parse has let run on: before “and warned ...”, “, arguing ...”.

    A second verb without a subject in the tense of the cue is the cue's fellow, as is a reporting participle.
    """
    for child in clause.rights:
        if child.i >= end:
            break
        own = any(each.dep_ in CLAUSE_SUBJECTS or each.dep_ == "aux" for each in child.lefts)
        if child.dep_ == "conj" and not own and _is_fellow(child, clause, cue) and _reports(child):
            return _before_joint(child)
        if child.dep_ == "advcl" and child.tag_ == "VBG" and _reports(child) and child.nbor(-1).text == ",":
            return child.i
    return end


def _is_fellow(verb: "Token", clause: "Token", cue: "Token") -> bool:
    """Whether a joined verb goes with the cue and not with the clause, by their tenses."""
    return verb.tag_ == cue.tag_ and clause.tag_ != "VB"


def _before_joint(verb: "Token") -> int:
    at = verb.i
    while at > verb.head.i + 1 and verb.doc[at - 1].pos_ in {"CCONJ", "ADV", "PUNCT"}:
        at -= 1
    return at


def _reports(verb: "Token") -> bool:
    frame = cues_of(verb.doc.lang_).verbs.get(verb.lemma_)
    return frame is not None and "clause" in frame.takes


def _extended(cue: "Token", end: int) -> int:
    """Where a content ends that the parse has cut short: behind “if ...” and “but would ...” that follow it."""
    for child in cue.rights:
        if child.i < end or child.left_edge.i > end + _JOINT:
            continue
        marked = any(each.dep_ == "mark" or each.tag_ == "WRB" for each in child.lefts)
        modal = any(each.tag_ == "MD" for each in child.lefts) and not any(
            e.dep_ in CLAUSE_SUBJECTS for e in child.lefts
        )
        if (child.dep_ == "advcl" and marked) or (child.dep_ == "conj" and modal):
            end = phrase(child)[1]
    return end
