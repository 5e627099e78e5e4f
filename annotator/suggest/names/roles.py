"""ROLE by rules, from words and names alone: an office before or after a person, or in a person's place.

    before   British Prime Minister | Ada Brill         after   Tom Osei, | chief executive of Ferrolink |, said
    place    the | former Ardmoor finance minister |    body    | NTO Secretary General | and others
    named    the | foreign ministers of Norland and Ardmoor |

An office begins with the first word that narrows it and ends with what it is of; the article, the person's
name and forms of address stay outside.
"""

from collections.abc import Iterator

import msgspec

from annotator.suggest.names.offices import Offices
from annotator.suggest.names.words import PLACES_AND_BODIES, Name, Words

BEFORE, AFTER = "an office before a name", "an office after a name"
PLACE, BODY, PLURAL = "an office in a person's place", "an office with its country or body", "offices named together"

_PEOPLE = frozenset({"PERSON", "PER"})
_TIMES = frozenset({"former", "ex", "acting", "interim", "outgoing", "incoming"})
_HYPHENED = _TIMES | {"then"}  # then-president; “and then President Brill left” is no narrowing
_OWNERS = frozenset({"the", "'s", "’s", "'", "’", "his", "her", "their", "its", "our", "my", "whose"})
_ANY = frozenset({"a", "an", "any", "every", "each", "no", "another", "some", "one", "as"})
_PAUSES = frozenset({",", ".", ";", ":", ")", "(", "–", "—", "-", '"', "”", "!", "?", "and", "who", "\n"})
_MOST_CAPITALS = 3  # words with a capital before an office that no name covers: Harbour Minister


class Role(msgspec.Struct, frozen=True):
    """An office: its tokens `[start, end)` and the rule that found it."""

    start: int
    end: int
    rule: str


class _Office(msgspec.Struct, frozen=True):
    """The words of an office, before its surroundings are looked at, and whether a name stands in it, and where."""

    start: int
    end: int
    kind: str
    body_before: bool
    body_after: bool

    @property
    def has_body(self) -> bool:
        """Whether it says of which country or body it is."""
        return self.body_before or self.body_after


