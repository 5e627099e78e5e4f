"""The spaCy component that finds quotes, with quotation marks and without."""

from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments
from annotator.suggest.quotes import direct, indirect
from annotator.suggest.quotes.marks import pairs
from annotator.suggest.quotes.merge import merge
from annotator.suggest.said import QUOTES, End, FoundQuote, SaidRelation, SaidSpan, keep
from annotator.suggest.saying import Saying

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

GROUP = "quotes"


class Quotes:
    """Finds who says what, and says it in `doc.spans["quotes"]` and in `doc.user_data`."""

    def __init__(self, nlp: "Language", name: str) -> None:
        self.name = name
        self.language = nlp.lang or ""

    def __call__(self, doc: "Doc") -> "Doc":
        """Read a document."""
        marked = pairs(doc.text)
        found = merge(direct.find(doc, self.language, marked), indirect.find(doc), marked)
        say(doc, found)
        keep(doc, QUOTES, found)
        return doc


def say(doc: "Doc", found: list[FoundQuote]) -> None:
    """Say quotes with their cues, speakers and what links them."""
    saying = Saying(doc)
    ends: dict[Fragments, End] = {}
    names = {(each.label_, each.start_char, each.end_char) for each in doc.ents}
    for quote in found:
        attributes = {"type": quote.type, "medium": quote.medium}
        said = SaidSpan(GROUP, "QUOTE", quote.fragments, {**attributes}, quote.score, quote.rule)
        head = ends[quote.fragments] = saying.span(said)
        if quote.cue:
            tail = saying.span(SaidSpan(GROUP, "CUE", quote.cue, {}, quote.score, quote.rule))
            saying.relation(SaidRelation("cue", head, tail, {}, quote.score))
        for role, actors in (("speaker", quote.speakers), ("addressee", quote.addressees)):
            for actor in actors:
                if actor not in names and actor[0] != "ROLE":
                    label, start, end = actor
                    saying.span(SaidSpan(GROUP, label, ((start, end),), {}, quote.score, quote.rule))
                saying.relation(SaidRelation(role, head, actor, {}, quote.score))
        if quote.continues and quote.continues in ends:
            saying.relation(SaidRelation("continues", head, ends[quote.continues], {}, quote.score))
