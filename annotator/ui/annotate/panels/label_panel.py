"""The labels with their keys: pressing one marks what is selected, or relabels what is current."""

from collections import Counter

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.app.work import Update, Work
from annotator.model.schema import Label, Schema
from annotator.ui.numbers import number
from annotator.ui.parts.flow import role_label
from annotator.ui.text_view.marks import DEFAULT_LIGHT, Look

_HEIGHT, _SWATCH_W, _SWATCH_H, _GAP = 23, 24, 13, 9
_COMPACT_W, _COMPACT_GAP = 13, 6
_USUAL = 15  # pixels: the height of the usual font


class LabelButton(QAbstractButton):
    """One label: swatch, name, how many there are, key. Clicking it leaves the focus where it is."""

    def __init__(self, label: Label, *, compact: bool = False) -> None:
        super().__init__()
        self.label = label
        self.look: Look = DEFAULT_LIGHT
        self.count = 0
        self._compact = compact
        self._swatch_w, self._gap = (_COMPACT_W, _COMPACT_GAP) if compact else (_SWATCH_W, _GAP)
        self._is_current = False
        self.setText(label.name)
        self.setToolTip(label.about)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if compact else Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        wide = QSizePolicy.Policy.Fixed if compact else QSizePolicy.Policy.Expanding
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self._name()

    def _name(self) -> None:
        key = self.tr("key {key}").format(key=self.label.key.upper()) if self.label.key else ""
        count = self.tr("{n} marked").format(n=self.count)
        current = self.tr("of the current span") if self._is_current else ""
        self.setAccessibleName(", ".join(part for part in (self.label.name, key, count, current) if part))
        self.setAccessibleDescription(self.label.about)

    def show_count(self, count: int) -> None:
        """How many spans have this label."""
        if count != self.count:
            self.count = count
            self._name()
            self.update()

    def show_current(self, is_current: bool) -> None:
        """Whether it is the current span's label."""
        if is_current != self._is_current:
            self._is_current = is_current
            self._name()
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as its parts; in the panel it grows."""
        width = self.fontMetrics().horizontalAdvance(self.label.name) + self._swatch_w + self._gap + 12
        return QSize(width + (round(24 * self._scale()) if self.label.key else 0), round(_HEIGHT * self._scale()))

    def _scale(self) -> float:
        """How much larger than usual the font is: what is drawn beside the name grows with it."""
        return max(self.fontMetrics().height() / _USUAL, 1.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.underMouse() or self.isDown() or self._is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.look.background))
            painter.drawRoundedRect(box, 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.look.accent), 1.5))
            painter.drawRoundedRect(box, 5, 5)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
        self._parts(painter, box, mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft)

    def _parts(self, painter: QPainter, box: QRectF, *, mirrored: bool) -> None:
        def place(left: float, width: float, height: float) -> QRectF:
            at = -left - width if mirrored else left
            return QRectF(at, box.center().y() - height / 2, width, height)

        swatch = self.look.swatch(self.label.colour)
        painter.setPen(QPen(QColor(swatch.ink), 1))
        painter.setBrush(QColor(swatch.tint))
        painter.drawRoundedRect(place(4.5, self._swatch_w, _SWATCH_H), 3, 3)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        centre, v_centre = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignVCenter
        right = box.width() - 3
        if self.label.key:
            right -= 20 * self._scale()
            self._cap(painter, place(right, 19 * self._scale(), 17 * self._scale()))
        left = 4 + self._swatch_w + self._gap
        painter.setPen(ink)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self._is_current else QFont.Weight.Normal)
        painter.setFont(font)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            place(left, right - left, box.height()),
            int(side | Qt.AlignmentFlag.AlignAbsolute | v_centre),
            self.label.name,
        )
        if self.count and not self._compact:
            painter.setFont(self.font())
            painter.setPen(QColor(self.look.dim))
            painter.drawText(
                place(right - 44 * self._scale(), 40 * self._scale(), box.height()),
                int(centre | v_centre),
                number(self.count),
            )

    def _cap(self, painter: QPainter, cap: QRectF) -> None:
        """The key as it looks on a keyboard."""
        painter.setPen(QPen(QColor(self.look.line), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(cap, 4, 4)
        painter.drawLine(cap.bottomLeft() + _CORNER, cap.bottomRight() - _CORNER)
        font = QFont(self.font())
        font.setFamilies(["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"])
        font.setPixelSize(round(11 * self._scale()))
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self.label.key.upper())


_CORNER = QRectF(0, 0, 3, 1).topRight()


class LabelPanel(QWidget):
    """All labels, group by group. Emits `chosen` with a label's name."""

    chosen = Signal(str)

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labelPanel")
        self.buttons: dict[str, LabelButton] = {}
        self._label_of: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for group in schema.groups:
            heading = role_label(group.title or group.name, "heading")
            heading.setContentsMargins(0, 10, 0, 3)
            column.addWidget(heading)
            for label in (each for each in schema.offered_labels if each.group == group.name):
                button = LabelButton(label)
                button.clicked.connect(lambda _=False, name=label.name: self.chosen.emit(name))
                self.buttons[label.name] = button
                column.addWidget(button)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        for button in self.buttons.values():
            button.look = look
            button.update()

    def show_current(self, label: str) -> None:
        """Say which label the current span has."""
        for name, button in self.buttons.items():
            button.show_current(name == label)

    def show_work(self, work: Work | None) -> None:
        """Count the spans of another article."""
        self._label_of = {key: span.label for key, span in work.own.spans.items()} if work else {}
        self._counts = Counter(self._label_of.values())
        self._show(self.buttons)

    def show_update(self, work: Work, update: Update) -> None:
        """Count what changed."""
        touched: set[str] = set()
        for key in update.changes.spans:
            if old := self._label_of.pop(key, ""):
                self._counts[old] -= 1
                touched.add(old)
            if span := work.own.spans.get(key):
                self._label_of[key] = span.label
                self._counts[span.label] += 1
                touched.add(span.label)
        self._show(touched)

    def _show(self, names: "set[str] | dict[str, LabelButton]") -> None:
        for name in names:
            if name in self.buttons:
                self.buttons[name].show_count(self._counts[name])
