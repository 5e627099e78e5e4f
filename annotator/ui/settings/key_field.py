"""A field that takes one press of a key, whatever it is, also Tab and Return."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.annotate.keys import sequence
from annotator.ui.chosen_keys import native

_ALONE = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}


class KeyField(QLineEdit):
    """Emits `pressed` with the key; F6 and Shift+F6 leave the field, since Tab does not."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("Press a key"))
        self.setAccessibleName(self.tr("New key"))
        self.key = ""

    def show_key(self, key: str) -> None:
        """Show a key, or none."""
        self.key = key
        self.setText(native(key) if key else "")

    def event(self, event: QEvent) -> bool:
        """Takes keys before the dialog does."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        return super().event(event)

    def _take(self, event: QKeyEvent) -> bool:
        if Qt.Key(event.key()) in _ALONE or event.key() in (0, Qt.Key.Key_unknown):
            return True
        if event.key() == Qt.Key.Key_F6:
            self.focusNextPrevChild(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return True
        self.show_key(sequence(event).toString())
        self.pressed.emit(self.key)
        return True
