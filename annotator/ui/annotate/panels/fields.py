"""One attribute as a field, by its kind.

A field shows a value and reports what a person wants; it changes nothing by itself.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from annotator.model.annotation import Value
from annotator.model.schema import Attribute
from annotator.ui.parts.tick_box import TickBox

_MOST_SEGMENTS = 4
ROOM = 248  # pixels that a row has in the narrowest column


class Field(QWidget):
    """One attribute's value. `wanted` is what a person wants: a value, or None for none."""

    wanted = Signal(object)
    refused = Signal(str)

    def __init__(self, attribute: Attribute) -> None:
        super().__init__()
        self.attribute = attribute
        self.value: Value | None = None

    def show_value(self, value: Value | None) -> None:
        """Show what stands."""
        self.value = value
        self._show()

    def _show(self) -> None:
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """What takes the focus for it."""
        return self.findChild(QWidget) or self

    def set_editable(self, editable: bool) -> None:
        """Whether it can be changed."""
        self.setEnabled(editable)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        return row


class SegmentField(Field):
    """A few choices side by side."""

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(attribute)
        row = self._row()
        self.buttons: dict[str, QToolButton] = {}
        last = len(attribute.choices) - 1
        for number, choice in enumerate(attribute.choices):
            button = QToolButton()
            button.setText(choice)
            button.setCheckable(True)
            button.setProperty("segment", "only" if not last else {0: "first", last: "last"}.get(number, "middle"))
            button.setAccessibleName(f"{attribute.name}: {choice}")
            button.clicked.connect(lambda _=False, each=choice: self._choose(each))
            row.addWidget(button)
            self.buttons[choice] = button

    def width_wanted(self) -> int:
        """The width of all segments, as they are drawn."""
        for button in self.buttons.values():
            button.ensurePolished()
        return sum(button.sizeHint().width() for button in self.buttons.values())

    def _choose(self, choice: str) -> None:
        again = choice == self.value and self.attribute.default is None
        self._show()  # the button turns when the edit is made, not before
        if again or choice != self.value:
            self.wanted.emit(None if again else choice)

    def _show(self) -> None:
        for choice, button in self.buttons.items():
            button.setChecked(choice == self.value)


class ListField(Field):
    """Many choices, in a list that opens."""

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(attribute)
        self.box = QComboBox()
        self.box.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the page
        self.box.setAccessibleName(attribute.name)
        if attribute.default is None:
            self.box.addItem("–", None)
        for choice in attribute.choices:
            self.box.addItem(choice, choice)
        self.box.setMinimumContentsLength(6)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.activated.connect(self._choose)
        self._row().addWidget(self.box)

    def _choose(self) -> None:
        if self.box.currentData() != self.value:
            self.wanted.emit(self.box.currentData())

    def _show(self) -> None:
        self.box.setCurrentIndex(self.box.findData(self.value))


class FlagField(Field):
    """Yes or no."""

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(attribute)
        self.box = TickBox()
        self.box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.box.setAccessibleName(attribute.name)
        self.box.clicked.connect(self._choose)
        row = self._row()
        row.addStretch(1)
        row.addWidget(self.box)

    def _choose(self, checked: bool) -> None:
        self._show()
        self.wanted.emit(True if checked else None)

    def _show(self) -> None:
        self.box.setChecked(self.value is True)


class LineField(Field):
    """Text, a number or a date, taken when Enter is pressed or the field is left."""

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(attribute)
        self.line = QLineEdit()
        self.line.setAccessibleName(attribute.name)
        hints = {"date": self.tr("2026-11-24"), "number": self.tr("number")}
        self.line.setPlaceholderText(hints.get(attribute.kind, ""))
        self.line.editingFinished.connect(self._choose)
        self._row().addWidget(self.line)

    def _choose(self) -> None:
        text = self.line.text().strip()
        if text == ("" if self.value is None else str(self.value)):
            return
        try:
            value = parsed(self.attribute, text)
        except ValueError:
            self._show()
            self.refused.emit(self.tr("“{text}” is no number.").format(text=text))
            return
        self.wanted.emit(value)

    def _show(self) -> None:
        self.line.setText("" if self.value is None else str(self.value))


def parsed(attribute: Attribute, text: str) -> Value | None:
    """The value that a typed text is, None for nothing; raises ValueError when it is no number and must be."""
    if not text:
        return None
    if attribute.kind != "number":
        return text
    number = float(text.replace(",", "."))
    return int(number) if number.is_integer() else number


def cycled(attribute: Attribute, value: Value | None) -> Value | None:
    """The value that the attribute's key gives: the next choice, or the flag turned; None for no value."""
    if attribute.kind == "flag":
        return None if value is True else True
    choices: list[Value | None] = [*attribute.choices, *([] if attribute.default is not None else [None])]
    return choices[(choices.index(value) + 1) % len(choices)] if value in choices else choices[0]


def make_field(attribute: Attribute) -> Field:
    """The field for an attribute's kind."""
    if attribute.kind == "choice":
        segments = SegmentField(attribute) if len(attribute.choices) <= _MOST_SEGMENTS else None
        return segments if segments and segments.width_wanted() <= ROOM else ListField(attribute)
    return FlagField(attribute) if attribute.kind == "flag" else LineField(attribute)
