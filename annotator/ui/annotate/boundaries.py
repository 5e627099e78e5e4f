"""Where a span's boundary goes when it is moved by a word. Pure Python; offsets are code points."""

from typing import Literal

from annotator.model.annotation import Fragments
from annotator.model.offsets import next_word_end, next_word_start, previous_word_end, previous_word_start

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
