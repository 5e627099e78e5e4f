"""Where a span's boundary goes when it is moved by a word or a character. Pure Python; offsets are code points."""

from typing import Literal

from annotator.model.annotation import Fragments, make_fragments
from annotator.model.offsets import (
    next_grapheme,
    next_word_end,
    next_word_start,
    previous_grapheme,
    previous_word_end,
    previous_word_start,
    shrink_whitespace,
    trimmed,
)

Side = Literal["start", "end"]
Way = Literal["left", "right"]


def moved(text: str, fragments: Fragments, side: Side, way: Way) -> Fragments | None:
    """The fragments with the first start or the last end one word further; None when no text would be left.

    At an end of the text they stay as they are.
    """
    first, last = fragments[0], fragments[-1]
    if side == "start":
        start = previous_word_start(text, first[0]) if way == "left" else next_word_start(text, first[0])
        return ((start, first[1]), *fragments[1:]) if start < first[1] else None
    end = previous_word_end(text, last[1]) if way == "left" else next_word_end(text, last[1])
    return (*fragments[:-1], (last[0], end)) if end > last[0] else None


def moved_by_character(text: str, fragments: Fragments, side: Side, way: Way) -> Fragments | None:
    """The fragments with the first start or the last end one character (grapheme) further, as `moved` does."""
    step = previous_grapheme if way == "left" else next_grapheme
    first, last = fragments[0], fragments[-1]
    if side == "start":
        start = step(text, first[0])
        return ((start, first[1]), *fragments[1:]) if start < first[1] else None
    end = step(text, last[1])
    return (*fragments[:-1], (last[0], end)) if end > last[0] else None


def with_selection(fragments: Fragments, selected: Fragments) -> Fragments:
    """The fragments with those selected added to them."""
    return make_fragments([*fragments, *selected])


def without_selection(fragments: Fragments, selected: Fragments) -> Fragments:
    """The fragments with those selected taken out of them; empty when nothing is left."""
    left = list(fragments)
    for start, end in selected:
        left = [piece for old in left for piece in ((old[0], min(old[1], start)), (max(old[0], end), old[1]))]
    return make_fragments(left)


def without_space(text: str, fragments: Fragments) -> Fragments:
    """The fragments without white space at their ends; as they were, if they are nothing else."""
    return make_fragments(shrink_whitespace(text, *piece) for piece in fragments) or fragments


def trimmed_ends(text: str, fragments: Fragments) -> Fragments:
    """The fragments without stray spaces and quotation marks at their ends."""
    return make_fragments(trimmed(text, start, end) for start, end in fragments)
