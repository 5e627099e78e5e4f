"""Asks what to export: the format, whose sets, with which status."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from annotator.app.exporting import ExportOptions
from annotator.exchange import registry
from annotator.model.annotation import STATUSES, Annotator
from annotator.ui.dialogs.guide import offer_help
from annotator.ui.sentences import translated


class ExportDialog(QDialog):
    """`format` and `options` are what was chosen."""

    def __init__(self, annotators: Iterable[Annotator], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "export")
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(460)
        self._formats = QComboBox()
        for name, writer in registry.writers().loaded.items():
            self._formats.addItem(translated(writer.title), name)
        self._whose = QComboBox()
        self._whose.addItem("", "")  # what it says depends on the format
        for each in annotators:
            self._whose.addItem(
                f"{each} ({QCoreApplication.translate('AnnotatorKind', each.kind)})",
                str(each) if each.version else each.name,
            )
        self._align = QComboBox()
        for name, about in self._alignments():
            self._align.addItem(about, name)
        self._statuses = {
            status: QCheckBox(QCoreApplication.translate("Status", status)) for status in STATUSES if status != "new"
        }
        self._statuses["done"].setChecked(True)
        for box in self._statuses.values():
            box.toggled.connect(self._allow)
        self._formats.currentIndexChanged.connect(self._show_what_fits)
        self._lay_out()
        self._show_what_fits()

    def _alignments(self) -> list[tuple[str, str]]:
        return [
            ("strict", self.tr("leave them out, and list them")),
            ("contract", self.tr("shrink them to whole tokens")),
            ("expand", self.tr("widen them to whole tokens")),
        ]

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.addRow(self.tr("Format"), self._formats)
        self._form.addRow(self.tr("Sets"), self._whose)
        for index, box in enumerate(self._statuses.values()):
            self._form.addRow(self.tr("Status") if not index else "", box)
        self._form.addRow(self.tr("Spans off the tokens"), self._align)
        note = QLabel(self.tr("Afterwards you are told what the format could not hold. Nothing is dropped silently."))
        note.setProperty("role", "dim")
        note.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self._ok = buttons.button(kinds.Ok)
        self._ok.setText(self.tr("Choose the file …"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(self._form)
        column.addWidget(note)
        column.addWidget(buttons)

    def _show_what_fits(self) -> None:
        writer = registry.writer_for(self.format)
        everybody = self.tr("gold, else the only person's") if writer.one_set else self.tr("everybody's")
        self._whose.setItemText(0, everybody)
        self._form.setRowVisible(self._align, writer.needs_spacy)
        self.adjustSize()

    def _allow(self) -> None:
        self._ok.setEnabled(any(box.isChecked() for box in self._statuses.values()))

    @property
    def format(self) -> str:
        """The name of the format."""
        return str(self._formats.currentData())

    @property
    def suffix(self) -> str:
        """The ending of the file's name."""
        return registry.writer_for(self.format).suffix

    def options(self) -> ExportOptions:
        """What was chosen."""
        whose = str(self._whose.currentData())
        return ExportOptions(
            names=(whose,) if whose else (),
            statuses=tuple(status for status, box in self._statuses.items() if box.isChecked()),
            alignment=self._align.currentData(),
        )
