"""The real window parts on a screen that nobody sees, and waiting until they are painted."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget
from synthetic import PERSON

from annotator.app.session import Session
from annotator.store.project import open_project
from annotator.ui import look
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.application import make_application

SIZE = (1440, 860)


@cache
def app() -> QApplication:
    """The application, dressed as the window dresses it."""
    made = make_application()
    look.apply(made, look.wanted("light"))
    return made


class PaintWatch(QObject):
    """Knows when a widget has handled a paint event; of a scroll area, watch the viewport."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._painted = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the paint go by; the widget handles it before the event loop comes back."""
        self._painted = self._painted or event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def until_painted(self, act: Callable[[], object]) -> float:
        """Seconds from the start of an act to the paint that shows it, and all that was posted before that."""
        self._painted = False
        began = time.perf_counter()
        act()
        while not self._painted:
            app().processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return time.perf_counter() - began


def settle(done: Callable[[], bool] = lambda: True) -> None:
    """Let the event loop go on until something is so, and nothing is left to do."""
    while not done():
        app().processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(3):
        app().processEvents()


@contextmanager
def page_on(path: Path) -> Iterator[AnnotatePage]:
    """The annotate page on a project, shown, without an article."""
    app()
    with open_project(path) as project:
        page = AnnotatePage(Session(project, PERSON), look.wanted("light").look)
        page.resize(*SIZE)
        page.show()
        page.activateWindow()
        page.text.setFocus()
        settle(lambda: page.isActiveWindow() and page.text.hasFocus())
        yield page
        page.close_page()
        page.close()
        page.deleteLater()
        settle()
