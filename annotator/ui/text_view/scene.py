"""What there is to draw on each line: the marks, arcs, hints and fragments of the article, put in place.

A line's picture is a value: two equal ones look the same, so after any change the view repaints only the
lines whose pictures differ. Colours and pens are the painter's business.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from annotator.ui.text_view.arcs import ArcWish, Form, PlacedStub, Room, RoutedArc, StubWish, place_stubs, route
from annotator.ui.text_view.intervals import Entry, IntervalIndex
from annotator.ui.text_view.lanes import Lanes
from annotator.ui.text_view.marks import Arc, Fragment, Mark
from annotator.ui.text_view.page import TAG_GAP, Line, Page, Type
from annotator.ui.text_view.tags import PlacedTag, Row, TagWish, place_tags

_TARGET_LENGTH = 28  # code points of a mark's text in a stub


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a mark on one line, between two ends; an open side goes on elsewhere."""

    mark: Mark
    left: float
    right: float
    lane: int
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """All there is on one line."""

    line: Line
    pieces: tuple[Piece, ...] = ()  # the longer first
    joints: tuple[tuple[Mark, float, float], ...] = ()  # between the fragments of a mark
    kept: tuple[tuple[float, float], ...] = ()  # fragments selected before
    tags: tuple[PlacedTag, ...] = ()
    arcs: tuple[RoutedArc, ...] = ()
    stubs: tuple[PlacedStub, ...] = ()
    framed: frozenset[str] = frozenset()  # the current mark
    hovered: frozenset[str] = frozenset()

    def pieces_of(self, mark: str) -> list[Piece]:
        """The pieces of one mark, from left to right."""
        return sorted((piece for piece in self.pieces if piece.mark.id == mark), key=lambda piece: piece.left)

    def marks_at(self, point: QPointF, kind: Type) -> tuple[str, ...]:
        """The marks at a point, innermost first; a tag stands for its mark."""
        box = self.line.box
        if box.top() - TAG_GAP - kind.tag_height <= point.y() < box.top() - TAG_GAP:
            return tuple(tag.mark for tag in self.tags if tag.left <= point.x() < tag.right)
        if not box.top() - TAG_GAP <= point.y() < box.bottom() + kind.underline:
            return ()
        hit = (piece.mark.id for piece in reversed(self.pieces) if piece.left <= point.x() < piece.right)
        return tuple(dict.fromkeys(hit))


