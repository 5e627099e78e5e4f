"""What is shown while an import or export goes on."""

import json
from pathlib import Path

import pytest
from main_window_world import accept_import
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.main_window import MainWindow
from annotator.ui.waiting import Waiting


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def dialog_of(parent: QWidget) -> QProgressDialog:
    (found,) = parent.findChildren(QProgressDialog)
    return found


def test_of_one_file_it_only_tells_that_it_goes_on_and_how_many_articles_are_in(parent: QWidget) -> None:
    waiting = Waiting("Importing …", parent)
    waiting.report(0, 1)
    waiting.count(1200)
    dialog = dialog_of(parent)
    assert (dialog.minimum(), dialog.maximum()) == (0, 0)
    assert dialog.labelText() == "Importing … 1,200"
    waiting.report(3, 7)
    assert (dialog.value(), dialog.maximum()) == (3, 7)


def test_it_is_stopped_with_the_mouse_and_gone_at_once_when_it_is_over(qtbot: QtBot, parent: QWidget) -> None:
    waiting = Waiting("Importing …", parent)
    dialog = dialog_of(parent)
    waiting.report(0, 1)
    qtbot.waitUntil(dialog.isVisible)
    assert not waiting.cancelled()
    (stop,) = dialog.findChildren(QPushButton)
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert waiting.cancelled()
    dialog.show()
    waiting.close()
    assert not dialog.isVisible()


def test_an_import_tells_how_many_articles_are_in(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reports: object
) -> None:
    told: list[int] = []
    monkeypatch.setattr(Waiting, "count", lambda _, done: told.append(done))
    lines = [json.dumps({"text": f"News {number}."}) for number in range(1100)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    window.open_path(path)
    assert window.desktop is not None
    window.desktop.transfer.ask([tmp_path / "many.jsonl"])
    accept_import(qtbot, window)
    assert told == [500, 1000, 1100]
    assert reports
