"""The rules that find contents without quotation marks, by name, with how far each is to be trusted.

The name is shown to people as the note of a suggestion. The score orders doubt: it lies near the share of what the
rule finds that annotators of political news mark too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments
from annotator.suggest.quotes.clauses import Range, characters
from annotator.suggest.said import End, FoundQuote

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Rule:
    """A rule by its name, with its score."""

    name: str
    score: float

    def quote(
        self,
        doc: "Doc",
        ranges: Iterable[Range],
        *,
        cue: Fragments,
        speakers: tuple[End, ...] = (),
        addressees: tuple[End, ...] = (),
        medium: str = "speech",
    ) -> FoundQuote | None:
        """The content in ranges of tokens as a quote; None when there are no words in it."""
        fragments = characters(doc, ranges)
        if not fragments:
            return None
        return FoundQuote(
            fragments=fragments,
            type="indirect",
            medium=medium,
            cue=cue,
            speakers=speakers,
            addressees=tuple(each for each in addressees if each not in speakers),
            rule=self.name,
            score=self.score,
        )


AFTER = Rule("clause after a reporting verb", 0.85)
BEFORE = Rule("clause before a reporting verb", 0.8)
AROUND = Rule("clause around a reporting verb", 0.7)
INFINITIVE = Rule("infinitive after a verb of wanting or intending", 0.6)
PROMISED = Rule("infinitive after a verb of promising", 0.45)
ASKED = Rule("what somebody is asked to do", 0.65)
OBJECT = Rule("noun phrase after a reporting verb", 0.65)
NAMED = Rule("what somebody or something is called", 0.65)
PREPOSITION = Rule("phrase after a reporting verb with a preposition", 0.6)
PASSIVE = Rule("reporting verb in the passive", 0.6)
ACCORDING = Rule("according to a source", 0.85)
VIEW = Rule("in the view of a source", 0.5)
PUT = Rule("as a source says", 0.6)
NOUN_CLAUSE = Rule("clause after a noun of saying or thinking", 0.7)
NOUN_INFINITIVE = Rule("infinitive after a noun of wanting or intending", 0.5)
NOUN_PREPOSITION = Rule("phrase after a noun of saying or thinking", 0.5)
ADJECTIVE_CLAUSE = Rule("clause after an adjective of thinking", 0.6)
ADJECTIVE_INFINITIVE = Rule("infinitive after an adjective of wanting", 0.6)
ADJECTIVE_PREPOSITION = Rule("phrase after an adjective of thinking", 0.6)
CLEAR = Rule("clause after made clear", 0.6)
HEADLINE = Rule("headline with a colon", 0.7)
