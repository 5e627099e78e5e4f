"""Draws a line of the lists at the right: a title in its ink, and what goes with it below."""

from enum import IntEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.parts.lines import draw_text
from annotator.ui.parts.row_ground import draw_ground
from annotator.ui.parts.rows_view import Index
from annotator.ui.text_view.marks import DEFAULT_LIGHT, Look

_PAD_X, _PAD_Y = 10, 6


class ItemRole(IntEnum):
    """What a line says beside its text (the display role)."""

    TITLE = Qt.ItemDataRole.UserRole + 1
    COLOUR = Qt.ItemDataRole.UserRole + 2
    DETAIL = Qt.ItemDataRole.UserRole + 3
    CURRENT = Qt.ItemDataRole.UserRole + 4
    FAINT = Qt.ItemDataRole.UserRole + 5  # there, but of no effect now


class ItemDelegate(QStyledItemDelegate):
    """Title and detail on one line, the text on the next."""

    def __init__(self) -> None:
        super().__init__()
        self.look: Look = DEFAULT_LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """The same for all."""
        height = QFontMetrics(option.font).height()
        return QSize(100, 2 * height + 2 * _PAD_Y + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        painter.save()
        draw_ground(painter, option, self.look, is_current=bool(index.data(ItemRole.CURRENT)))
        self._words(painter, option, index)
        painter.restore()

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        inner: QRect = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        height = QFontMetrics(option.font).height()
        first, second = QRect(inner), QRect(inner)
        first.setHeight(height)
        second.setTop(inner.top() + height + 2)
        bold, small = QFont(option.font), QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        if small.pixelSize() > 0:
            small.setPixelSize(max(small.pixelSize() - 2, 9))
        painter.setFont(bold)
        painter.setPen(QColor(self.look.swatch(str(index.data(ItemRole.COLOUR))).ink))
        absolute = Qt.AlignmentFlag.AlignAbsolute  # else the painter turns them once more
        start, end = Qt.AlignmentFlag.AlignLeft | absolute, Qt.AlignmentFlag.AlignRight | absolute
        if option.direction == Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        title = str(index.data(ItemRole.TITLE))
        painter.drawText(first, int(start | Qt.AlignmentFlag.AlignVCenter), title)
        room = first.width() - QFontMetrics(bold).horizontalAdvance(title) - _PAD_X
        metrics = QFontMetrics(small)
        detail = metrics.elidedText(str(index.data(ItemRole.DETAIL)), Qt.TextElideMode.ElideRight, max(room, 0))
        painter.setFont(small)
        painter.setPen(QColor(self.look.dim))
        painter.drawText(first, int(end | Qt.AlignmentFlag.AlignVCenter), detail)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        ink = self.look.dim if index.data(ItemRole.FAINT) else self.look.ink
        draw_text(painter, QRectF(second), text, option.font, QColor(ink))
