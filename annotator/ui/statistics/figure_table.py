"""A table of figures: the form of a plot that is read with the keyboard, and aloud."""

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from annotator.ui.parts.rows_view import Index
from annotator.ui.statistics.tables import Table, told

_MOST_ROWS = 10  # seen at once
_NOWHERE = QModelIndex()


class FigureModel(QAbstractTableModel):
    """The rows of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table((), [])

    def show_table(self, table: Table) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.table.header)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are called."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.table.header):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.header[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        if not index.isValid():
            return None
        cell = told(self.table.rows[index.row()][index.column()])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.table.header[index.column()]}: {cell}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(index.column())
        return None

    def _side(self, column: int) -> int:
        first = next((row[column] for row in self.table.rows if row[column] is not None), None)
        is_number = isinstance(first, int | float)
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return int((side | Qt.AlignmentFlag.AlignVCenter).value)


class FigureTable(QTableView):
    """As high as its rows, up to some; Tab leaves it, the wheel is the page's while the focus is elsewhere."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.figures = FigureModel()
        self.figures.setParent(self)
        self.setModel(self.figures)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(100)

    def show_table(self, table: Table) -> None:
        """Show other rows."""
        self.figures.show_table(table)
        self.resizeColumnsToContents()
        nothing = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self.figures.index(0, 0), nothing)
        self.updateGeometry()
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as its columns, as high as its rows and what is above them."""
        rows = min(max(self.figures.rowCount(), 1), _MOST_ROWS) * self.verticalHeader().defaultSectionSize()
        around = 2 * self.frameWidth() + 2
        beside = self.verticalScrollBar().sizeHint().width()
        width = self.horizontalHeader().length() + beside + around
        return QSize(width, self.horizontalHeader().sizeHint().height() + rows + beside + around)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, unless somebody is in the table."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
