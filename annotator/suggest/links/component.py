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
)
from annotator.suggest.saying import Saying

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
        saying = Saying(doc)
        pledges = kept(doc, PLEDGES, FoundPledge)
        quotes = _told(saying, kept(doc, QUOTES, FoundQuote), pledges)
        entities = Entities(doc)
        for pledge in pledges:
            _say_details(doc, saying, pledge, entities)
            if (quote := innermost(pledge.fragments, quotes)) is not None:
                _link(saying, "stated_in", pledge, outer("QUOTE", quote.fragments))
        for pledge, first in chains.repeats(doc, pledges):
            _link(saying, "repeats", pledge, _head(first))
        if doc.has_annotation("DEP"):
            for mention, name in same.links(doc, _tails(doc), entities):
                saying.relation(SaidRelation("coref", mention, name))
        return doc


def _told(saying: Saying, quotes: list[FoundQuote], pledges: list[FoundPledge]) -> list[FoundQuote]:
    """The quotes without those that are no more than a pledge."""
    pledged = promises.only_pledged(quotes, pledges)
    for quote in pledged:
        saying.unsay("QUOTE", quote.fragments)
    return [quote for quote in quotes if quote not in pledged]


def _say_details(doc: "Doc", saying: Saying, pledge: FoundPledge, entities: Entities) -> None:
    span = details.span_of(doc, pledge)
    if span is None:
        return
    for end in details.amounts(span, entities):
        _link(saying, "amount", pledge, end)
    for end in details.deadlines(span, entities):
        _link(saying, "deadline", pledge, end)
    for end in details.gainers(span):
        if end[0] in {"BENEFICIARY", "MENTION"}:
            saying.span(SaidSpan(GROUP, end[0], (end[1:],), {}, pledge.score, RULE))
        _link(saying, "beneficiary", pledge, end)


def _head(pledge: FoundPledge) -> End:
    return outer("PLEDGE", pledge.fragments)


def _link(saying: Saying, kind: str, pledge: FoundPledge, tail: End) -> None:
    saying.relation(SaidRelation(kind, _head(pledge), tail, {}, pledge.score))


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
