"""Actors by grammar: the words of a noun phrase, and which of its spans stands for somebody.

What quotes, pledges and relations share. Needs tags and a parse; without one there are no heads and nothing
is found. An actor is an end (`said.End`): an entity or ROLE that the phrase is headed by, else a MENTION, which
the component that wants it has to say itself (`End[0] == "MENTION"`).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragment
from annotator.suggest.said import SPANS, End

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

ACTORS = frozenset({"PERSON", "PER", "NORP", "ORG", "GPE", "LOC", "FAC", "ROLE"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "nsubj:pass", "sb"})  # English, and UD of others
_PARTS = frozenset({"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "case", "advmod", "predet"})
_GERMAN_PARTS = frozenset({"nk", "pnc"})  # articles, adjectives and first names, as German pipelines call them
_NAME_PARTS = frozenset({"compound", "nummod", "flat", "flat:name"})  # after the head; English, and UD of others
_KEPT_PREPOSITIONS = frozenset({"of", "for", "from"})  # of a description, by the guidelines on MENTION


def subject(verb: "Token") -> "Token | None":
    """The subject of a verb: its own, or the one it shares with the verb it is joined to or depends on."""
    seen = verb
    for _ in range(4):
        found = [child for child in seen.children if child.dep_ in SUBJECTS and child.dep_ != "expl"]
        if found:
            before = [child for child in found if child.i < seen.i]
            return before[-1] if before else found[0]
        if seen.dep_ not in {"conj", "xcomp", "aux"} or seen.head.i == seen.i:
            return None
        seen = seen.head
    return None


def joined(token: "Token") -> Iterator["Token"]:
    """A noun and those joined to it: `Starmer` and `Macron`."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON"}:
            yield from joined(child)


def actor(token: "Token") -> "End | None":
    """Who the noun phrase with this head stands for: the entity or ROLE it ends in, else its words as a MENTION.

    None for a word that can stand for nobody, such as “it” as a dummy, “who” or a verb.
    """
    doc = token.doc
    if entity := _entity_at(doc, token):
        return token.ent_type_, entity.start_char, entity.end_char
    if role := _role_at(doc, token):
        return role
    if token.pos_ not in {"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"} or token.dep_ == "expl":
        return None
    start, end = mention(token)
    return "MENTION", start, end


def _entity_at(doc: "Doc", token: "Token") -> "Span | None":
    """The entity that the token lies in, found from the token: to ask for `doc.ents` makes them all anew."""
    if token.ent_type_ not in ACTORS:
        return None
    start, end = token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]


def _role_at(doc: "Doc", token: "Token") -> "End | None":
    place = token.idx
    for each in doc.user_data.get(SPANS, []):
        (start, end), *more = each["fragments"]
        if each["label"] == "ROLE" and not more and start <= place < end:
            return "ROLE", start, end
    return None


def mention(token: "Token") -> Fragment:
    """The characters of a description or pronoun: article, adjectives, and what follows with of, for or from."""
    first = last = token
    for child in token.lefts:
        if child.dep_ in _PARTS | _GERMAN_PARTS and child.i < first.i:
            first = child.left_edge
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in _KEPT_PREPOSITIONS:
            last = _kept_end(child)
        elif child.dep_ in _NAME_PARTS:
            last = child
    return first.idx, last.idx + len(last)


def _kept_end(preposition: "Token") -> "Token":
    """The last word of a prepositional phrase, without clauses and appositions that hang on it."""
    last = preposition
    for child in preposition.rights:
        if child.dep_ == "pobj":
            last = child
            for below in child.rights:
                if below.dep_ == "prep" and below.lower_ in _KEPT_PREPOSITIONS:
                    last = _kept_end(below)
    return last
