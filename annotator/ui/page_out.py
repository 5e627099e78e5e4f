"""Saves the article at hand as a page to send or print: asks where to, writes it, says so."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.app.session import Session
from annotator.model.errors import AnnotatorError

_ENDINGS = (".html", ".htm")


class PageOut(QObject):
    """`say` tells that it is done, `complain` why not."""

    def __init__(
        self, session: Session, window: QWidget, *, say: Callable[[str], object], complain: Callable[[str], object]
    ) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._say, self._complain = say, complain

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the action does, by name."""
        return {"article.page": self.save}

    def save(self) -> None:
        """Ask for a file and write the page."""
        from annotator.app.article_page import page_name, save_page

        work = self._session.work
        if work is None:
            self._complain("Open an article first.")
        elif (path := self._ask(page_name(work))) is not None:
            try:
                save_page(work, path)
            except AnnotatorError as error:
                self._complain(error.sentence)
            else:
                self._say(self.tr("The article is saved as {name}.").format(name=path.name))

    def _ask(self, proposed: str) -> Path | None:
        place = str(self._session.project.path.with_name(proposed))
        title, kinds = self.tr("Save the article as a page"), f"HTML (*{_ENDINGS[0]})"
        name, _ = QFileDialog.getSaveFileName(self._window, title, place, kinds)
        path = Path(name)
        if not name or path.suffix.lower() in _ENDINGS:
            return path if name else None
        path = path.with_name(path.name + _ENDINGS[0])
        if path.exists():  # nobody was asked whether to replace it
            there = self.tr("There is a file {name} already: type its whole name to replace it.")
            self._complain(there.format(name=path.name))
            return None
        return path
