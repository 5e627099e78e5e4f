"""`annotator [PROJECT]`: the window."""

import gc
import importlib
import os
import sys
from pathlib import Path

# PySide reads the source of every module that is imported after it, to see whether it uses PySide: what needs no
# Qt comes before. Measured: a tenth of the start.
_BEFORE_QT = ("annotator.app.session", "annotator.app.settings", "annotator.store.backup", "annotator.model.mentions")


def _complain(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def _has_screen() -> bool:
    """Whether Qt will find somewhere to draw; only a Linux without a display server has nothing."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def run(arguments: list[str]) -> int:
    """Open the window, with a project when one is named; the exit code."""
    if not _has_screen():
        _complain("There is no screen to open the window on. “annotator demo --no-window” needs none.")
        return 1
    gc.disable()  # until the window is there: the start makes much that stays, and next to no rubbish
    try:
        for name in _BEFORE_QT:
            importlib.import_module(name)
        from annotator.ui.application import run_window
    except ImportError as error:
        _complain(f"The window cannot be opened: {error}. Run “annotator doctor” to see what is missing.")
        return 1
    return run_window(Path(arguments[0]) if arguments else None)
