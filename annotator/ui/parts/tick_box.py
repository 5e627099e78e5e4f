"""A check box that is seen in every theme: drawn in the palette's own colours, with a tick."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox

_SIZE = 16


class TickBox(QCheckBox):
    """Without text; the name stands beside it."""

    def sizeHint(self) -> QSize:
        """The box and the ring of the focus."""
        return QSize(_SIZE + 6, _SIZE + 4)

    def hitButton(self, _position: object) -> bool:  # noqa: N802
        """All of it can be clicked."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        rim = palette.color(QPalette.ColorRole.PlaceholderText)
        on = self.isChecked()
        box = QRectF(0, 0, _SIZE - 1, _SIZE - 1)
        box.moveCenter(QRectF(self.rect()).center())
        fill = accent if on else palette.color(QPalette.ColorRole.Base)
        if not self.isEnabled():
            rim, fill = palette.color(QPalette.ColorRole.Mid), QColor(rim) if on else fill
        painter.setPen(QPen(accent if on else rim, 1.2))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 4, 4)
        if on:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), 2))
            ticks = (QPointF(3.4, 7.8), QPointF(6.4, 10.8), QPointF(11.8, 4.4))
            painter.drawPolyline([box.topLeft() + each for each in ticks])
        if self.hasFocus():
            painter.setPen(QPen(accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 5, 5)
