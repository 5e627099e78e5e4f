"""Where the small tags above one line of text go. Pure arithmetic, without Qt; lengths are pixels.

The rule: no two tags overlap. A tag starts where its span starts on the line. Where several want the same
place, the longer span's tag is put first and the others move along, past it, as far as they still begin over
their own span. If one of them finds no room, all start short (the label alone, then its first letters), and
then grow again in the same order as far as there is room; one with no room even so is left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Form = tuple[str, float]


@dataclass(frozen=True, slots=True)
class TagWish:
    """A tag to place over `[left, right)`: `forms` are texts and widths, longest first, never empty."""

    mark: str
    left: float
    right: float
    forms: tuple[Form, ...]
    length: int  # of the span, in code points
    leftwards: bool = False  # its span begins at the right, as in Hebrew
    urgent: bool = False  # must be shown, and first: a key to press

    @property
    def order(self) -> tuple[bool, int, float, str]:
        """Sorts the urgent first, then the longer span, then the one further left."""
        return not self.urgent, -self.length, self.left, self.mark


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag as it is drawn: its text, in a box that no other tag of the line overlaps."""

    mark: str
    text: str
    left: float
    right: float
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The room for the tags of a line, and the least distance between two."""

    left: float
    right: float
    gap: float


def place_tags(wishes: Iterable[TagWish], row: Row) -> list[PlacedTag]:
    """The tags that fit, from left to right; the same whatever the order of the wishes."""
    ordered = sorted(wishes, key=lambda wish: wish.order)
    placed = _place_all(ordered, row, range(9))
    if any(tag is None or tag.text != wish.forms[0][0] for tag, wish in zip(placed, ordered, strict=True)):
        placed = _grow_all(ordered, _place_all(ordered, row, range(1, 9)), row)
    return sorted((tag for tag in placed if tag), key=lambda tag: (tag.left, tag.mark))


def _place_all(ordered: Sequence[TagWish], row: Row, forms: range) -> list[PlacedTag | None]:
    placed: list[PlacedTag | None] = []
    for wish in ordered:
        others = [tag for tag in placed if tag]
        usable = wish.forms[min(forms.start, len(wish.forms) - 1) : forms.stop]
        tries = (_place(wish, form, others, row) for form in usable)
        placed.append(next((tag for tag in tries if tag), None))
    return placed


def _place(wish: TagWish, form: Form, others: list[PlacedTag], row: Row) -> PlacedTag | None:
    """Put one tag at its start, or past the tags in its way while it still begins over its span."""
    text, width = form
    at = wish.right - width if wish.leftwards else wish.left
    at = max(min(at, row.right - width), row.left)
    for _ in range(len(others) + 1):
        blocking = [tag for tag in others if at < tag.right + row.gap and tag.left < at + width + row.gap]
        if not blocking:
            return PlacedTag(wish.mark, text, at, at + width, wish.urgent)
        if wish.leftwards:
            at = min(tag.left for tag in blocking) - row.gap - width
        else:
            at = max(tag.right for tag in blocking) + row.gap
        starts_over_it = wish.left < at + width <= wish.right if wish.leftwards else at < wish.right
        if at < row.left or at + width > row.right or not (starts_over_it or wish.urgent):
            return None
    return None


def _grow_all(ordered: Sequence[TagWish], placed: list[PlacedTag | None], row: Row) -> list[PlacedTag | None]:
    for number, wish in enumerate(ordered):
        others = [tag for at, tag in enumerate(placed) if tag and at != number]
        tag = placed[number]
        if tag:
            placed[number] = _grow(tag, wish, others, row)
    return placed


def _grow(tag: PlacedTag, wish: TagWish, others: list[PlacedTag], row: Row) -> PlacedTag:
    """The longest form with the same beginning that leaves the other tags alone."""
    for text, width in wish.forms:
        left = tag.right - width if wish.leftwards else tag.left
        right = left + width
        free = all(right + row.gap <= other.left or other.right + row.gap <= left for other in others)
        if free and row.left <= left and right <= row.right:
            return PlacedTag(tag.mark, text, left, right, tag.urgent)
    return tag
