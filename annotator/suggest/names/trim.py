"""Entities that hold more than a name: cut to the name, or dropped where there is none in them.

Forms of address and offices stay outside a PERSON, an office outside the body that it belongs to; a word in
small letters at the edge of a PERSON or an ORG is no part of it, and a verb or noun inside parts it in two.
"""

from annotator.suggest.lexicons import words
from annotator.suggest.names.offices import Offices
from annotator.suggest.names.words import PLACES_AND_BODIES, Name, Words

_JOINING = frozenset({"of", "the", "and", "for", "&", "in", "on", "to", "at", "-", "–", "'", "’", "'s", "’s", "/", "."})
_CUT = frozenset({"PERSON", "PER", "ORG"})
_PEOPLE = frozenset({"PERSON", "PER"})


class Trim:
    """The rules, for one language."""

    def __init__(self, language: str, offices: Offices) -> None:
        self._offices = offices
        self._address = words(f"names.{language}", "address")
        self._given = words(f"names.{language}", "given")
        self._captions = words(f"names.{language}", "captions")
        self._particles = words(f"names.{language}", "particles")

    def __call__(self, known: Words) -> list[Name]:
        """What is left of the names of a text."""
        if not any(text[0].isupper() for text in known.texts if text):  # nothing is told by the case
            return known.names
        made = (self._trimmed(name, known) for name in known.names)
        return [name for name in made if name]

    def _trimmed(self, name: Name, known: Words) -> Name | None:
        start, end = name.start, name.end
        if end - start > 1 and known.texts[end - 1] in self._captions:
            end -= 1
        if name.label in _PEOPLE:
            start = self._after_titles(name, known)
        if name.label in _CUT:
            start, end = self._capitals(start, end, known, self._inside(name.label))
        if name.label in PLACES_AND_BODIES:
            end = self._before_office(start, end, known)
        if (start, end) == (name.start, name.end):
            return name
        return Name(start, end, name.label) if start < end else None

    def _after_titles(self, name: Name, known: Words) -> int:
        """Where the name itself begins; where titles are all there is, they stay."""
        at = name.start
        while at < name.end:
            length = 1 if known.texts[at] in self._address else self._offices.length(known, at)
            if not length or known.lowers[at] in self._given:
                break
            at += length
        return at if at < name.end else name.start

    def _inside(self, label: str) -> frozenset[str]:
        return self._particles if label in _PEOPLE else self._particles | _JOINING

    def _capitals(self, start: int, end: int, known: Words, inside: frozenset[str]) -> tuple[int, int]:
        """The longest run of words with a capital, and what may stand between them."""
        best, first, last = (start, start), -1, -1
        for at in range(start, end):
            text = known.texts[at]
            if not text[0].isalpha() or any(map(str.isupper, text)) or not text.isascii():
                first, last = (at if first < 0 else first), at
                best = max(best, (first, last + 1), key=lambda run: run[1] - run[0])
            elif known.lowers[at] not in inside:
                first = -1
        return (start, end) if best == (start, end - 1) and known.lowers[end - 1] in inside else best

    def _before_office(self, start: int, end: int, known: Words) -> int:
        """The end without an office that a person's name comes after: “Norland President” Ada Brill."""
        following = known.at.get(end)
        if following is None or following.label not in _PEOPLE:
            return self._part_of_office(start, end, known)
        for at in range(start, end):
            if self._offices.length(known, at) == end - at:
                return at
        return end

    def _part_of_office(self, start: int, end: int, known: Words) -> int:
        """`start` where the words only narrow the office after them: “Shadow Home” Secretary."""
        narrow = all(known.lowers[at] in self._offices.narrows for at in range(start, end))
        return start if narrow and self._offices.length(known, end) else end
