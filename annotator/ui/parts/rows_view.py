"""A list of rows, all as high as the first, that holds a million of them.

`QListView` lays all its rows out again, asking the model for each, whenever one changes; a table does not.
"""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

Index = QModelIndex | QPersistentModelIndex  # what Qt hands a model


def show_rows(view: QTableView) -> None:
    """Have a table show whole rows, all as high: no grid, one selected at a time, nothing edited in place."""
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(1)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class RowsView(QTableView):
    """One column, no headers. Letters and digits are left to the page, which has better use for them."""

    def __init__(
        self, name: str, accessible_name: str, model: QAbstractItemModel, delegate: QStyledItemDelegate
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QTableView.Shape.NoFrame)
        show_rows(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.measure()

    def measure(self) -> None:
        """Ask the delegate again how high a row is."""
        option = QStyleOptionViewItem()
        option.font = self.font()
        self.verticalHeader().setDefaultSectionSize(
            self.itemDelegate().sizeHint(option, self.model().index(-1, -1)).height()
        )
        self.verticalScrollBar().setSingleStep(self.verticalHeader().defaultSectionSize() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The font may be known only now."""
        super().resizeEvent(event)
        self.measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves in the list; what types a character is the page's."""
        if event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)
