"""Listens at the desk and tells what a person did in it, in the words of the tour."""

from PySide6.QtCore import QObject, Signal

from annotator.app.work import Update, Work
from annotator.ui.annotate.desk import Desk
from annotator.ui.tour.steps import Happening


class Happenings(QObject):
    """Emits `happened` for what is done from now on."""

    happened = Signal(object)  # Happening

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: frozenset[str] = frozenset()
        desk.opened.connect(self._know)
        desk.updated.connect(self._look)
        desk.current_changed.connect(self._look_at_current)
        if desk.work is not None:
            self._know(desk.work)

    def _know(self, work: Work) -> None:
        self._known = frozenset((*work.own.spans, *work.own.relations))

    def _look_at_current(self) -> None:
        if self._desk.at_suggestion:
            self.happened.emit(Happening.AT_SUGGESTION)

    def _look(self, update: Update) -> None:
        work = self._desk.work
        if work is None or not update.changes:
            return
        known = self._known
        self._know(work)
        if work.redoable is not None:
            self.happened.emit(Happening.UNDONE)
            return
        changes, own = update.changes, work.own
        kinds = {own.verdicts[key].kind for key in changes.verdicts if key in own.verdicts}
        if kinds & {"accepted", "changed"}:
            self.happened.emit(Happening.ACCEPTED)
        if "rejected" in kinds:
            self.happened.emit(Happening.REJECTED)
        made = [own.spans[key] for key in changes.spans - known if key in own.spans]
        if any(span.origin is None for span in made):
            self.happened.emit(Happening.MARKED)
        if any(key in own.relations for key in changes.relations - known):
            self.happened.emit(Happening.LINKED)
        if changes.state and own.state.status == "done":
            self.happened.emit(Happening.FINISHED)
