"""What a press on a mark may become: moving one of its edges, or drawing a relation from it.

Plain Python: the view tells where the pointer is, in code points and marks, and asks what that means.
"""

from dataclasses import dataclass
from typing import Literal

from annotator.model.offsets import snap_to_graphemes, snap_to_words
from annotator.ui.text_view.marks import Fragment, Mark

Side = Literal["start", "end"]
Fragments = tuple[Fragment, ...]


@dataclass
class EdgeDrag:
    """One edge of a mark under the pointer; `fragments` are the mark's as they would become."""

    text: str
    mark: Mark
    side: Side
    fragments: Fragments

    def goes_to(self, position: int, *, exact: bool) -> Fragments:
        """The fragments with the edge at a place: at the edge of its word, or of its grapheme if `exact`."""
        snap = snap_to_graphemes if exact else snap_to_words
        first, last = self.mark.fragments[0], self.mark.fragments[-1]
        if self.side == "start":
            start = snap(self.text, min(position, first[1] - 1), first[1])[0]
            self.fragments = ((min(start, first[1] - 1), first[1]), *self.mark.fragments[1:])
        else:
            end = snap(self.text, last[0], max(position, last[0] + 1))[1]
            self.fragments = (*self.mark.fragments[:-1], (last[0], max(end, last[0] + 1)))
        return self.fragments

    @property
    def changed(self) -> bool:
        """Whether anything would move."""
        return self.fragments != self.mark.fragments


@dataclass
class RelationDrag:
    """A line from a mark to the pointer; `targets` may be dropped on, None for all, `under` is the one below it."""

    head: str
    point: tuple[float, float]
    started: bool = False
    targets: frozenset[str] | None = None
    under: str = ""

    def over(self, marks: tuple[str, ...]) -> str:
        """The innermost of the marks under the pointer that may be dropped on."""
        able = (mark for mark in marks if mark != self.head and (self.targets is None or mark in self.targets))
        self.under = next(able, "")
        return self.under
