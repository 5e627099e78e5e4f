"""The focus is seen on everything that can have it."""

from accessibility_world import focusable, heard, settle, views
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QDialog,
    QWidget,
)

from annotator.ui.main_window import MainWindow


def looks(root: QWidget, widget: QWidget) -> bytes:
    place = QRect(widget.mapTo(root, widget.rect().topLeft()), widget.size())
    image = root.grab(place).toImage()
    return bytes(image.constBits())


def unseen(root: QWidget) -> list[str]:
    """The widgets that look the same with the focus and without."""
    found: list[str] = []
    for each in focusable(root):
        if each.visibleRegion().isEmpty():
            continue
        other = next(one for one in focusable(root) if one is not each)
        other.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        without = looks(root, each)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        if looks(root, each) == without:
            found.append(f"{type(each).__name__} {each.objectName()} “{heard(each)}”")
    return found


def test_the_focus_is_seen_on_every_control(window: MainWindow) -> None:
    window.resize(1280, 1100)
    for view in views(window):
        assert unseen(window) == [], view


def test_the_focus_is_seen_in_every_dialog(dialog: QDialog) -> None:
    if len(focusable(dialog)) > 1:
        assert unseen(dialog) == []
