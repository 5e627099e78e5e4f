"""All keys on one sheet, from the table of actions and the schema."""

from html import escape

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from annotator.model.schema import Schema
from annotator.ui.actions import ACTIONS, MENUS
from annotator.ui.chosen_keys import KEYS, native
from annotator.ui.dialogs.guide import offer_help


class KeysDialog(QDialog):
    """The cheat sheet. Emits `change_wanted` when the keys are to be changed."""

    change_wanted = Signal()

    def __init__(self, schema: Schema | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "keys")
        self.setWindowTitle(self.tr("All keys"))
        self.resize(760, 620)
        self.sheet = QTextBrowser()
        self.sheet.setAccessibleName(self.tr("All keys"))
        self.sheet.setHtml(self._html(schema))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        change = buttons.addButton(self.tr("Change keys …"), QDialogButtonBox.ButtonRole.ActionRole)
        change.clicked.connect(self._change)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.sheet)
        column.addWidget(buttons)

    def _change(self) -> None:
        self.close()
        self.change_wanted.emit()

    def _html(self, schema: Schema | None) -> str:
        parts = []
        if schema:
            labels = [(label.key.upper(), label.name, label.about) for label in schema.labels if label.key]
            parts.append(_table(self.tr("Mark the selection, or relabel the current span"), labels))
            values = [
                (each.key.upper(), each.name, f"{' '.join(each.on)}: {each.about}")
                for each in schema.attributes
                if each.key
            ]
            parts.append(_table(self.tr("Attributes of the current span"), values))
        for menu in MENUS:
            rows = [
                (" / ".join(map(native, KEYS.of(row.name))), QCoreApplication.translate("Actions", row.text), "")
                for row in ACTIONS
                if row.menu == menu and KEYS.of(row.name)
            ]
            parts.append(_table(QCoreApplication.translate("Actions", menu), rows))
        return "".join(parts)


def _table(title: str, rows: list[tuple[str, str, str]]) -> str:
    """A heading and its rows; columns begin at the side where one begins to read, which rich text does not see to."""
    mirrored = QGuiApplication.isRightToLeft()
    side = "right" if mirrored else "left"
    lines = []
    for key, what, about in rows:
        cells = (
            f"<td width='150' align='{side}'><code>{escape(key)}</code></td>",
            f"<td width='190' align='{side}'><b>{escape(what)}</b></td>",
            f"<td align='{side}'>{escape(about)}</td>",
        )
        lines.append(f"<tr>{''.join(reversed(cells) if mirrored else cells)}</tr>")
    table = f"<table width='98%' cellpadding='3'>{''.join(lines)}</table>"
    return f"<h3 align='{side}'>{escape(title)}</h3>{table}"
