"""The action "Learn from my work": the dialog, made when it is first wanted, and the training that goes on behind it.

The dialog keeps nobody from annotating: the training runs in a process of its own.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.app.session import Session

if TYPE_CHECKING:
    from annotator.ui.training.dialog import LearnDialog


class LearnActs(QObject):
    """Belongs to an open project; `use` has suggestions come from another pipeline, instead of others or beside."""

    def __init__(self, session: Session, window: QWidget, *, use: Callable[[str, bool], object]) -> None:
        super().__init__(window)
        self._session, self._window, self._use = session, window, use
        self.dialog: LearnDialog | None = None

    def show(self) -> None:
        """Show the dialog; one that is training already as it is."""
        from annotator.ui.training.dialog import LearnDialog

        if self.dialog is None:
            self.dialog = LearnDialog(self._session, self._window)
            self.dialog.pipeline_chosen.connect(self._use)
        elif not self.dialog.is_training:
            self.dialog.read_again()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def close(self) -> None:
        """The project is closed: a training ends, and leaves nothing."""
        if self.dialog is not None:
            self.dialog.end()
            self.dialog.deleteLater()
            self.dialog = None
