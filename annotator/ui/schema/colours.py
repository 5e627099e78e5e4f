"""Choosing one of the palette's colours: a swatch each, with its name for those who do not see it."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QWidget

from annotator.ui.text_view.marks import Look, Swatch

_COLUMNS = 9
_WIDE, _HIGH = 26, 16


def swatch_icon(swatch: Swatch) -> QIcon:
    """A colour as it is on the text: the tint, framed in the ink."""
    picture = QPixmap(QSize(_WIDE, _HIGH) * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(swatch.ink), 1.5))
    painter.setBrush(QColor(swatch.tint))
    painter.drawRoundedRect(QRectF(QPointF(1, 1), QPointF(_WIDE - 1, _HIGH - 1)), 4, 4)
    painter.end()
    return QIcon(picture)


class ColourField(QWidget):
    """The colours side by side. Emits `wanted` with a name."""

    wanted = Signal(str)

    def __init__(self, look: Look, current: str, title: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(3)
        self.buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        group.setExclusive(True)
        for number, (name, swatch) in enumerate(look.swatches.items()):
            button = QToolButton()
            button.setIcon(swatch_icon(swatch))
            button.setIconSize(QSize(_WIDE, _HIGH))
            button.setCheckable(True)
            button.setChecked(name == current)
            said = QCoreApplication.translate("Colours", name)
            button.setToolTip(said)
            button.setAccessibleName(f"{title}: {said}")
            button.setProperty("colour", True)
            button.clicked.connect(lambda _=False, each=name: self.wanted.emit(each))
            group.addButton(button)
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
            self.buttons[name] = button
        grid.setColumnStretch(_COLUMNS, 1)
