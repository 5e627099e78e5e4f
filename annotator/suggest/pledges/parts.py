"""What could be kept apart: "cut taxes and build a wall" are two pledges, "cut and simplify fares" is one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments
from annotator.suggest.actors import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OBJECTS = frozenset({"dobj", "prep", "prt", "xcomp", "attr", "acomp", "ccomp", "dative", "nsubjpass"})


def separate(content: "Token") -> "Iterator[Token]":
    """The head itself, and the verbs joined to it that could be kept without it."""
    group = [content]
    for verb in group:
        group += [child for child in verb.rights if child.dep_ == "conj" and _promised(child, content)]
    yield from group if has_object(content) else group[:1]


def has_object(verb: "Token") -> bool:
    """Is there something that only this verb says it of?"""
    return any(child.dep_ in _OBJECTS for child in verb.children)


def _promised(verb: "Token", first: "Token") -> bool:
    """A verb in the same form, without a subject of its own."""
    if verb.pos_ != "VERB" or any(child.dep_ in SUBJECTS for child in verb.lefts):
        return False
    if first.tag_ == "VBG":
        return verb.tag_ == "VBG"
    return verb.tag_ in {"VB", "VBP"} and not any(child.tag_ == "MD" for child in verb.lefts)


def parted(doc: "Doc", where: Fragments) -> list[Fragments]:
    """Two pledges where the parse saw one: "to raise pay and to cut fares"; none where there is nothing."""
    if len(where) != 1:
        return [where] if where else []
    ((start, end),) = where
    span = doc.char_span(start, end)
    if span is None or span[0].lower_ != "to":
        return [where]
    for word in span[2:-2]:
        if word.lower_ == "and" and word.nbor(1).lower_ == "to":
            before = word.nbor(-1) if word.nbor(-1).text != "," else word.nbor(-2)
            return [((start, before.idx + len(before)),), *parted(doc, ((word.nbor(1).idx, end),))]
    return [where]
