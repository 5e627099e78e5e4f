"""What a key means on the page: a label, an attribute of the span at hand, or an action of the table.

Letters count by what is typed, in either case. Digits count by what is typed, on the keypad too, and else by
the physical key: the upper row of AZERTY types them only with Shift. What is typed goes first, so a layout
that has "?" on a digit's key keeps it. Auto-repeat never marks or judges.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from annotator.model.schema import Attribute, Schema
from annotator.ui.chosen_keys import KEYS

_MAC_DIGITS = {18: "1", 19: "2", 20: "3", 21: "4", 23: "5", 22: "6", 26: "7", 28: "8", 25: "9", 29: "0"}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_REPEATING = frozenset({"suggestion.next", "suggestion.previous"})


class Means(Enum):
    """The kinds of meaning."""

    LABEL = auto()
    ATTRIBUTE = auto()
    ACTION = auto()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a key means: the name of a label, attribute or action."""

    kind: Means
    name: str


class KeyMap:
    """The keys of one schema."""

    def __init__(self, schema: Schema) -> None:
        self._labels = {label.key.casefold(): label.name for label in schema.labels if label.key}

    def meaning(self, event: QKeyEvent, attributes: Iterable[Attribute] = ()) -> Meaning | None:
        """What the key means; `attributes` are those of the span at hand. None when it is not the page's."""
        found = self._meaning(event, {each.key.casefold(): each.name for each in attributes if each.key})
        if found and event.isAutoRepeat() and found.name not in _REPEATING:
            return None
        return found

    def is_ours(self, event: QKeyEvent, attributes: Iterable[Attribute] = ()) -> bool:
        """Whether the key means something, be it only the first time that it is pressed."""
        return self._meaning(event, {each.key.casefold(): each.name for each in attributes if each.key}) is not None

    def _meaning(self, event: QKeyEvent, attributes: dict[str, str]) -> Meaning | None:
        if char := typed(event):
            for kind, table in ((Means.LABEL, self._labels), (Means.ATTRIBUTE, attributes)):
                if char in table:
                    return Meaning(kind, table[char])
        if action := bare_action(event):
            return Meaning(Means.ACTION, action)
        digit = physical_digit(event)
        if digit and digit in self._labels:
            return Meaning(Means.LABEL, self._labels[digit])
        return Meaning(Means.ATTRIBUTE, attributes[digit]) if digit in attributes else None


def typed(event: QKeyEvent) -> str:
    """The one character that was typed, in small letters; "" for other keys and for held modifiers."""
    text = event.text()
    return text.casefold() if len(text) == 1 and text.isprintable() and not event.modifiers() & _HELD else ""


def bare_action(event: QKeyEvent) -> str | None:
    """The name of the action whose bare key this is."""
    return KEYS.bare_action(sequence(event).toString())


def sequence(event: QKeyEvent) -> QKeySequence:
    """The key as it stands in the table of actions: a keypad's is like any other, a sign goes without Shift."""
    key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab
    char = typed(event)
    if char and not char.isspace():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(key)))


def physical_digit(event: QKeyEvent, platform: str = "") -> str:
    """The digit on the physical key of the upper row, whatever it types; "" for other keys."""
    if event.modifiers() & _HELD:
        return ""
    platform = platform or QGuiApplication.platformName()
    if platform == "cocoa" or (platform == "offscreen" and sys.platform == "darwin"):
        return _MAC_DIGITS.get(event.nativeVirtualKey(), "") if event.text() else ""
    first = 2 if platform == "windows" or (platform == "offscreen" and sys.platform == "win32") else 10
    number = event.nativeScanCode() - first
    return str((number + 1) % 10) if 0 <= number <= 9 else ""


def shown_key(name: str) -> str:
    """The key of an action as people read it."""
    return KEYS.shown(name)
