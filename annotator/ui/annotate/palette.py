"""Small boxes that float over the page: the labels at a mouse selection, and the types a relation may have.

They never take the keyboard focus: keys go on meaning what they mean on the page.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.schema import RelationType, Schema
from annotator.ui.annotate.acts.hints import choice_keys
from annotator.ui.annotate.panels.label_panel import LabelButton
from annotator.ui.parts.chip import make_chip
from annotator.ui.parts.flow import FlowLayout, role_label
from annotator.ui.text_view.marks import Look

_WIDTH, _DISTANCE = 470, 8


class Floating(QFrame):
    """A box that stands below or above a place, inside its parent."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("floating", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_at(self, place: QRect, area: QRect) -> None:
        """Show it next to a place, in the parent's coordinates, within an area."""
        size = self.wanted(area.width() - 16)
        self.resize(size)
        left = min(max(place.left() - 20, area.left() + 8), area.right() - size.width() - 8)
        below = place.bottom() + _DISTANCE
        fits_below = below + size.height() <= area.bottom() - 4
        top = below if fits_below else place.top() - _DISTANCE - size.height()
        top = max(min(top, area.bottom() - 4 - size.height()), area.top() + 4)
        self.move(left, top)
        self.show()
        self.raise_()

    def wanted(self, widest: int) -> QSize:  # noqa: ARG002
        """The size it takes."""
        return self.sizeHint()


class LabelPalette(Floating):
    """The labels as small buttons. Emits `chosen` with a label's name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, schema: Schema) -> None:
        super().__init__(parent, "labelPalette")
        self.setAccessibleName(self.tr("Labels for the selection"))
        self._flow = FlowLayout(self, spacing=2)
        self._flow.setContentsMargins(6, 6, 6, 6)
        self.buttons = [LabelButton(label, compact=True) for label in schema.offered_labels]
        for button in self.buttons:
            button.clicked.connect(lambda _=False, name=button.label.name: self.chosen.emit(name))
            self._flow.addWidget(button)

    def wanted(self, widest: int) -> QSize:
        """So wide that a row holds several labels."""
        width = min(_WIDTH, widest)
        return QSize(width, self._flow.heightForWidth(width))

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        for button in self.buttons:
            button.look = look


class TypeChooser(Floating):
    """The relation types that fit two spans, each with a digit and a letter. Emits `chosen` with a type's name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "relationChooser")
        self.setAccessibleName(self.tr("Types of the relation"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 6, 8, 6)
        self._column.setSpacing(3)
        self._keys: dict[str, str] = {}
        self._buttons: list[QPushButton] = []
        self.current = ""  # the type that Return chooses

    def offer(self, types: Sequence[RelationType]) -> None:
        """Show these types."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        self._keys, self._buttons, self.current = {}, [], ""
        for each, keys in zip(types, choice_keys([(kind.name, kind.key) for kind in types]), strict=True):
            self._keys.update(dict.fromkeys(keys, each.name))
            self._column.addWidget(self._row(each, keys))
        self.move_by(0)

    def move_by(self, step: int) -> None:
        """Go to a type above or below, round and round."""
        names = [button.text() for button in self._buttons]
        row = names.index(self.current) + step if self.current in names else 0
        for number, button in enumerate(self._buttons):
            button.setChecked(number == row % len(names))
        self.current = names[row % len(names)]

    def _row(self, kind: RelationType, keys: list[str]) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        button = make_chip(kind.name, kind.about)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.chosen.emit(kind.name))
        self._buttons.append(button)
        for key in keys:
            line.addWidget(role_label(key.upper(), "key"))
        line.addWidget(button)
        line.addStretch(1)
        return row

    def type_of(self, key: str) -> str | None:
        """The type that a typed character chooses."""
        return self._keys.get(key)
