"""Contents that a noun or an adjective reports: “the claim that”, “the decision to”, “was confident that”."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments
from annotator.suggest.quotes import rules
from annotator.suggest.quotes.clauses import Range, has_that, has_to, infinitive, is_clause, noun_phrase, phrase
from annotator.suggest.quotes.cues import Cues, Frame, cue_of
from annotator.suggest.quotes.reported import clause_after
from annotator.suggest.quotes.speakers import ends, owner, speaker
from annotator.suggest.said import FoundQuote

if TYPE_CHECKING:
    from spacy.tokens import Token

_DUMMIES = frozenset({"it", "that", "this"})
_NEAR = 4  # words between a verb and what belongs to it
Maybe = FoundQuote | None


def from_noun(noun: "Token", frame: Frame, cues: Cues) -> Iterator[Maybe]:
    """What a noun of saying or thinking reports."""
    speakers = ends(owner(noun, cues.light))
    medium = "thought" if "thought" in frame.takes else "writing" if noun.lemma_ in cues.writings else "speech"
    for child in noun.rights:
        if child.dep_ in {"acl", "ccomp", "relcl"} and "clause" in frame.takes and has_that(child):
            cue = _noun_cue(noun, cues)
            yield rules.NOUN_CLAUSE.quote(
                noun.doc, [phrase(child, noun.i + 1)], cue=cue, speakers=speakers, medium=medium
            )
        elif child.dep_ in {"acl", "xcomp"} and "infinitive" in frame.takes and has_to(child):
            cue = _noun_cue(noun, cues)
            yield rules.NOUN_INFINITIVE.quote(noun.doc, [infinitive(child)], cue=cue, speakers=speakers, medium=medium)
        elif child.dep_ == "prep" and child.i == noun.i + 1 and child.lower_ in frame.prepositions and speakers:
            range_ = (child.i + 1, noun_phrase(child)[1])
            cue = _noun_cue(noun, cues, child)
            yield rules.NOUN_PREPOSITION.quote(noun.doc, [range_], cue=cue, speakers=speakers, medium=medium)


def _noun_cue(noun: "Token", cues: Cues, also: "Token | None" = None) -> Fragments:
    """The noun with its preposition, and with the verb that carries it: “made a promise”, “expressed doubt”."""
    bare = cue_of(noun, also=also)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in cues.light and 0 < noun.i - verb.i <= _NEAR:
        return ((cue_of(verb, cues.catenative)[0][0], bare[-1][1]),)
    return bare


def from_adjective(adjective: "Token", frame: Frame) -> Iterator[Maybe]:
    """What an adjective of thinking reports: its verb is a form of “be” or the like, and belongs to the cue."""
    if adjective.dep_ not in {"acomp", "ROOT", "ccomp", "conj", "relcl", "advcl"}:
        return
    verb = adjective.head if adjective.dep_ == "acomp" else adjective
    who = speaker(verb)
    speakers = ends(who)
    if who is None or not speakers or who.lower_ in _DUMMIES:
        return
    for child in [*adjective.rights, *(each for each in verb.rights if each.i > adjective.i)]:
        if found := _after_adjective(child, adjective, frame):
            rule, words, also = found
            cue = _adjective_cue(verb, adjective, also)
            yield rule.quote(adjective.doc, [words], cue=cue, speakers=speakers, medium=frame.medium)
            return


def _after_adjective(
    child: "Token", adjective: "Token", frame: Frame
) -> "tuple[rules.Rule, Range, Token | None] | None":
    """What one complement of an adjective is by the rules, and the preposition that leads to it."""
    if child.i < adjective.i:
        return None
    if child.dep_ == "xcomp" and "infinitive" in frame.takes and has_to(child):
        return rules.ADJECTIVE_INFINITIVE, infinitive(child), None
    if child.dep_ == "prep" and child.head.i == adjective.i and child.lower_ in frame.prepositions:
        return rules.ADJECTIVE_PREPOSITION, (child.i + 1, noun_phrase(child)[1]), child
    reported = child.dep_ == "ccomp" or (child.dep_ == "advcl" and has_that(child))
    if reported and "clause" in frame.takes and is_clause(child) and not has_to(child):
        return rules.ADJECTIVE_CLAUSE, clause_after(child, adjective), None
    return None


def _adjective_cue(verb: "Token", adjective: "Token", also: "Token | None") -> Fragments:
    """“was confident”, “is not aware of”: from the verb to the adjective, where they stand close together."""
    if verb.i >= adjective.i or adjective.i - verb.i > _NEAR:
        return cue_of(adjective, also=also)
    start = cue_of(verb)[0][0]
    end = also if also is not None and also.i == adjective.i + 1 else adjective
    return ((start, end.idx + len(end)),)


def made_clear(adjective: "Token", cues: Cues) -> Iterator[Maybe]:
    """“made it clear that ...”: a cue in two parts."""
    make = adjective.head
    if make.lemma_ != "make" or adjective.i <= make.i or adjective.i - make.i > 3:
        return
    clause = next(
        (each for each in [*adjective.rights, *make.rights] if each.i > adjective.i and is_clause(each)), None
    )
    if clause is None or clause.dep_ not in {"ccomp", "advcl", "acl", "relcl"}:
        return
    made = cue_of(make, cues.catenative)
    clear = adjective.idx, adjective.idx + len(adjective)
    cue = (*made, clear) if adjective.i > make.i + 1 else ((made[0][0], clear[1]),)
    yield rules.CLEAR.quote(adjective.doc, [clause_after(clause, adjective)], cue=cue, speakers=ends(speaker(make)))
