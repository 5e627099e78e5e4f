"""Speech, writing and thought without quotation marks: what the parse shows to be reported.

Contents are found regardless of marks: what lies within marks, or cuts them, the merging settles. Needs tags,
lemmas and a parse in the way of spaCy's English pipelines; where there are none, nothing is found.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments
from annotator.suggest.quotes.according import according_to, as_said, headline, in_view
from annotator.suggest.quotes.cues import Cues, cues_of
from annotator.suggest.quotes.nominal import from_adjective, from_noun, made_clear
from annotator.suggest.quotes.verbal import VerbCue
from annotator.suggest.said import FoundQuote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find(doc: "Doc") -> list[FoundQuote]:
    """Every reported content of a document, in text order, equal contents once."""
    cues = cues_of(doc.lang_)
    if not cues.verbs or not doc.has_annotation("DEP"):
        return []
    best: dict[Fragments, FoundQuote] = {}
    for quotes in ([headline(doc, cues)], *(_at(token, cues) for token in doc)):
        for quote in quotes:
            if quote is not None and (quote.fragments not in best or best[quote.fragments].score < quote.score):
                best[quote.fragments] = quote
    return _outermost(best.values())


def _outermost(found: Iterable[FoundQuote]) -> list[FoundQuote]:
    """Contents in text order, without those that lie within another.

    Whoever “told us he thinks ...” has said it: what is reported inside a report is the outer speaker's word, and
    annotators of news mark it in one case of nine.
    """
    kept: list[FoundQuote] = []
    around: list[FoundQuote] = []
    for quote in sorted(found, key=lambda each: (each.fragments[0][0], -each.fragments[-1][1], len(each.fragments))):
        around = [each for each in around if each.fragments[-1][1] > quote.fragments[0][0]]
        if not any(_lies_in(quote, each) for each in around):
            kept.append(quote)
            around.append(quote)
    return kept


def _lies_in(one: FoundQuote, other: FoundQuote) -> bool:
    return all(any(a <= start and end <= b for a, b in other.fragments) for start, end in one.fragments)


def _at(token: "Token", cues: Cues) -> Iterator[FoundQuote | None]:
    """What the rules find at one word."""
    pos, lemma = token.pos_, token.lemma_
    if pos == "VERB" and (frame := cues.verbs.get(lemma)):
        yield from VerbCue(token, frame, cues).find()
    elif pos == "NOUN":
        if frame := cues.nouns.get(lemma):
            yield from from_noun(token, frame, cues)
        if lemma in cues.views:
            yield in_view(token, cues)
    elif pos == "ADJ":
        if frame := cues.adjectives.get(lemma):
            yield from from_adjective(token, frame)
        if lemma in cues.clear:
            yield from made_clear(token, cues)
    if pos == "VERB" and token.dep_ == "advcl":
        yield as_said(token, cues)
    if token.lower_ == "according":
        yield according_to(token)
