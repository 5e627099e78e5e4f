"""The schema as its text: to read, edit or paste. What is wrong is told, and the line is shown."""

import re

from PySide6.QtGui import QColor, QFontDatabase, QTextCursor, QTextFormat
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from annotator.app.schema_draft import Draft
from annotator.model.errors import SchemaError
from annotator.ui.parts.typed import typed_text

_LINE = re.compile(r"at line (\d+)")


class TomlTab(QWidget):
    """The text of the draft; `take` puts it into the draft."""

    def __init__(self, draft: Draft, *, editable: bool) -> None:
        super().__init__()
        self._draft = draft
        self._shown = ""
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Schema as TOML"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setReadOnly(not editable)
        self.text.setTabChangesFocus(True)
        note = QLabel(self.tr("A rename is told in the first tab: here, another name is another label."))
        note.setProperty("role", "dim")
        note.setWordWrap(True)
        self.trouble = QLabel()
        self.trouble.setProperty("role", "bad")
        self.trouble.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 4)
        for widget in (note, self.text, self.trouble):
            column.addWidget(widget)

    def fill(self) -> None:
        """Show the draft as it is."""
        self._shown = self._draft.toml()
        self.text.setPlainText(self._shown)
        self._clear()

    @property
    def is_edited(self) -> bool:
        """Whether there is something to take."""
        return typed_text(self.text) != self._shown and not self.text.isReadOnly()

    def take(self) -> bool:
        """Put the text into the draft, if it was changed; False, and said, when it cannot be."""
        if not self.is_edited:
            return True
        text = typed_text(self.text)
        try:
            self._draft.take(text)
        except SchemaError as error:
            self.trouble.setText(error.sentence)
            self._show_line(error.sentence)
            return False
        self._shown = text
        self._clear()
        return True

    def _clear(self) -> None:
        self.trouble.clear()
        self.text.setExtraSelections([])

    def _show_line(self, sentence: str) -> None:
        found, document = _LINE.search(sentence), self.text.document()
        if found is None and "at end of document" not in sentence:
            self.text.setExtraSelections([])
            return
        block = document.findBlockByNumber(int(found[1]) - 1) if found else document.lastBlock()
        cursor = QTextCursor(block if block.isValid() else document.lastBlock())
        self.text.setTextCursor(cursor)
        mark = QTextEdit.ExtraSelection()
        shade = QColor("#d03c3c")
        shade.setAlpha(70)
        mark.format.setBackground(shade)
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        mark.cursor = cursor
        self.text.setExtraSelections([mark])
