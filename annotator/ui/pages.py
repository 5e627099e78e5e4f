"""The pages of an open project: the annotate page, and others that are made when they are first looked at.

A page is a row of `page_table`: its module is imported only then, so a heavy page costs nothing at the start.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Protocol, cast

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.app.session import Session
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.page_table import ANNOTATE, PAGES
from annotator.ui.text_view.marks import Look


class ProjectPage(Protocol):
    """What every page but the annotate page offers; it is a QWidget."""

    article_wanted: SignalInstance  # (int, str): the number of an article and the id of a span in it, or ""
    said: SignalInstance  # (str)
    failed: SignalInstance  # (str)

    def show_now(self) -> None:
        """Read what is shown anew: called each time that one comes to the page."""

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What actions do while this page is in view, by name, instead of the annotate page's."""

    def close_page(self) -> None:
        """Let go of the project: before it is closed, and once."""


class ProjectPages(QStackedWidget):
    """The stack of pages of one project."""

    said = Signal(str)
    failed = Signal(str)
    changed = Signal(str)  # the name of the page in view
    turning = Signal()  # to the page that is `current` now, before it reads anything
    article_wanted = Signal(int, str)

    def __init__(self, session: Session, annotate: AnnotatePage, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look, self._annotate = session, look, annotate
        self._made: dict[str, ProjectPage] = {}
        self.current = ANNOTATE
        self.addWidget(annotate)

    def page(self, name: str) -> ProjectPage:
        """A page by its name, made when it is first asked for."""
        if name not in self._made:
            row = next(row for row in PAGES if row.name == name)
            module, _, kind = row.made_by.partition(":")
            made = getattr(import_module(module), kind)(self._session, self._look)
            self.addWidget(made)
            for here, there in ((made.said, self.said), (made.failed, self.failed)):
                here.connect(there)
            made.article_wanted.connect(self.article_wanted)
            self._made[name] = made
        return self._made[name]

    def show_page(self, name: str) -> None:
        """Go to a page."""
        self.current = name
        self.turning.emit()
        if name == ANNOTATE:
            self.setCurrentWidget(self._annotate)
            self._annotate.text.setFocus()
        else:
            page = self.page(name)
            page.show_now()
            widget = cast("QWidget", page)
            self.setCurrentWidget(widget)
            widget.setFocus()
        self.changed.emit(name)

    def show_again(self) -> None:
        """Read the page in view anew: articles came or went."""
        if self.current != ANNOTATE:
            self.page(self.current).show_now()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self._annotate.set_look(look)
        for page in self._made.values():
            page.set_look(look)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do on the page in view."""
        at_hand = self._annotate if self.current == ANNOTATE else self.page(self.current)
        goes = {f"page.{row.name}": (lambda name=row.name: self.show_page(name)) for row in PAGES}
        acts = {name: partial(self._act, row.name, name) for row in PAGES for name in row.acts}
        return {**at_hand.handlers(), **goes, **acts}

    def _act(self, page: str, name: str) -> None:
        """Go to a page, and do there what it is for."""
        if self.current != page:
            self.show_page(page)
        self.page(page).handlers()[name]()

    def close_pages(self) -> None:
        """Let go of the project: before it is closed, and once."""
        self._annotate.close_page()
        for page in self._made.values():
            page.close_page()
