"""Draws charts with pyqtgraph. Imported when the page of statistics is opened, never before: it is slow to load.

Nothing can be dragged or zoomed, and the wheel is left to the page that scrolls. Lines differ in dashes and markers,
parts of bars in how they are filled, so that nobody needs the colours.
"""

from math import ceil

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from annotator.ui.look import scale
from annotator.ui.statistics.axes import DayAxis, NamedAxis, NumberAxis
from annotator.ui.statistics.charts import BarChart, Chart, LineChart, Part, Pattern, RowChart
from annotator.ui.statistics.strokes import Stroke, stroke
from annotator.ui.text_view.marks import Look, Swatch

_HIGH = 230  # pixels, beside the usual font
_ROW, _AXIS = 26, 60
_BESIDE = 34
_GAP = 0.18  # of a row, above and below a bar
_MARKERS = 24  # on a line, at most
_HEADROOM = 1.08
_HAIR = 0.002  # of an axis, below where it begins: so that its first number is written
_STRIPES = {"full": Qt.BrushStyle.NoBrush, "striped": Qt.BrushStyle.BDiagPattern, "empty": Qt.BrushStyle.NoBrush}


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """One chart. It is looked at only: its numbers are in the table beside it."""

    def __init__(self, name: str, chart: Chart) -> None:
        self._left, self._bottom = _axes_of(chart)
        super().__init__(enableMenu=False, axisItems={"left": self._left, "bottom": self._bottom})
        # An index of places would be out of date: axes with a grid grow with the view, and do not say so.
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.plotItem.setContentsMargins(0, 6, _BESIDE * scale(), 0)  # half of the last day reaches beyond the axis
        self.plotItem.getViewBox().invertY(isinstance(chart, RowChart))
        self.plotItem.showGrid(x=isinstance(chart, RowChart), y=not isinstance(chart, RowChart), alpha=0.5)
        for axis in (self._left, self._bottom):
            axis.setZValue(-1)  # its grid lies below what is drawn
            axis.setStyle(tickLength=0, tickTextOffset=6)
            axis.enableAutoSIPrefix(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """As high as the chart must be."""
        return QSize(self.minimumWidth(), self.minimumHeight())

    def show_chart(self, chart: Chart, look: Look) -> None:
        """Draw a chart instead of the one before, which was of the same kind."""
        self.plotItem.clear()
        self.setBackground(QApplication.palette().base())
        self.setMinimumHeight(_height_of(chart))
        match chart:
            case LineChart():
                self._lines(chart, look)
            case BarChart():
                self._bars(chart, look)
            case RowChart():
                self._rows(chart, look)

    def _titles(self, left: str, bottom: str, look: Look) -> None:
        font = QApplication.font()
        for axis, title in ((self._left, left), (self._bottom, bottom)):
            axis.setPen(look.line)
            axis.setTextPen(look.ink)
            axis.setTickFont(font)
            axis.setLabel(title, **{"color": look.dim, "font-size": f"{font.pointSizeF()}pt"})

    def _range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        wide, high = x[1] - x[0], y[1] - y[0]
        x, y = (x[0] - wide * _HAIR, x[1]), (y[0] - high * _HAIR, y[1])
        self.setRange(xRange=x, yRange=y, padding=0, disableAutoRange=True)

    # Lines over days

    def _lines(self, chart: LineChart, look: Look) -> None:
        self._titles(chart.unit, "", look)
        days = [day.toordinal() for line in chart.lines for day, _ in line.points]
        most = max((value for line in chart.lines for _, value in line.points), default=0.0) or 1.0
        for number, line in enumerate(chart.lines):
            xs, ys = [day.toordinal() for day, _ in line.points], [value for _, value in line.points]
            self._line(xs, ys, stroke(number, look), shift=number)
        self._range((min(days) - 0.5, max(days) + 0.5), (0, most * _HEADROOM))

    def _line(self, xs: list[int], ys: list[float], drawn: Stroke, *, shift: int) -> None:
        """The line, and so many markers that they do not hide it; those of several lines stand beside each other."""
        self.plotItem.addItem(pg.PlotCurveItem(xs, ys, pen=drawn.pen(self.devicePixelRatioF()), antialias=True))
        step = ceil(len(xs) / _MARKERS)
        start = min(shift % step, len(xs) - 1)
        spots = pg.ScatterPlotItem(
            xs[start::step],
            ys[start::step],
            symbol=drawn.marker,
            size=9 * scale(),
            pen=drawn.colour,
            brush=drawn.colour,
        )
        self.plotItem.addItem(spots)

    # Bars

    def _bars(self, chart: BarChart, look: Look) -> None:
        self._bottom.show_names(chart.edges)
        self._titles(chart.unit, chart.below, look)
        swatch = Swatch(look.accent, look.accent)
        bars = _Bars(look, QRectF(0, 0, len(chart.counts), max(chart.counts, default=1)))
        for at, count in enumerate(chart.counts):
            bars.add(QRectF(at + 0.04, 0, 0.92, count), swatch, "full")
        self.plotItem.addItem(bars)
        self._range((-0.1, len(chart.counts) + 0.1), (0, max(chart.counts, default=1) * _HEADROOM))

    def _rows(self, chart: RowChart, look: Look) -> None:
        self._left.show_names([row.name for row in chart.rows])
        self._titles("", chart.unit, look)
        longest = max((sum(row.counts) for row in chart.rows), default=1) or 1
        reach = longest * _room_for([row.said for row in chart.rows], self.width())
        bars = _Bars(look, QRectF(0, -0.5, reach, len(chart.rows)))
        for at, row in enumerate(chart.rows):
            start = 0
            for part, count in zip(chart.parts, row.counts, strict=True):
                place = QRectF(start, at - 0.5 + _GAP, count, 1 - 2 * _GAP)
                bars.add(place, look.swatch(part.colour or row.colour), part.pattern)
                start += count
            bars.write(QPointF(start, at), row.said)
        self.plotItem.addItem(bars)
        self._range((0, reach), (-0.5, len(chart.rows) - 0.5))


def _axes_of(chart: Chart) -> tuple[pg.AxisItem, pg.AxisItem]:
    """The left and the lower axis."""
    match chart:
        case LineChart():
            return NumberAxis("left", whole=chart.whole), DayAxis("bottom")
        case BarChart():
            return NumberAxis("left"), NamedAxis("bottom")
        case RowChart():
            return NamedAxis("left"), NumberAxis("bottom")


def _room_for(words: list[str], width: int) -> float:
    """How much longer than the longest bar an axis must be for the words behind the bars."""
    metrics = QFontMetricsF(QApplication.font())
    widest = max((metrics.horizontalAdvance(each) for each in words), default=0.0) + 16
    return 1 / max(1 - widest / max(width * 0.75, 1.0), 0.4)


def _height_of(chart: Chart) -> int:
    """How high a chart wants to be, in pixels."""
    if isinstance(chart, RowChart):
        return round((_ROW * len(chart.rows) + _AXIS) * scale())
    return round(_HIGH * scale())


class _Bars(pg.GraphicsObject):  # type: ignore[misc]
    """Bars with stripes and words, which keep their size on the screen however the axes run."""

    def __init__(self, look: Look, reach: QRectF) -> None:
        super().__init__()
        self._look, self._reach = look, reach
        self._bars: list[tuple[QRectF, Swatch, Pattern]] = []
        self._words: list[tuple[QPointF, str]] = []

    def add(self, place: QRectF, swatch: Swatch, pattern: Pattern) -> None:
        """A bar, placed in the units of the axes."""
        if place.width() and place.height():
            self._bars.append((place, swatch, pattern))

    def write(self, place: QPointF, words: str) -> None:
        """Words that begin at a place."""
        self._words.append((place, words))

    def boundingRect(self) -> QRectF:  # noqa: N802
        """All that is drawn on, in the units of the axes."""
        return self._reach

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw in pixels."""
        placed = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        for place, swatch, pattern in self._bars:
            fill_part(painter, placed.mapRect(place).normalized(), swatch, pattern)
        font = QApplication.font()
        painter.setFont(font)
        painter.setPen(QColor(self._look.ink))
        middle = QFontMetricsF(font).capHeight() / 2
        for start, words in self._words:
            at: QPointF = placed.map(start)
            painter.drawText(at + QPointF(6, middle), words)
        painter.restore()


def fill_part(painter: QPainter, place: QRectF, swatch: Swatch, pattern: Pattern) -> None:
    """A part of a bar: full of colour, striped, or empty, always with a rim that is legible."""
    if pattern == "full":
        painter.fillRect(place, QColor(swatch.tint))
    painter.setPen(QPen(QColor(swatch.ink), 1))
    painter.setBrush(QBrush(QColor(swatch.ink), _STRIPES[pattern]))
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))


class Sample(QWidget):
    """How a line or a part is drawn, for the legend; what it is stands beside it."""

    def __init__(self, drawn: Stroke | Part, look: Look) -> None:
        super().__init__()
        self._drawn, self._look = drawn, look
        self.setFixedSize(round(34 * scale()), round(16 * scale()))

    def paintEvent(self, _event: object) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(self._drawn, Part):
            swatch = self._look.swatch(self._drawn.colour)
            fill_part(painter, QRectF(self.rect()).adjusted(4, 2, -4, -2), swatch, self._drawn.pattern)
        else:
            self._drawn.paint(painter, QRectF(self.rect()), 9 * scale())
        painter.end()


def samples(chart: Chart, look: Look) -> list[tuple[Sample, str]]:
    """The legend of a chart; none where there is one thing only."""
    if isinstance(chart, LineChart) and len(chart.lines) > 1:
        return [(Sample(stroke(at, look), look), line.name) for at, line in enumerate(chart.lines)]
    if isinstance(chart, RowChart) and len(chart.parts) > 1:
        return [(Sample(part, look), part.name) for part in chart.parts]
    return []
