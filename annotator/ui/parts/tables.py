"""A table with columns, as the pages of the project show one: moved through by keys, its columns as they were left.

What stands in it, and what sorting by a column means, is the page's. `table_cells` draws it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView

from annotator.app.state import State
from annotator.ui.parts.rows_view import show_rows

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class ColumnTable(QTableView):
    """Rows that are all as high; Return or a double click opens one, Space or a click on a heading sorts.

    `widths` are the usual ones in pixels, and more where a heading needs it; the column `wide` gets what is left of
    the window, at least two thirds of its own. They hold until somebody chooses others, which the window remembers
    under `kept`.
    """

    opened = Signal(QModelIndex)
    sort_wanted = Signal(int)

    def __init__(self, name: str, title: str, *, widths: Sequence[int], wide: int, kept: str = "") -> None:
        super().__init__()
        self._widths, self._wide, self._kept = widths, wide, kept or name
        self._is_usual = self._sharing = self._restored = False
        self.setObjectName(name)
        self.setAccessibleName(title)
        show_rows(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._prepare_header(self.horizontalHeader())
        self.doubleClicked.connect(self.opened)

    def _prepare_header(self, header: QHeaderView) -> None:
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setSortIndicatorShown(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setStretchLastSection(False)
        header.sectionClicked.connect(self.sort_wanted)
        header.sectionResized.connect(self._note_changed)
        header.sectionMoved.connect(self._note_changed)
        self.show_order(-1)

    def show_order(self, column: int, *, descending: bool = False) -> None:
        """Say above a column that the rows are sorted by it; above none for -1."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    # Columns

    def restore_columns(self) -> None:
        """Give the columns the widths and places that were chosen once, else the usual ones; the first time only."""
        if self._restored:
            return
        self._restored = True
        state = self._state()
        kept = state.windows.get(self._kept, "") if state else ""
        header = self.horizontalHeader()
        if not kept or not header.restoreState(QByteArray.fromBase64(kept.encode("ascii"))):
            self._share_out()
        self.show_order(-1)

    def _state(self) -> State | None:
        """What the window remembers."""
        found = getattr(self.window(), "state", None)
        return found if isinstance(found, State) else None

    def _share_out(self) -> None:
        self._sharing = self._is_usual = True
        heading = self.horizontalHeader().sectionSizeHint
        widths = [max(width, heading(column)) for column, width in enumerate(self._widths)]
        rest = self.viewport().width() - sum(widths) + widths[self._wide]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, max(width * 2 // 3, rest) if column == self._wide else width)
        self._sharing = False

    def _note_changed(self) -> None:
        """Somebody chose a width or a place: they are remembered."""
        if self._sharing:
            return
        self._is_usual = False
        state = self._state()
        if state is not None and self._restored:
            made = self.horizontalHeader().saveState().toBase64()
            state.windows[self._kept] = bytes(made.data()).decode("ascii")

    # The view's own events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        if self._is_usual:
            self._share_out()

    def measure(self) -> None:
        """Ask how high a row is."""
        option = QStyleOptionViewItem()
        option.font = self.font()
        height = self.itemDelegate().sizeHint(option, QModelIndex()).height()
        self.verticalHeader().setDefaultSectionSize(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens; Space sorts by the column; characters are left to the window; the rest moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.sort_wanted.emit(self.currentIndex().column())
        elif event.text().strip() and event.text().isprintable() and not event.modifiers() & _HELD:
            event.ignore()
        else:
            super().keyPressEvent(event)
