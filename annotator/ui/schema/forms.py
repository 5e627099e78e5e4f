"""One group, label, relation type or attribute as a form; what somebody wants is told, nothing is changed here."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.app.schema_draft import Draft, Kind
from annotator.model.schema import Attribute, Group, Label, RelationType
from annotator.ui.parts.typed import typed_text
from annotator.ui.schema.colours import ColourField
from annotator.ui.schema.lists import ChoiceList, TickList
from annotator.ui.text_view.marks import Look

_ABOUT_HIGH = 66


class ThingForm(QWidget):
    """The fields of one thing. Emits `wanted` with a field's name and value, `choice_renamed` with both names."""

    wanted = Signal(str, object)
    choice_renamed = Signal(str, str)

    def __init__(self, draft: Draft, kind: Kind, at: int, look: Look) -> None:
        super().__init__()
        self._draft, self._look = draft, look
        self.fields: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._form = QFormLayout()
        self._form.setContentsMargins(9, 9, 9, 9)
        column.addLayout(self._form)
        column.addStretch(1)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        thing = draft.things(kind)[at]
        self._line("name", self.tr("Name"), thing.name)
        match thing:
            case Group():
                self._group(thing)
            case Label():
                self._label(thing)
            case RelationType():
                self._relation(thing)
            case Attribute():
                self._attribute(thing)

    # Kinds

    def _group(self, group: Group) -> None:
        self._line("title", self.tr("Title"), group.title)
        self._line("guideline", self.tr("Guideline file"), group.guideline)

    def _label(self, label: Label) -> None:
        groups = {each.name: each.name for each in self._draft.schema.groups}
        self._combo("group", self.tr("Group"), groups, label.group)
        self._key(label)
        self._colour(label.colour)
        self._about(label.about)
        self._retired(label.retired)

    def _relation(self, kind: RelationType) -> None:
        names = [*self._draft.schema.sets, *(each.name for each in self._draft.schema.labels)]
        self._ticks("head", self.tr("From"), names, kind.head)
        self._ticks("tail", self.tr("To"), names, kind.tail)
        self._check("symmetric", self.tr("Has no direction"), kind.symmetric)
        self._key(kind)
        self._colour(kind.colour)
        self._about(kind.about)
        self._retired(kind.retired)

    def _attribute(self, attribute: Attribute) -> None:
        schema = self._draft.schema
        places = ["article", "spans", "relations", *(each.name for each in schema.groups)]
        places += [*(each.name for each in schema.labels), *schema.relation_by_name]
        self._ticks("on", self.tr("On"), places, attribute.on)
        self._combo("kind", self.tr("Kind"), self._kinds(), attribute.kind)
        if attribute.kind == "choice":
            choices = ChoiceList(attribute.choices, self.tr("Choices"))
            choices.wanted.connect(lambda value: self.wanted.emit("choices", value))
            choices.renamed.connect(self.choice_renamed)
            self._add("choices", self.tr("Choices"), choices)
        self._default(attribute)
        self._key(attribute)
        self._about(attribute.about)
        self._retired(attribute.retired)

    # Fields

    def _add(self, name: str, title: str, field: QWidget) -> None:
        self.fields[name] = field
        self._form.addRow(title, field)

    def _line(self, name: str, title: str, text: str, *, longest: int = 0) -> QLineEdit:
        field = QLineEdit(text)
        field.setAccessibleName(title)
        if longest:
            field.setMaxLength(longest)
            field.setMaximumWidth(60)
        field.editingFinished.connect(lambda: self.wanted.emit(name, field.text().strip()))
        self._add(name, title, field)
        return field

    def _key(self, thing: Label | RelationType | Attribute) -> None:
        field = self._line("key", self.tr("Key"), thing.key, longest=1)
        field.setEnabled(not thing.retired)

    def _combo(self, name: str, title: str, choices: Mapping[str, str], current: str) -> None:
        """`choices` gives what is shown for what the schema says."""
        field = QComboBox()
        field.setAccessibleName(title)
        for value, shown in choices.items():
            field.addItem(shown, value)
        field.setCurrentIndex(field.findData(current))
        field.activated.connect(lambda _: self.wanted.emit(name, field.currentData()))
        self._add(name, title, field)

    def _kinds(self) -> dict[str, str]:
        return {
            "choice": self.tr("choice"),
            "flag": self.tr("flag"),
            "text": self.tr("text"),
            "number": self.tr("number"),
            "date": self.tr("date"),
        }

    def _colour(self, current: str) -> None:
        title = self.tr("Colour")
        field = ColourField(self._look, current, title)
        field.wanted.connect(lambda name: self.wanted.emit("colour", name))
        self._add("colour", title, field)

    def _about(self, text: str) -> None:
        title = self.tr("About")
        field = QPlainTextEdit(text)
        field.setAccessibleName(title)
        field.setTabChangesFocus(True)
        field.setFixedHeight(_ABOUT_HIGH)
        field.textChanged.connect(lambda: self.wanted.emit("about", typed_text(field)))
        self._add("about", title, field)

    def _check(self, name: str, title: str, checked: bool) -> None:
        field = QCheckBox(title)
        field.setChecked(checked)
        field.clicked.connect(lambda on: self.wanted.emit(name, on))
        self.fields[name] = field
        self._form.addRow(field)  # below the titles too: its words are long

    def _retired(self, retired: bool) -> None:
        self._check("retired", self.tr("Retired: shown where it stands, not offered any more"), retired)

    def _ticks(self, name: str, title: str, names: list[str], ticked: tuple[str, ...]) -> None:
        field = TickList(names, ticked, title)
        field.wanted.connect(lambda value: self.wanted.emit(name, value))
        self._add(name, title, field)

    def _default(self, attribute: Attribute) -> None:
        title, none = self.tr("Value of a new mark"), self.tr("none")
        if attribute.kind in ("choice", "flag"):
            values: list[Any] = list(attribute.choices) if attribute.kind == "choice" else [True, False]
            field = QComboBox()
            field.addItem(none, None)
            for value in values:
                shown = value if isinstance(value, str) else self.tr("yes") if value else self.tr("no")
                field.addItem(shown, value)
            field.setCurrentIndex(max(field.findData(attribute.default), 0))
            field.setAccessibleName(title)
            field.activated.connect(lambda _: self.wanted.emit("default", field.currentData()))
            self._add("default", title, field)
            return
        line = QLineEdit("" if attribute.default is None else str(attribute.default))
        line.setPlaceholderText(none)
        line.setAccessibleName(title)
        line.editingFinished.connect(lambda: self.wanted.emit("default", _typed(attribute, line.text())))
        self._add("default", title, line)


def _typed(attribute: Attribute, text: str) -> str | int | float | None:
    """A default as it was typed; what is no number stays text, and the schema's rules say so."""
    if not text:
        return None
    if attribute.kind != "number":
        return text
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text
