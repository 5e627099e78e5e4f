"""Draws the cells of a table with columns: the ground of a selected row, a line below, the text cut short."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.text import runs_from_right
from annotator.ui.parts.rows_view import Index
from annotator.ui.text_view.marks import DEFAULT_LIGHT, Look

_PAD_X, _PAD_Y = 8, 6


class Cells(QStyledItemDelegate):
    """`lines` is how many lines of text a row is high: the same for all, so that a million need no measuring."""

    def __init__(self) -> None:
        super().__init__()
        self.look: Look = DEFAULT_LIGHT
        self.lines = 1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """The same for every cell."""
        return QSize(60, QFontMetrics(option.font).height() * self.lines + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        if bool(option.state & QStyle.StateFlag.State_Selected) or self.is_marked(index):
            painter.fillRect(option.rect, QColor(self.look.background))
        painter.setPen(QColor(self.look.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner: QRect = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        line = QRectF(inner.left(), inner.top(), inner.width(), QFontMetrics(option.font).height())
        self.draw_content(painter, option, index, line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.look.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def is_marked(self, index: Index) -> bool:  # noqa: ARG002
        """Whether a row stands out though it is not selected."""
        return False

    def draw_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: QRectF) -> None:
        """Draw what a cell says into its first line."""
        draw_side(painter, option, index, line, str(index.data() or ""))


def draw_side(painter: QPainter, option: QStyleOptionViewItem, index: Index, line: QRectF, text: str) -> None:
    """A text on the side that its column has, cut short, in its own direction."""
    side = Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole)))
    from_right = runs_from_right(text)
    if from_right and option.direction != Qt.LayoutDirection.RightToLeft:
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.setFont(option.font)
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    shown = QFontMetrics(option.font).elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    painter.drawText(line, int(QStyle.visualAlignment(option.direction, side).value), shown)
