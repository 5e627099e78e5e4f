"""How lines differ: in dashes and markers first, in colour too."""

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui.text_view.marks import Look

_COLOURS = ("blue", "orange", "green", "violet", "cyan", "rose", "olive", "brown")
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_WIDTH = 2  # pixels
_MARKERS = ("o", "s", "t1", "d", "t", "+", "x")


class Stroke:
    """A line: its colour, dashes and marker (a name of pyqtgraph's)."""

    def __init__(self, colour: str, dashes: Qt.PenStyle, marker: str) -> None:
        self.colour, self.dashes, self.marker = QColor(colour), dashes, marker

    def pen(self, ratio: float) -> QPen:
        """What the line is drawn with on axes; so many pixels of the screen are one of the window."""
        pen = QPen(self.colour, _WIDTH * ratio, self.dashes)
        pen.setCosmetic(True)
        return pen

    def paint(self, painter: QPainter, place: QRectF, size: float) -> None:
        """Draw a piece of it with one marker in the middle."""
        middle = place.center()
        painter.setPen(QPen(self.colour, _WIDTH, self.dashes))
        painter.drawLine(QPointF(place.left(), middle.y()), QPointF(place.right(), middle.y()))
        painter.translate(middle)
        painter.scale(size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        painter.drawPath(Symbols[self.marker])


def stroke(number: int, look: Look) -> Stroke:
    """The line of the annotator at a place: no two of the first fifty-six are alike."""
    colour = look.swatch(_COLOURS[number % len(_COLOURS)]).ink
    return Stroke(colour, _DASHES[number % len(_DASHES)], _MARKERS[number % len(_MARKERS)])
