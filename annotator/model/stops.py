"""Where a caret that goes by words stops: at every word, and at every run of other characters.

The words are those that a drag snaps to (`offsets`), so "long-range" and "don't" are one step each. Chinese, Japanese
and Thai, which this program has no dictionary for, go by characters rather than by whole sentences. White space belongs
to what stands before it; at the end of a line there is a stop, so that its last word can be selected alone.
"""

from annotator.model.offsets import is_grapheme_boundary, run_at, words_around


def next_stop(text: str, position: int) -> int:
    """The first stop after `position`, or the end of the text. Offsets are code points."""
    at = position
    while at < len(text):
        stops = _stops_around(text, at)
        if found := next((stop for stop in stops if stop > position and is_grapheme_boundary(text, stop)), None):
            return found
        at = _after_space(text, max(run_at(text, at)[1], at + 1))
    return len(text)


def previous_stop(text: str, position: int) -> int:
    """The last stop before `position`, or 0. Offsets are code points."""
    at = position
    while at > 0:
        stops = reversed(_stops_around(text, at))
        found = next((stop for stop in stops if stop < position and is_grapheme_boundary(text, stop)), None)
        if found is not None:
            return found
        at = _before_space(text, min(run_at(text, at)[0], at - 1))
    return 0


def _stops_around(text: str, position: int) -> list[int]:
    """The stops in the run without white space that touches `position`, in order."""
    start, end = run_at(text, position)
    found = {edge for word in words_around(text, position) for edge in word if start < edge < end}
    if start < end and (start == 0 or text[start - 1].isspace()):  # and no cut through a very long run
        found.add(start)
    after = _after_space(text, end)
    if start < end and (after == len(text) or "\n" in text[end:after]):
        found.add(end)
    return sorted(found)


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _before_space(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at
