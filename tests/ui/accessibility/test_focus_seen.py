"""The focus is seen on everything that can have it."""

from accessibility_checks import focusable, unseen
from accessibility_world import views
from PySide6.QtWidgets import (
    QDialog,
)

from annotator.ui.main_window import MainWindow


def test_the_focus_is_seen_on_every_control(window: MainWindow) -> None:
    window.resize(1280, 1100)
    for view in views(window):
        assert unseen(window) == [], view


def test_the_focus_is_seen_in_every_dialog(dialog: QDialog) -> None:
    if len(focusable(dialog)) > 1:
        assert unseen(dialog) == []
