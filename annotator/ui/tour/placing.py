"""Where the card goes: beside what it is about, never over it where there is room. Pure Python.

Rectangles are (left, top, width, height) in one system of coordinates.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

GAP = 14


class Box(NamedTuple):
    """A rectangle."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """One past the last column."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """One past the last row."""
        return self.top + self.height

    def meets(self, other: "Box") -> bool:
        """Whether they have a point in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Box") -> bool:
        """Whether the other lies in it whole."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


Side = Literal["left", "right", "above", "below", "inside"]


def place(size: tuple[int, int], beside: Box, area: Box, *, rtl: bool = False) -> tuple[Box, Side]:
    """Where a card of a size stands, and on which side of `beside` that is.

    The far side of reading first, then the near one, below, above; in a corner of it where no side has room.
    """
    for side, box in _beside(size, beside, area, rtl=rtl):
        if area.holds(box):
            return box, side
    width, height = size
    left = beside.left + GAP if rtl else beside.right - width - GAP
    left = max(area.left, min(left, area.right - width))
    top = max(area.top, min(beside.bottom - height - GAP, area.bottom - height))
    return Box(left, top, width, height), "inside"


def _beside(size: tuple[int, int], beside: Box, area: Box, *, rtl: bool) -> Iterator[tuple[Side, Box]]:
    width, height = size
    low = max(area.top, min(beside.bottom, area.bottom - GAP) - height)
    right: tuple[Side, Box] = "right", Box(beside.right + GAP, low, width, height)
    left: tuple[Side, Box] = "left", Box(beside.left - GAP - width, low, width, height)
    yield from (left, right) if rtl else (right, left)
    along = beside.left if rtl else beside.right - width
    along = max(area.left + GAP, min(along, area.right - width - GAP))
    yield "below", Box(along, beside.bottom + GAP, width, height)
    yield "above", Box(along, beside.top - GAP - height, width, height)


def pointer(card: Box, side: Side) -> tuple[tuple[int, int], ...]:
    """The corners of the arrow that leads from a card on that side to what it is beside; none inside."""
    reach, half = GAP - 4, 8
    middle_x, middle_y = card.left + card.width // 2, card.top + card.height // 2
    if side == "right":
        tip, one, two = (card.left - reach, middle_y), (card.left, middle_y - half), (card.left, middle_y + half)
    elif side == "left":
        tip, one, two = (card.right + reach, middle_y), (card.right, middle_y - half), (card.right, middle_y + half)
    elif side == "below":
        tip, one, two = (middle_x, card.top - reach), (middle_x - half, card.top), (middle_x + half, card.top)
    elif side == "above":
        tip, one, two = (middle_x, card.bottom + reach), (middle_x - half, card.bottom), (middle_x + half, card.bottom)
    else:
        return ()
    return tip, one, two
