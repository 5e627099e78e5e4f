"""A small rounded button that stands among others: a filter, an order, a choice that is on or off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton


def make_chip(text: str, about: str = "", *, checkable: bool = True) -> QPushButton:
    """A chip with its text; `about` is the hint under the mouse, and what a screen reader says in its place.

    A click leaves the focus where it is; Tab gets there.
    """
    chip = QPushButton(text)
    chip.setProperty("chip", True)
    chip.setCheckable(checkable)
    chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    chip.setToolTip(about)
    chip.setAccessibleName(about or text)
    return chip
