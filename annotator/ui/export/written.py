"""What came of an export or a release: verified or not, and all that was lost, with a way to each place."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotator.app.release.preview import Preview
from annotator.ui.dialogs.guide import offer_help
from annotator.ui.export.losses_page import LossesPage
from annotator.ui.parts.flow import role_label
from annotator.ui.parts.tall_scroll import TallScroll
from annotator.ui.sentences import each_translated

_WIDE, _WIDER = 520, 640  # pixels


class Written(NamedTuple):
    """`told` is the report in sentences, `differs` whether reading again found another thing than went out."""

    title: str
    told: str
    target: Path
    losses: Preview
    differs: bool = False


class WrittenDialog(QDialog):
    """`went` when somebody wants to see a place; the dialog is closed then."""

    went = Signal(int, int, int)

    def __init__(self, written: Written, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "export")
        self._target = written.target
        self.setWindowTitle(written.title)
        lines = [each_translated(line) for line in written.told.splitlines()]
        place = self.tr("Written to {name}.").format(name=written.target)
        self.told = role_label("\n".join([*lines, place]), "bad" if written.differs else "", wrap=True)
        self.losses = LossesPage()
        self.losses.show_report(written.losses)
        self.losses.went.connect(self._go)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Close)
        self.folder = self.buttons.addButton(self.tr("Show the folder"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy = self.buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        for button in (self.folder, self.copy):
            button.setAutoDefault(False)
        self.folder.clicked.connect(self._open)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self.buttons.rejected.connect(self.reject)
        report = QWidget()
        inside = QVBoxLayout(report)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.told)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(TallScroll(report), 0 if written.losses.kinds else 1)  # a release has a line for each file
        column.addWidget(self.losses, 1 if written.losses.kinds else 0)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDER if written.losses.kinds else _WIDE)

    def text(self) -> str:
        """All of it as text, for the clipboard."""
        return "\n".join([self.told.text(), *self.losses.lines()])

    def _go(self, article: int, start: int, end: int) -> None:
        self.reject()
        self.went.emit(article, start, end)

    def _open(self) -> None:
        place = self._target if self._target.is_dir() else self._target.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
