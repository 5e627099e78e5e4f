"""Draws the pictures of lines with a QPainter: what goes under the text, and what goes over it.

Nothing here finds a place for anything; it only knows colours, pens and shapes. Over the text there are only
hints, and those stand in the lane of the tags: no text is ever covered.
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from annotator.ui.text_view.arcs import PlacedStub, RoutedArc
from annotator.ui.text_view.marks import Arc, Look, Mark, MarkState
from annotator.ui.text_view.page import Type
from annotator.ui.text_view.rows import Rows, stub_texts
from annotator.ui.text_view.scene import Picture, Piece

_NESTING = 1.5  # pixels that a nested tint is lower than the one around it, above and below
_DEEPEST = 3  # lanes and nestings that are drawn; what is deeper keeps its tint and its tag
_FAINT = 0.45
_ROUND = 3.0
_DOWN = QPointF(0, 1)


class Brush:
    """Draws with one look and one type."""

    def __init__(self, look: Look, kind: Type) -> None:
        self.look, self.kind = look, kind
        self._tag_font = kind.tag_font()
        self._baseline = (kind.tag_height + QFontMetricsF(self._tag_font).capHeight()) / 2

    def rope(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        """The line from a mark to the pointer while a relation is drawn."""
        painter.setPen(QPen(QColor(self.look.accent), 2))
        painter.setBrush(QColor(self.look.accent))
        painter.drawLine(start, end)
        painter.drawEllipse(end, 3.5, 3.5)

    def handle(self, painter: QPainter, edge: QRectF) -> None:
        """The edge of a mark that is being moved."""
        painter.setPen(QPen(QColor(self.look.accent), 3))
        painter.drawLine(edge.topLeft() + QPointF(0, -3), edge.bottomLeft() + QPointF(0, 3))

    # under the text

    def under(self, painter: QPainter, picture: Picture) -> None:
        """All but the hints."""
        for piece in picture.pieces:
            self._tint(painter, picture, piece)
        for piece in picture.pieces:
            self._outline(painter, picture, piece)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.selection))
        for left, right in picture.kept:
            painter.drawRect(QRectF(left, picture.line.box.top(), right - left, picture.line.box.height()))
        for piece in picture.pieces:
            self._underline(painter, picture, piece)
        for mark, left, right in picture.joints:
            self._joint(painter, picture, mark, left, right)
        self._tags(painter, picture, urgent=False)

    def _box(self, picture: Picture, piece: Piece) -> QRectF:
        inset = min(piece.lane, _DEEPEST) * _NESTING
        box = picture.line.box
        return QRectF(piece.left, box.top() + inset, piece.right - piece.left, box.height() - 2 * inset)

    def _tint(self, painter: QPainter, picture: Picture, piece: Piece) -> None:
        if piece.mark.state is MarkState.SUGGESTION:
            return
        tint = QColor(self.look.swatch(piece.mark.colour).tint)
        tint.setAlphaF(_FAINT if piece.mark.state is MarkState.MUTED else 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawPath(_shape(self._box(picture, piece), piece, closed=True))

    def _outline(self, painter: QPainter, picture: Picture, piece: Piece) -> None:
        """The dashes of a suggestion, the frame of the current mark, a hairline where the mouse is."""
        box, ink = self._box(picture, piece), self._ink(piece.mark.state, piece.mark.colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if piece.mark.state is MarkState.SUGGESTION:
            pen = QPen(ink, self.kind.size * 0.08)
            pen.setDashPattern([3.0, 2.2])
            painter.setPen(pen)
            painter.drawPath(_shape(box.adjusted(-0.5, 0, 0.5, 0), piece))
        if piece.mark.id in picture.framed:
            painter.setPen(QPen(QColor(self.look.accent), 2))
            painter.drawPath(_shape(box.adjusted(-2, -2, 2, 2), piece))
        elif piece.mark.id in picture.targets:
            painter.setPen(QPen(QColor(self.look.accent), 1.2, Qt.PenStyle.DashLine))
            painter.drawPath(_shape(box.adjusted(-1, -1, 1, 1), piece))
        elif piece.mark.id in picture.hovered:
            painter.setPen(QPen(ink, 1))
            painter.drawPath(_shape(box.adjusted(-1, -1, 1, 1), piece))

    def _underline(self, painter: QPainter, picture: Picture, piece: Piece) -> None:
        if piece.mark.state is MarkState.SUGGESTION or piece.lane >= _DEEPEST:
            return
        thick = max(self.kind.underline - 1, 1)
        top = picture.line.box.bottom() + piece.lane * self.kind.underline
        painter.fillRect(
            QRectF(piece.left, top, piece.right - piece.left, thick), self._ink(piece.mark.state, piece.mark.colour)
        )

    def _joint(self, painter: QPainter, picture: Picture, mark: Mark, left: float, right: float) -> None:
        pen = QPen(self._ink(mark.state, mark.colour), 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        height = picture.line.box.bottom() + self.kind.underline / 2
        painter.drawLine(QLineF(left + 1, height, right - 1, height))

    # tags and hints

    def over(self, painter: QPainter, picture: Picture) -> None:
        """The hints: keys that name a target now."""
        self._tags(painter, picture, urgent=True)

    def _tags(self, painter: QPainter, picture: Picture, *, urgent: bool) -> None:
        painter.setFont(self._tag_font)
        rows = Rows.of(picture, self.kind)
        marks = {piece.mark.id: piece.mark for piece in picture.pieces}
        for tag in picture.tags:
            mark = marks[tag.mark]
            if tag.urgent and urgent:
                pad = self.kind.small * 0.5
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self.look.accent))
                badge = QRectF(tag.left, rows.tag_top, tag.right - tag.left, self.kind.tag_height)
                painter.drawRoundedRect(badge.adjusted(-pad / 2, 0, pad / 2, 0), _ROUND, _ROUND)
                painter.setPen(QColor(self.look.background))
            else:
                painter.setPen(self._ink(mark.state, mark.colour))
            if tag.urgent == urgent:
                painter.drawText(QPointF(tag.left, rows.tag_top + self._baseline), tag.text)

    def _ink(self, state: MarkState, colour: str) -> QColor:
        ink = QColor(self.look.swatch(colour).ink)
        ink.setAlphaF(_FAINT if state is MarkState.MUTED else 1)
        return ink

    # arcs

    def arcs(self, painter: QPainter, picture: Picture) -> None:
        """The arcs and stubs above a line, the longer first so that arrowheads of shorter ones stay whole."""
        arcs = {arc.id: arc for arc in picture.relations}
        painter.setFont(self._tag_font)
        rows = Rows.of(picture, self.kind)
        for routed in reversed(picture.arcs):
            self._arc(painter, picture, rows, routed, arcs[routed.wish.id])
        for stub in picture.stubs:
            self._stub(painter, picture, rows, stub, arcs)

    def _arc_pen(self, arc: Arc) -> QPen:
        pen = QPen(self._ink(arc.state, arc.colour), self.kind.size * 0.08)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if arc.state is MarkState.SUGGESTION:
            pen.setDashPattern([3.0, 2.2])
        return pen

    def _arc(self, painter: QPainter, picture: Picture, rows: Rows, routed: RoutedArc, arc: Arc) -> None:
        wish, height = routed.wish, rows.lane(routed.lane)
        pen = self._arc_pen(arc)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        foot = {end: self._foot(picture, rows, end) for end in (wish.left, wish.right)}
        label = routed.label_left - 3, routed.label_left + wish.label + 3
        for left, right in _without((wish.left, wish.right), label):
            painter.drawLine(QLineF(left, height, right, height))
        for end, bottom in foot.items():
            painter.drawLine(QLineF(end, height, end, bottom))
        self._head(painter, QPointF(wish.tail, foot[wish.tail]), pen.color())
        if arc.symmetric:
            self._head(painter, QPointF(wish.head, foot[wish.head]), pen.color())
        top, bottom = rows.label(routed.lane)
        self._write(painter, QRectF(routed.label_left, top, wish.label, bottom - top), arc.label, pen.color())

    def _stub(self, painter: QPainter, picture: Picture, rows: Rows, stub: PlacedStub, arcs: dict[str, Arc]) -> None:
        """A stem that turns to a text; the arrowhead is at the text, or at the stem's foot for a tail."""
        height = (rows.lane(stub.lane) + rows.lane(stub.lane + 1)) / 2
        self._elbow(painter, stub, height, self._foot(picture, rows, stub.wish.anchor), arcs)
        for name, text, box in stub_texts(stub, rows):
            self._write(painter, box, text, self._arc_pen(arcs[name]).color())

    def _elbow(self, painter: QPainter, stub: PlacedStub, height: float, foot: float, arcs: dict[str, Arc]) -> None:
        anchor, mine = stub.wish.anchor, [arcs[name] for name, _forms in stub.wish.parts]
        pen = self._arc_pen(mine[0])
        painter.setPen(pen)
        way = 1 if stub.left == anchor else -1
        end = QPointF(anchor + way * (stub.wish.lead - 3), height)
        painter.drawPolyline(QPolygonF([QPointF(anchor, foot), QPointF(anchor, height), end]))
        if any(arc.head == stub.wish.id or arc.symmetric for arc in mine):
            self._head(painter, end, pen.color(), QPointF(way, 0))
        if any(arc.tail == stub.wish.id for arc in mine):
            self._head(painter, QPointF(anchor, foot), pen.color())

    def _write(self, painter: QPainter, box: QRectF, text: str, ink: QColor) -> None:
        painter.setPen(ink)
        baseline = box.center().y() + QFontMetricsF(self._tag_font).capHeight() / 2
        painter.drawText(QPointF(box.left(), baseline), text)

    def _foot(self, picture: Picture, rows: Rows, x: float) -> float:
        """How far a stem goes down: to the text, or only to the tag in its way."""
        taken = any(tag.left - 4 <= x <= tag.right + 4 for tag in picture.tags)
        return rows.tag_top if taken else rows.tag_bottom

    def _head(self, painter: QPainter, tip: QPointF, ink: QColor, way: QPointF = _DOWN) -> None:
        size = self.kind.small * 0.4
        back, side = tip - way * size, QPointF(-way.y(), way.x()) * (size * 0.75)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([tip, back - side, back + side]))

    def meta(self, painter: QPainter, place: QRectF, text: str, *, from_right: bool) -> None:
        """The line below the heading, at the side where the heading begins."""
        painter.setFont(self.kind.meta_font())
        painter.setPen(QColor(self.look.dim))
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(flags), elided)


def _without(whole: tuple[float, float], gap: tuple[float, float]) -> list[tuple[float, float]]:
    if gap[1] <= whole[0] or whole[1] <= gap[0]:
        return [whole]
    parts = (whole[0], gap[0]), (gap[1], whole[1])
    return [(left, right) for left, right in parts if left < right]


def _shape(box: QRectF, piece: Piece, *, closed: bool = False) -> QPainterPath:
    """A rounded box, open at the sides where the mark goes on."""
    path = QPainterPath()
    if closed and (piece.open_left or piece.open_right):
        path.addRect(box)
    elif not (piece.open_left or piece.open_right):
        path.addRoundedRect(box, _ROUND, _ROUND)
    else:
        _open_shape(path, box, piece)
    return path


def _open_shape(path: QPainterPath, box: QRectF, piece: Piece) -> None:
    path.moveTo(box.topLeft())
    path.lineTo(box.topRight())
    if piece.open_right:
        path.moveTo(box.bottomRight())
    else:
        path.lineTo(box.bottomRight())
    path.lineTo(box.bottomLeft())
    if not piece.open_left:
        path.lineTo(box.topLeft())
