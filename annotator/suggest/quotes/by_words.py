"""Who speaks, from the words of a reporting clause: by the parse where there is one, else by how the words look."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.suggest.actors import ACTORS
from annotator.suggest.quotes.speakers import RELATIVE, ends, speaker
from annotator.suggest.said import End

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from annotator.suggest.quotes.verbs import Verbs

_ENDS_PHRASE = frozenset({",", ".", ":", ";", "(", "—", "–", "who", "in", "on", "at", "during", "after"})
_ORDER = ("PERSON", "PER", "ROLE", "ORG", "NORP", "GPE", "FAC", "LOC")
_PUNCTUATION = frozenset(',:;()[]–—-"')


def subject_after(words: Sequence["Token"], at: int, verbs: "Verbs") -> tuple[End, ...] | None:
    """Who says it, for a verb at that place of the clause; None when the clause is no reporting clause."""
    verb = words[at]
    head = speaker(verb) if verb.dep_ else None
    lead = [each for each in words[:at] if not is_helper(each, verbs)]
    if not lead:
        after = [each for each in words[at + 1 :] if not is_helper(each, verbs)]
        if head is not None and head.i > verb.i:
            return ends(head)
        inverted = verb.text.partition("-")[2]
        if inverted in verbs.pronouns:
            place = verb.idx + len(verb) - len(inverted)
            return (("MENTION", place, place + len(inverted)),)
        return by_look(noun_phrase(after), verbs)
    if head is not None and words[0].i <= head.i < verb.i and head.left_edge.i <= lead[0].i + 1:
        return ends(head)
    if not _looks_like_name(lead, verbs):
        return None
    return by_look(lead, verbs) or None


def subject_before(words: Sequence["Token"], at: int, verbs: "Verbs") -> tuple[End, ...]:
    """Who says it, for a verb at that place in words that lead to the quotation."""
    if near := beside(words[at], words[:at], verbs):
        return (near,)
    head = speaker(words[at]) if words[at].dep_ else None
    if head is not None and (found := ends(head)):
        return found
    return by_place(words[:at], verbs) or by_sentence(words[:at])


def _looks_like_name(words: Sequence["Token"], verbs: "Verbs") -> bool:
    first = words[0]
    if first.lower_ in verbs.pronouns:
        return len(words) == 1
    if first.tag_:
        return first.pos_ in {"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"} and first.lower_ not in {
            "it",
            "that",
            "this",
        }
    return len(words) <= 6


def is_helper(token: "Token", verbs: "Verbs") -> bool:
    """Whether the word is a mark, an auxiliary or an adverb, which may stand between a verb and who says it."""
    return (
        token.is_space
        or token.lower_ in verbs.auxiliaries
        or token.pos_ in {"ADV", "AUX", "PART"}
        or not any(each.isalnum() for each in token.text)
    )


def beside(verb: "Token", words: Sequence["Token"], verbs: "Verbs") -> End | None:
    """The pronoun or the person right before the verb, auxiliaries and adverbs aside: surer than a parse."""
    at = len(words) - 1
    while at >= 0 and (words[at].lower_ in verbs.auxiliaries or words[at].pos_ in {"ADV", "AUX"}):
        at -= 1
    if at < 0 or verb.tag_ in {"VBG", "VBN"}:
        return None
    token = words[at]
    if token.lower_ in {"i", "he", "she", "they", "we"}:
        return "MENTION", token.idx, token.idx + len(token)
    entity = next((each for each in token.doc[words[0].i : token.i + 1].ents if each.start <= token.i < each.end), None)
    if entity is None or entity.label_ not in {"PERSON", "PER"} or entity.end != token.i + 1:
        return None
    before = token.doc[entity.start - 1] if entity.start else None
    return (
        None
        if before is not None and before.pos_ in {"ADP", "CCONJ"}
        else (entity.label_, entity.start_char, entity.end_char)
    )


def by_look(words: Sequence["Token"], verbs: "Verbs") -> tuple[End, ...]:
    """The actor of a few words without a verb, such as those between a quote and “said”."""
    words = _trimmed(words)
    if not words:
        return ()
    for word in words[:2]:  # French: dit-elle, a-t-elle dit
        pronoun = word.lower_.rpartition("-")[2]
        if pronoun in verbs.pronouns and (word is words[0] or "-" in word.text):
            end = word.idx + len(word)
            return (("MENTION", end - len(pronoun), end),)
    if entity := _entity(words):
        return (entity,)
    phrase = _before_comma(words)
    name = [each for each in phrase if each.text[0].isupper() or each.lower_ in {"de", "van", "von", "bin"}]
    label = "PERSON" if len(name) == len(phrase) else "MENTION"
    return ((label, phrase[0].idx, phrase[-1].idx + len(phrase[-1])),)


def by_place(words: Sequence["Token"], verbs: "Verbs") -> tuple[End, ...]:
    """The actor of the last name or noun of these words, which stand before a reporting verb."""
    for at in range(len(words) - 1, -1, -1):
        token = words[at]
        if token.lower_ in verbs.pronouns:
            return by_look([token], verbs)
        if token.pos_ in {"PROPN", "NOUN"}:
            return ends(token)
        if token.pos_ in {"VERB", "ADP", "CCONJ", "SCONJ"}:
            return ()
        if not token.pos_ and token.text[:1].isupper():
            return by_look(_name_until(words, at), verbs)
    return ()


def by_sentence(words: Sequence["Token"]) -> tuple[End, ...]:
    """The actors of the first subject, for a participle without one: “Lind was angry, saying …”."""
    head = next((each for each in words if each.dep_ == "nsubj" and each.lower_ not in RELATIVE), None)
    return ends(head) if head is not None else ()


def _name_until(words: Sequence["Token"], last: int) -> Sequence["Token"]:
    first = last
    while first and words[first - 1].text[:1].isupper():
        first -= 1
    return words[first : last + 1]


def _trimmed(words: Sequence["Token"]) -> Sequence["Token"]:
    first, last = 0, len(words)
    while first < last and _is_mark(words[first]):
        first += 1
    while first < last and _is_mark(words[last - 1]):
        last -= 1
    return words[first:last]


def _is_mark(token: "Token") -> bool:
    return token.is_space or not any(each.isalnum() for each in token.text)


def _before_comma(words: Sequence["Token"]) -> Sequence["Token"]:
    stop = next((at for at, each in enumerate(words) if each.text in _PUNCTUATION and at), len(words))
    return words[:stop]


def _entity(words: Sequence["Token"]) -> End | None:
    doc: Doc = words[0].doc
    start, end = words[0].i, words[-1].i + 1
    inside = [each for each in doc[start:end].ents if each.label_ in ACTORS]
    inside.sort(key=lambda each: (_ORDER.index(each.label_), each.start))
    return next(((each.label_, each.start_char, each.end_char) for each in inside), None)


def noun_phrase(words: Sequence["Token"]) -> Sequence["Token"]:
    """Words up to the comma, the relative clause or the preposition of place and time that ends a noun phrase."""
    for at, token in enumerate(words):
        if at and token.lower_ in _ENDS_PHRASE:
            return words[:at]
    return words
