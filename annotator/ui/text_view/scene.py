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

from annotator.ui.text_view.arcs import Form, PlacedStub, RoutedArc
from annotator.ui.text_view.intervals import Entry, IntervalIndex
from annotator.ui.text_view.lanes import Lanes
from annotator.ui.text_view.marks import Arc, Fragment, Mark
from annotator.ui.text_view.page import TAG_GAP, Line, Page, Type
from annotator.ui.text_view.relations import LineRelations
from annotator.ui.text_view.tags import PlacedTag, Row, TagWish, place_tags


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
    relations: tuple[Arc, ...] = ()  # what those arcs and stubs say
    framed: frozenset[str] = frozenset()  # the current mark
    hovered: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()  # what a relation may be dropped on

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
    targets: frozenset[str] = frozenset()  # what a relation may be dropped on

    def __post_init__(self) -> None:
        self.index, self._gaps = IntervalIndex(), IntervalIndex()
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
            for index, entry in self._entries(mark):
                index.add(entry)
        self._lanes.forget()
        self.forget()

    def _take_out(self, mark: Mark | None) -> None:
        for index, entry in self._entries(mark) if mark else ():
            index.remove(entry)

    def _entries(self, mark: Mark) -> Iterator[tuple[IntervalIndex, Entry]]:
        for start, end in mark.fragments:
            yield self.index, Entry(start, end, mark.id)
        if len(mark.fragments) > 1:
            for before, after in pairwise(sorted(mark.fragments)):
                yield self._gaps, Entry(before[1], after[0], mark.id)

    def set_arcs(self, arcs: Sequence[Arc]) -> None:
        """Show these arcs and no others."""
        wanted = {arc.id: arc for arc in arcs}
        if wanted == self.arcs:
            return
        self.arcs = wanted
        self._arcs_at.clear()
        for arc in arcs:
            for end in {arc.head, arc.tail}:
                self._arcs_at[end].append(arc)
        self.forget()

    def clear(self) -> None:
        """Show nothing: another article comes."""
        self.marks.clear()
        self.index, self._gaps = IntervalIndex(), IntervalIndex()
        self._lanes = Lanes(self.index)
        self.current = self.hovered = ""
        self.hints, self.kept, self.targets = {}, (), frozenset()
        self.set_arcs(())
        self.forget()

    def set_current(self, mark_id: str) -> None:
        """Frame a mark and show its arcs; "" for none."""
        self._forget_lines_of(self.current, mark_id)
        self.current = mark_id

    def set_hovered(self, mark_id: str) -> None:
        """Show that a mark is hovered, and its arcs; "" for none."""
        self._forget_lines_of(self.hovered, mark_id)
        self.hovered = mark_id

    def _forget_lines_of(self, *names: str) -> None:
        """The pictures of the lines that some marks are on are out of date: others do not show what they are."""
        for key, picture in list(self._pictures.items()):
            if any(piece.mark.id in names for piece in picture.pieces):
                del self._pictures[key]

    def forget(self) -> None:
        """All pictures are out of date."""
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
        joints = tuple(self._joints(line))
        if not pieces:
            return Picture(line, joints=joints, kept=kept)
        names = dict.fromkeys(piece.mark.id for piece in pieces)
        relations = self._relations(line, names, pieces)
        arcs, stubs = relations.placed(self.edges) if relations else ([], [])
        return Picture(
            line,
            pieces,
            joints,
            kept,
            tuple(self._tags(line, pieces)),
            tuple(arcs),
            tuple(stubs),
            tuple(self.arcs[name] for name in sorted(_names(arcs, stubs))),
            frozenset({self.current} & names.keys()),
            frozenset({self.hovered} & names.keys()),
            self.targets & names.keys(),
        )

    def _pieces(self, line: Line, entry: Entry) -> Iterator[Piece]:
        before, after = entry.start < line.start, entry.end > line.end
        if line.leftwards:
            before, after = after, before
        boxes = self.page.boxes(line, entry.start, entry.end)
        for number, (left, right) in enumerate(boxes):
            open_left, open_right = before and number == 0, after and number == len(boxes) - 1
            yield Piece(self.marks[entry.mark], left, right, self._lanes.lane(entry), open_left, open_right)

    def _joints(self, line: Line) -> Iterator[tuple[Mark, float, float]]:
        """Under the text between the fragments of a mark, also on lines that have none of them."""
        for entry in self._gaps.overlapping(line.start, max(line.end, line.start + 1)):
            for left, right in self.page.boxes(line, entry.start, entry.end):
                yield self.marks[entry.mark], left, right

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

    def _relations(self, line: Line, names: Mapping[str, None], pieces: Sequence[Piece]) -> LineRelations | None:
        shown = list(names) if self.all_arcs else [name for name in (self.current, self.hovered) if name in names]
        if not any(name in self._arcs_at for name in shown):
            return None
        return LineRelations(self.page, self.marks, self._arcs_at, self._forms, line, _extents(pieces), shown)


def _tag_texts(mark: Mark) -> list[str]:
    """The forms of a tag, longest first: all of it, its first word, that word's first letters, its first one."""
    doubt = " ?" if mark.unsure else ""
    word = mark.tag.split(maxsplit=1)[0] if mark.tag.strip() else ""
    short = word[:3] + "…" if len(word) > 4 else word
    first = word[:1] + "…" if len(word) > 2 else word
    return list(dict.fromkeys((text + doubt).strip() for text in (mark.tag, word, short, first)))


def _names(arcs: Iterable[RoutedArc], stubs: Iterable[PlacedStub]) -> set[str]:
    return {arc.wish.id for arc in arcs} | {name for stub in stubs for name, _forms in stub.wish.parts}


def _extents(pieces: Sequence[Piece]) -> dict[str, tuple[float, float]]:
    """Where each mark is on the line; of one in several fragments, the first piece."""
    found: dict[str, tuple[float, float]] = {}
    for piece in pieces:
        found.setdefault(piece.mark.id, (piece.left, piece.right))
    return found
