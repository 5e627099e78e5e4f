"""The spaCy component `pledges`: reads a document once, and says what it finds."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.annotation import Attributes, Fragments
from annotator.suggest.actors import actor
from annotator.suggest.pledges import adjectives, headlines, items, modals, nouns, verbs
from annotator.suggest.pledges.extent import fragments
from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.grammar import VERBS
from annotator.suggest.pledges.lists import Lists, lists
from annotator.suggest.pledges.parts import parted, separate
from annotator.suggest.pledges.traits import attributes
from annotator.suggest.quoted import innermost, quoted
from annotator.suggest.said import (
    PLEDGES,
    QUOTES,
    End,
    FoundPledge,
    FoundQuote,
    SaidRelation,
    SaidSpan,
    keep,
    kept,
)
from annotator.suggest.saying import Saying

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

GROUP = "pledges"
_MODALS = modals.WILL | {"would", "'d", "’d", "going", "gonna"}


class Pledges:
    """Finds pledges; leaves what it found in `doc.spans["pledges"]` and for `said.kept`."""

    def __init__(self, nlp: "Language", name: str) -> None:
        self.name = name
        self.language = nlp.lang

    def __call__(self, doc: "Doc") -> "Doc":
        """Read a document; one without lemmas and a parse, or in a language without lists, has no pledges."""
        words = lists(self.language)
        found = find(doc, words) if words is not None and doc.has_annotation("DEP") else []
        saying = Saying(doc)
        for pledge in found:
            _say(saying, pledge)
        keep(doc, PLEDGES, found)
        return doc


def find(doc: "Doc", words: Lists) -> list[FoundPledge]:
    """The pledges of a document, in its order; of two that overlap the surer one."""
    marks, quotes = quoted(doc), kept(doc, QUOTES, FoundQuote)
    taken: list[FoundPledge] = []
    candidates = sorted(_candidates(doc, words), key=lambda each: (-each.score, each.content.i))
    for candidate in candidates:
        for where in parted(doc, fragments(candidate)):
            if not any(_overlap(where, other.fragments) for other in taken):
                bound = _bound(candidate) or _speakers(candidate, where, quotes)
                taken.append(_found(candidate, where, bound, attributes(candidate, where, marks, words)))
    return sorted(taken, key=lambda pledge: pledge.fragments)


def _candidates(doc: "Doc", words: Lists) -> Iterator[Candidate]:
    for token in doc:
        for candidate in _of(token, words):
            if candidate.reach is not None:
                yield candidate
                continue
            for content in separate(candidate.content):
                yield replace(candidate, content=content, whole=candidate.whole and content.i == candidate.content.i)
    yield from headlines.find(doc, words)
    yield from items.find(doc, words)


def _of(token: "Token", words: Lists) -> Iterator[Candidate]:
    if token.lower_ in _MODALS:
        yield from modals.find(token, words)
    elif token.lower_ in words("adjectives", "committed") | words("adjectives", "resolved"):
        yield from list(adjectives.find(token, words)) or verbs.find(token, words)
    elif token.pos_ in VERBS and not nouns.mistaken(token, words):
        yield from verbs.find(token, words)
    elif token.pos_ == "NOUN" or token.pos_ in VERBS:
        yield from nouns.find(token, words)


def _overlap(one: Fragments, other: Fragments) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _bound(candidate: Candidate) -> tuple[End, ...]:
    ends = (actor(who) for who in candidate.pledgers)
    return tuple(end for end in ends if end is not None)


def _speakers(candidate: Candidate, where: Fragments, quotes: Sequence[FoundQuote]) -> tuple[End, ...]:
    """In “two ferries will be built” whoever says so is bound; other rules name their own."""
    quote = innermost(where, quotes) if candidate.rule == modals.RULES["passive"] else None
    return quote.speakers if quote is not None else ()


def _found(candidate: Candidate, where: Fragments, bound: tuple[End, ...], values: Attributes) -> FoundPledge:
    cue = tuple(_joined(candidate.cue))
    return FoundPledge(
        fragments=where,
        attributes=values,
        cue=cue,
        pledgers=bound,
        rule=candidate.rule,
        score=candidate.score,
    )


def _joined(cue: "tuple[Token, ...]") -> "Iterator[tuple[int, int]]":
    """The cue's words as fragments, neighbours in one."""
    run: list[Token] = []
    for word in sorted(cue, key=lambda each: each.i):
        if run and word.i != run[-1].i + 1:
            yield run[0].idx, run[-1].idx + len(run[-1])
            run = []
        run.append(word)
    if run:
        yield run[0].idx, run[-1].idx + len(run[-1])


def _say(saying: Saying, pledge: FoundPledge) -> None:
    span = SaidSpan(GROUP, "PLEDGE", pledge.fragments, pledge.attributes, pledge.score, pledge.rule)
    head = saying.span(span)
    if pledge.cue:
        tail = saying.span(SaidSpan(GROUP, "CUE", pledge.cue, {}, pledge.score, pledge.rule))
        saying.relation(SaidRelation("cue", head, tail, {}, pledge.score))
    for end in pledge.pledgers:
        if end[0] == "MENTION":  # a name or office has been said by whoever found it
            saying.span(SaidSpan(GROUP, "MENTION", (end[1:],), {}, pledge.score, pledge.rule))
        saying.relation(SaidRelation("pledger", head, end, {}, pledge.score))
