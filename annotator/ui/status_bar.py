"""The line at the bottom: saved, what is left, what was just done, and the keys that matter now."""

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget


class StatusBar(QWidget):
    """Says "saved" only when told that a step is committed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.saved = self._label("saved", self.tr("Saved"))
        self.left = self._label("left", self.tr("Suggestions left"))
        self.message = self._label("message", self.tr("Message"))
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

    def _label(self, name: str, accessible: str) -> QLabel:
        label = QLabel()
        label.setObjectName(f"status_{name}")
        label.setAccessibleName(accessible)
        return label

    def show_saved(self) -> None:
        """A step is on the disk."""
        time = QLocale().toString(QTime.currentTime(), QLocale.FormatType.LongFormat).split(" ")[0]
        self.saved.setText(self.tr("✓ Saved {time}").format(time=time))

    def show_read_only(self, why: str) -> None:
        """Nothing will be saved."""
        self.saved.setText(self.tr("Read only"))
        self.saved.setToolTip(why)

    def show_left(self, left: int, total: int) -> None:
        """How many suggestions of the article are not judged."""
        words = self.tr("{left} of {total} suggestions left").format(left=left, total=total)
        self.left.setText(words if total else self.tr("No suggestions"))

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """Say what was done, or what is wrong."""
        self.message.setText(sentence)
        self.message.setToolTip(sentence)
        self.message.setProperty("bad", bad)
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)

    def set_cap_colours(self, line: str, ink: str) -> None:
        """The colours of the key caps."""
        self._cap = (line, ink)

    def show_keys(self, keys: list[tuple[str, str]]) -> None:
        """The keys that matter now, each with what it does."""
        line, ink = self._cap
        style = f"background-color:{line}; color:{ink}; font-family:monospace"
        parts = [f'<span style="{style}">&nbsp;{key}&nbsp;</span>&nbsp;{does}' for key, does in keys]
        self.keys.setText("&nbsp;&nbsp; ".join(parts))

    def clear(self) -> None:
        """Nothing is open."""
        for label in (self.saved, self.left, self.message, self.background, self.keys):
            label.clear()
