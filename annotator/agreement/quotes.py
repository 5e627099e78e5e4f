"""Quotes of one set against those of another: with and without quotation marks, speakers, cues.

The rows are those in which systems are compared on PolNeAR (Newell et al. 2018), by coverage too, as
GenderGapTracker does (Asr et al. 2021). A quote is "quoted" when a double quotation mark stands in it, else
"indirect"; one that was found without being wanted is quoted, too, when such a mark touches it.
"""

import re
from collections.abc import Callable, Sequence

from annotator.agreement.counts import CLOSE, EXACT, LEVELS, Tally
from annotator.agreement.matching import match
from annotator.agreement.pairs import Pair, coverage
from annotator.agreement.side import Side, counted, overlap, same
from annotator.model.annotation import Fragments, Span

QUOTE, SPEAKER, CUE = "QUOTE", "speaker", "cue"
COVERED = 0.3
COVERAGE = f"coverage >= {COVERED}"
SPEAKER_RIGHT, CUE_RIGHT = "speaker, any overlap", "cue, exact"
CLASSES = ("all", "quoted", "indirect")
ROWS = (EXACT, CLOSE, COVERAGE, SPEAKER_RIGHT, CUE_RIGHT)
_MARK = re.compile("[\"“”„‟«»]|''|``")
_Same = Callable[[Sequence[Fragments], Sequence[Fragments]], bool]
_PARTS: dict[str, tuple[str, _Same]] = {SPEAKER_RIGHT: (SPEAKER, overlap), CUE_RIGHT: (CUE, same)}


def count_quotes(tally: Tally, text: str, wanted: Side, found: Side, pairs: Sequence[Pair]) -> None:
    """Count the quotes of an article into the table "quotes"; the sides hold quotes only, and `pairs` match them.

    Speakers and cues are looked at where the quotes are matched by coverage: right are out of the pairs whose wanted
    quote has one (wanted) or whose found one has (found).
    """
    quotes = _Quotes(tally, text, wanted, found)
    for row in (EXACT, CLOSE):
        quotes.count(row, [pair for pair in pairs if LEVELS[row](pair)])
    covered = match(wanted.marks, found.marks, by=coverage, least=COVERED).pairs
    quotes.count(COVERAGE, covered)
    quotes.count_parts(counted(wanted, found, covered)[0])


class _Quotes:
    def __init__(self, tally: Tally, text: str, wanted: Side, found: Side) -> None:
        self._tally, self._text, self._wanted, self._found = tally, text, wanted, found
        for kind in CLASSES:
            for row in ROWS:
                tally.add("quotes", QUOTE, kind, row)

    def count(self, row: str, pairs: Sequence[Pair]) -> None:
        right, wanted, found = counted(self._wanted, self._found, pairs)
        for span in wanted:
            self._add(row, self._is_quoted(span), wanted=1)
        for pair in right:
            self._add(row, self._is_quoted(self._wanted.spans[pair.a]), right=1, found=1)
        matched = {self._found.spans[pair.b].id for pair in right}
        for span in found:
            if span.id not in matched:
                self._add(row, self._is_quoted(span, touching=1), found=1)

    def count_parts(self, pairs: Sequence[Pair]) -> None:
        for pair in pairs:
            wanted, found = self._wanted.spans[pair.a], self._found.spans[pair.b]
            for row, (relation, is_right) in _PARTS.items():
                want, got = self._wanted.tails(wanted, relation), self._found.tails(found, relation)
                right = bool(want and got) and is_right(want, got)
                self._add(row, self._is_quoted(wanted), right=right, wanted=bool(want), found=bool(got))

    def _add(self, row: str, is_quoted: bool, *, right: int = 0, wanted: int = 0, found: int = 0) -> None:
        for kind in ("all", "quoted" if is_quoted else "indirect"):
            self._tally.add("quotes", QUOTE, kind, row, right=right, wanted=wanted, found=found)

    def _is_quoted(self, span: Span, *, touching: int = 0) -> bool:
        return any(
            mark.start() < end + touching and mark.end() > start - touching
            for start, end in span.fragments
            for mark in _MARK.finditer(self._text, max(0, start - 2), end + 2)
        )
