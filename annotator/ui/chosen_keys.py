"""Which keys the actions have: their own of the table, or those that a person chose instead.

A person has one keyboard, so this is one object for the whole program, as Qt's palette is: `KEYS`. Whoever shows
or asks for a key asks it, and hears `changed`. What may not be chosen is told by `problem`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QCoreApplication, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from annotator.ui.actions import ACTIONS, BY_NAME, ActionRow

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_FIRST_F, _LAST_F = Qt.Key.Key_F1, Qt.Key.Key_F35
_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def _known(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if portable(key))


def portable(key: str) -> str:
    """The key as Qt writes it everywhere."""
    return QKeySequence(key).toString()


def native(key: str) -> str:
    """The key as it is read on this system."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class ChosenKeys(QObject):
    """The keys in force."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._bare: dict[str, str] = {}
        self._index()

    @property
    def chosen(self) -> dict[str, list[str]]:
        """The keys that differ from the table, by the name of the action."""
        return {name: list(keys) for name, keys in self._chosen.items()}

    def choose(self, chosen: Mapping[str, Sequence[str]]) -> None:
        """Let actions have other keys than their own; names and keys that do not exist are left out."""
        known = {name: _known(keys) for name, keys in chosen.items() if name in BY_NAME}
        wanted = {name: keys for name, keys in known.items() if keys != BY_NAME[name].keys}
        if wanted != self._chosen:
            self._chosen = wanted
            self._index()
            self.changed.emit()

    def _index(self) -> None:
        self._bare = {portable(key): row.name for row in ACTIONS if row.bare for key in self.of(row.name)}

    def of(self, name: str) -> tuple[str, ...]:
        """The keys of an action; none where it has none."""
        return self._chosen.get(name, BY_NAME[name].keys)

    def shown(self, name: str) -> str:
        """The first key of an action as people read it, or nothing."""
        keys = self.of(name)
        return native(keys[0]) if keys else ""

    def bare_action(self, key: str) -> str | None:
        """The name of the action with this bare key."""
        return self._bare.get(key)


KEYS = ChosenKeys()


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an action cannot have a key; `taken_from` is the action that has it, if that is why."""

    sentence: str
    taken_from: str = ""


def problem(row: ActionRow, key: str, keys: Mapping[str, Sequence[str]], letters: Mapping[str, str]) -> Problem | None:
    """What speaks against a key for an action.

    `keys` are the keys of all actions, by name; `letters` the one-character keys of the schema, in small letters,
    each with what it is for.
    """
    wanted = portable(key)
    for name, others in keys.items():
        if name != row.name and wanted in map(portable, others):
            return Problem(_tr("{key} is the key of “{what}”.").format(key=native(key), what=_text(name)), name)
    if (what := letters.get(key.casefold())) and row.bare:
        return Problem(_tr("{key} is the key of {what} in the schema.").format(key=native(key), what=what))
    return None if row.bare or _is_safe(wanted) else Problem(_unsafe(wanted))


def _is_safe(key: str) -> bool:
    """Whether a key of the window types nothing and moves no caret."""
    pressed = _pressed(key)
    held, plain = pressed.keyboardModifiers(), pressed.key()
    types = not held & _HELD and not _FIRST_F <= plain <= _LAST_F
    return not types and held & _BOTH != _BOTH and not _moves_caret(pressed.toCombined())


def _pressed(key: str) -> QKeyCombination:
    return cast("QKeyCombination", QKeySequence(key)[0])  # type: ignore[index]  # the bindings' types lack it


def _moves_caret(pressed: int) -> bool:
    moves = (each for each in QKeySequence.StandardKey if each.name.startswith(("MoveTo", "Select")))
    return any(QKeySequence(pressed) in QKeySequence.keyBindings(each) for each in moves)


def _unsafe(key: str) -> str:
    pressed = _pressed(key)
    if _moves_caret(pressed.toCombined()):
        return _tr("{key} moves the caret in the text.").format(key=native(key))
    if pressed.keyboardModifiers() & _BOTH == _BOTH:
        return _tr("Ctrl and Alt together are AltGr on many keyboards and type characters there.")
    return _tr("{key} would be typed into a field: hold Ctrl or Alt with it.").format(key=native(key))


def _text(name: str) -> str:
    return QCoreApplication.translate("Actions", BY_NAME[name].text).removesuffix(" …")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChosenKeys", text)