class Roles:
    """The rules, for one language."""

    def __init__(self, offices: Offices) -> None:
        self._offices = offices

    def __call__(self, known: Words, nouns: frozenset[int] = frozenset()) -> list[Role]:
        """The roles of a text, in its order. `nouns` are the tokens that a tagger, if there is one, takes for nouns."""
        found = list(self._all(known))
        roles: list[Role] = []
        following: _Office | None = None  # the office after this one, when it stands before a name
        for office in reversed(found):
            rule = self._rule(known, office, nouns)
            if rule is None and following and self._is_joined(known, office, following):
                rule = BEFORE
            if rule:
                roles.append(Role(office.start, office.end, rule))
            following = office if rule == BEFORE else None
        return roles[::-1]

    def _all(self, known: Words) -> Iterator[_Office]:
        at = last = 0
        while at < len(known.texts):
            found = None if at in known.at else self._offices.find(known, at)
            if found is None:
                at += 1
                continue
            length, kind = found
            start, has_left = self._left(known, at, last)
            end, has_right = self._right(known, at, at + length)
            yield _Office(start, end, kind, has_left, has_right)
            at = last = end

    def _left(self, known: Words, head: int, limit: int) -> tuple[int, bool]:
        """Where the words that narrow an office begin, and whether a country or body is among them."""
        at, body, capitals = head, False, 0
        while at > limit:
            name = known.at.get(at - 1)
            word = known.lowers[at - 1]
            if name is not None:
                if (body and name.label != "NORP") or not self._narrows(known, name, at, limit):
                    break
                at, body = name.start + (known.lowers[name.start] == "the" and name.end - name.start > 1), True
            elif word in {"-", "–"} and at - 2 >= limit and known.lowers[at - 2] in _HYPHENED:
                at -= 2
            elif word in _TIMES or (word in self._offices.narrows and not body and word != "-"):
                at -= 1
            elif not body and capitals < _MOST_CAPITALS and self._is_part(known, at - 1, head):
                at, capitals = at - 1, capitals + 1
            else:
                break
        while at < head and known.lowers[at] in {"and", "&", "-"}:
            at += 1
        return at, body

    def _narrows(self, known: Words, name: Name, end: int, limit: int) -> bool:
        """Whether a name that ends here can be the country or body of an office: not one in the possessive."""
        fits = name.label in PLACES_AND_BODIES and name.end == end and name.start >= limit
        return fits and known.lowers[end - 1] not in _OWNERS

    def _is_part(self, known: Words, token: int, head: int) -> bool:
        """Whether a word with a capital belongs to an office with one: not at the start of a sentence."""
        both = known.is_capitalised(token) and known.is_capitalised(head)
        return both and known.texts[token].isalpha() and not known.begins_sentence(token)

    def _right(self, known: Words, head: int, end: int) -> tuple[int, bool]:
        """Where an office ends with what it is of, and whether that is a name."""
        size, body = len(known.texts), False
        while end + 1 < size and known.lowers[end] in {"of", "for"}:
            after = end + 1 + (known.lowers[end + 1] == "the")
            name = known.at.get(after) or known.at.get(end + 1)
            if name is not None and name.label in PLACES_AND_BODIES and name.start <= after:
                end, body = self._joined(known, name.end), True
            elif phrase := self._phrase(known, end + 1):
                end += 1 + phrase
            elif run := self._capitals(known, after, head):
                end = after + run
            else:
                break
        return end, body

    def _joined(self, known: Words, end: int) -> int:
        """The end of a list of countries or bodies: Norland, Kell and Ardmoor."""
        at = end
        while at < len(known.texts) and known.lowers[at] in {",", "and"}:
            name = known.at.get(at + 1)
            if name is None or name.label not in PLACES_AND_BODIES or name.start != at + 1:
                break
            at = name.end
            if known.lowers[name.start - 1] == "and":
                return at
        return end

    def _phrase(self, known: Words, at: int) -> int:
        """The length of what an office is of, where that is no name: of staff, of the council."""
        return next((len(each) for each in self._offices.of if tuple(known.lowers[at : at + len(each)]) == each), 0)

    def _capitals(self, known: Words, at: int, head: int) -> int:
        """How many words with a capital follow, if the office has one itself: Minister for Work and Pensions."""
        end = at
        while known.is_capitalised(head) and known.is_capitalised(end) and end not in known.at:
            end += 1
            if end < len(known.texts) and known.lowers[end] in {"and", "&"} and known.is_capitalised(end + 1):
                end += end + 1 not in known.at
        return end - at

    def _rule(self, known: Words, office: _Office, nouns: frozenset[int]) -> str | None:
        start, end, alone = office.start, office.end, office.kind == "alone"
        before = known.lowers[start - 1] if start else ""
        if office.kind == "plural":
            return PLURAL if office.has_body and end < len(known.texts) and known.at.get(end - 1) else None
        if self._person_at(known, end, first=True):
            return BEFORE
        if self._is_after(known, start, end):
            return AFTER
        if before in _ANY or known.is_capitalised(end) or end in nouns or not (alone or office.has_body):
            return None
        if before in _OWNERS:
            return PLACE
        return BODY if alone and office.body_before else None

    def _person_at(self, known: Words, token: int, *, first: bool) -> bool:
        name = known.at.get(token)
        return name is not None and name.label in _PEOPLE and token == (name.start if first else name.end - 1)

    def _is_after(self, known: Words, start: int, end: int) -> bool:
        """Whether it explains the person before it: between commas, with “the” or without an article."""
        comma = start - 1 - (start > 1 and known.lowers[start - 1] == "the")
        if comma < 1 or known.texts[comma] != "," or not self._person_at(known, comma - 1, first=False):
            return False
        return end >= len(known.texts) or known.texts[end] in _PAUSES or known.texts[end].isspace()

    def _is_joined(self, known: Words, office: _Office, following: _Office) -> bool:
        return known.lowers[office.end : following.start] in (["and"], [","], [",", "and"])
