"""What the tests of the main window share: a small project, and what a person does to the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.store import articles, runs
from annotator.store.project import create_project
from annotator.ui.actions import ACTIONS
from annotator.ui.importing.dialog import ImportDialog
from annotator.ui.main_window import MainWindow

TEXTS = ("Ada Brill went to London.", "Tom Osei pledged to open the lock.")


def new_project(path: Path, *texts: str) -> Path:
    with create_project(path, files.resource("schemas", "news.toml").read_text(encoding="utf-8")) as made:
        step = runs.begin(made, "import", "Import")
        articles.add(made, [make_article(id=new_id(), title="", text=text) for text in texts], step=step)
    return path


def enabled(window: MainWindow) -> set[str]:
    return {row.name for row in ACTIONS if window.actions_table[row.name].isEnabled()}


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag files over the window and drop them if it takes them; whether it did."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))
    return entering.isAccepted()


def shown_import(qtbot: QtBot, window: MainWindow) -> ImportDialog:
    """The import dialog that was asked for, once it has looked into the files."""
    assert window.desktop is not None
    transfer = window.desktop.transfer
    qtbot.waitUntil(lambda: transfer.dialog is not None and not transfer.dialog.is_busy)
    assert transfer.dialog is not None
    return transfer.dialog


def accept_import(qtbot: QtBot, window: MainWindow) -> None:
    """Import what the dialog shows."""
    QTest.mouseClick(shown_import(qtbot, window).take, Qt.MouseButton.LeftButton)


def mark(window: MainWindow, start: int, end: int, key: str) -> None:
    """Mark a piece of the article on screen, as a person does."""
    assert window.desktop is not None
    window.desktop.page.text.select(start, end)
    QTest.keyClicks(window.desktop.page.text, key)
