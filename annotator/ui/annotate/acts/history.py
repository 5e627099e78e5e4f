"""Undo and redo in the article at hand, with a look at what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.app.work import Update
from annotator.ui.annotate.canvas import Canvas
from annotator.ui.annotate.desk import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)


class History:
    """Takes steps back, and does them again."""

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        self._desk, self._canvas = desk, canvas

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"edit.undo": self.undo, "edit.redo": self.redo}

    def undo(self) -> None:
        """Take back the last step."""
        work = self._desk.work
        self._again(
            bool(work and (work.undoable or work.cut)),
            self._desk.undo,
            _tr("There is nothing to undo in this article."),
        )

    def redo(self) -> None:
        """Do the last undone step again."""
        work = self._desk.work
        self._again(bool(work and work.redoable), self._desk.redo, _tr("There is nothing to do again in this article."))

    def undo_to(self, step: int) -> None:
        """Go to the moment after a step, 0 for that before the first one."""
        if update := self._desk.undo_to(step):
            self._follow(update)

    def _again(self, possible: bool, act: Callable[[], Update | None], nothing: str) -> None:
        if not possible:
            self._desk.said.emit(nothing)
        elif update := act():
            self._follow(update)

    def _follow(self, update: Update) -> None:
        """Make what was affected current and have it in view; where it is gone, the text where it was."""
        work = self._desk.work
        if work is None:
            return
        came_back = [key for key in work.left.spans if key in update.suggestions] if update.suggestions else []
        came_back += [key for key in update.suggestions if key in work.left.relations]
        heads = [work.own.relations[key].head for key in update.changes.relations if key in work.own.relations]
        wanted = [*update.select, *came_back, *heads]
        if wanted:
            self._canvas.go_to(wanted[0])
        elif self._desk.span is None and not self._desk.at_suggestion:
            self._desk.select("")
            if self._canvas.gone:
                self._canvas.show_place(self._canvas.gone[0])
