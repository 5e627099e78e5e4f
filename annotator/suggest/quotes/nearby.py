"""Who says what stands in marks with no reporting clause beside it: where the words around it leave no doubt.

“Brill smiled. ‘The bridge is safe.’” and a paragraph of a quote alone after one that told who speaks have no cue,
only a speaker. Where two come into question, as in a dialogue without a name, none is told.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from annotator.suggest.actors import SUBJECTS
from annotator.suggest.quotes.cues import Cues
from annotator.suggest.quotes.frames import Frames
from annotator.suggest.quotes.sentences import Sentences
from annotator.suggest.quotes.speakers import PEOPLE, RELATIVE, ends, owner
from annotator.suggest.quotes.stretches import Stretch
from annotator.suggest.quotes.verbs import FINITE
from annotator.suggest.said import End, FoundQuote

if TYPE_CHECKING:
    from spacy.tokens import Token

ALONE = "sentence in quotation marks"
INTRODUCED = "quotation after a sentence about who speaks"
FOLLOWED = "quotation before a sentence about who speaks"
SAME_SPEAKER = "quotation after one by the same speaker"
ONLY_SPEAKER = "quotation in an article with one speaker"
TURN = "turn of a dialogue"
Told = tuple[tuple[End, ...], str]
_NOBODY: Told = ((), ALONE)
_FEWEST_TO_BE_ALONE = 2  # quotes of an article with one speaker
_SUBJECTS = SUBJECTS - {"csubj", "expl"}
_PRONOUNS = frozenset({"he", "she", "they", "il", "elle", "ils", "elles", "er", "sie"})
_SPEAKING = PEOPLE | {"ROLE", "ORG"}
_EARLY = 6  # tokens of a sentence that its subject stands in, after a quotation


class Nearby:
    """What the words around a stretch tell of who says it."""

    def __init__(self, frames: Frames, sentences: Sentences, cues: Cues) -> None:
        self._frames = frames
        self._sentences = sentences
        self._cues = cues

    def speakers(self, stretch: Stretch, last: Stretch | None, quote: FoundQuote | None) -> Told:
        """Who says the stretch, with the rule that tells it; `last` and `quote` are the quote before it."""
        floor = self._floor(stretch)
        is_near = last is not None and last.end > floor
        if told := self._introduced(stretch, max(floor, last.end if last is not None else 0)):
            return told, INTRODUCED
        if is_near and last is not None and _is_asked(last, stretch):
            return (), TURN
        if is_near and quote is not None and quote.speakers:
            return quote.speakers, SAME_SPEAKER
        if not is_near and (told := self._followed(stretch)):
            return told, FOLLOWED
        return _NOBODY

    def _floor(self, stretch: Stretch) -> int:
        """Where the paragraph begins, or the one before it where the stretch begins its own."""
        start = stretch.paragraph[0]
        is_first = stretch.floor == start and not any(
            each.isalnum() for each in self._sentences.text[start : stretch.start]
        )
        return self._sentences.paragraph_before(start) if is_first else start

    def _introduced(self, stretch: Stretch, floor: int) -> tuple[End, ...]:
        """The person that the sentence before is about; of a longer passage, the only one that it is about."""
        found: list[tuple[End, ...]] = []
        for number, (start, end) in enumerate(self._sentences.back(stretch.start, floor)):
            people = self._about(self._frames.words.between(start, end))
            if people and not number:
                return people
            if people:
                found.append(people)
        return found[0] if found and len({self._name(each) for each in found} - _PRONOUNS) == 1 else ()

    def _followed(self, stretch: Stretch) -> tuple[End, ...]:
        """The person that the next sentence of the paragraph begins with (“…” Brill has led the ministry)."""
        if not stretch.stops_inside:
            return ()
        words = [each for each in self._frames.words.sentence_after(stretch.end, stretch.ceiling) if not each.is_space]
        found = self._about(words[:_EARLY])
        return found if found and (found[0][0] in PEOPLE or self._name(found) in _PRONOUNS) else ()

    def _name(self, people: tuple[End, ...]) -> str:
        return _name(self._sentences.text, people[0])

    def _about(self, words: Sequence["Token"]) -> tuple[End, ...]:
        """Who the words are about, when that is somebody who can speak: by the parse, the first subject."""
        for token in words:
            if token.dep_ in _SUBJECTS and token.lower_ not in RELATIVE and _is_finite(token.head):
                return tuple(self._can_speak(token))
        return ()

    def _can_speak(self, subject: "Token") -> Iterator[End]:
        if subject.lemma_ in self._cues.nouns or subject.lemma_ in self._cues.writings:
            return iter(ends(owner(subject, frozenset())))  # “Brill's answer came at once.”
        reports = self._frames.is_reporting(subject.head)
        named = any(each.dep_ == "appos" and each.ent_type_ in PEOPLE for each in subject.rights)
        is_person = subject.lower_ in _PRONOUNS or (subject.pos_ == "NOUN" and (reports or named))
        return (each for each in ends(subject) if each[0] in _SPEAKING or is_person)


def _is_finite(verb: "Token") -> bool:
    """Whether the word is the verb of a clause, by its English tag or else by its part of speech."""
    if verb.tag_.startswith("VB"):
        return verb.tag_ in FINITE or any(each.tag_ in FINITE for each in verb.lefts)
    return verb.pos_ in {"VERB", "AUX"} or any(each.dep_ == "cop" for each in verb.children)


def _is_asked(last: Stretch, stretch: Stretch) -> bool:
    """Whether the quote before, in another paragraph, is a question: then this may be another's answer."""
    return last.paragraph != stretch.paragraph and last.tail.endswith("?")


def _name(text: str, end: End) -> str:
    """The last word of a name or description, by which one is known again."""
    return text[slice(*end[1:])].lower().split()[-1]


def with_only_speaker(text: str, quotes: Sequence[FoundQuote]) -> list[FoundQuote]:
    """The quotes, those that nobody is told to say given to who says all others, where that is one person."""
    told = [each for each in quotes if each.speakers]
    people = [end for each in told for end in each.speakers if end[0] in _SPEAKING]
    is_one = len({_name(text, each) for each in people}) == 1 and all(len(each.speakers) == 1 for each in told)
    if not is_one or len(told) < _FEWEST_TO_BE_ALONE or any(each.rule == TURN for each in quotes):
        return list(quotes)
    only = people[0]
    return [_given(each, only) if each.rule == ALONE and not each.speakers else each for each in quotes]


def _given(quote: FoundQuote, only: End) -> FoundQuote:
    return msgspec.structs.replace(quote, speakers=(only,), rule=ONLY_SPEAKER, score=0.5)
