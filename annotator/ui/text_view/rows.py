"""The heights of what stands above a line of text, and where the texts of stubs are. Rectangles are the document's."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from annotator.ui.text_view.arcs import PlacedStub
from annotator.ui.text_view.page import TAG_GAP, Type
from annotator.ui.text_view.scene import Picture


@dataclass(frozen=True, slots=True)
class Rows:
    """The heights of the lanes around one line's text."""

    tag_bottom: float
    tag_top: float
    kind: Type

    @classmethod
    def of(cls, picture: Picture, kind: Type) -> "Rows":
        """The rows of a line."""
        bottom = picture.line.box.top() - TAG_GAP
        return cls(bottom, bottom - kind.tag_height, kind)

    def lane(self, number: int) -> float:
        """The height at which arcs of a lane run."""
        return self.tag_top - (number + 0.5) * self.kind.lane_height - self.kind.arrow_room

    def label(self, number: int) -> tuple[float, float]:
        """Top and bottom of a label at that lane."""
        middle = self.lane(number)
        return middle - self.kind.lane_height, middle + self.kind.lane_height


def stub_texts(stub: PlacedStub, rows: Rows) -> Iterator[tuple[str, str, QRectF]]:
    """The parts of a stub: the relation, what is written, and where."""
    height = (rows.lane(stub.lane) + rows.lane(stub.lane + 1)) / 2
    at, half = stub.text_left, rows.kind.lane_height
    for part, (name, _forms) in enumerate(stub.wish.parts):
        text, width = stub.wish.form(stub.level, part)
        yield name, text, QRectF(at, height - half, width, 2 * half)
        at += width + rows.kind.small


def stub_end(picture: Picture, point: QPointF, kind: Type) -> str:
    """The mark to which the stub at a point leads, or nothing."""
    rows = Rows.of(picture, kind)
    arcs = {arc.id: arc for arc in picture.relations}
    for stub in picture.stubs:
        for name, _text, box in stub_texts(stub, rows):
            if box.contains(point):
                arc = arcs[name]
                return arc.tail if arc.head == stub.wish.id else arc.head
    return ""
