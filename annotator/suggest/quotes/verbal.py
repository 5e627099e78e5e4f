"""Contents that a verb reports: clauses after, before and around it, infinitives, and phrases."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments
from annotator.suggest.quotes import rules
from annotator.suggest.quotes.clauses import (
    CLAUSE_SUBJECTS,
    Range,
    clause_of,
    has_that,
    has_to,
    infinitive,
    is_clause,
    noun_phrase,
    phrase,
    without,
)
from annotator.suggest.quotes.cues import Cues, Frame, cue_of
from annotator.suggest.quotes.reported import clause_after
from annotator.suggest.quotes.speakers import addressee, agent, ends, is_passive, speaker
from annotator.suggest.said import FoundQuote

if TYPE_CHECKING:
    from spacy.tokens import Token

Maybe = FoundQuote | None
_BREAKS = frozenset(":;(")  # no clause reaches over them to its cue
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "oprd", "acomp", "attr"})


class VerbCue:
    """One verb that may report, with what the rules ask of it again and again."""

    def __init__(self, verb: "Token", frame: Frame, cues: Cues) -> None:
        self.verb, self.frame, self.cues = verb, frame, cues
        self.doc = verb.doc
        self.children = list(verb.children)
        self.passive = is_passive(verb)

    def find(self) -> Iterator[Maybe]:
        """What the rules find at this verb, the surest rule first."""
        if self._is_denied():
            return
        if self.passive:
            yield from self._passive()
            return
        clauses = [child for child in self.children if child.dep_ == "ccomp"] or self._hung_on_noun()
        found = [quote for clause in clauses if (quote := self._clause(clause))]
        if self.verb.dep_ == "parataxis" and (around := self._around()):
            found.append(around)
        found = found or [quote for quote in (self._infinitive(), self._asked()) if quote]
        if not found and has_to(self.verb) and self.verb.head.lemma_ not in self.cues.catenative:
            return  # “to reject the plan”, not said to have been done
        found = found or [quote for quote in (self._named(), self._object(), self._preposition()) if quote][:1]
        yield from found

    def _is_denied(self) -> bool:
        """“did not say that ...” tells of nothing that was said; “did not believe that ...” of a thought."""
        return self.frame.medium != "thought" and any(child.dep_ == "neg" for child in self.children)

    def cue(self, also: "Token | None" = None) -> Fragments:
        """The words of the cue, with a preposition that leads to the content."""
        return cue_of(self.verb, self.cues.catenative, also)

    def _quote(self, rule: rules.Rule, ranges: list[Range], also: "Token | None" = None, *, told: bool = True) -> Maybe:
        return rule.quote(
            self.doc,
            ranges,
            cue=self.cue(also),
            speakers=ends(speaker(self.verb)),
            addressees=ends(addressee(self.verb)) if told else (),
            medium=self._medium(),
        )

    def _medium(self) -> str:
        """Writing where a verb of speech has a writing for its source or its place: “said in a statement”."""
        if self.frame.medium != "speech":
            return self.frame.medium
        places = (child for child in self.children if child.dep_ == "prep" and child.lower_ == "in")
        nouns = [each for place in places for each in place.rights if each.dep_ == "pobj"]
        if (who := speaker(self.verb)) is not None:
            nouns.append(who)
        return "writing" if any(each.lemma_ in self.cues.writings for each in nouns) else "speech"

    # clauses

    def _clause(self, clause: "Token") -> Maybe:
        if clause.i < self.verb.i:
            return self._before(clause)
        if has_to(clause) or not is_clause(clause):
            return None
        if "clause" in self.frame.takes:
            return self._quote(rules.AFTER, [clause_after(clause, self.verb)])
        return None

    def _hung_on_noun(self) -> list["Token"]:
        """The clause of “said in a statement that ...”, “told a meeting that ...”, hung on the noun by the parse."""
        nouns = [each for child in self.children if child.dep_ == "prep" for each in child.rights]
        if "person_infinitive" in self.frame.takes:
            nouns += [child for child in self.children if child.dep_ == "dobj"]
        below = (each for noun in nouns if noun.i > self.verb.i for each in noun.rights)
        return [each for each in below if each.dep_ in {"acl", "relcl"} and has_that(each)][:1]

    def _before(self, clause: "Token") -> Maybe:
        if "clause" not in self.frame.takes or not is_clause(clause) or self._has_more():
            return None
        first = next((child.left_edge.i for child in self.children if child.dep_ in CLAUSE_SUBJECTS), self.verb.i)
        end = min(first, self.verb.i) if clause.i < first else self.verb.i
        start = self.verb.sent.start if self.verb.dep_ == "ROOT" else min(clause.left_edge.i, end)
        if end > 0 and self.doc[end - 1].text in _BREAKS:
            return None
        return self._quote(rules.BEFORE, [(start, end)])

    def _has_more(self) -> bool:
        """Whether the verb has its own object or clause behind it: then the clause before it is another's."""
        taken = {"ccomp", "xcomp"} if "person_infinitive" in self.frame.takes else {"ccomp", "xcomp", "dobj"}
        return any(child.i > self.verb.i and child.dep_ in taken for child in self.children)

    def _around(self) -> Maybe:
        head = clause_of(self.verb)
        if "clause" not in self.frame.takes or not any(child.dep_ in CLAUSE_SUBJECTS for child in self.children):
            return None
        whole, aside = phrase(head), phrase(self.verb)
        return self._quote(rules.AROUND, without(whole, aside))

    # infinitives

    def _infinitive(self) -> Maybe:
        child = next((each for each in self.children if each.dep_ == "xcomp" and each.i > self.verb.i), None)
        if child is None or not has_to(child) or "infinitive" not in self.frame.takes:
            return None
        if any(each.dep_ == "dobj" and each.i < child.i for each in self.children):
            return None
        rule = rules.PROMISED if self.verb.lemma_ in self.cues.promising else rules.INFINITIVE
        return self._quote(rule, [infinitive(child)], told=False)

    def _asked(self) -> Maybe:
        """“urged them to ...”, “wants them to ...”, “called on them to ...”: who is asked belongs to it."""
        for child in self.children:
            if child.i < self.verb.i or child.dep_ not in {"xcomp", "ccomp"} or not has_to(child):
                continue
            person = self._person(child)
            if person is None or not self.frame.takes & {"person_infinitive", "infinitive"}:
                continue
            also = person.head if person.dep_ == "pobj" else None
            return self._quote(rules.ASKED, [(person.left_edge.i, infinitive(child)[1])], also)
        return None

    def _person(self, infinitive: "Token") -> "Token | None":
        for child in self.children:
            if child.dep_ == "dobj" and self.verb.i < child.i < infinitive.i:
                return child
            if child.dep_ == "prep" and child.lower_ in self.frame.prepositions and child.i < infinitive.i:
                return next((each for each in child.rights if each.dep_ == "pobj"), None)
        return next(
            (child for child in infinitive.lefts if child.dep_ in CLAUSE_SUBJECTS and child.i > self.verb.i), None
        )

    # phrases

    def _named(self) -> Maybe:
        """“called the plan a mistake”, “described it as a mistake”: what is named belongs to it."""
        if "naming" not in self.frame.takes:
            return None
        end = next((child for child in reversed(self.children) if self._is_name(child)), None)
        thing = next((child for child in self.children if child.dep_ == "dobj"), None)
        if end is None:
            return None
        first = min(each.left_edge.i for each in (thing, end) if each is not None)
        return self._quote(rules.NAMED, [(first, phrase(end)[1])], told=False) if first > self.verb.i else None

    def _is_name(self, child: "Token") -> bool:
        if child.i < self.verb.i:
            return False
        if child.dep_ in {"prep", "mark"}:
            return child.lower_ == "as"
        return child.dep_ in _COMPLEMENTS and not has_to(child) and not is_clause(child)

    def _object(self) -> Maybe:
        thing = next((child for child in self.children if child.dep_ == "dobj" and child.i > self.verb.i), None)
        if thing is None or not ("object" in self.frame.takes or self.frame.object_prepositions):
            return None
        end = noun_phrase(thing)[1]
        prepositions = [
            child
            for child in self.children
            if child.dep_ in {"prep", "dative"} and child.i > thing.i and child.lower_ in self.frame.object_prepositions
        ]
        if not prepositions and ("object" not in self.frame.takes or thing.pos_ == "PRON"):
            return None
        end = max([end, *(noun_phrase(each)[1] for each in prepositions[:1])])
        return self._quote(rules.OBJECT, [(thing.left_edge.i, end)], told=False)

    def _preposition(self) -> Maybe:
        if any(child.dep_ == "dobj" for child in self.children):
            return None
        for child in self.children:
            if child.dep_ in {"prep", "prt"} and child.i > self.verb.i and child.lower_ in self.frame.prepositions:
                start, end = noun_phrase(child)
                near = child.i == self.verb.i + 1 or child.nbor(-1).dep_ == "prt"
                if start + 1 < end:
                    return self._quote(
                        rules.PREPOSITION, [(start + 1 if near else start, end)], child if near else None
                    )
        return None

    # passives

    def _passive(self) -> Iterator[Maybe]:
        """“X is expected to ...”, “X was accused of ...”: the subject belongs to what is said."""
        by = agent(self.verb)
        clause = next((child for child in self.children if child.dep_ == "ccomp" and child.i > self.verb.i), None)
        if clause is not None and not has_to(clause) and "clause" in self.frame.takes:
            yield self._said(rules.PASSIVE, [clause_after(clause, self.verb)])
            return
        thing = next((child for child in self.children if child.dep_ == "nsubjpass"), None)
        rest = next((child for child in self.children if self._is_rest(child)), None)
        if thing is None or (rest is None and by is None):
            return
        if rest is None and "object" not in self.frame.takes:
            return
        ranges = [phrase(thing, last=self.verb.i)]
        if rest is not None:
            ranges.append(phrase(rest))
        yield self._said(rules.PASSIVE, ranges)

    def _is_rest(self, child: "Token") -> bool:
        if child.i < self.verb.i:
            return False
        if child.dep_ == "xcomp" and has_to(child):
            return bool(self.frame.takes & {"person_infinitive", "infinitive", "clause"})
        if child.dep_ in {"oprd", "acomp"}:
            return "naming" in self.frame.takes
        return child.dep_ == "prep" and child.lower_ in self.frame.object_prepositions

    def _said(self, rule: rules.Rule, ranges: list[Range]) -> Maybe:
        return rule.quote(self.doc, ranges, cue=self.cue(), speakers=ends(agent(self.verb)), medium=self.frame.medium)
