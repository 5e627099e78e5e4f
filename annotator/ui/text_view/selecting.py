"""What the mouse means: a drag selects words, a click chooses a mark, again the one around it.

The view hands its mouse events on as code point offsets and marks under the pointer; this keeps what must be
remembered between them. Plain Python.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.model.offsets import cluster_at, snap_to_graphemes, snap_to_words
from annotator.ui.text_view.marks import Fragment

_SLOP = 4  # pixels that a hand moves in a click


@dataclass
class Drag:
    """One press of the button, and the selection it makes of `text`."""

    text: str
    anchor: int
    point: tuple[float, float]
    moved: bool = False

    def goes_to(self, point: tuple[float, float]) -> bool:
        """Whether this is a drag by now, and no click any more."""
        away = max(abs(point[0] - self.point[0]), abs(point[1] - self.point[1]))
        self.moved = self.moved or away >= _SLOP
        return self.moved

    def selects(self, position: int, *, exact: bool) -> Fragment:
        """Anchor and position of the selection, snapped outwards to words, or to graphemes if `exact`."""
        start, end = sorted((self.anchor, position))
        start, end = (snap_to_graphemes if exact else snap_to_words)(self.text, start, end)
        return (end, start) if position < self.anchor else (start, end)


@dataclass
class Clicks:
    """Which of the marks under the pointer a click means."""

    _place: tuple[str, ...] = ()
    _point: tuple[float, float] = (0.0, 0.0)
    _turn: int = field(default=-1)

    def choose(self, marks: tuple[str, ...], point: tuple[float, float]) -> str:
        """The innermost of `marks`; at the same place again the next one outwards, in the end round again."""
        near = max(abs(point[0] - self._point[0]), abs(point[1] - self._point[1])) < _SLOP
        self._turn = self._turn + 1 if near and marks == self._place else 0
        self._place, self._point = marks, point
        return marks[self._turn % len(marks)] if marks else ""

    def forget(self) -> None:
        """The next click is a first one."""
        self._turn, self._place = -1, ()


def merged(fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    """The fragments in order, those that overlap or touch made one, empty ones left out."""
    found: list[Fragment] = []
    for start, end in sorted(fragment for fragment in fragments if fragment[0] < fragment[1]):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)


def nearest_boundary(text: str, position: int) -> int:
    """The grapheme boundary next to `position`, never inside a cluster."""
    return cluster_at(text, position)[0]
