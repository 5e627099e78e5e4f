"""The pledges as a table for Qt: cells over prepared rows, in an order that the page gives."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from annotator.app.register import Row
from annotator.ui.parts.rows_view import Index
from annotator.ui.pledges.arranging import Prepared
from annotator.ui.pledges.columns import Shown

_NOWHERE = QModelIndex()


class PledgeTable(QAbstractTableModel):
    """`order` has the numbers of the rows that are shown, the first row first."""

    def __init__(self, columns: Sequence[Shown]) -> None:
        super().__init__()
        self.columns = columns
        self.prepared = Prepared((), (), ())
        self.order: list[int] = []

    def show(self, prepared: Prepared, order: list[int]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.prepared, self.order = prepared, order
        self.endResetModel()

    def row(self, at: int) -> Row:
        """The pledge that is shown in a row."""
        return self.prepared.rows[self.order[at]]

    def row_of(self, pledge: Row) -> int | None:
        """Where a pledge is shown, if it is: the one with the same first mention."""
        rows = self.prepared.rows
        key = (pledge.seq, pledge.span)
        return next((at for at, each in enumerate(self.order) if (rows[each].seq, rows[each].span) == key), None)

    # For the view

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many pledges are shown."""
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Those of the register."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are called."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows; a pledge that is repeated tells all its mentions."""
        if not index.isValid():
            return None
        row, column = self.row(index.row()), self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.told(row.values[index.column()])
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.heading}: {column.told(row.values[index.column()])}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._told_mentions(row) or column.told(row.values[index.column()])
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._told_mentions(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(index.column())
        return None

    def _told_mentions(self, row: Row) -> str:
        if len(row.mentions) < 2:
            return ""
        return "\n".join([self.tr("Mentions:"), *(f"“{each}”" for each in row.mentions)])

    def _side(self, column: int) -> int:
        is_number = self.columns[column].kind == "number"
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return int((side | Qt.AlignmentFlag.AlignVCenter).value)
