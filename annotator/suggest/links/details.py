"""Of a pledge: who is to gain, how much it is, and by when. English wording, over the entities and the parse."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.suggest.actors import ACTORS, actor, joined
from annotator.suggest.links.entities import Entities
from annotator.suggest.said import End, FoundPledge

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# "by 2030": at or before it. "from Monday" begins it and bounds nothing.
_UNTIL = frozenset({"by", "before", "until", "till", "within", "in", "during", "on", "next", "this"})
_BARE = frozenset({"next", "this", "tomorrow", "tonight"})  # a date that needs no preposition
_GIVING = frozenset(
    {"give", "offer", "grant", "pay", "lend", "award", "hand", "help", "protect", "support", "assist", "benefit", "aid"}
)
_PURPOSES = frozenset({"peace", "growth", "time", "example", "good", "purpose", "use", "election", "reason", "year"})
_DEEDS = ("tion", "ment", "ing", "sion", "ance", "talks")
_COLLECTIVE = frozenset({"class", "public", "poor", "region", "community", "family", "coast", "country", "city"})
_NO_GAINERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL", "EVENT", "LAW"})


def span_of(doc: "Doc", pledge: FoundPledge) -> "Span | None":
    """The tokens from the beginning to the end of a pledge."""
    return doc.char_span(pledge.fragments[0][0], pledge.fragments[-1][1], alignment_mode="expand")


def amounts(span: "Span", entities: Entities) -> Iterator[End]:
    """The sums and shares in a pledge; of "from 20 to 30 percent" the goal."""
    for entity in entities.within(span.start, span.end):
        before = entity.doc[entity.start - 1].lower_ if entity.start else ""
        if entity.label_ in {"MONEY", "PERCENT"} and before != "from":
            yield entity.label_, entity.start_char, entity.end_char


def deadlines(span: "Span", entities: Entities) -> Iterator[End]:
    """The dates that bound a pledge: inside it, or right before it in its sentence ("By May, said Brill, ...")."""
    doc = span.doc
    sentence = span.sent.start if doc.has_annotation("SENT_START") else span.start
    for entity in entities.within(sentence, span.end):
        if entity.label_ != "DATE" or not _bounds(entity):
            continue
        if entity.start >= span.start or (entity.start <= sentence + 2 and _until(entity) in {"by", "before"}):
            yield "DATE", entity.start_char, entity.end_char


def _bounds(date: "Span") -> bool:
    first = date[0].lower_
    duration = any(word.lower_ in {"old", "daily", "annual", "yearly"} for word in date)
    return not duration and (_until(date) in _UNTIL or first in _BARE)


def _until(date: "Span") -> str:
    """The preposition before a date, also before its article."""
    doc, place = date.doc, date.start - 1
    while place >= 0 and doc[place].lower_ in {"the", "early", "late", "mid", "-"}:
        place -= 1
    return doc[place].lower_ if place >= 0 else ""


def gainers(span: "Span") -> Iterator[End]:
    """Who is to gain: after "for", as the one who is given to, or whom one helps; a BENEFICIARY without a name."""
    for token in span:
        for head in joined(token) if _gains(token) and token.head.i >= span.start else ():
            if head.i < span.end and (end := _gainer(head)) is not None:
                yield end


def _gains(token: "Token") -> bool:
    if token.dep_ == "pobj" and token.head.lower_ == "for":
        return token.lemma_ not in _PURPOSES
    if token.dep_ == "dative" and token.pos_ in {"NOUN", "PROPN", "PRON"}:
        return True
    if token.dep_ == "pobj" and token.head.dep_ == "dative":
        return True
    return token.dep_ == "dobj" and token.head.lemma_ in _GIVING and (_person(token) or _given_to(token))


def _given_to(token: "Token") -> bool:
    """The first of two objects, where the parse calls both direct: "give every buyer a grant"."""
    return any(other.dep_ == "dobj" and other.i > token.i for other in token.head.rights)


def _person(token: "Token") -> bool:
    return token.ent_type_ in ACTORS or token.pos_ == "PRON"


def _gainer(head: "Token") -> End | None:
    if head.ent_type_ in _NO_GAINERS or head.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    if head.lower_ in {"it", "itself", "which", "that", "this", "what"}:
        return None
    end = actor(head)
    if end is None or end[0] != "MENTION" or head.pos_ == "PRON":
        return end
    return ("BENEFICIARY", *end[1:]) if _can_gain(head) else None


def _can_gain(head: "Token") -> bool:
    """People of a kind or a place, by the form of the word: neither a deed nor a single thing."""
    if head.lemma_.endswith(_DEEDS):
        return False
    return (
        head.tag_ in {"NNS", "NNPS"}
        or head.lemma_ in _COLLECTIVE
        or any(child.lower_ in {"every", "each", "any"} for child in head.lefts)
    )
