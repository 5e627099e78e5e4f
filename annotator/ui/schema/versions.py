"""Earlier versions of a guideline: what is different now, and the way back to one."""

from collections.abc import Iterator
from difflib import unified_diff

import msgspec
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.store import guidelines
from annotator.store.project import Project
from annotator.ui.numbers import moment, number

_AROUND = 2  # lines that are shown before and after a difference
_SHADES = {"+": QColor(40, 160, 80, 60), "-": QColor(208, 60, 60, 60)}  # behind a line, light or dark


class Kept(msgspec.Struct, frozen=True):
    """A version that the project has: its number, when and by whom it was written, and its text."""

    version: int
    at: str
    by: str
    text: str

    def told(self) -> str:
        """In one line."""
        told = QCoreApplication.translate("Versions", "Version {n}, {when} {by}")
        return told.format(n=number(self.version), when=moment(self.at), by=self.by).strip()


def earlier(project: Project, name: str) -> list[Kept]:
    """All versions of a guideline, newest first."""
    found = guidelines.versions(project, name)
    return [Kept(each.version, each.at, each.by, guidelines.text_of(project, name, each.version)) for each in found]


def differences(old: str, new: str) -> Iterator[str]:
    """Lines with a sign in front, as `diff -u` tells them: `-` is in the old text only, `+` in the new one only."""
    lines = unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=_AROUND)
    for line in list(lines)[2:]:  # without the names of files
        yield "⋯" if line.startswith("@@") else f"{line[0]} {line[1:]}".rstrip()


class VersionsDialog(QDialog):
    """Emits `taken` with the text of an earlier version that is wanted back."""

    taken = Signal(str)

    def __init__(self, kept: list[Kept], now: str, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept, self._now, self._editable = kept, now, editable
        self.setWindowTitle(self.tr("Versions of this guideline"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 440)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.addItems([each.told() for each in kept])
        self.list.setMaximumWidth(280)
        self.list.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("What is different now"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._arrange()
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(min(1, len(kept) - 1))

    def _arrange(self) -> None:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        self.take = buttons.addButton(self.tr("Take this text"), QDialogButtonBox.ButtonRole.ActionRole)
        self.take.clicked.connect(self._take)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(buttons)

    def _show(self, row: int) -> None:
        old = self._kept[row].text
        lines = list(differences(old, self._now))
        self.text.setPlainText("\n".join(lines) or self.tr("The text is the same now."))
        self.text.setExtraSelections(
            [self._tinted(at, line[0]) for at, line in enumerate(lines) if line[:1] in _SHADES]
        )
        self.take.setEnabled(self._editable and bool(lines))

    def _tinted(self, at: int, sign: str) -> QTextEdit.ExtraSelection:
        """A line behind which the sign is seen."""
        found = QTextEdit.ExtraSelection()
        found.cursor = QTextCursor(self.text.document().findBlockByNumber(at))
        found.format.setBackground(_SHADES[sign])
        found.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        found.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return found

    def _take(self) -> None:
        self.taken.emit(self._kept[self.list.currentRow()].text)
        self.accept()
