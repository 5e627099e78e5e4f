"""Quotes in marks and reported clauses become one list, in which nothing is said twice."""

from collections.abc import Sequence

import msgspec

from annotator.model.annotation import Fragments
from annotator.suggest.quotes.marks import Marked
from annotator.suggest.said import FoundQuote


def merge(quoted: Sequence[FoundQuote], reported: Sequence[FoundQuote], marked: Sequence[Marked]) -> list[FoundQuote]:
    """All quotes once, in text order.

    A reported clause is widened to the whole of the marks it cuts, and then mixed. It is left out where it meets a
    quote found by the marks: those are the surer ones. Only a sentence in marks that nothing reports gives way to
    a clause that holds it.
    """
    tops = [each for each in marked if each.level == 0]
    clauses = _once([_widened(each, tops) for each in reported])
    kept = [each for each in quoted if not _is_loose(each) or not any(_is_within(each, one) for one in clauses)]
    clauses = [each for each in clauses if not any(_meets(each, one) for one in kept)]
    return sorted([*kept, *clauses], key=lambda quote: (quote.fragments[0], quote.fragments))


def _is_loose(quote: FoundQuote) -> bool:
    return not quote.cue and not quote.continues and not quote.speakers


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
