"""The list of articles as a Qt model: all numbers, and the rows that were looked at.

The first numbers are read at once, so that the list is there; the others and the counts are read in a thread,
from a connection of its own. Rows are read a page at a time, and what was found in them a few at a time, when
they are shown.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Container, Mapping
from enum import IntEnum

import msgspec
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, Qt, Signal

from annotator.model.annotation import Status
from annotator.model.errors import AnnotatorError
from annotator.store import find, listing, search
from annotator.store.filtering import Filter
from annotator.store.find import Place
from annotator.store.listing import ArticleRow
from annotator.store.project import Project
from annotator.ui.article_list.article_loader import FIRST, PATIENCE, Loaded, Wish, load
from annotator.ui.parts.background import Background
from annotator.ui.parts.rows_view import Index

PAGE = 100
_PAGES_KEPT = 50
_SNIPPETS = 24  # read at once: more than a list shows
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What a row says, beside its title."""

    ROW = Qt.ItemDataRole.UserRole + 1
    PROGRESS = Qt.ItemDataRole.UserRole + 2
    SNIPPET = Qt.ItemDataRole.UserRole + 3
    AT_HAND = Qt.ItemDataRole.UserRole + 4


class Progress(msgspec.Struct, frozen=True):
    """How many suggestions are left of how many."""

    left: int
    total: int


