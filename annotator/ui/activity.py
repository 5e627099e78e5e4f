"""Hears what a person does while she annotates, and has the time for it written now and then.

How time is counted is in `app.activity`. Nothing is asked of the clock while nobody does anything: the timer is
started by the first thing that is done after a write.
"""

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.app.activity import ActiveTime, today
from annotator.app.session import Session
from annotator.model.errors import AnnotatorError

WRITE_AFTER = 60_000  # milliseconds from the first thing that is done
_LEFT_AFTER = 500  # milliseconds after another article was opened: it is painted first
_log = logging.getLogger(__name__)
_Type = QEvent.Type
_DONE = frozenset((_Type.KeyPress, _Type.MouseMove, _Type.MouseButtonPress, _Type.Wheel))


class ActivityWatch(QObject):
    """The active time of one session in one window. A project that is open for reading only is not watched."""

    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        window: QWidget,
        *,
        clock: Callable[[], float] = time.monotonic,
        day: Callable[[], str] = today,
    ) -> None:
        super().__init__()
        self.time = ActiveTime(clock, day)
        self._session, self._window = session, window
        self._complained = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.write)
        if not session.project.read_only:
            self._listen()

    def enter(self, article: int | None) -> None:
        """Another article is in view, or none; what was spent in the one before is written soon."""
        if self._session.project.read_only:
            return
        self.time.enter(article, resting=not self._window.isActiveWindow())
        if self.time.spent:
            self.timer.start(_LEFT_AFTER)

    def write(self) -> None:
        """Write what was spent; what cannot be written is kept for the next time, and that is said once."""
        try:
            self.time.write(self._session.project, self._session.number)
            self._complained = False
        except AnnotatorError as error:
            _log.warning("active time could not be written: %s", error.code)
            if not self._complained:
                self._complained = True
                self.failed.emit(error.sentence)

    def close(self) -> None:
        """Write what is left, and hear no more: before the project is closed, and once."""
        self.enter(None)
        self.timer.stop()
        for each in self._sources():
            each.removeEventFilter(self)
        self.write()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Hear of it; this is the way of every key and move of the mouse, so nothing is written here."""
        kind = event.type()
        if kind in _DONE or kind == _Type.WindowActivate:
            self.time.touch()
            if self.time.spent and not self.timer.isActive():
                self.timer.start(WRITE_AFTER)
        elif kind == _Type.WindowDeactivate:
            self.time.rest()
        elif kind == _Type.Show:
            self._listen()
        return False

    def _listen(self) -> None:
        for each in self._sources():
            each.installEventFilter(self)

    def _sources(self) -> list[QObject]:
        """The window, and Qt's own window below it once it was shown: keys and mouse come there, whatever is meant."""
        below = self._window.windowHandle()
        return [self._window, *([below] if below is not None else [])]
