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
_LOOKED_BACK = 60  # tokens


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
    """For a pronoun: the name that is the subject just before it, with nobody else named in between."""
    word, doc = mention[0], mention.doc
    if len(mention) != 1 or word.lower_ not in _SINGULAR | _GROUPS:
        return None
    wanted = _PEOPLE if word.lower_ in _SINGULAR else frozenset({"ORG", "GPE"})
    before = [each for each in names.within(word.i - _LOOKED_BACK, word.i) if each.label_ in wanted]
    if not before or not _is_subject(before[-1].root):
        return None
    known = {each.text.casefold() for each in before if each.sent == before[-1].sent}
    return before[-1] if _one_name(known) and not _other_pronoun(doc, before[-1].end, word) else None


def _is_subject(token: "Token") -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"} and subject(token.head) is not None


def _one_name(names: set[str]) -> bool:
    longest = max(names, key=len)
    return all(name in longest for name in names)


def _other_pronoun(doc: "Doc", start: int, word: "Token") -> bool:
    """Does "she" stand between the name and "he"?"""
    others = {"he": {"she"}, "him": {"she", "her"}, "his": {"she", "her"}, "she": {"he"}, "her": {"he", "his", "him"}}
    return any(token.lower_ in others.get(word.lower_, set()) for token in doc[start : word.i])
