"""Shows the labels at a selection that the mouse made, and hides them as soon as anything else happens."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.model.schema import Schema
from annotator.ui.annotate.palette import LabelPalette
from annotator.ui.text_view import TextView


class MouseWatch(QObject):
    """Watches the mouse in the text. `plain_click` is a click on no mark; it selects nothing."""

    plain_click = Signal()

    def __init__(self, text: TextView, page: QWidget, schema: Schema) -> None:
        super().__init__(page)
        self._text, self._page = text, page
        self._on_mark = False
        self._pressed = QPoint()
        self.enabled = True
        self.palette = LabelPalette(page, schema)
        text.viewport().installEventFilter(self)
        text.mark_clicked.connect(self._note_mark)
        text.selection_changed.connect(self._follow)
        text.verticalScrollBar().valueChanged.connect(self.palette.hide)

    def _note_mark(self) -> None:
        self._on_mark = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes presses and releases; the text view still gets them."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._on_mark = False
                self._pressed = event.position().toPoint()
                self.palette.hide()
            elif event.type() == QEvent.Type.MouseButtonRelease:
                QTimer.singleShot(0, self, self._released)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """The palette belongs to one selection."""
        self.palette.hide()

    def _released(self) -> None:
        if not self._text.selection():
            if not self._on_mark:
                self.plain_click.emit()
        elif self.enabled:
            self._show()

    def _show(self) -> None:
        view = self._text.viewport()
        caret = self._text.cursorRect()
        top, bottom = sorted((self._pressed.y(), caret.center().y()))
        place = QRect(QPoint(caret.left(), top - 10), QSize(1, bottom - top + 24))
        place.moveTopLeft(view.mapTo(self._page, place.topLeft()))
        corner = self._text.mapTo(self._page, QPoint(0, 0))
        self.palette.show_at(place, QRect(corner, self._text.size()))
