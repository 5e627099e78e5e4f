"""Annotation that comes along: whose it is where a file does not say, and what labels are called here."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.model.annotation import Annotator
from annotator.ui.numbers import number
from annotator.ui.parts.flow import role_label

_NAMELESS = "imported"  # a model that nobody named; kept in the project, so in no language of the window
AS_IT_IS = "="  # a label that stays as it is called, for its spans to be refused by name


class AnnotationPanel(QWidget):
    """`annotator` and `labels` are what was chosen, as ReadOptions has them."""

    def __init__(self, schema_labels: Sequence[str], people: Sequence[str] = ()) -> None:
        super().__init__()
        self._own = list(schema_labels)
        self.choices: dict[str, QComboBox] = {}
        self.whose, self.name = QComboBox(), QLineEdit()
        self.whose.addItem(self.tr("A person's work"), "person")
        self.whose.addItem(self.tr("Suggestions of a model"), "model")
        completer = QCompleter(people, self.name)  # the annotators of the project
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        self.name.setPlaceholderText(self.tr("The format's name"))
        self.suffix = QLineEdit()
        self.told = role_label("", "dim", wrap=True)
        self.labels_title = role_label(self.tr("Labels that the schema does not have"), "heading")
        self.labels_told = role_label(
            self.tr("Say which label each one is here. Spans of a label that stays unknown are left out and listed."),
            "dim",
            wrap=True,
        )
        self.labels_area = QScrollArea()
        self.labels_area.setWidgetResizable(True)
        self.labels_area.setFrameShape(QFrame.Shape.NoFrame)
        self._arrange()

    def _arrange(self) -> None:
        self.suffix.setPlaceholderText(self.tr("Nothing: one file a text"))
        self.suffix.setToolTip(
            self.tr("In NAME_ada.ann it is _, and the set is ada's. Only files of brat are read then")
        )
        self._form = form = QFormLayout()
        form.addRow(self.tr("brat: between the text's name and the annotator's"), self.suffix)
        form.setRowVisible(self.suffix, False)
        form.addRow(self.tr("Where a file does not say whose it is"), self.whose)
        form.addRow(self.tr("Name"), self.name)
        column = QVBoxLayout(self)
        column.addWidget(self.told)
        column.addLayout(form)
        column.addWidget(self.labels_title)
        column.addWidget(self.labels_told)
        column.addWidget(self.labels_area, 1)
        column.addStretch(1)
        for widget in (self.labels_title, self.labels_told, self.labels_area):
            widget.hide()  # until a label is seen that is not the schema's

    def show_found(self, people: Sequence[str], labels: Mapping[str, int]) -> None:
        """Show whose annotation was seen, and ask about the labels that are not the schema's."""
        self.told.setText(self.tr("Annotation was seen of: {names}.").format(names=", ".join(people)))
        self.told.setVisible(bool(people))
        unknown = {label: count for label, count in sorted(labels.items()) if label not in self._own}
        if list(unknown) == list(self.choices):
            return
        kept = {label: str(box.currentData()) for label, box in self.choices.items()}
        self.choices = {label: self._choice(label, kept.get(label, self._alike(label))) for label in unknown}
        inside = QWidget()
        form = QFormLayout(inside)
        for label, box in self.choices.items():
            form.addRow(QLabel(self.tr("{label}, spans: {n}").format(label=label, n=number(unknown[label]))), box)
        self.labels_area.setWidget(inside)
        for widget in (self.labels_title, self.labels_told, self.labels_area):
            widget.setVisible(bool(unknown))

    def show_suffix(self, shown: bool) -> None:
        """Ask, or do not, how files of several annotators are called."""
        self._form.setRowVisible(self.suffix, shown)

    def _alike(self, label: str) -> str:
        """The schema's label that is only written in other letters, large or small."""
        return next((each for each in self._own if each.casefold() == label.casefold()), AS_IT_IS)

    def _choice(self, label: str, chosen: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("What {label} is here").format(label=label))
        box.addItem(self.tr("Unknown: leave out and list each"), AS_IT_IS)
        box.addItem(self.tr("Leave out"), "")
        for each in self._own:
            box.addItem(each, each)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        return box

    @property
    def annotator(self) -> Annotator | None:
        """Whose the annotation is where a file does not say; None for what the format says then."""
        name, kind = self.name.text().strip(), str(self.whose.currentData())
        if not name and kind == "person":
            return None
        return Annotator(name=name or _NAMELESS, kind="model" if kind == "model" else "person")

    @property
    def labels(self) -> dict[str, str]:
        """The names of labels here, "" for one that is left out."""
        found = {label: str(box.currentData()) for label, box in self.choices.items()}
        return {label: name for label, name in found.items() if name != AS_IT_IS}
