"""Routes the relations shown above one line of text. Pure arithmetic, without Qt; lengths are pixels.

An arc whose two ends are on the line runs in a lane: arcs that overlap never share one, and a shorter arc
runs below a longer one. Its label lies on it where nothing else runs; arcs and labels that find no room
become stubs. A stub is a text at one end of a relation that says what is at the other; the stubs of an end
are one group, and a group takes two lanes, the height of its text. The result does not depend on the order
of the input.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Form = tuple[str, float]
_CLEAR = 3.0  # between things that must not touch
_STUB_LANES = 2


@dataclass(frozen=True, slots=True)
class ArcWish:
    """An arc between two points of the line, and the width of its label."""

    id: str
    head: float
    tail: float
    label: float

    @property
    def left(self) -> float:
        """Its left end."""
        return min(self.head, self.tail)

    @property
    def right(self) -> float:
        """Its right end."""
        return max(self.head, self.tail)

    @property
    def order(self) -> tuple[float, float, str]:
        """Sorts the shorter first."""
        return self.right - self.left, self.left, self.id


@dataclass(frozen=True, slots=True)
class StubWish:
    """The stubs of one mark on the line: a form of each part is its text and width, longest first."""

    id: str
    anchor: float
    parts: tuple[tuple[str, tuple[Form, ...]], ...]  # relation, forms
    lead: float = 0.0  # from the anchor to the text

    def width(self, level: int, gap: float) -> float:
        """The width of the group when every part takes its form of that level."""
        return self.lead + sum(self.form(level, part)[1] + gap for part in range(len(self.parts))) - gap

    def form(self, level: int, part: int) -> Form:
        """The text and width of a part."""
        forms = self.parts[part][1]
        return forms[min(level, len(forms) - 1)]


@dataclass(frozen=True, slots=True)
class RoutedArc:
    """An arc in its lane (0 is next to the tags), and where its label begins."""

    wish: ArcWish
    lane: int
    label_left: float

    def takes(self, lane: int, left: float, right: float) -> bool:
        """Whether the arc, its label or its stems are in the way of something over `[left, right)`."""
        if self.lane == lane and self.wish.left < right + _CLEAR and left < self.wish.right + _CLEAR:
            return True
        if abs(self.lane - lane) < _STUB_LANES and _near(
            self.label_left, self.label_left + self.wish.label, left, right
        ):
            return True
        return self.lane > lane and any(_near(end, end, left, right) for end in (self.wish.left, self.wish.right))


@dataclass(frozen=True, slots=True)
class PlacedStub:
    """A group of stubs as it is drawn, from `left` on, in lanes `lane` and `lane + 1`."""

    wish: StubWish
    level: int
    lane: int
    left: float
    right: float

    @property
    def text_left(self) -> float:
        """Where its text begins: after the lead, unless that is at the right."""
        return self.left + self.wish.lead if self.left == self.wish.anchor else self.left


@dataclass(frozen=True, slots=True)
class Room:
    """The lanes of a line, its ends, and the distance between the parts of a stub."""

    lanes: int
    left: float
    right: float
    gap: float


def _near(left: float, right: float, other_left: float, other_right: float) -> bool:
    return left < other_right + _CLEAR and other_left < right + _CLEAR


def arc_lanes(wishes: Iterable[ArcWish]) -> dict[str, int]:
    """A lane for every arc, as many as it takes: above all shorter arcs it overlaps. Ends may touch."""
    lanes: dict[str, int] = {}
    done: list[ArcWish] = []
    for wish in sorted(wishes, key=lambda wish: wish.order):
        below = [lanes[arc.id] for arc in done if arc.left < wish.right and wish.left < arc.right]
        lanes[wish.id] = max(below, default=-1) + 1
        done.append(wish)
    return lanes


def route(wishes: Sequence[ArcWish], room: Room) -> list[RoutedArc]:
    """The arcs that fit into the room with their labels, the shorter first; the others need stubs."""
    lanes = arc_lanes(wishes)
    inside = sorted((wish for wish in wishes if lanes[wish.id] < room.lanes), key=lambda wish: wish.order)
    routed: list[RoutedArc] = []
    for wish in inside:
        others = [arc for arc in inside if arc is not wish]
        at = _label_place(wish, lanes, others, routed, room)
        if at is not None:
            routed.append(RoutedArc(wish, lanes[wish.id], at))
    return routed


def _label_place(
    wish: ArcWish, lanes: dict[str, int], others: list[ArcWish], routed: list[RoutedArc], room: Room
) -> float | None:
    """Where the label lies free: on its arc as near the middle as can be, or else beside it."""
    lane = lanes[wish.id]
    # The lane above passes over a label, the lane below would go through its descenders.
    taken = [(arc.left, arc.right) for arc in others if lanes[arc.id] in (lane - 1, lane)]
    taken += [(end, end) for arc in others if lanes[arc.id] > lane for end in (arc.left, arc.right)]
    taken += [(arc.label_left, arc.label_left + arc.wish.label) for arc in routed if abs(arc.lane - lane) < _STUB_LANES]
    middle = (wish.left + wish.right - wish.label) / 2
    tries = [middle, *(end + _CLEAR for _start, end in taken), *(start - _CLEAR - wish.label for start, _end in taken)]
    on_it = [at for at in tries if wish.left + 2 * _CLEAR <= at and at + wish.label + 2 * _CLEAR <= wish.right]
    beside = [wish.right + _CLEAR, wish.left - _CLEAR - wish.label]
    for at in [*sorted(on_it, key=lambda at: (abs(at - middle), at)), *beside]:
        clear = not any(_near(at, at + wish.label, start, end) for start, end in taken)
        if clear and room.left <= at and at + wish.label <= room.right:
            return at
    return None


def place_stubs(wishes: Iterable[StubWish], arcs: Sequence[RoutedArc], room: Room) -> list[PlacedStub]:
    """The stubs that fit around the arcs: to the right of their anchor, else to the left, else shorter."""
    placed: list[PlacedStub] = []
    for wish in sorted(wishes, key=lambda wish: (wish.anchor, wish.id)):
        found = _place_stub(wish, arcs, placed, room)
        if found:
            placed.append(found)
    return placed


def _place_stub(wish: StubWish, arcs: Sequence[RoutedArc], placed: list[PlacedStub], room: Room) -> PlacedStub | None:
    levels = max(len(forms) for _id, forms in wish.parts)
    for level in range(levels):
        width = wish.width(level, room.gap)
        for lane in range(0, max(room.lanes - _STUB_LANES + 1, 1), _STUB_LANES):
            for left in (wish.anchor, wish.anchor - width):
                stub = PlacedStub(wish, level, lane, left, left + width)
                if room.left <= left and stub.right <= room.right and _is_free(stub, arcs, placed):
                    return stub
    return None


def _is_free(stub: PlacedStub, arcs: Sequence[RoutedArc], placed: list[PlacedStub]) -> bool:
    lanes = range(stub.lane, stub.lane + _STUB_LANES)
    return not any(arc.takes(lane, stub.left, stub.right) for arc in arcs for lane in lanes) and not any(
        other.lane == stub.lane and _near(other.left, other.right, stub.left, stub.right) for other in placed
    )
