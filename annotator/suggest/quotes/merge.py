"""Quotes in marks and reported clauses become one list, in which nothing is said twice."""

from collections.abc import Sequence

import msgspec

from annotator.model.annotation import Fragments
from annotator.suggest.quotes.marks import Marked
from annotator.suggest.said import FoundQuote


def merge(direct: Sequence[FoundQuote], indirect: Sequence[FoundQuote], marked: Sequence[Marked]) -> list[FoundQuote]:
    """All quotes once, in text order.

    A reported clause is widened to the whole of the marks it cuts and takes in the words in marks that lie in it,
    unless these are a whole quote with a cue of their own: then it is left out, as what lies within a quote is.
    """
    full = [each for each in direct if each.type == "direct"]
    parts = [each for each in direct if each.type != "direct"]
    tops = [each for each in marked if each.level == 0]
    clauses = []
    for each in indirect:
        wide = _widened(each, tops)
        if not any(_is_within(wide, whole) or (whole.cue and _meets(wide, whole)) for whole in full):
            clauses.append(wide)
    clauses = _once(clauses)
    full = [each for each in full if each.cue or each.continues or not any(_is_within(each, one) for one in clauses)]
    kept = [part for part in parts if not any(_meets(part, clause) for clause in clauses)]
    return sorted([*full, *kept, *clauses], key=lambda quote: (quote.fragments[0], quote.fragments))


def _widened(quote: FoundQuote, tops: Sequence[Marked]) -> FoundQuote:
    """The clause with the whole of the marks that it cuts; mixed where there are words in marks in it."""
    touched = False
    fragments = []
    for start, end in quote.fragments:
        for each in tops:
            if each.start < end and start < each.end:
                touched = True
                start, end = min(start, each.start), max(end, each.end)
        fragments.append((start, end))
    if not touched:
        return quote
    return msgspec.structs.replace(quote, fragments=_joined(fragments), type="mixed")


def _joined(fragments: list[tuple[int, int]]) -> Fragments:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(fragments):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _once(quotes: Sequence[FoundQuote]) -> list[FoundQuote]:
    """Each content once: the surest, and of equally sure ones the first."""
    best: dict[Fragments, FoundQuote] = {}
    for each in quotes:
        if each.fragments not in best or each.score > best[each.fragments].score:
            best[each.fragments] = each
    return list(best.values())


def _is_within(one: FoundQuote, other: FoundQuote) -> bool:
    return all(any(start >= a and end <= b for a, b in other.fragments) for start, end in one.fragments)


def _meets(one: FoundQuote, other: FoundQuote) -> bool:
    return any(start < b and a < end for start, end in one.fragments for a, b in other.fragments)
