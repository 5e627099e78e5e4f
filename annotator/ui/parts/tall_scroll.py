"""A form in a dialog that is as high as it needs to be, and scrolls where the screen is lower."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_AROUND = 60  # pixels that a screen keeps beside a dialog
_LOWEST = 120


class TallScroll(QScrollArea):
    """Qt's own stops growing at 24 lines. It stands in the dialog's own layout; `fit` gives that the height."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self._width = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("bare", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """All of the form."""
        width = max(self._width, self._inside.minimumSizeHint().width())
        layout = self._inside.layout()
        by_width = layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0
        return QSize(width, max(by_width, self._inside.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Its width, and some lines."""
        hint = self.sizeHint()
        return QSize(self._inside.minimumSizeHint().width(), min(hint.height(), _LOWEST))

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it dressed, and knows its height."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Make the dialog as high as all that is in it, if the screen is."""
        dialog = self.window()
        layout = dialog.layout()
        if layout is None:
            return
        width = max(dialog.width(), dialog.minimumWidth(), layout.totalMinimumSize().width())
        margins = layout.contentsMargins()
        self._width = width - margins.left() - margins.right()
        self.updateGeometry()
        layout.invalidate()
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        room = dialog.screen().availableGeometry()
        dialog.resize(width, min(height, room.height() - _AROUND))
        if dialog.isVisible() and (below := dialog.geometry().bottom() - room.bottom() + _AROUND // 4) > 0:
            dialog.move(dialog.x(), max(dialog.y() - below, room.top()))
