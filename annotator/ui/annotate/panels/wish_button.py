"""A quiet button that names an action and its key."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.ui.annotate.keys import shown_key


def wish_button(text: str, action: str, act: Callable[[], object]) -> QPushButton:
    """A button for `action`, a row of the table of actions. A click leaves the focus where it is; Tab gets there."""
    button = QPushButton(f"{text}  {shown_key(action)}")
    button.setProperty("quiet", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(text)
    button.clicked.connect(lambda: act())
    return button
