"""The Qt actions of a window, made of the table; what they do is given by the pages, by the action's name."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.ui.actions import ACTIONS, ActionRow
from annotator.ui.chosen_keys import KEYS, portable


class Actions(QObject):
    """The Qt actions of a window, by name."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._by_name = {row.name: self._make(row, window) for row in ACTIONS}
        self._handled: set[str] = set()
        self._show_keys()
        KEYS.changed.connect(self._show_keys)

    def _make(self, row: ActionRow, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(row.name)
        action.setEnabled(False)
        if not row.bare:
            window.addAction(action)
        return action

    def _show_keys(self) -> None:
        for row in ACTIONS:
            action, text, keys = self._by_name[row.name], action_text(row), KEYS.of(row.name)
            if row.bare:  # no shortcut of the window, so the menu is told which key it is
                text = f"{text}\t{KEYS.shown(row.name)}" if keys else text
            else:
                action.setShortcuts([QKeySequence(key) for key in keys])
            action.setText(text)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def connect_all(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Let actions call handlers, by name, and enable them."""
        for name, handler in handlers.items():
            action = self._by_name[name]
            if name in self._handled:
                action.triggered.disconnect()
            action.triggered.connect(lambda _=False, call=handler: call())
            self._handled.add(name)
            action.setEnabled(True)

    def disable(self, names: Iterable[str]) -> None:
        """Let actions do nothing, until they are connected again."""
        for name in names:
            if name in self._handled:
                self._by_name[name].triggered.disconnect()
                self._handled.discard(name)
            self._by_name[name].setEnabled(False)

    def bare_action(self, key: str) -> QAction | None:
        """The enabled action of a typed character that is no shortcut of the window, such as "?"."""
        name = KEYS.bare_action(portable(key)) if key else None
        action = self._by_name[name] if name else None
        return action if action and action.isEnabled() else None


def action_text(row: ActionRow) -> str:
    """What an action is called, in the language of the window."""
    return QCoreApplication.translate("Actions", row.text)
