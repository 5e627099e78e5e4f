"""Which relations one line shows, and how: as arcs between two of its marks, or as stubs at one of them.

An arc is drawn on the line where one of its ends begins and the other end is too. Else each shown end gets a
stub that says what is at the other, where the other is (an arrow up or down the text), and in which role.
Where they go is routed in `arcs`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from annotator.ui.text_view.arcs import ArcWish, Form, PlacedStub, Room, RoutedArc, StubWish, place_stubs, route
from annotator.ui.text_view.marks import Arc, Mark
from annotator.ui.text_view.page import Line, Page

_TARGET_LENGTH, _SHORT_LENGTH = 28, 10  # code points of a mark's text in a stub


@dataclass(frozen=True)
class LineRelations:
    """The relations of the marks `shown` on a line, where those marks extend from left to right."""

    page: Page
    marks: Mapping[str, Mark]
    arcs_at: Mapping[str, Sequence[Arc]]
    measure: Callable[..., tuple[Form, ...]]
    line: Line
    extents: Mapping[str, tuple[float, float]]
    shown: Sequence[str]

    def placed(self, edges: tuple[float, float]) -> tuple[list[RoutedArc], list[PlacedStub]]:
        """Arcs and stubs; where not all stubs find room, longer arcs become stubs if that helps."""
        room = Room(self.page.type.arc_lanes, *edges, self.page.type.small)
        met = {arc.id: arc for name in self.shown for arc in self.arcs_at.get(name, ()) if self._meets(arc)}
        routed = route([self._arc_wish(arc) for arc in met.values()], room)
        for count in range(len(routed), -1, -1):
            wishes = self._stub_wishes({arc.wish.id for arc in routed[:count]})
            stubs = place_stubs(wishes, routed[:count], room)
            if len(stubs) == len(wishes):
                return routed[:count], stubs
        return routed, place_stubs(self._stub_wishes({arc.wish.id for arc in routed}), routed, room)

    # arcs

    def _begins_here(self, mark: str) -> bool:
        return self.line.start <= self.marks[mark].fragments[0][0] < self.line.end

    def _meets(self, arc: Arc) -> bool:
        both = arc.head in self.extents and arc.tail in self.extents
        return both and arc.head != arc.tail and (self._begins_here(arc.head) or self._begins_here(arc.tail))

    def _arc_wish(self, arc: Arc) -> ArcWish:
        """From the side of the head where the tail is, or where the head begins if the tail lies in it."""
        head, tail = self.extents[arc.head], self.extents[arc.tail]
        inset = min(self.page.type.small * 0.7, (head[1] - head[0]) / 2)
        to = (tail[0] + tail[1]) / 2
        starts = (head[1] - inset, head[0] + inset) if self.line.leftwards else (head[0] + inset, head[1] - inset)
        if not head[0] <= to <= head[1]:
            at = head[1] - inset if to > head[1] else head[0] + inset
        else:
            at = starts[0] if abs(to - starts[0]) > inset else starts[1]
        return ArcWish(arc.id, at, to, self.measure(arc.label)[0][1] if arc.label else 0.0)

    # stubs

    def _stub_wishes(self, drawn: set[str]) -> list[StubWish]:
        wishes = []
        for name in self.shown:
            arcs = self.arcs_at.get(name, ()) if self._begins_here(name) else ()
            parts = [(arc.id, self._stub_forms(arc, name)) for arc in arcs if self._needs_stub(arc, name, drawn)]
            if parts:
                lead = self.page.type.small * 1.6
                wishes.append(StubWish(name, self._anchor(name, lead), tuple(parts), lead))
        return wishes

    def _anchor(self, name: str, inset: float) -> float:
        left, right = self.extents[name]
        middle = (left + right) / 2
        return max(right - inset, middle) if self.line.leftwards else min(left + inset, middle)

    def _needs_stub(self, arc: Arc, here: str, drawn: set[str]) -> bool:
        """Unless it is drawn, here or on another line, or its stub is at the head on this very line."""
        if arc.id in drawn or arc.head not in self.marks or arc.tail not in self.marks:
            return False
        if arc.head in self.extents and arc.tail in self.extents:
            return here == arc.head or arc.head not in self.shown
        ends = self.marks[arc.head], self.marks[arc.tail]
        return not any(self._reaches(other, one.fragments[0][0]) for one, other in (ends, ends[::-1]))

    def _reaches(self, mark: Mark, position: int) -> bool:
        """Whether a mark has a piece on the line of `position`, and that is another one than this."""
        paragraph = self.page.paragraph_of(position)
        if not _touches(mark, *paragraph):
            return False
        there = self.page.line_of(position)
        return there is not None and there.key != self.line.key and _touches(mark, there.start, there.end)

    def _stub_forms(self, arc: Arc, here: str) -> tuple[Form, ...]:
        there = self.marks[arc.tail if arc.head == here else arc.head]
        way = "↑" if there.fragments[0][0] < self.marks[here].fragments[0][0] else "↓"
        text = text_of(self.page.text, there)
        if arc.head == here or arc.symmetric:
            texts = [
                f"{arc.label} {way} {text}",
                f"{arc.label} {way} {_cut(text, _SHORT_LENGTH)}",
                f"{arc.label} {way}",
            ]
        else:
            texts = [
                f"{way} {text} · {arc.label}",
                f"{way} {_cut(text, _SHORT_LENGTH)} · {arc.label}",
                f"{way} {arc.label}",
            ]
        return self.measure(*dict.fromkeys(texts))


def text_of(text: str, mark: Mark) -> str:
    """The text of a mark on one line, cut short."""
    pieces = " … ".join(text[start : min(end, start + 200)] for start, end in mark.fragments)
    return _cut(" ".join(pieces.split()), _TARGET_LENGTH)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _touches(mark: Mark, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in mark.fragments)
