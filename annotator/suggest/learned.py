"""What a pipeline that was trained on annotators' work (`training`) says of an article, ready for `reading`.

Such a pipeline finds pieces: a quote in two fragments was learned as two. Here the pieces of one quote are joined
again, and of pieces of one label that overlap the surest stays.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from annotator.model.annotation import Fragment, Fragments
from annotator.suggest.paragraphs import crosses, paragraph_starts

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONG, SHORT = "learned_long", "learned_short"  # the groups of `doc.spans` that it fills
GROUPS = (LONG, SHORT)
VECTORS, FINDER = "learned_tok2vec", "_finder"  # a component, and how the names of others end
LEARNED = frozenset(
    {VECTORS, *GROUPS, *(f"{group}{FINDER}" for group in GROUPS)}
)  # all components that a training makes
QUOTE, CUE = "QUOTE", "CUE"
_WIDEST = 120  # characters between two pieces of one quote: a cue, a speaker, and little more
_MARKS = frozenset("\"“”„«»‹›‘’‚'`")
_ALIKE = 0.5  # so much of both together, two spans share to be the same finding


class LearnedSpan(msgspec.Struct, frozen=True):
    """A span that was found, with the score that the model gave it, 0 to 1."""

    label: str
    fragments: Fragments
    score: float | None = None


def read(doc: "Doc", speaks: Collection[str], cues: Iterable[Fragment] = ()) -> list[LearnedSpan]:
    """What the trained groups of a document hold of these labels; `cues` are those that the rules found."""
    pieces = [piece for label in sorted(speaks) for piece in _surest(_pieces(doc, label))]
    own = [each.fragments[0] for each in pieces if each.label == CUE]
    quotes = sorted((each for each in pieces if each.label == QUOTE), key=lambda each: each.fragments)
    rest = [each for each in pieces if each.label != QUOTE]
    return [*_joined(doc.text, quotes, own if CUE in speaks else list(cues)), *rest]


def _pieces(doc: "Doc", label: str) -> Iterator[LearnedSpan]:
    for name in GROUPS:
        if name not in doc.spans:
            continue
        group = doc.spans[name]
        scores = group.attrs.get("scores", ())
        for at, span in enumerate(group):
            if span.label_ == label:
                score = min(max(float(scores[at]), 0.0), 1.0) if at < len(scores) else None
                yield LearnedSpan(label, ((span.start_char, span.end_char),), score)


def _surest(found: Iterable[LearnedSpan]) -> list[LearnedSpan]:
    """Of pieces that overlap, the one with the highest score, and of equals the longer."""
    kept: list[LearnedSpan] = []
    for each in sorted(found, key=lambda it: (-(it.score or 0.0), it.fragments[0][0] - it.fragments[0][1])):
        start, end = each.fragments[0]
        if all(end <= other.fragments[0][0] or other.fragments[0][1] <= start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda it: it.fragments)


def _joined(text: str, quotes: Sequence[LearnedSpan], cues: Sequence[Fragment]) -> Iterator[LearnedSpan]:
    """The quotes, each piece with the one before it where one cue stands between them."""
    if not quotes:
        return
    starts = paragraph_starts(text)
    open_now = quotes[0]
    for before, after in pairwise(quotes):
        if _belong(text, starts, before.fragments[0], after.fragments[0], cues):
            score = None if open_now.score is None or after.score is None else min(open_now.score, after.score)
            open_now = LearnedSpan(QUOTE, (*open_now.fragments, *after.fragments), score)
        else:
            yield open_now
            open_now = after
    yield open_now


def _belong(text: str, starts: list[int], before: Fragment, after: Fragment, cues: Sequence[Fragment]) -> bool:
    """Whether two pieces are one quote: `"A," he said. "B"`, in one paragraph, both in quotation marks."""
    left, right = before[1], after[0]
    if right - left > _WIDEST or crosses(starts, before[0], after[1]):
        return False
    between = sum(1 for start, end in cues if left <= start and end <= right)
    return between == 1 and text[left - 1] in _MARKS and text[right] in _MARKS


def likest(fragments: Fragments, others: Iterable[Fragments]) -> Fragments | None:
    """The fragments among others that share most characters with these, at least half of both together."""
    scored = [(_overlap(fragments, each), each) for each in others]
    best = max(scored, default=(0.0, None), key=lambda pair: pair[0])
    return best[1] if best[0] >= _ALIKE else None


def _overlap(one: Fragments, two: Fragments) -> float:
    shared = sum(max(0, min(a_end, b_end) - max(a, b)) for a, a_end in one for b, b_end in two)
    return shared / (sum(end - start for start, end in (*one, *two)) - shared)
