"""The card of the tour, and what it points with. Neither takes the keyboard from the page."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygon,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.ui.chosen_keys import KEYS
from annotator.ui.parts.flow import role_label
from annotator.ui.tour.steps import Step

_WIDTH = 284  # pixels: fits over the panel at the right, also in a narrow window


class TourCard(QFrame):
    """Shows a step. Emits `next_wanted` and `skip_wanted`."""

    next_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tourCard")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.place = role_label("", "dim")
        self.title = role_label("", "title", wrap=True)
        self.words = role_label("", "name", wrap=True)
        self.hint = role_label("", "dim", wrap=True)
        self.skip = QPushButton(self.tr("Skip the tour"))
        self.skip.setProperty("quiet", True)
        self.forward = QPushButton()
        for button, wish in ((self.skip, self.skip_wanted), (self.forward, self.next_wanted)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(wish)
        self.setFocusProxy(self.forward)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.forward)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(5)
        for widget in (self.place, self.title, self.words, self.hint):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(row)
        self.hide()

    def show_step(self, step: Step, at: int, total: int) -> None:
        """Show a step, the first being 1, and have it read out."""
        first, last = at == 1, at == total
        self.place.setText(self.tr("Guided tour, {at} of {total}").format(at=at, total=total))
        self.title.setText(step.title)
        self.words.setText(step.words)
        self.hint.setText(self.tr("{key} leads to this card, Esc in it ends the tour.").format(key=_panel_key()))
        self.hint.setVisible(first)
        self.skip.setVisible(not last)
        self.forward.setText(self.tr("Start") if first else self.tr("Finish") if last else self.tr("Next"))
        told = f"{step.title}. {step.words}"
        self.setAccessibleName(told)
        self.forward.setAccessibleDescription(told)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def wanted(self) -> QSize:
        """The size it takes."""
        column = self.layout()
        assert column is not None
        width = max(_WIDTH, column.totalMinimumSize().width())
        return QSize(width, column.totalHeightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc skips, Return presses the button that has the focus."""
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.skip_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)


def _panel_key() -> str:
    return KEYS.shown("panel.next")


class Pointer(QWidget):
    """Lies over the window and lets everything through: a frame around what a step is about, and the card's arrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tourPointer")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.framed = QRect()
        self._arrow: tuple[tuple[int, int], ...] = ()
        self.hide()

    def point(self, framed: QRect, arrow: Sequence[tuple[int, int]]) -> None:
        """Frame a rectangle, and draw an arrow with these corners; both in the parent's coordinates."""
        if (framed, tuple(arrow)) != (self.framed, self._arrow):
            self.framed, self._arrow = framed, tuple(arrow)
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        if not self.framed.isEmpty():
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(self.framed, 6, 6)
        if self._arrow:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawPolygon(QPolygon([QPoint(*corner) for corner in self._arrow]))
        painter.end()
