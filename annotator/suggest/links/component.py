"""The spaCy component `relations`: links what `quotes` and `pledges` have found; works without either."""

from typing import TYPE_CHECKING

from annotator.suggest.links import chains, details, promises, same
from annotator.suggest.links.entities import Entities
from annotator.suggest.quoted import innermost
from annotator.suggest.said import (
    PLEDGES,
    QUOTES,
    RELATIONS,
    End,
    FoundPledge,
    FoundQuote,
    SaidRelation,
    SaidSpan,
    kept,
    outer,
    say_relation,
    say_span,
    unsay_span,
)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

GROUP = "relations"
RULE = "gainer of a pledge"
_ENDS = frozenset({"speaker", "addressee", "pledger", "beneficiary"})


class Relations:
    """Says beneficiary, amount, deadline, stated_in, repeats and coref, and takes back quotes that only promise."""

    def __init__(self, nlp: "Language", name: str) -> None:
        self.name = name
        self.language = nlp.lang

    def __call__(self, doc: "Doc") -> "Doc":
        """Read a document."""
        pledges = kept(doc, PLEDGES, FoundPledge)
        quotes = _told(doc, kept(doc, QUOTES, FoundQuote), pledges)
        entities = Entities(doc)
        for pledge in pledges:
            _say_details(doc, pledge, entities)
            if (quote := innermost(pledge.fragments, quotes)) is not None:
                _link(doc, "stated_in", _head(pledge), outer("QUOTE", quote.fragments), pledge.score)
        for pledge, first in chains.repeats(doc, pledges):
            _link(doc, "repeats", _head(pledge), _head(first), pledge.score)
        if doc.has_annotation("DEP"):
            for mention, name in same.links(doc, _tails(doc), entities):
                _link(doc, "coref", mention, name)
        return doc


def _told(doc: "Doc", quotes: list[FoundQuote], pledges: list[FoundPledge]) -> list[FoundQuote]:
    """The quotes without those that are no more than a pledge; these stay in `doc.spans` alone."""
    pledged = promises.only_pledged(quotes, pledges)
    for quote in pledged:
        unsay_span(doc, "QUOTE", quote.fragments)
    return [quote for quote in quotes if quote not in pledged]


def _say_details(doc: "Doc", pledge: FoundPledge, entities: Entities) -> None:
    span = details.span_of(doc, pledge)
    if span is None:
        return
    for kind, ends in (("amount", details.amounts(span, entities)), ("deadline", details.deadlines(span, entities))):
        for end in ends:
            _link(doc, kind, _head(pledge), end, pledge.score)
    for end in details.gainers(span):
        if end[0] in {"BENEFICIARY", "MENTION"}:
            say_span(doc, SaidSpan(GROUP, end[0], (end[1:],), {}, pledge.score, RULE))
        _link(doc, "beneficiary", _head(pledge), end, pledge.score)


def _head(pledge: FoundPledge) -> End:
    return outer("PLEDGE", pledge.fragments)


def _link(doc: "Doc", kind: str, head: End, tail: End, score: float | None = None) -> None:
    say_relation(doc, SaidRelation(kind, head, tail, {}, score))


def _tails(doc: "Doc") -> list[End]:
    """The actors that relations end in, each once."""
    said = doc.user_data.get(RELATIONS, [])
    ends = (
        (str(label), int(start), int(end))
        for each in said
        if each["type"] in _ENDS
        for label, start, end in [each["tail"]]
    )
    return list(dict.fromkeys(ends))
