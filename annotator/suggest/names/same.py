"""One name, one label: what most of an article takes a name for holds everywhere in it, and where it was missed.

A mention votes for its label with as many votes as it has words; in the first line, the headline, with half of
them. “Brill” follows “Ada Brill”. Where the same words truly mean now this, now that, nothing is changed: a
state and its team, a house and who is in it, a party and its members.
"""

from collections import Counter
from collections.abc import Iterator

from annotator.suggest.lexicons import words
from annotator.suggest.names.offices import Offices
from annotator.suggest.names.words import Name, Words

SAME_LABEL = "the label this name has elsewhere in the article"
SAME_NAME = "a name found elsewhere in the article"

_NAMES = frozenset(
    {"PERSON", "PER", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "MISC"}
)
_PEOPLE = frozenset({"PERSON", "PER"})
_BY_CONTEXT = frozenset(
    frozenset(pair)
    for pair in (("GPE", "ORG"), ("FAC", "ORG"), ("GPE", "FAC"), ("NORP", "ORG"), ("GPE", "LOC"), ("PRODUCT", "ORG"))
)
_WHERE = frozenset({"in", "at", "near", "across", "throughout"})
_SHORTEST = 3  # code points of a family name that is looked for by itself
_Phrase = tuple[tuple[str, ...], str]


class Same:
    """The rules, for one language."""

    def __init__(self, language: str, offices: Offices) -> None:
        self._offices = offices
        self._address = words(f"names.{language}", "address")
        self._always = words(f"names.{language}", "always")

    def __call__(self, known: Words, headline_end: int = 0) -> list[Name]:
        """The names of a text with settled labels, and those that were missed; the headline ends before a token."""
        votes = self._votes(known, headline_end)
        settled = [self._settled(name, known, votes) for name in known.names]
        known.take(settled)
        return sorted([*settled, *self._missed(known)], key=lambda name: name.start)

    def _votes(self, known: Words, headline_end: int) -> dict[str, Counter[str]]:
        votes: dict[str, Counter[str]] = {}
        for name in known.names:
            if name.label in _NAMES:
                text = known.text(name)
                weight = (text.count(" ") + 1) * (1 if name.end <= headline_end else 2)
                votes.setdefault(text, Counter())[name.label] += weight
        for text, counted in list(votes.items()):
            first, _, last = text.rpartition(" ")
            label, weight = counted.most_common(1)[0]
            if first and label in _PEOPLE and last in votes:
                votes[last][label] += weight
        return votes

    def _settled(self, name: Name, known: Words, votes: dict[str, Counter[str]]) -> Name:
        if name.label not in _NAMES:
            return name
        counted = votes[known.text(name)]
        label, most = counted.most_common(1)[0]
        surer = 2 if name.label in _PEOPLE else 1  # people are found best
        if most <= counted[name.label] * surer or frozenset((label, name.label)) in _BY_CONTEXT:
            return name
        if label in _PEOPLE and name.start and known.lowers[name.start - 1] in _WHERE:
            return name
        return Name(name.start, name.end, label, SAME_LABEL)

    def _missed(self, known: Words) -> Iterator[Name]:
        wanted: dict[str, list[_Phrase]] = {}
        for tokens, label in sorted(self._phrases(known), key=lambda phrase: -len(phrase[0])):
            wanted.setdefault(tokens[0], []).append((tokens, label))
        at = 0
        while at < len(known.texts):
            found = self._found(known, at, wanted.get(known.texts[at], ()))
            if found:
                yield found
            at = found.end if found else at + 1

    def _phrases(self, known: Words) -> set[_Phrase]:
        """What to look for: names of several words, family names, and names that were found twice."""
        times = Counter((known.text(name), name.label) for name in known.names if name.label in _NAMES)
        found: set[_Phrase] = set()
        for (text, label), count in times.items():
            tokens = tuple(text.split(" "))
            if not tokens[0][0].isupper():
                continue
            if len(tokens) > 1 and all(self._is_own(known, each) for each in (tokens[0], tokens[-1])):
                found.add((tokens, label))
            if label in _PEOPLE and len(tokens) > 1 and self._is_own(known, tokens[-1]):
                found.add((tokens[-1:], label))
            elif len(tokens) == 1 and count > 1 and self._is_own(known, text):
                found.add((tokens, label))
        sure = Counter(tokens for tokens, _ in found)
        return {phrase for phrase in found if sure[phrase[0]] == 1}

    def _is_own(self, known: Words, word: str) -> bool:
        """Whether the word is only a name in this text."""
        fits = len(word) >= _SHORTEST or word.isupper()
        return fits and word[0].isupper() and word.lower() not in known.common and word.isalpha()

    def _found(self, known: Words, at: int, wanted: list[_Phrase] | tuple[()]) -> Name | None:
        for tokens, label in wanted:
            end = at + len(tokens)
            if tuple(known.texts[at:end]) == tokens and self._stands_alone(known, at, end):
                return Name(at, end, label, SAME_NAME)
        return None

    def _stands_alone(self, known: Words, start: int, end: int) -> bool:
        """Whether the words are free, and no part of a longer name."""
        if any(token in known.at for token in range(start, end)) or self._goes_on(known, end):
            return False
        before = start - 1
        return not self._goes_on(known, before) or known.begins_sentence(before) or self._is_title(known, before)

    def _goes_on(self, known: Words, token: int) -> bool:
        return known.is_capitalised(token) and token not in known.at and known.texts[token] not in self._always

    def _is_title(self, known: Words, token: int) -> bool:
        return known.texts[token] in self._address or bool(self._offices.length(known, token))
