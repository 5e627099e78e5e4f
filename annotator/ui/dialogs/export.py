"""Asks what to export: the format, whose sets, with which status; and shows before what would be lost.

What is seldom wished stands under "More", see `ui.export.wish_form`.
"""

from collections.abc import Callable, Iterable

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.exporting import ExportOptions
from annotator.app.release.preview import Preview
from annotator.app.release.writing import Wish
from annotator.app.state import ExportChoice
from annotator.exchange import registry
from annotator.model.annotation import STATUSES, Annotator
from annotator.model.errors import AnnotatorError
from annotator.ui.dialogs.guide import offer_help
from annotator.ui.export.formats import ON_TOKENS, FormatBox, about
from annotator.ui.export.losses_page import LossesPage
from annotator.ui.export.snapping import SnapMenu, Snapper
from annotator.ui.export.wish_form import WishForm
from annotator.ui.parts.flow import FlowLayout, role_label
from annotator.ui.parts.tall_scroll import TallScroll

_WIDE = 640  # pixels, for the list of what would be lost

MakePreview = Callable[[str, ExportOptions, Wish], Preview]


class ExportDialog(QDialog):
    """`format`, `options` and `wish` are what was chosen; `went` is where somebody went to mend something instead.

    With `preview`, there is a second page that shows what the export would lose, with a `snapper` spans can be moved
    there. `kept` is what was chosen the last time.
    """

    went = Signal(int, int, int)

    def __init__(
        self,
        annotators: Iterable[Annotator],
        parent: QWidget | None = None,
        *,
        preview: MakePreview | None = None,
        snapper: Snapper | None = None,
        kept: ExportChoice | None = None,
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._kept = kept or ExportChoice()
        offer_help(self, "export")
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(520)
        self._formats = FormatBox()
        self._about = role_label("", "dim", wrap=True)
        self._whose = whose_box(annotators)
        self._align = QComboBox()
        for name, told in self._alignments():
            self._align.addItem(told, name)
        self._statuses = {
            status: QCheckBox(QCoreApplication.translate("Status", status)) for status in STATUSES if status != "new"
        }
        self.wishes = WishForm(self._kept, read_only=read_only)
        self.losses = LossesPage()
        self.losses.went.connect(self._go)
        self._lay_out()
        self._take()
        self._connect()
        if snapper is not None and not read_only:
            SnapMenu(self.losses, snapper, lambda: (self.format, self.options())).moved.connect(self._show_losses)
        self._show_what_fits()
        self.more.setChecked(not self.wishes.is_plain)

    def _alignments(self) -> list[tuple[str, str]]:
        return [
            ("strict", self.tr("leave them out, and list them")),
            ("contract", self.tr("shrink them to whole tokens")),
            ("expand", self.tr("widen them to whole tokens")),
        ]

    def _take(self) -> None:
        """What was chosen the last time."""
        self._formats.choose(self._kept.format)
        self._align.setCurrentIndex(max(self._align.findData(self._kept.alignment), 0))
        for status, box in self._statuses.items():
            box.setChecked(status in self._kept.statuses)
        if not any(box.isChecked() for box in self._statuses.values()):
            self._statuses["done"].setChecked(True)

    def _connect(self) -> None:
        for box in self._statuses.values():
            box.toggled.connect(self._allow)
        self._formats.currentIndexChanged.connect(self._show_what_fits)
        self._align.currentIndexChanged.connect(lambda _: self._look_again())
        self.more.toggled.connect(self._show_more)
        self.wishes.changed.connect(self._fit)

    # Building

    def _lay_out(self) -> None:
        self._ask()
        self.losses.hide()
        align = QFormLayout()
        align.addRow(self.tr("Spans off the tokens"), self._align)
        self._align_row = align
        self._note = role_label(
            self.tr("Afterwards you are told what the format could not hold. Nothing is dropped silently."),
            "dim",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.addWidget(self._questions, 1)
        column.addWidget(self.losses, 1)
        column.addLayout(align)  # under both pages: it is a way out of what the second shows
        column.addWidget(self._note)
        column.addWidget(self._buttons())

    def _ask(self) -> None:
        """The first page."""
        self.more = QToolButton()
        self.more.setText(self.tr("More"))
        self.more.setCheckable(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setProperty("link", True)
        self.more.setToolTip(self.tr("Parts, pseudonyms, without texts, and what else may be wished"))
        self.wishes.hide()
        statuses = QWidget()
        flow = FlowLayout(statuses, 14)
        for box in self._statuses.values():
            flow.addWidget(box)
        form = QFormLayout()
        form.addRow(self.tr("Format"), self._formats)
        form.addRow("", self._about)
        form.addRow(self.tr("Sets"), self._whose)
        form.addRow(self.tr("Status"), statuses)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.more)
        column.addWidget(self.wishes)
        column.addStretch(1)
        self._questions = TallScroll(inside)

    def _buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self._ok = buttons.button(kinds.Ok)
        self._ok.setText(self.tr("Choose the file …"))
        self.look = buttons.addButton(self.tr("See what would be lost"), QDialogButtonBox.ButtonRole.ActionRole)
        self.look.setVisible(self._preview is not None)
        self.look.clicked.connect(self._turn)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    # Pages

    def _turn(self) -> None:
        """From the questions to what would be lost, and back."""
        to_losses = self.losses.isHidden()
        self._questions.setVisible(not to_losses)
        self.losses.setVisible(to_losses)
        self._note.setVisible(not to_losses)
        self.look.setText(self.tr("Back") if to_losses else self.tr("See what would be lost"))
        if to_losses:
            self.resize(max(self.width(), _WIDE), max(self.height(), _WIDE * 2 // 3))
            self._show_losses()
        else:
            self._fit()

    def _show_losses(self) -> None:
        self._fill()
        self.losses.tree.setFocus()

    def _look_again(self) -> None:
        if not self.losses.isHidden():
            self._fill()

    def _fill(self) -> None:
        if self._preview is None:
            return
        try:
            self.losses.show_preview(self._preview(self.format, self.options(), self.wish))
        except AnnotatorError as error:
            self.losses.show_sentence(error.sentence)

    def _go(self, article: int, start: int, end: int) -> None:
        self.reject()
        self.went.emit(article, start, end)

    def _show_more(self, shown: bool) -> None:
        self.more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self.wishes.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        if not self._questions.isHidden():
            self._questions.fit()

    def _show_what_fits(self) -> None:
        writer = registry.writer_for(self.format)
        everybody = self.tr("gold, else the only person's") if writer.one_set else self.tr("everybody's")
        self._whose.setItemText(0, everybody)
        self._about.setText(about(self.format))
        self._align_row.setRowVisible(self._align, self.format in ON_TOKENS or writer.needs_spacy)
        self._ok.setText(self.tr("Choose the file …") if writer.suffix else self.tr("Choose the folder …"))
        self.wishes.show_formats(self.format)
        self._show_more(self.more.isChecked())

    def _allow(self) -> None:
        self._ok.setEnabled(any(box.isChecked() for box in self._statuses.values()))

    # What was chosen

    @property
    def format(self) -> str:
        """The name of the format."""
        return self._formats.format

    @property
    def suffix(self) -> str:
        """The ending of the file's name; "" where the format is a folder."""
        return registry.writer_for(self.format).suffix

    @property
    def wish(self) -> Wish:
        """What is wished beyond the options."""
        return self.wishes.wish

    def options(self) -> ExportOptions:
        """What was chosen."""
        whose = str(self._whose.currentData())
        return ExportOptions(
            names=(whose,) if whose else (),
            statuses=tuple(status for status, box in self._statuses.items() if box.isChecked()),
            alignment=self._align.currentData(),
            mark=self.wishes.with_mark,
        )

    @property
    def choice(self) -> ExportChoice:
        """What is to be remembered."""
        chosen = self.options()
        kept = replace(self._kept, format=self.format, statuses=chosen.statuses, alignment=chosen.alignment)
        return self.wishes.kept(kept)


def whose_box(annotators: Iterable[Annotator]) -> QComboBox:
    """A list of whose sets may be chosen; the first row, for nobody by name, is named by the caller."""
    box = QComboBox()
    box.addItem("", "")
    for each in annotators:
        kind = QCoreApplication.translate("AnnotatorKind", each.kind)
        box.addItem(f"{each} ({kind})", str(each) if each.version else each.name)
    return box
