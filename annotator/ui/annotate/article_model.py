"""The list of articles as a Qt model: all numbers, and the rows that were looked at.

The first numbers are read at once, so that the list is there; the others, the counts and the places found are
read in a thread, from a connection of its own. Rows are read a page at a time, when they are shown.
"""

from array import array
from bisect import bisect_left
from enum import IntEnum

import msgspec
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal

from annotator.model.annotation import Status
from annotator.model.errors import AnnotatorError
from annotator.store import listing
from annotator.store.listing import ArticleRow
from annotator.store.project import Project
from annotator.ui.annotate.article_loader import FIRST, Loaded, Loader, Wish

PAGE = 100
_PAGES_KEPT = 50
Index = QModelIndex | QPersistentModelIndex
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
    """The articles that fit the filter and the search, in the order of import."""

    counted = Signal(object)  # dict[Status, int]
    loaded = Signal()
    failed = Signal(str)

    def __init__(self, project: Project, who: int) -> None:
        super().__init__()
        self.at_hand = 0
        self._project, self._who = project, who
        self._numbers: array[int] = array("q")
        self._pages: dict[int, dict[int, ArticleRow]] = {}
        self._progress: dict[int, Progress] = {}
        self._snippets: dict[int, str] = {}
        self._counts: dict[Status, int] = {}
        self._loader = Loader(project.path, who)
        self._loader.done.connect(self._take)

    def close(self) -> None:
        """End what is being read."""
        self._loader.close()

    # What is in the list

    def show(self, status: Status | None, words: str) -> None:
        """List what has the status and holds the words: the first of it now, the rest soon."""
        try:
            first = listing.numbers(self._project, self._who, status=status, words=words, limit=FIRST)
        except AnnotatorError as error:
            self.failed.emit(error.sentence)
            return
        self.beginResetModel()
        self._numbers, self._snippets = first, {}
        self._pages.clear()
        self.endResetModel()
        self._loader.load(Wish(status, words.strip(), len(first) == FIRST))

    def _take(self, loaded: Loaded) -> None:
        known = len(self._numbers)
        if loaded.numbers is not None and len(loaded.numbers) > known:
            self.beginInsertRows(QModelIndex(), known, len(loaded.numbers) - 1)
            self._numbers = loaded.numbers
            self.endInsertRows()
        self._snippets = loaded.snippets
        self._counts = dict(loaded.counts)
        if self._snippets and self._numbers:
            self.dataChanged.emit(self.index(0), self.index(len(self._numbers) - 1))
        self.counted.emit(self._counts)
        self.loaded.emit()

    def seq(self, row: int) -> int:
        """The number of the article in a row."""
        return self._numbers[row]

    def row_of(self, seq: int) -> int | None:
        """The row of an article, when it is in the list."""
        row = bisect_left(self._numbers, seq)
        return row if row < len(self._numbers) and self._numbers[row] == seq else None

    def neighbour(self, seq: int, step: int) -> int | None:
        """The number of the article one row further down (1) or up (-1) in the list."""
        row = bisect_left(self._numbers, seq)
        if step < 0:
            row -= 1
        elif row < len(self._numbers) and self._numbers[row] == seq:
            row += 1
        return self._numbers[row] if 0 <= row < len(self._numbers) else None

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

    def set_status(self, seq: int, status: Status) -> None:
        """The status of an article changed; it keeps its row until the list is read again."""
        row = self.row_of(seq)
        old = self._row(row) if row is not None else None
        if row is None or old is None or old.status == status:
            return
        self._pages[row // PAGE][seq] = msgspec.structs.replace(old, status=status)
        self._repaint(seq)
        if self._counts:
            self._counts[old.status] = self._counts.get(old.status, 1) - 1
            self._counts[status] = self._counts.get(status, 0) + 1
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
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Role.ROW:
                return row
            case Role.PROGRESS:
                return self._progress.get(row.seq)
            case Role.SNIPPET:
                return self._snippets.get(row.seq, "")
            case Role.AT_HAND:
                return row.seq == self.at_hand
        return None

    def _spoken(self, row: ArticleRow) -> str:
        progress = self._progress.get(row.seq)
        left = self.tr("{n} suggestions left").format(n=progress.left) if progress else ""
        return ", ".join(part for part in (row.title, QCoreApplication.translate("Status", row.status), left) if part)

    def _row(self, row: int) -> ArticleRow | None:
        page = row // PAGE
        if page not in self._pages:
            self._read(page)
        return self._pages[page].get(self._numbers[row])

    def _read(self, page: int) -> None:
        wanted = list(self._numbers[page * PAGE : (page + 1) * PAGE])
        try:
            rows = listing.rows(self._project, self._who, wanted)
        except AnnotatorError as error:
            self.failed.emit(error.sentence)
            rows = {}
        while len(self._pages) >= _PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        self._pages[page] = rows
