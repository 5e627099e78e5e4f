"""Promises that are told: "Brill vowed to resign" is a PLEDGE, and by the guidelines no QUOTE beside it.

Under a verb of saying ("said that she would resign"), or with words in quotation marks, it is both.
"""

from collections.abc import Iterable

from annotator.suggest.said import FoundPledge, FoundQuote


def only_pledged(quotes: Iterable[FoundQuote], pledges: Iterable[FoundPledge]) -> list[FoundQuote]:
    """The indirect quotes whose cue is that of a pledge: what they tell is that pledge and no more."""
    cues = {pledge.cue for pledge in pledges if pledge.cue}
    return [quote for quote in quotes if quote.type == "indirect" and quote.cue in cues]