@dataclass
class Scene:
    """Everything shown on a page except its text."""

    page: Page
    metrics: QFontMetricsF
    edges: tuple[float, float] = (0.0, 0.0)  # how far tags and arcs may go to the left and right
    marks: dict[str, Mark] = field(default_factory=dict)
    arcs: dict[str, Arc] = field(default_factory=dict)
    current: str = ""
    hovered: str = ""
    all_arcs: bool = False
    hints: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[Fragment, ...] = ()

    def __post_init__(self) -> None:
        self.index = IntervalIndex()
        self._lanes = Lanes(self.index)
        self._arcs_at: defaultdict[str, list[Arc]] = defaultdict(list)
        self._pictures: dict[tuple[int, int], Picture] = {}

    # what is shown

    def change_marks(self, put: Iterable[Mark], drop: Collection[str]) -> None:
        """Take marks out and put marks in; one with an id that is there already replaces it."""
        for name in drop:
            self._take_out(self.marks.pop(name, None))
        for mark in put:
            if mark.id in self.marks:
                self._take_out(self.marks[mark.id])
            self.marks[mark.id] = mark
            for start, end in mark.fragments:
                self.index.add(Entry(start, end, mark.id))
        self._lanes.forget()
        self.forget()

    def _take_out(self, mark: Mark | None) -> None:
        for start, end in mark.fragments if mark else ():
            self.index.remove(Entry(start, end, mark.id if mark else ""))

    def set_arcs(self, arcs: Sequence[Arc]) -> None:
        """Show these arcs and no others."""
        self.arcs = {arc.id: arc for arc in arcs}
        self._arcs_at.clear()
        for arc in arcs:
            self._arcs_at[arc.head].append(arc)
            self._arcs_at[arc.tail].append(arc)
        self.forget()

    def clear(self) -> None:
        """Show nothing: another article comes."""
        self.marks.clear()
        self.index = IntervalIndex()
        self._lanes = Lanes(self.index)
        self.current = self.hovered = ""
        self.hints, self.kept = {}, ()
        self.set_arcs(())

    def forget(self) -> None:
        """The pictures are out of date."""
        self._pictures.clear()

    # pictures

    def picture(self, line: Line) -> Picture:
        """What is on a line."""
        found = self._pictures.get(line.key)
        if found is None:
            found = self._pictures[line.key] = self._draw(line)
        return found

    def _draw(self, line: Line) -> Picture:
        entries = self.index.overlapping(line.start, max(line.end, line.start + 1))
        pieces = tuple(piece for entry in entries for piece in self._pieces(line, entry))
        kept = tuple(box for start, end in self.kept for box in self.page.boxes(line, start, end))
        if not pieces:
            return Picture(line, kept=kept)
        names = dict.fromkeys(piece.mark.id for piece in pieces)
        arcs, stubs = self._relations(line, names, pieces)
        return Picture(
            line,
            pieces,
            tuple(self._joints(line, names, pieces)),
            kept,
            tuple(self._tags(line, pieces)),
            tuple(arcs),
            tuple(stubs),
            frozenset({self.current} & names.keys()),
            frozenset({self.hovered} & names.keys()),
        )

    def _pieces(self, line: Line, entry: Entry) -> Iterator[Piece]:
        before, after = entry.start < line.start, entry.end > line.end
        if line.leftwards:
            before, after = after, before
        boxes = self.page.boxes(line, entry.start, entry.end)
        for number, (left, right) in enumerate(boxes):
            open_left, open_right = before and number == 0, after and number == len(boxes) - 1
            yield Piece(self.marks[entry.mark], left, right, self._lanes.lane(entry), open_left, open_right)

    def _joints(self, line: Line, names: Iterable[str], pieces: Sequence[Piece]) -> Iterator[tuple[Mark, float, float]]:
        """Between neighbouring pieces of a mark in several fragments, or to the edge where it goes on."""
        for mark in (self.marks[name] for name in names):
            if len(mark.fragments) < 2:
                continue
            mine = sorted((piece.left, piece.right) for piece in pieces if piece.mark is mark)
            yield from ((mark, left[1], right[0]) for left, right in pairwise(mine) if left[1] < right[0])
            ends = (line.box.left(), mine[0][0]), (mine[-1][1], line.box.right())
            before, after = (ends[1], ends[0]) if line.leftwards else ends
            starts = [fragment for fragment in mark.fragments if fragment[0] >= line.start]
            if starts and starts[0] != mark.fragments[0] and not _crosses(mark, line.start):
                yield mark, *before
            if mark.fragments[-1][0] >= line.end and not _crosses(mark, line.end):
                yield mark, *after

    # tags

    def _tags(self, line: Line, pieces: Sequence[Piece]) -> list[PlacedTag]:
        wishes = {}
        for piece in pieces:
            mark = piece.mark
            if mark.id not in wishes and line.start <= mark.fragments[0][0] < line.end:
                wishes[mark.id] = self._wish(line, mark, [other for other in pieces if other.mark is mark])
        spoken = (wish for wish in wishes.values() if wish.forms)
        return place_tags(spoken, Row(*self.edges, self.page.type.small * 0.5))

    def _wish(self, line: Line, mark: Mark, pieces: Sequence[Piece]) -> TagWish:
        hint = self.hints.get(mark.id)
        forms = self._forms(hint) if hint else self._forms(*_tag_texts(mark))
        first = max(pieces, key=lambda piece: piece.right) if line.leftwards else pieces[0]
        length = sum(end - start for start, end in mark.fragments)
        return TagWish(mark.id, first.left, first.right, forms, length, line.leftwards, bool(hint))

    def _forms(self, *texts: str) -> tuple[Form, ...]:
        return tuple((text, self.metrics.horizontalAdvance(text)) for text in texts if text)

    # arcs

    def _relations(
        self, line: Line, names: Mapping[str, None], pieces: Sequence[Piece]
    ) -> tuple[list[RoutedArc], list[PlacedStub]]:
        shown = list(names) if self.all_arcs else [name for name in (self.current, self.hovered) if name in names]
        at_line = {arc.id: arc for name in shown for arc in self._arcs_at.get(name, ())}
        if not at_line:
            return [], []
        extents = _extents(pieces)
        room = Room(self.page.type.arc_lanes, *self.edges, self.page.type.small)
        meeting = [arc for arc in at_line.values() if self._meets(arc, line, extents)]
        routed = route([self._arc_wish(arc, extents) for arc in meeting], room)
        while True:
            wishes = self._stub_wishes(line, shown, extents, {arc.wish.id for arc in routed})
            stubs = place_stubs(wishes, routed, room)
            if len(stubs) == len(wishes) or not routed:
                return routed, stubs
            routed = routed[:-1]  # say it in a stub rather than not at all

    def _meets(self, arc: Arc, line: Line, extents: Mapping[str, tuple[float, float]]) -> bool:
        """Whether the arc is drawn on this line: the one where its later end begins and its other end is."""
        if arc.head not in extents or arc.tail not in extents:
            return False
        return any(line.start <= self.marks[end].fragments[0][0] < line.end for end in (arc.head, arc.tail))

    def _arc_wish(self, arc: Arc, extents: Mapping[str, tuple[float, float]]) -> ArcWish:
        head, tail = extents[arc.head], extents[arc.tail]
        inset = min(self.page.type.small * 0.7, (head[1] - head[0]) / 2)
        to = (tail[0] + tail[1]) / 2
        from_right = to > head[1] or head[0] <= to < head[0] + 2 * inset < head[1]
        width = self.metrics.horizontalAdvance(arc.label)
        return ArcWish(arc.id, head[1] - inset if from_right else head[0] + inset, to, width)

    def _stub_wishes(
        self, line: Line, shown: Sequence[str], extents: Mapping[str, tuple[float, float]], drawn: set[str]
    ) -> list[StubWish]:
        wishes = []
        for name in shown:
            if not line.start <= self.marks[name].fragments[0][0] < line.end:
                continue
            parts = [
                (arc.id, self._stub_forms(arc, name))
                for arc in self._arcs_at.get(name, ())
                if arc.id not in drawn and not self._is_told_elsewhere(arc, name, line, shown, extents)
            ]
            if parts:
                left, right = extents[name]
                anchor = min(left + self.page.type.small * 1.6, (left + right) / 2)
                wishes.append(StubWish(name, anchor, tuple(parts), self.page.type.small * 1.6))
        return wishes

    def _is_told_elsewhere(
        self, arc: Arc, here: str, line: Line, shown: Sequence[str], extents: Mapping[str, tuple[float, float]]
    ) -> bool:
        """Whether the arc needs no stub at this end: it has one at the head, or is drawn on another line."""
        if arc.head not in self.marks or arc.tail not in self.marks:
            return True
        if arc.head in extents and arc.tail in extents:
            return here != arc.head and arc.head in shown
        ends = self.marks[arc.head], self.marks[arc.tail]
        return any(self._reaches(other, one.fragments[0][0], line) for one, other in (ends, ends[::-1]))

    def _reaches(self, mark: Mark, position: int, line: Line) -> bool:
        """Whether a mark has a piece on the line of `position`, and that is not `line`."""
        paragraph = self.page.paragraph_of(position)
        if not any(start < paragraph[1] and paragraph[0] < end for start, end in mark.fragments):
            return False
        there = self.page.line_of(position)
        return there is not None and there.key != line.key and _is_on(mark, there)

    def _stub_forms(self, arc: Arc, here: str) -> tuple[Form, ...]:
        there = self.marks[arc.tail if arc.head == here else arc.head]
        mine, theirs = self.marks[here].fragments[0][0], there.fragments[0][0]
        way = "↑" if theirs < mine else "↓"
        text = self.text_of(there)
        if arc.head == here or arc.symmetric:
            return self._forms(f"{arc.label} {way} {text}", f"{arc.label} {way} {_cut(text, 10)}", f"{arc.label} {way}")
        return self._forms(f"{way} {text} · {arc.label}", f"{way} {_cut(text, 10)} · {arc.label}", f"{way} {arc.label}")

    def text_of(self, mark: Mark) -> str:
        """The text of a mark on one line, cut short."""
        text = " … ".join(self.page.text[start : min(end, start + 200)] for start, end in mark.fragments)
        return _cut(" ".join(text.split()), _TARGET_LENGTH)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _tag_texts(mark: Mark) -> list[str]:
    """The forms of a tag, longest first: all of it, its first word, that word's first letters."""
    doubt = " ?" if mark.unsure else ""
    word = mark.tag.split(maxsplit=1)[0] if mark.tag.strip() else ""
    short = word[:3] + "…" if len(word) > 4 else word
    return list(dict.fromkeys((text + doubt).strip() for text in (mark.tag, word, short)))


def _is_on(mark: Mark, line: Line) -> bool:
    return any(start < line.end and line.start < end for start, end in mark.fragments)


def _crosses(mark: Mark, position: int) -> bool:
    return any(start < position < end for start, end in mark.fragments)


def _extents(pieces: Sequence[Piece]) -> dict[str, tuple[float, float]]:
    """Where each mark is on the line; of one in several fragments, the first piece."""
    found: dict[str, tuple[float, float]] = {}
    for piece in pieces:
        found.setdefault(piece.mark.id, (piece.left, piece.right))
    return found
