"""The list of articles as a table with columns: the same numbers and rows as `ArticleModel` has, shown in cells."""

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QLocale, QModelIndex, Qt

from annotator.store.filtering import Order
from annotator.store.listing import ArticleRow
from annotator.ui.article_list.article_model import ArticleModel, Role
from annotator.ui.numbers import day, percent
from annotator.ui.parts.rows_view import Index

_NOWHERE = QModelIndex()

COLUMNS: tuple[Order, ...] = ("status", "title", "outlet", "date", "spans", "unjudged", "doubt", "notes")
HEADINGS = ("Status", "Title", "Outlet", "Date", "Spans", "To judge", "Doubt", "Notes")
TITLE = COLUMNS.index("title")
_NUMBERS = (4, 5, 6, 7)


class ArticleTable(QAbstractTableModel):
    """Cells over a list; it says on whatever the list says of its rows."""

    def __init__(self, rows: ArticleModel) -> None:
        super().__init__()
        self.rows = rows
        rows.modelAboutToBeReset.connect(self.beginResetModel)
        rows.modelReset.connect(self.endResetModel)
        rows.rowsAboutToBeInserted.connect(lambda _, first, last: self.beginInsertRows(QModelIndex(), first, last))
        rows.rowsInserted.connect(self.endInsertRows)
        rows.dataChanged.connect(self._pass_on)

    def _pass_on(self, first: QModelIndex, last: QModelIndex) -> None:
        self.dataChanged.emit(self.index(first.row(), 0), self.index(last.row(), len(COLUMNS) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many articles are listed."""
        return 0 if parent.isValid() else self.rows.rowCount()

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Status, title, outlet, date, spans, unjudged, doubt, notes."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are called."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("ArticleTable", HEADINGS[section])
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        if not index.isValid():
            return None
        under = self.rows.index(index.row())
        row = self.rows.data(under, Role.ROW)
        if not isinstance(row, ArticleRow):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(row, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                title = self.headerData(index.column(), Qt.Orientation.Horizontal)
                return f"{title}: {self._cell(row, index.column())}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(index.column())
        return self.rows.data(under, role)

    def _cell(self, row: ArticleRow, column: int) -> str:
        match COLUMNS[column]:
            case "status":
                return QCoreApplication.translate("Status", row.status)
            case "date":
                return day(row.date)
            case "title":
                return row.title
            case "outlet":
                return row.outlet
            case "doubt":
                return percent(row.doubt / 1000) if row.doubt else ""
        counted = {"spans": row.spans, "unjudged": row.unjudged, "notes": row.notes}[COLUMNS[column]]
        return QLocale().toString(counted) if counted else ""


def _side(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return int((side | Qt.AlignmentFlag.AlignVCenter).value)
