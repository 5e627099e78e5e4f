"""Asks where an export goes: a file, or the name of a new folder where the format is one."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.release.parts import part_path
from annotator.exchange.files_out import MARK
from annotator.store.splits import PARTS
from annotator.ui.dialogs.guide import offer_help
from annotator.ui.parts.flow import role_label

_WIDE = 520  # pixels
_NOT_IN_NAMES = frozenset('/\\:*?"<>|')


def ask_file(proposed: Path, *, in_parts: bool, parent: QWidget) -> Path | None:
    """A file with the ending of the proposed one; whoever writes parts is asked about those that are there."""
    title = _tr("Export to")
    suffix = proposed.suffix
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), f"*{suffix}")
    if not name:
        return None
    path = Path(name)
    asked = path
    if path.suffix.lower() != suffix.lower():
        path = path.with_name(path.name + suffix)
    written = [part_path(path, part) for part in PARTS] if in_parts else [path]
    unasked = [each for each in written if each.exists() and each != asked]
    return path if not unasked or _may_replace(unasked, title, parent) else None


def _may_replace(paths: Iterable[Path], title: str, parent: QWidget) -> bool:
    names = ", ".join(each.name for each in paths)
    question = _tr("{names} would be replaced. Go on?").format(names=names)
    return QMessageBox.question(parent, title, question) == QMessageBox.StandardButton.Yes


class FolderDialog(QDialog):
    """Asks for the name of a folder and where it shall lie; `path` is the folder. It need not be there yet."""

    def __init__(
        self, title: str, proposed: Path, parent: QWidget | None = None, *, in_parts: bool = False, verb: str = ""
    ) -> None:
        super().__init__(parent)
        offer_help(self, "export")
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDE)
        self._in_parts = in_parts
        self.name = QLineEdit(proposed.name)
        self.place = QLineEdit(str(proposed.parent))
        self.browse = QPushButton(self.tr("Browse …"))
        self.told = role_label("", "dim", wrap=True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.ok = self.buttons.button(kinds.Ok)
        self.ok.setText(verb or self.tr("Export"))
        self._arrange()
        self.name.textChanged.connect(lambda _: self._look())
        self.place.textChanged.connect(lambda _: self._look())
        self.browse.clicked.connect(self._browse)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._look()
        self.name.selectAll()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(self.browse)
        self.place.setAccessibleName(self.tr("In the folder"))
        form = QFormLayout()
        form.addRow(self.tr("Name of the new folder"), self.name)
        form.addRow(self.tr("In the folder"), row)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addWidget(self.buttons)

    @property
    def path(self) -> Path:
        """The folder."""
        return Path(self.place.text().strip()) / self.name.text().strip()

    def _written(self) -> list[Path]:
        return [part_path(self.path, part) for part in PARTS] if self._in_parts else [self.path]

    def _look(self) -> None:
        problem = self._problem()
        self.ok.setEnabled(not problem)
        self.told.setProperty("role", "bad" if problem else "dim")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.setText(problem or self._what())

    def _problem(self) -> str:
        """Why it cannot be that folder."""
        name = self.name.text().strip()
        if not name or name in (".", "..") or _NOT_IN_NAMES & set(name):
            return self.tr("Give the folder a name, without / and other signs that names cannot have.")
        if not Path(self.place.text().strip()).is_dir() or not self.place.text().strip():
            return self.tr("There is no folder “{name}”.").format(name=self.place.text().strip())
        for each in self._written():
            foreign = each.is_dir() and not (each / MARK).exists() and any(each.iterdir())
            if foreign or each.is_file():
                told = self.tr("“{name}” is there and was not written by this program: choose another name.")
                return told.format(name=each.name)
        return ""

    def _what(self) -> str:
        there = [each.name for each in self._written() if each.is_dir()]
        if there:
            return self.tr("An earlier export is there and is replaced: {names}.").format(names=", ".join(there))
        names = ", ".join(each.name for each in self._written())
        told = self.tr("These folders are made new: {names}.") if self._in_parts else self.tr("The folder is made new.")
        return told.format(names=names)

    def _browse(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, self.tr("In the folder"), self.place.text()):
            self.place.setText(name)


def ask_folder(title: str, proposed: Path, *, in_parts: bool, parent: QWidget, verb: str = "") -> Path | None:
    """A folder, which need not be there. `verb` says what is done with it, "" for an export."""
    dialog = FolderDialog(title, proposed, parent, in_parts=in_parts, verb=verb)
    return dialog.path if dialog.exec() else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportTarget", text)
