"""An unexpected error in the main window."""

import logging
import sys
from pathlib import Path

import pytest
from main_window_world import TEXTS, mark
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.crash import CrashDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.net import Net


def test_an_unexpected_error_is_shown_without_anybodys_text_and_the_article_stays(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    window.open_path(path)
    assert window.desktop is not None
    shown: list[str] = []
    parents: list[object] = []

    def show(dialog: CrashDialog) -> int:
        shown.append(dialog.report.toPlainText())
        parents.append(dialog.parent())
        net(ValueError, ValueError("another"), None)  # a second one meanwhile shows no second window
        return 0

    monkeypatch.setattr(CrashDialog, "exec", show)
    net = Net()
    net.show_over(window)
    monkeypatch.setattr(sys, "excepthook", net)

    def fail() -> None:
        raise ValueError(f"cannot read “{TEXTS[0]}”")

    with caplog.at_level(logging.ERROR, logger="annotator"):
        QTimer.singleShot(0, window, fail)
        qtbot.waitUntil(lambda: bool(shown))
    assert (len(shown), parents) == (1, [window])
    for told in (*shown, caplog.text):
        assert "ValueError" in told
        assert "in fail" in told
        assert "Ada Brill" not in told
    work = window.desktop.session.work
    assert work is not None
    assert work.article.text == TEXTS[0]
    mark(window, 0, 9, "1")
    assert window.status_line.saved.text().startswith("✓ Saved")
