"""What somebody typed, as it was typed: `toPlainText` gives a space for a no-break space."""

from PySide6.QtWidgets import QPlainTextEdit

_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})  # Qt's own ends of lines and paragraphs


def typed_text(editor: QPlainTextEdit) -> str:
    """The text of an editor, with line feeds."""
    return editor.document().toRawText().translate(_ENDS)
