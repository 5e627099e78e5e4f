"""Who is who, in the plain kinds: a pronoun after its name, an office beside it, a family name and the full one.

Only for what a relation ends in, and never between two names that are written alike, as the guidelines ask.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotator.suggest.actors import subject
from annotator.suggest.links.entities import Entities
from annotator.suggest.said import End

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PEOPLE = frozenset({"PERSON", "PER"})
_SINGULAR = frozenset({"he", "she", "his", "her", "him"})
_GROUPS = frozenset({"it", "its"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SPEAKING = frozenset({"i", "we", "you"})
_LOOKED_BACK = 60  # tokens
_SENTENCES = 3
_SAME_AGAIN = 4


def links(doc: "Doc", tails: Iterable[End], names: Entities) -> Iterator[tuple[End, End]]:
    """Each mention, office or family name with the name that it stands for, where the text leaves no doubt."""
    for tail in tails:
        span = doc.char_span(tail[1], tail[2], alignment_mode="expand")
        name = None if span is None else _name(span, tail[0], names)
        if name is not None and (name.label_, name.start_char, name.end_char) != tail:
            yield tail, (name.label_, name.start_char, name.end_char)


def _name(span: "Span", label: str, names: Entities) -> "Span | None":
    if label == "ROLE":
        return _beside(span, names)
    if label == "MENTION":
        return _antecedent(span, names)
    return _full(span, names) if label in _PEOPLE else None


def _beside(role: "Span", names: Entities) -> "Span | None":
    """The person whose name touches the office, a comma between them or none."""
    for entity in names.within(role.start - _LOOKED_BACK, role.end + _LOOKED_BACK):
        if entity.label_ not in _PEOPLE:
            continue
        start, end = (role.end, entity.start) if entity.start >= role.end else (entity.end, role.start)
        if 0 <= end - start <= 2 and all(token.text in {",", "the", "The"} for token in role.doc[start:end]):
            return entity
    return None


def _full(family: "Span", names: Entities) -> "Span | None":
    """For "Brill" the nearest "Ada Brill", where no other Brill is in the article."""
    fuller = [each for each in names.ending(family.text) if each.label_ in _PEOPLE]
    if len({each.text.casefold() for each in fuller}) != 1:
        return None
    return min(fuller, key=lambda each: abs(each.start - family.start))


def _antecedent(mention: "Span", names: Entities) -> "Span | None":
    """For a pronoun: the name that it stands for, or that the same pronoun stands for in the sentence before."""
    word: Token | None = mention[0]
    for _ in range(_SAME_AGAIN if len(mention) == 1 else 0):
        if word is None or word.lower_ not in _SINGULAR | _GROUPS:
            return None
        if (name := _named_before(word, names)) is not None:
            return name
        word = _same_before(word)
    return None


def _named_before(word: "Token", names: Entities) -> "Span | None":
    """The name that is the subject just before the pronoun, with nobody else named in between."""
    wanted = _PEOPLE if word.lower_ in _SINGULAR else frozenset({"ORG", "GPE"})
    before = [each for each in names.within(word.i - _LOOKED_BACK, word.i) if each.label_ in wanted]
    if not before or not _is_subject(before[-1].root):
        return None
    known = {each.text.casefold() for each in before if each.sent == before[-1].sent}
    return before[-1] if _one_name(known) and not _other_pronoun(word.doc, before[-1].end, word) else None


def _same_before(word: "Token") -> "Token | None":
    """The same pronoun as the subject of the sentence before, where this one is a subject too: “He … he said”."""
    sentence = word.sent
    for _ in range(_SENTENCES if _is_subject(word) else 0):
        if not sentence.start:
            return None
        sentence = word.doc[sentence.start - 1].sent
        who = next((each for each in sentence.root.lefts if each.dep_ in _SUBJECTS), None)
        if who is not None and who.lower_ not in _SPEAKING:  # else somebody's own words
            return who if who.lower_ == word.lower_ else None
    return None


def _is_subject(token: "Token") -> bool:
    return token.dep_ in _SUBJECTS and subject(token.head) is not None


def _one_name(names: set[str]) -> bool:
    longest = max(names, key=len)
    return all(name in longest for name in names)


def _other_pronoun(doc: "Doc", start: int, word: "Token") -> bool:
    """Does "she" stand between the name and "he"?"""
    others = {"he": {"she"}, "him": {"she", "her"}, "his": {"she", "her"}, "she": {"he"}, "her": {"he", "his", "him"}}
    return any(token.lower_ in others.get(word.lower_, set()) for token in doc[start : word.i])
