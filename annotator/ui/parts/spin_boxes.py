"""Fields for numbers and dates that begin where the other fields do: Qt drops their padding at the left."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox

_Box = TypeVar("_Box", bound=QAbstractSpinBox)
_ROOM = 7  # pixels, as much as a line of text has


def roomy(box: _Box) -> _Box:
    """The same field, its text not at the very border."""
    from_right = box.layoutDirection() is Qt.LayoutDirection.RightToLeft
    box.lineEdit().setTextMargins(0 if from_right else _ROOM, 0, _ROOM if from_right else 0, 0)
    return box
