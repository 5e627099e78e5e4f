"""The line at the bottom: saved, what is left, what was just done, and the keys that matter now."""

from html import escape

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from annotator.ui.numbers import number
from annotator.ui.parts.elided_label import ElidedLabel
from annotator.ui.sentences import translated

_SHARE_OF_KEYS = 0.55  # of the width, at most
_MARGINS = 110  # pixels: those of the line, and between its parts


class StatusBar(QWidget):
    """Says "saved" only when told that a step is committed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.saved = self._label("saved", self.tr("Saved"))
        self.left = self._label("left", self.tr("Suggestions left"))
        self.message = self._label("message", self.tr("Message"), ElidedLabel())
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.background = self._label("background", self.tr("In the background"))
        self.keys = self._label("keys", self.tr("Keys"))
        self.keys.setTextFormat(Qt.TextFormat.RichText)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(18)
        for widget in (self.saved, self.left):
            row.addWidget(widget)
        row.addWidget(self.message, 1)
        row.addWidget(self.background)
        row.addWidget(self.keys)
        self._cap = ("#e3e6ec", "#1d2330")
        self._keys: list[tuple[str, str]] = []
        self._is_bad = False

    def _label(self, name: str, accessible: str, label: QLabel | None = None) -> QLabel:
        label = label or QLabel()
        label.setObjectName(f"status_{name}")
        label.setAccessibleDescription(accessible)  # its name is what it says
        return label

    def show_saved(self) -> None:
        """A step is on the disk."""
        time = QLocale().toString(QTime.currentTime(), QLocale.FormatType.LongFormat).split(" ")[0]
        self.saved.setText(self.tr("✓ Saved {time}").format(time=time))

    def show_read_only(self, why: str) -> None:
        """Nothing will be saved."""
        self.saved.setText(self.tr("Read only"))
        self.saved.setToolTip(translated(why))

    def show_left(self, left: int, total: int) -> None:
        """How many suggestions of the article are not judged."""
        words = self.tr("{left} of {total} suggestions left").format(left=number(left), total=number(total))
        self.left.setText(words if total else self.tr("No suggestions"))

    def show_hidden(self) -> None:
        """The suggestions of the article are hidden until the annotator has finished."""
        self.left.setText(self.tr("Blind: suggestions hidden"))

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """Say what was done, or what is wrong."""
        sentence = translated(sentence)
        self.message.setText(sentence)
        self.message.setToolTip(sentence)
        self._is_bad = bad
        self._fit_keys()
        self.message.setProperty("bad", bad)
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)

    def set_cap_colours(self, line: str, ink: str) -> None:
        """The colours of the key caps."""
        self._cap = (line, ink)

    def show_keys(self, keys: list[tuple[str, str]]) -> None:
        """The keys that matter now, each with what it does; as many of them as there is room for."""
        self._keys = keys
        self._fit_keys()

    def _fit_keys(self) -> None:
        room = self.width() * _SHARE_OF_KEYS
        if self._is_bad:  # what is wrong is said in full, before any keys
            said = sum(label.sizeHint().width() for label in (self.saved, self.left, self.message, self.background))
            room = min(room, self.width() - said - _MARGINS)
        for shown in range(len(self._keys), -1, -1):
            self.keys.setText(self._keys_html(self._keys[:shown]))
            if self.keys.sizeHint().width() <= room:
                return

    def _keys_html(self, keys: list[tuple[str, str]]) -> str:
        line, ink = self._cap
        style = f"background-color:{line}; color:{ink}; font-family:monospace"
        parts = [f'<span style="{style}">&nbsp;{escape(key)}&nbsp;</span>&nbsp;{escape(does)}' for key, does in keys]
        return "&nbsp;&nbsp; ".join(parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, more keys."""
        super().resizeEvent(event)
        self._fit_keys()

    def clear(self) -> None:
        """Nothing is open."""
        self._keys, self._is_bad = [], False
        for label in (self.saved, self.left, self.message, self.background, self.keys):
            label.clear()
            label.setToolTip("")
