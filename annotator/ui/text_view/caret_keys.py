"""Which keys move the caret, by the customs of the system, and which of them go by words."""

from PySide6.QtGui import QKeyEvent, QKeySequence

_Key = QKeySequence.StandardKey
_BY_WORD = {  # to the right (1) or left, and whether it selects
    _Key.MoveToNextWord: (1, False),
    _Key.MoveToPreviousWord: (-1, False),
    _Key.SelectNextWord: (1, True),
    _Key.SelectPreviousWord: (-1, True),
}
_CARET = (
    *(_Key.MoveToNextChar, _Key.MoveToPreviousChar, _Key.MoveToNextLine, _Key.MoveToPreviousLine),
    *(_Key.MoveToNextPage, _Key.MoveToPreviousPage, _Key.MoveToStartOfLine, _Key.MoveToEndOfLine),
    *(_Key.MoveToStartOfBlock, _Key.MoveToEndOfBlock, _Key.MoveToStartOfDocument, _Key.MoveToEndOfDocument),
    *(_Key.SelectNextChar, _Key.SelectPreviousChar, _Key.SelectNextLine, _Key.SelectPreviousLine),
    *(_Key.SelectNextPage, _Key.SelectPreviousPage, _Key.SelectStartOfLine, _Key.SelectEndOfLine),
    *(_Key.SelectStartOfBlock, _Key.SelectEndOfBlock, _Key.SelectStartOfDocument, _Key.SelectEndOfDocument),
    _Key.SelectAll,
)


def is_caret_key(event: QKeyEvent) -> bool:
    """Whether a key moves the caret or selects."""
    return any(event.matches(key) for key in (*_CARET, *_BY_WORD))


def word_move(event: QKeyEvent) -> tuple[int, bool] | None:
    """1 for a key that goes by words to the right, -1 for one to the left, and whether it selects; else None."""
    return next((found for key, found in _BY_WORD.items() if event.matches(key)), None)
