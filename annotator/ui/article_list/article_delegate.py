"""Draws a row of the article list: title, status, and how far the suggestions are judged.

A status has a shape of its own beside its colour, and its name is written. Titles in a script that runs from
the right are set from the right.
"""

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.annotation import Status
from annotator.store.listing import ArticleRow
from annotator.ui.article_list.article_model import Progress, Role
from annotator.ui.numbers import number
from annotator.ui.parts.lines import draw_text
from annotator.ui.parts.row_ground import draw_ground
from annotator.ui.parts.rows_view import Index
from annotator.ui.text_view.marks import DEFAULT_LIGHT, Look

_PAD_X, _PAD_Y, _GAP = 12, 8, 4
_DOT = 9
_COLOUR: dict[Status, str] = {"in progress": "orange", "done": "green", "flagged": "coral"}


class ArticleDelegate(QStyledItemDelegate):
    """Two lines of title, one of status; two of what was found while one searches."""

    def __init__(self) -> None:
        super().__init__()
        self.look: Look = DEFAULT_LIGHT
        self.with_snippets = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """The same for all rows, so that a million need no measuring."""
        metrics = QFontMetrics(_bold(option.font))
        small = QFontMetrics(_small(option.font)).height()
        found = 2 * small + _GAP if self.with_snippets else 0
        return QSize(120, 2 * metrics.height() + found + small + _GAP + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(Role.ROW)
        painter.save()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, self.look, is_current=bool(index.data(Role.AT_HAND)), is_shaded=is_selected)
        if isinstance(row, ArticleRow):
            self._row(painter, option, index, row)
        painter.restore()

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: ArticleRow) -> None:
        inner: QRect = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        ink = option.palette.color(QPalette.ColorRole.Text)
        bold, small = _bold(option.font), _small(option.font)
        draw_text(painter, QRectF(inner), row.title, bold, ink)
        top = inner.top() + 2 * QFontMetrics(bold).height() + _GAP
        if self.with_snippets:
            area = QRectF(inner.left(), top, inner.width(), 2 * QFontMetrics(small).height())
            draw_text(painter, area, str(index.data(Role.SNIPPET) or ""), small, ink, marked=True)
        line = QRect(inner.left(), inner.bottom() - QFontMetrics(small).height() + 1, inner.width(), _DOT)
        line.setHeight(QFontMetrics(small).height())
        painter.setFont(small)
        self._standing(painter, option, line, row, index.data(Role.PROGRESS))

    def _standing(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, row: ArticleRow, progress: object
    ) -> None:
        """Shape and name of the status, a bar, and what is left."""
        metrics = painter.fontMetrics()
        dot = QRectF(line.left(), line.center().y() - _DOT / 2 + 0.5, _DOT, _DOT)
        word = QCoreApplication.translate("Status", row.status)
        left = _left_text(row, progress)
        width = line.width() - _DOT - 7 - metrics.horizontalAdvance(word) - 8
        right_width = metrics.horizontalAdvance(left)
        bar = QRectF(line.right() + 1 - width, line.center().y() - 1, width - (right_width + 8 if left else 0), 4)
        text_place = QRectF(line).adjusted(_DOT + 7, 0, 0, 0)
        flip = option.direction == Qt.LayoutDirection.RightToLeft
        dot, bar, text_place = (_flipped(each, line, flip) for each in (dot, bar, text_place))
        draw_status(painter, dot, row.status, self.look)
        painter.setPen(QColor(self.look.dim))
        absolute = Qt.AlignmentFlag.AlignAbsolute  # else the painter turns them once more
        leading, trailing = Qt.AlignmentFlag.AlignLeft | absolute, Qt.AlignmentFlag.AlignRight | absolute
        if flip:
            leading, trailing = trailing, leading
        painter.drawText(text_place, int(leading | Qt.AlignmentFlag.AlignVCenter), word)
        painter.drawText(QRectF(line), int(trailing | Qt.AlignmentFlag.AlignVCenter), left)
        if (share := _share(row, progress)) is not None and bar.width() > 12:
            self._bar(painter, bar, share, flip=flip)

    def _bar(self, painter: QPainter, bar: QRectF, share: float, *, flip: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.line))
        painter.drawRoundedRect(bar, 2, 2)
        done = QRectF(bar)
        done.setWidth(bar.width() * share)
        painter.setBrush(QColor(self.look.accent))
        painter.drawRoundedRect(_flipped(done, bar.toRect(), flip), 2, 2)


def _flipped(place: QRectF, line: QRect, flip: bool) -> QRectF:
    if flip:
        place = QRectF(line.left() + line.right() + 1 - place.right(), place.top(), place.width(), place.height())
    return place


def _left_text(row: ArticleRow, progress: object) -> str:
    if isinstance(progress, Progress) and progress.left:
        return QCoreApplication.translate("ArticleDelegate", "{n} left").format(n=progress.left)
    return QCoreApplication.translate("ArticleDelegate", "{n} words").format(n=number(row.words))


def _share(row: ArticleRow, progress: object) -> float | None:
    if row.status == "done":
        return 1.0
    if isinstance(progress, Progress) and progress.total:
        return 1 - progress.left / progress.total
    return None


def draw_status(painter: QPainter, place: QRectF, status: Status, look: Look) -> None:
    """The shape of a status: a ring, a half-filled one, a full one with a tick, a flag, a bar."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(look.swatch(_COLOUR[status]).ink if status in _COLOUR else look.dim)
    pen = QPen(ink, 1.5)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = place.adjusted(0.75, 0.75, -0.75, -0.75)
    match status:
        case "new":
            painter.drawEllipse(ring)
        case "in progress":
            painter.drawEllipse(ring)
            painter.setBrush(ink)
            painter.drawPie(ring, 90 * 16, -180 * 16)
        case "done":
            points = [QPointF(0.05, 0.55), QPointF(0.38, 0.9), QPointF(0.97, 0.12)]
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.drawPolyline([place.topLeft() + QPointF(at.x() * _DOT, at.y() * _DOT) for at in points])
        case "flagged":
            painter.drawLine(place.topLeft() + QPointF(1.5, 0), place.bottomLeft() + QPointF(1.5, 0))
            painter.setBrush(ink)
            flag = [QPointF(1.5, 0.8), QPointF(8.5, 3.2), QPointF(1.5, 5.6)]
            painter.drawPolygon([place.topLeft() + at for at in flag])
        case "skipped":
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.drawLine(QPointF(place.left(), place.center().y()), QPointF(place.right(), place.center().y()))


def _bold(font: QFont) -> QFont:
    found = QFont(font)
    found.setWeight(QFont.Weight.DemiBold)
    return found


def _small(font: QFont) -> QFont:
    found = QFont(font)
    if font.pixelSize() > 0:
        found.setPixelSize(max(font.pixelSize() - 2, 9))
    else:
        found.setPointSizeF(font.pointSizeF() * 0.87)
    return found
