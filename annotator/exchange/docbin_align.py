"""From code points to tokens: which run of tokens a fragment becomes, in each of spaCy's alignment modes.

Plain arithmetic on token bounds, without spaCy. The modes are those of `Doc.char_span`: strict takes a fragment
only where it begins and ends with tokens, contract takes the tokens that lie wholly in it, expand all that
it touches. Spaces between tokens belong to none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.exchange.protocols import Alignment
from annotator.model.annotation import Fragment, Fragments, Span, places

Run = tuple[int, int]  # tokens, half-open


@dataclass(frozen=True, slots=True)
class Tokens:
    """Where tokens begin and end, in code points, in text order."""

    starts: Sequence[int]
    ends: Sequence[int]

    def run(self, fragment: Fragment, mode: Alignment) -> Run | None:
        """The tokens that the fragment becomes; None when there are none."""
        start, end = fragment
        if mode == "expand":
            first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        else:
            first, last = bisect_left(self.starts, start), bisect_right(self.ends, end)
        if first >= last:
            return None
        run = first, last
        return None if mode == "strict" and self.bounds(run) != fragment else run

    def bounds(self, run: Run) -> Fragment:
        """The code points that a run of tokens covers."""
        return self.starts[run[0]], self.ends[run[1] - 1]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A span on tokens: no runs when it cannot stand there; `bounds` are what the runs cover."""

    span: Span
    runs: tuple[Run, ...]
    bounds: Fragments

    @property
    def is_exact(self) -> bool:
        """Whether the tokens cover just what the span covers."""
        return self.bounds == self.span.fragments

    @property
    def outcome(self) -> str:
        """What became of it, for a report."""
        if not self.runs:
            return "left out"
        bounds = places(self.bounds)
        return f"moved to {bounds}"


def align_span(span: Span, tokens: Tokens, mode: Alignment) -> Aligned:
    """The span on tokens. Strict takes all of its fragments or none; runs that come to overlap are joined."""
    found = [tokens.run(fragment, mode) for fragment in span.fragments]
    if mode == "strict" and None in found:
        return Aligned(span, (), ())
    runs: list[Run] = []
    for run in found:
        if run is None:
            continue
        if runs and run[0] < runs[-1][1]:
            runs[-1] = runs[-1][0], max(run[1], runs[-1][1])
        else:
            runs.append(run)
    return Aligned(span, tuple(runs), tuple(map(tokens.bounds, runs)))
