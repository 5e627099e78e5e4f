"""Who is who, in the plain kinds: a pronoun after its name, an office beside the name that holds it.

Only for a MENTION or ROLE that a relation ends in, and never between two like names, as the guidelines ask
("Starmer" and "Keir Starmer" are found to be one by their text).
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotator.suggest.actors import subject
from annotator.suggest.said import End

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PEOPLE = frozenset({"PERSON", "PER"})
_SINGULAR = frozenset({"he", "she", "his", "her", "him"})
_GROUPS = frozenset({"it", "its"})
_LOOKED_BACK = 60  # tokens


def links(doc: "Doc", tails: Iterable[End]) -> Iterator[tuple[End, End]]:
    """Each mention or office with the name that it stands for, where the text leaves no doubt."""
    for tail in tails:
        span = doc.char_span(tail[1], tail[2], alignment_mode="expand")
        if span is None:
            continue
        if tail[0] == "ROLE":
            name = _beside(doc, span)
        elif tail[0] == "MENTION":
            name = _antecedent(doc, span)
        else:
            continue
        if name is not None and (name.label_, name.start_char, name.end_char) != tail:
            yield tail, (name.label_, name.start_char, name.end_char)


def _beside(doc: "Doc", role: "Span") -> "Span | None":
    """The person whose name touches the office, a comma between them or none."""
    for entity in doc.ents:
        if entity.label_ not in _PEOPLE:
            continue
        gap = doc[role.end : entity.start] if entity.start >= role.end else doc[entity.end : role.start]
        if len(gap) <= 2 and all(token.text in {",", "the", "The"} for token in gap):
            return entity
    return None


def _antecedent(doc: "Doc", mention: "Span") -> "Span | None":
    """For a pronoun: the name that is the subject just before it, with nobody else named in between."""
    word = mention[0]
    if len(mention) != 1 or word.lower_ not in _SINGULAR | _GROUPS:
        return None
    wanted = _PEOPLE if word.lower_ in _SINGULAR else frozenset({"ORG", "GPE"})
    start = max(0, word.i - _LOOKED_BACK)
    before = [entity for entity in doc[start : word.i].ents if entity.label_ in wanted]
    if not before or not _is_subject(before[-1].root):
        return None
    names = {entity.text.casefold() for entity in before if entity.sent == before[-1].sent}
    return before[-1] if _one_name(names) and not _other_pronoun(doc, before[-1].end, word) else None


def _is_subject(token: "Token") -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"} and subject(token.head) is not None


def _one_name(names: set[str]) -> bool:
    longest = max(names, key=len)
    return all(name in longest for name in names)


def _other_pronoun(doc: "Doc", start: int, word: "Token") -> bool:
    """Does "she" stand between the name and "he"?"""
    others = {"he": {"she"}, "him": {"she", "her"}, "his": {"she", "her"}, "she": {"he"}, "her": {"he", "his", "him"}}
    return any(token.lower_ in others.get(word.lower_, set()) for token in doc[start : word.i])
