"""A button that looks like a link and ends in an ellipsis where its text does not fit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

_PADDING = 12  # pixels of the stylesheet at both sides, and a little


class LinkButton(QPushButton):
    """Takes the width that there is. A click leaves the focus where it is; Tab gets there."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("link", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer words fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - _PADDING, 0)
        fitting = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(fitting.replace("&", "&&"))
