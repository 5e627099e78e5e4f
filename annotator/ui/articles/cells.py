"""Draws the cells of the table of articles: the shape of a status beside its name, and what was found below a title."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.store.listing import ArticleRow
from annotator.ui.annotate.article_delegate import draw_status
from annotator.ui.annotate.article_model import Index, Role
from annotator.ui.annotate.lines import draw_text, runs_from_right
from annotator.ui.articles.table_model import COLUMNS, TITLE
from annotator.ui.text_view.marks import DEFAULT_LIGHT, Look

_PAD_X, _PAD_Y, _DOT, _GAP = 8, 6, 9, 7
_STATUS = COLUMNS.index("status")


class Cells(QStyledItemDelegate):
    """One line, and one of what was found while one searches."""

    def __init__(self) -> None:
        super().__init__()
        self.look: Look = DEFAULT_LIGHT
        self.with_snippets = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """The same for all rows, so that a million need no measuring."""
        line = QFontMetrics(option.font).height()
        return QSize(60, line * (2 if self.with_snippets else 1) + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or index.data(Role.AT_HAND):
            painter.fillRect(option.rect, QColor(self.look.background))
        painter.setPen(QColor(self.look.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        row = index.data(Role.ROW)
        if isinstance(row, ArticleRow):
            self._content(painter, option, index, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.look.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: ArticleRow) -> None:
        metrics = QFontMetrics(option.font)
        inner: QRect = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        line = QRectF(inner.left(), inner.top(), inner.width(), metrics.height())
        ink = option.palette.color(QPalette.ColorRole.Text)
        text = str(index.data() or "")
        if index.column() == TITLE:
            draw_text(painter, line, text, option.font, ink)
            if self.with_snippets:
                found = str(index.data(Role.SNIPPET) or "")
                draw_text(painter, line.translated(0, metrics.height()), found, option.font, self._dim, marked=True)
            return
        from_right = option.direction == Qt.LayoutDirection.RightToLeft
        if index.column() == _STATUS:
            left = line.right() - _DOT if from_right else line.left()
            draw_status(painter, QRectF(left, line.center().y() - _DOT / 2, _DOT, _DOT), row.status, self.look)
            line.adjust(0 if from_right else _DOT + _GAP, 0, -(_DOT + _GAP) if from_right else 0, 0)
        side = Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        if index.column() != _STATUS and runs_from_right(text) and not from_right:
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(option.font)
        painter.setPen(ink)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, int(QStyle.visualAlignment(option.direction, side).value), shown)

    @property
    def _dim(self) -> QColor:
        return QColor(self.look.dim)
