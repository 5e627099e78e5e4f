"""Proposes a name in the whole project, a little at a time, so that the window never stutters."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.model.errors import AnnotatorError
from annotator.ui.annotate.acts.shaping import Shaping
from annotator.ui.annotate.desk import Desk
from annotator.ui.numbers import number

if TYPE_CHECKING:
    from annotator.app.proposing import Proposing

_PAUSE = 4  # milliseconds between two turns: keys and painting come first
_TOLD_EVERY = 50  # turns


class Proposer(QObject):
    """One run at a time; what it has to say goes the way of the desk."""

    def __init__(self, desk: Desk, shaping: Shaping, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._shaping = desk, shaping
        self.run: Proposing | None = None
        self._turns = 0
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._turn)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"span.propose_all": self.start, "span.propose_stop": self.stop}

    def start(self) -> None:
        """Propose the words and label at hand in every article of the project."""
        from annotator.app.proposing import Proposing

        if self.run is not None:
            self._desk.failed.emit(self.tr("{name} is still being proposed.").format(name=self.run))
            return
        if (name := self._shaping.name_at_hand()) is None:
            return
        try:
            self.run = Proposing(self._desk.session, *name)
        except AnnotatorError as error:
            self._desk.failed.emit(error.sentence)
            return
        self._turns = 0
        self._timer.start()

    def stop(self) -> None:
        """Stop; what was proposed stays, and can be taken back from the project's history."""
        if self.run is None:
            self._desk.said.emit(self.tr("Nothing is being proposed."))
            return
        self.run.cancel()
        self._end(stopped=True)

    def close(self) -> None:
        """Let go of the project."""
        self._timer.stop()
        self.run = None

    def _turn(self) -> None:
        run = self.run
        if run is None:
            return
        try:
            more = run.pump()
        except AnnotatorError as error:
            self.close()
            self._desk.failed.emit(error.sentence)
            return
        self._turns += 1
        if not more:
            self._end()
        elif self._turns % _TOLD_EVERY == 0:
            self._desk.said.emit(self.tr("Proposing: {n} mentions so far").format(n=number(run.told.spans)))

    def _end(self, *, stopped: bool = False) -> None:
        run = self.run
        self.close()
        if run is not None:
            self._desk.said.emit(run.sentence(stopped=stopped))
