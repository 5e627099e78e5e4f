"""Asks what to export: the format, whose sets, with which status; and shows before what would be lost."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from annotator.app.exporting import ExportOptions
from annotator.app.release.preview import Preview
from annotator.exchange import registry
from annotator.model.annotation import STATUSES, Annotator
from annotator.model.errors import AnnotatorError
from annotator.ui.dialogs.guide import offer_help
from annotator.ui.export.losses_page import LossesPage
from annotator.ui.sentences import translated

_WIDE = 640  # pixels, for the list of what would be lost

MakePreview = Callable[[str, ExportOptions], Preview]


class ExportDialog(QDialog):
    """`format` and `options` are what was chosen; `went` is where somebody went to mend something instead.

    With `preview`, there is a second page that shows what the export would lose.
    """

    went = Signal(int, int, int)

    def __init__(
        self, annotators: Iterable[Annotator], parent: QWidget | None = None, *, preview: MakePreview | None = None
    ) -> None:
        super().__init__(parent)
        self._preview = preview
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
        self.losses = LossesPage()
        self.losses.went.connect(self._go)
        self._lay_out()
        self._align.currentIndexChanged.connect(lambda _: self._look_again())
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
        align = QFormLayout()
        align.addRow(self.tr("Spans off the tokens"), self._align)
        self._align_row = align
        note = QLabel(self.tr("Afterwards you are told what the format could not hold. Nothing is dropped silently."))
        note.setProperty("role", "dim")
        note.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self._ok = buttons.button(kinds.Ok)
        self._ok.setText(self.tr("Choose the file …"))
        self.look = buttons.addButton(self.tr("See what would be lost"), QDialogButtonBox.ButtonRole.ActionRole)
        self.look.setVisible(self._preview is not None)
        self.look.clicked.connect(self._turn)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        questions = QWidget()
        questions.setLayout(self._form)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._questions = questions
        self.losses.hide()
        column = QVBoxLayout(self)
        column.addWidget(questions)
        column.addWidget(self.losses, 1)
        column.addLayout(align)  # under both pages: it is a way out of what the second shows
        column.addWidget(note)
        column.addWidget(buttons)
        self._note = note

    def _turn(self) -> None:
        """From the questions to what would be lost, and back."""
        to_losses = self.losses.isHidden()
        self._questions.setVisible(not to_losses)
        self.losses.setVisible(to_losses)
        self._note.setVisible(not to_losses)
        self.look.setText(self.tr("Back") if to_losses else self.tr("See what would be lost"))
        if to_losses:
            self.resize(max(self.width(), _WIDE), max(self.height(), _WIDE * 2 // 3))
            self._fill()
            self.losses.tree.setFocus()
        else:
            self.adjustSize()

    def _look_again(self) -> None:
        if not self.losses.isHidden():
            self._fill()

    def _fill(self) -> None:
        if self._preview is None:
            return
        try:
            self.losses.show_preview(self._preview(self.format, self.options()))
        except AnnotatorError as error:
            self.losses.show_sentence(error.sentence)

    def _go(self, article: int, start: int, end: int) -> None:
        self.reject()
        self.went.emit(article, start, end)

    def _show_what_fits(self) -> None:
        writer = registry.writer_for(self.format)
        everybody = self.tr("gold, else the only person's") if writer.one_set else self.tr("everybody's")
        self._whose.setItemText(0, everybody)
        self._align_row.setRowVisible(self._align, writer.needs_spacy)
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