class ArticleModel(QAbstractListModel):
    """The articles of one annotator's list that fit the filter, in its order."""

    counted = Signal(object)  # dict[Status, int]
    loaded = Signal()
    failed = Signal(str)

    def __init__(
        self, project: Project, who: int, blind: Callable[[Mapping[int, str]], Container[int]] = lambda _: ()
    ) -> None:
        """`blind` tells which articles, by number and id, say nothing of suggestions."""
        super().__init__()
        self.at_hand = 0
        self.who = who
        self.wanted = Filter()
        self.is_reading = False
        self._project, self._blind = project, blind
        self._numbers: array[int] = array("q")
        self._pages: dict[int, dict[int, ArticleRow]] = {}
        self._progress: dict[int, Progress] = {}
        self._stale: set[int] = set()
        self._rows: dict[int, int] = {}  # of articles whose row was looked for
        self._snippets: dict[int, str] = {}
        self._places: dict[int, Place] = {}
        self._counts: dict[Status, int] = {}
        self._loader = Background()  # a fault leaves the list as it is: the window hears of it when it reads itself
        self._loader.done.connect(self._take)

    def close(self) -> None:
        """End what is being read."""
        self._loader.close()

    # What is in the list

    def show(self, wanted: Filter, who: int | None = None) -> None:
        """List what fits, in somebody else's list when `who` is given: the first of it now, the rest soon."""
        self.who = self.who if who is None else who
        try:
            first = listing.read(self._project, self.who, wanted, limit=FIRST, patience=PATIENCE)
        except AnnotatorError as error:
            self.failed.emit(error.sentence)
            return
        self.wanted = wanted
        self.is_reading = not first.whole
        self._put(first.found)
        path, wish = self._project.path, Wish(wanted, self.who, not first.whole or len(first.found) == FIRST)
        self._loader.start_long(lambda is_stale: load(path, wish, is_stale))

    def _put(self, numbers: "array[int]") -> None:
        self.beginResetModel()
        self._numbers = numbers
        self._rows.clear()
        self._snippets.clear()
        self._places.clear()
        self._pages.clear()
        self.endResetModel()

    def _take(self, loaded: Loaded) -> None:
        self.is_reading = False
        if loaded.numbers is not None:
            self._take_numbers(loaded.numbers)
        self._counts = dict(loaded.counts)
        self.counted.emit(self._counts)
        self.loaded.emit()

    def _take_numbers(self, numbers: "array[int]") -> None:
        known = len(self._numbers)
        if numbers[:known] != self._numbers:  # something came or went in between
            self._put(numbers)
        elif len(numbers) > known:
            self.beginInsertRows(QModelIndex(), known, len(numbers) - 1)
            self._numbers = numbers
            self._rows.clear()
            self._pages.pop(known // PAGE, None)  # it was not full
            self.endInsertRows()

    def seq(self, row: int) -> int:
        """The number of the article in a row."""
        return self._numbers[row]

    def row_of(self, seq: int) -> int | None:
        """The row of an article, when it is in the list."""
        if self._in_order:
            row = bisect_left(self._numbers, seq)
            return row if row < len(self._numbers) and self._numbers[row] == seq else None
        if seq not in self._rows:
            try:
                self._rows[seq] = self._numbers.index(seq)
            except ValueError:
                self._rows[seq] = -1
        return self._rows[seq] if self._rows[seq] >= 0 else None

    @property
    def _in_order(self) -> bool:
        """Whether the numbers rise."""
        return self.wanted.order == "added" and not self.wanted.descending

    def neighbour(self, seq: int, step: int) -> int | None:
        """The number of the article one row further down (1) or up (-1) in the list."""
        if self._in_order:
            row = bisect_left(self._numbers, seq)
            is_there = row < len(self._numbers) and self._numbers[row] == seq
            row += step if step < 0 or is_there else 0
        else:
            found = self.row_of(seq)
            row = 0 if found is None else found + step
        return self._numbers[row] if 0 <= row < len(self._numbers) else None

    def place(self, seq: int) -> Place | None:
        """The span of an article that answers the question, when one was asked."""
        row = self.row_of(seq)
        if row is None or self.wanted.query is None:
            return None
        self._snippet(row)
        return self._places.get(seq)

    # What changed

    def set_at_hand(self, seq: int) -> None:
        """Another article is at hand."""
        before, self.at_hand = self.at_hand, seq
        self._repaint(before)
        self._repaint(seq)

    def set_progress(self, seq: int, progress: Progress) -> None:
        """What is left of the suggestions of an article."""
        if self._progress.get(seq) != progress:
            self._progress[seq] = progress
            self._repaint(seq)

    def forget_row(self, seq: int) -> None:
        """What the list keeps of an article changed, but nothing that its row shows: it is read when it is wanted."""
        self._stale.add(seq)

    def read_again(self, seq: int) -> None:
        """What the row of an article says changed; it keeps its place until the list is read again."""
        row = self.row_of(seq)
        old = self._pages.get(row // PAGE, {}).get(seq) if row is not None else None
        if row is None or old is None:
            return
        self._stale.discard(seq)
        new = self._found([seq]).get(seq)
        if new is None or new == old:
            return
        self._pages[row // PAGE][seq] = new
        self._snippets.pop(seq, None)
        self._repaint(seq)
        if self._counts and old.status != new.status:
            self._counts[old.status] = self._counts.get(old.status, 1) - 1
            self._counts[new.status] = self._counts.get(new.status, 0) + 1
            self.counted.emit(self._counts)

    def _repaint(self, seq: int) -> None:
        row = self.row_of(seq)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    # For the view

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many articles are listed."""
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows."""
        row = self._row(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.title}\n{self.tr('Flagged: {reason}').format(reason=row.flag)}" if row.flag else row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Role.ROW:
                return row
            case Role.PROGRESS:
                return self.progress(row)
            case Role.SNIPPET:
                return self._snippet(index.row())
            case Role.AT_HAND:
                return row.seq == self.at_hand
        return None

    def _spoken(self, row: ArticleRow) -> str:
        progress = self.progress(row)
        left = self.tr("{n} suggestions left").format(n=progress.left) if progress else ""
        return ", ".join(part for part in (row.title, QCoreApplication.translate("Status", row.status), left) if part)

    def progress(self, row: ArticleRow) -> Progress | None:
        """How far the suggestions are judged: of the article at hand, with those that were judged before a new run."""
        if row.seq in self._progress:
            return self._progress[row.seq]
        return Progress(row.unjudged, max(row.suggested, row.unjudged)) if row.suggested else None

    def _snippet(self, row: int) -> str:
        """What was found in the article of a row; read for the next rows too."""
        seq = self._numbers[row]
        if seq in self._snippets or not (self.wanted.words or self.wanted.query):
            return self._snippets.get(seq, "")
        coming = [each for each in self._numbers[row : row + _SNIPPETS] if each not in self._snippets]
        try:
            if self.wanted.query is not None:
                places = find.places(self._project, self.who, self.wanted.query, coming)
                self._places |= places
                found = {each: find.told(self.wanted.query, place) for each, place in places.items()}
            else:
                found = search.snippets(self._project, self.wanted.words, coming)
        except AnnotatorError as error:
            self.failed.emit(error.sentence)
            found = {}
        self._snippets.update({each: found.get(each, "") for each in coming})
        return self._snippets[seq]

    def _row(self, row: int) -> ArticleRow | None:
        page = row // PAGE
        if page not in self._pages:
            self._read(page)
        seq = self._numbers[row]
        if seq in self._stale:
            self._stale.discard(seq)
            self._pages[page] |= self._found([seq])
        return self._pages[page].get(seq)

    def _read(self, page: int) -> None:
        rows = self._found(list(self._numbers[page * PAGE : (page + 1) * PAGE]))
        while len(self._pages) >= _PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        self._pages[page] = rows

    def _found(self, wanted: list[int]) -> dict[int, ArticleRow]:
        try:
            rows = listing.rows(self._project, self.who, wanted)
            blind = self._blind({seq: row.id for seq, row in rows.items()})
            replace = msgspec.structs.replace
            return {
                seq: replace(row, unjudged=0, suggested=0, doubt=0) if seq in blind else row
                for seq, row in rows.items()
            }
        except AnnotatorError as error:
            self.failed.emit(error.sentence)
            return {}
