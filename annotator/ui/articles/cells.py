"""Draws the cells of the table of articles: the shape of a status beside its name, and what was found below a title."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.store.listing import ArticleRow
from annotator.ui.article_list.article_delegate import draw_status
from annotator.ui.article_list.article_model import Role
from annotator.ui.articles.table_model import COLUMNS, TITLE
from annotator.ui.parts import table_cells
from annotator.ui.parts.lines import draw_text
from annotator.ui.parts.rows_view import Index
from annotator.ui.parts.table_cells import draw_side

_DOT, _GAP = 9, 7
_STATUS = COLUMNS.index("status")


class Cells(table_cells.Cells):
    """One line, and one of what was found while one searches."""

    def is_marked(self, index: Index) -> bool:
        """The article at hand stands out."""
        return bool(index.data(Role.AT_HAND))

    def draw_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: QRectF) -> None:
        """Draw what a cell says."""
        row = index.data(Role.ROW)
        if not isinstance(row, ArticleRow):
            return
        if index.column() == TITLE:
            self._title(painter, option, index, line)
        elif index.column() == _STATUS:
            self._status(painter, option, index, line, row)
        else:
            super().draw_content(painter, option, index, line)

    def _title(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: QRectF) -> None:
        draw_text(painter, line, str(index.data() or ""), option.font, option.palette.color(QPalette.ColorRole.Text))
        if self.lines > 1:
            found, dim = str(index.data(Role.SNIPPET) or ""), QColor(self.look.dim)
            draw_text(painter, line.translated(0, line.height()), found, option.font, dim, marked=True)

    def _status(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: QRectF, row: ArticleRow
    ) -> None:
        from_right = option.direction == Qt.LayoutDirection.RightToLeft
        left = line.right() - _DOT if from_right else line.left()
        draw_status(painter, QRectF(left, line.center().y() - _DOT / 2, _DOT, _DOT), row.status, self.look)
        line.adjust(0 if from_right else _DOT + _GAP, 0, -(_DOT + _GAP) if from_right else 0, 0)
        draw_side(painter, option, index, line, str(index.data() or ""))
