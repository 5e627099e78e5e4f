"""The ground of a row in a list: shaded where it is current, with a bar at its start, and a line below."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.ui.text_view.marks import Look

_BAR = 3  # pixels


def draw_ground(
    painter: QPainter, option: QStyleOptionViewItem, look: Look, *, is_current: bool, is_shaded: bool = False
) -> None:
    """Draw it; the frame of the focus is dotted."""
    place: QRect = option.rect
    if is_current or is_shaded:
        painter.fillRect(place, QColor(look.background))
    if is_current:
        from_right = option.direction == Qt.LayoutDirection.RightToLeft
        left = place.right() + 1 - _BAR if from_right else place.left()
        painter.fillRect(QRect(left, place.top(), _BAR, place.height()), QColor(look.accent))
    painter.setPen(QColor(look.line))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(look.accent), 1, Qt.PenStyle.DotLine))
        painter.drawRect(place.adjusted(1, 1, -2, -2))
