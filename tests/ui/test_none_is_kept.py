"""PySide6 6.12.0 loses a reference to None at every void call on Python 3.10 and 3.11, and aborts in the end."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12: its count stands still")
@pytest.mark.parametrize("what", ["an object's name", "a widget's update", "a label's text"])
def test_void_calls_keep_their_references_to_none(qtbot: QtBot, what: str) -> None:
    thing, label = QObject(), QLabel()
    qtbot.addWidget(label)
    calls: dict[str, Callable[[], object]] = {
        "an object's name": lambda: thing.setObjectName("x"),
        "a widget's update": label.update,
        "a label's text": lambda: label.setText("x"),
    }
    call = calls[what]
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    assert sys.getrefcount(None) > before - CALLS // 10
