"""Has the place of work written down every few seconds while one works, so that it outlives a crash of the program."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.pages import ProjectPages

_PAUSE = 2000  # milliseconds from the first thing that changes: what is lost at most


class PlaceKeeper(QObject):
    """Hears of everything that is remembered of a project, and calls `keep` once for all that comes within a pause."""

    kept = Signal()

    def __init__(self, page: AnnotatePage, pages: ProjectPages, keep: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._keep = keep
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._now)
        moved = (page.text.cursorPositionChanged, page.text.verticalScrollBar().valueChanged, page.text.zoomed)
        for signal in (*moved, page.desk.current_changed, page.side.tabs.currentChanged, pages.changed):
            signal.connect(self._soon)

    def stop(self) -> None:
        """Keep nothing more: the project is being closed."""
        self._timer.stop()
        self._timer.timeout.disconnect(self._now)

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _now(self) -> None:
        self._keep()
        self.kept.emit()
