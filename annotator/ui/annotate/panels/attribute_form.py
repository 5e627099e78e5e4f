"""The attributes of a span or of an article as fields with their keys."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.annotation import Attributes, Value
from annotator.model.schema import Attribute
from annotator.model.schema_file import value_problem
from annotator.ui.annotate.panels.fields import ROOM, Field, FlagField, LineField, ListField, SegmentField, make_field
from annotator.ui.parts.flow import role_label

_CAP = 34  # pixels: the key, and the gaps of a row


class AttributeForm(QWidget):
    """The fields of some attributes. Emits `wanted` with the attribute's name and the value."""

    wanted = Signal(str, object)
    refused = Signal(str)

    def __init__(self, attributes: Sequence[Attribute]) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for attribute in attributes:
            field = make_field(attribute)
            field.wanted.connect(lambda value, name=attribute.name: self.wanted.emit(name, value))
            field.refused.connect(self.refused)
            self.fields[attribute.name] = field
            self._add(column, attribute, field)
        self.kept = role_label("", "dim", wrap=True)
        self.kept.hide()
        column.addWidget(self.kept)

    def _add(self, column: QVBoxLayout, attribute: Attribute, field: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        name = role_label(attribute.name, "name")
        name.setBuddy(field.focus_target())
        name.setToolTip(attribute.about)
        field.setToolTip(attribute.about)
        if attribute.key:
            cap = role_label(attribute.key.upper(), "key")
            cap.setToolTip(self.tr("press {key} for the next value").format(key=attribute.key.upper()))
            row.addWidget(cap)
        row.addWidget(name)
        row.addStretch(1)
        column.addLayout(row)
        wanted = field.width_wanted() if isinstance(field, SegmentField) else field.sizeHint().width()
        if name.sizeHint().width() + _CAP + wanted > ROOM and not isinstance(field, FlagField):
            below = QHBoxLayout()
            below.addStretch(1)
            below.addWidget(field, 0 if isinstance(field, SegmentField) else 2)
            column.addLayout(below)
        else:
            row.addWidget(field, 2 if isinstance(field, LineField | ListField) else 0)

    def show_values(self, values: Attributes) -> None:
        """Show what stands."""
        for name, field in self.fields.items():
            field.show_value(values.get(name))
        self._show_kept([name for name, value in values.items() if not self._takes(name, value)], values)

    def _takes(self, name: str, value: Value) -> bool:
        return name in self.fields and value_problem(self.fields[name].attribute, value) is None

    def _show_kept(self, names: list[str], values: Attributes) -> None:
        """What stands there from before the schema changed, and no field can show."""
        told = self.tr("{name}: {value} (not in the schema any more)")
        self.kept.setText("\n".join(told.format(name=name, value=values[name]) for name in names))
        self.kept.setVisible(bool(names))

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be changed."""
        for field in self.fields.values():
            field.set_editable(editable)
