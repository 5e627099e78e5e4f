"""What the parts of the page share: the session, what is current, and the one place where edits are made.

Whatever goes wrong with an edit is caught here and said in words. The current thing is an own span, a
suggested span or a suggested relation, by its id.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.app.plans.plan import Plan
from annotator.app.session import Finish, Session
from annotator.app.work import Update, Work
from annotator.model.annotation import Span, Status
from annotator.model.errors import AnnotatorError
from annotator.model.suggestions import SuggestedRelation, SuggestedSpan


class Desk(QObject):
    """The session with what is current in it."""

    opened = Signal(object)  # Work: another article, or the same one read anew
    updated = Signal(object)  # Update
    current_changed = Signal()
    said = Signal(str)
    failed = Signal(str)
    saved = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.current = ""
        self._shown: Work | None = None
        self._acting = False
        self._unsubscribe: Callable[[], None] | None = session.subscribe(self._listen)

    def close(self) -> None:
        """Hear of no more updates."""
        if self._unsubscribe:
            self._unsubscribe()
            self._unsubscribe = None

    @property
    def work(self) -> Work | None:
        """The article at hand."""
        return self.session.work

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed."""
        return self.session.project.read_only

    # What is current

    @property
    def span(self) -> Span | None:
        """The current own span."""
        return self.work.own.spans.get(self.current) if self.work else None

    @property
    def suggested(self) -> SuggestedSpan | None:
        """The current suggested span."""
        return self.work.left.spans.get(self.current) if self.work else None

    @property
    def suggested_relation(self) -> SuggestedRelation | None:
        """The current suggested relation."""
        return self.work.left.relations.get(self.current) if self.work else None

    @property
    def at_suggestion(self) -> bool:
        """Whether a suggestion is current."""
        return self.suggested is not None or self.suggested_relation is not None

    def select(self, key: str) -> None:
        """Make something current; "" for nothing."""
        if key != self.current:
            self.current = key
            self.current_changed.emit()

    # Edits

    def open(self, seq: int) -> bool:
        """Make an article the one at hand; False, and said, when that cannot be."""
        try:
            work = self.session.open_article(seq)
        except AnnotatorError as error:
            self.failed.emit(error.sentence)
            return False
        self._show(work)
        return True

    # Whoever acts says with `select` what is current afterwards.

    def perform(self, make: Callable[..., Plan], *args: object, **options: object) -> Update | None:
        """Carry out a plan as one step; None, and said, when that cannot be."""
        return self._told(lambda: self.session.perform(make, *args, **options))

    def finish(self, status: Status, *, flag: str = "", reject_left: bool = False) -> Finish | None:
        """Give the article a status; None, and said, when that cannot be."""
        done: list[Finish] = []

        def act() -> Update | None:
            done.append(self.session.finish(status, flag=flag, reject_left=reject_left))
            return None if done[0].is_shown else done[0].update

        self._told(act)
        return done[0] if done else None

    def undo(self) -> Update | None:
        """Take back the last step; None when there is none, or it cannot be."""
        return self._told(self.session.undo)

    def redo(self) -> Update | None:
        """Do the last undone step again; None when there is none, or it cannot be."""
        return self._told(self.session.redo)

    def undo_to(self, step: int) -> Update | None:
        """Go to the moment after a step; None when it is there already, or it cannot be."""
        return self._told(lambda: self.session.undo_to(step))

    def _told(self, act: Callable[[], Update | None]) -> Update | None:
        self._acting = True
        try:
            update = act()
        except AnnotatorError as error:
            self.failed.emit(error.sentence)
            return None
        finally:
            self._acting = False
        if update is not None:
            self.saved.emit()
            self.said.emit(f"{update.title}. {update.remark}".strip() if update.remark else update.title)
        return update

    def _listen(self, update: Update) -> None:
        work = self.session.work
        if work is not None and work is not self._shown:
            self._show(work)
            return
        self.updated.emit(update)
        if self.current and not self._acting and self.span is None and not self.at_suggestion:
            self.select("")

    def _show(self, work: Work) -> None:
        self._shown = work
        self.current = ""
        self.opened.emit(work)
        self.current_changed.emit()
