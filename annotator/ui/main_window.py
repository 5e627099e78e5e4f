"""The main window: the start page, or a project with its page; menus, bars, and what belongs to the program.

What one does in an article is the annotate page's; imports and exports are in `transfer_acts`.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.app.settings import Settings, load_settings
from annotator.app.state import State, load_state, save_state
from annotator.model.errors import AnnotatorError
from annotator.store import backup
from annotator.store.project import SUFFIX
from annotator.ui import look
from annotator.ui.actions import ACTIONS, MENUS
from annotator.ui.chosen_keys import KEYS
from annotator.ui.desktop import ProjectDesktop
from annotator.ui.opening import Opening
from annotator.ui.page_table import ANNOTATE
from annotator.ui.program_acts import ProgramActs
from annotator.ui.start_page import StartPage
from annotator.ui.status_bar import StatusBar
from annotator.ui.text_view.marks import Look
from annotator.ui.top_bar import TopBar
from annotator.ui.tour.acts import TourActs
from annotator.ui.window_actions import Actions

_SEPARATED = ("import.files", "suggest.all", "project.history", "settings", "span.remove", "suggestion.next",
              "span.start_left", "article.done", "mode.leave", "view.larger", "view.light")  # fmt: skip
_GEOMETRY = "main"


class MainWindow(QMainWindow):
    """One window, one project at a time. `desktop` is the open project with its page, or None."""

    def __init__(self, state: State | None = None, settings: Settings | None = None) -> None:
        super().__init__()
        self.state = state or load_state()
        self.settings = settings or load_settings()
        self.desktop: ProjectDesktop | None = None
        self._dressed = False
        KEYS.choose(self.settings.keys)
        self.actions_table = Actions(self)
        self.tour = TourActs(self)
        self.program = ProgramActs(self, self._apply_settings)
        self.opening = Opening(self, self.state, self.dress)
        self.top_bar = TopBar()
        self.status_line = StatusBar()
        self._pages = QStackedWidget()
        self._arrange()
        self._connect()
        self.show_bars(False)
        self._restore_place()

    @cached_property
    def start_page(self) -> StartPage:
        """The start page; a window that opens a project at once does not need it."""
        page = StartPage(self.actions_table)
        page.chosen.connect(lambda name: self.open_path(Path(name)))
        self._pages.addWidget(page)
        return page

    # Building

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("News annotator"))
        self.setAcceptDrops(True)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(centre)
        for name in MENUS:
            self._fill_menu(self.menuBar().addMenu(QCoreApplication.translate("Actions", name)), name)

    def _fill_menu(self, menu: QMenu, name: str) -> None:
        for row in ACTIONS:
            if row.menu == name:
                if row.name in _SEPARATED and menu.actions():
                    menu.addSeparator()
                menu.addAction(self.actions_table[row.name])

    def _connect(self) -> None:
        self.actions_table.connect_all(self._handlers())
        self.top_bar.annotator_clicked.connect(self._change_annotator)
        self.top_bar.page_chosen.connect(self._go_to_page)
        self.top_bar.palette_wanted.connect(self.program.show_palette)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self._apply_look())

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "project.new": lambda: self._open(self.opening.ask_new()),
            "project.open": lambda: self._open(self.opening.ask_open()),
            "project.sample": lambda: self._open(self.opening.sample()),
            "quit": self.close,
            **self.program.handlers(),
            **self.tour.handlers(),
        }

    # The open project

    def open_path(self, path: Path) -> None:
        """Open the project at `path`; what is wrong is said."""
        self._open(path)

    def _open(self, path: Path | None) -> None:
        if path is None or (self.desktop is not None and path.resolve() == self.desktop.session.project.path):
            return  # the lock is this window's own: opened again it would be read-only
        session = self.opening.session(path)
        if session is None:
            return
        self.close_project()
        self.desktop = desktop = ProjectDesktop(session, self, self.actions_table, look.wanted(self.settings.look).look)
        self._pages.addWidget(desktop.pages)
        self._pages.setCurrentWidget(desktop.pages)
        self.setWindowTitle(f"{session.project.name} – {self.tr('News annotator')}")
        self.top_bar.show_project(session.project.path.name, session.annotator.name)
        self.state.remember_project(path)
        save_state(self.state)
        self._set_project_actions(True)
        self.show_bars(True)
        desktop.start(self.state.spots.get(str(path.resolve())))
        self.tour.project_opened()

    def close_project(self) -> None:
        """Close the project, if one is open, and show the start page."""
        if self.desktop is None:
            return
        self.remember()
        desktop, self.desktop = self.desktop, None
        self.tour.project_closed()
        desktop.close()
        self.top_bar.show_page(ANNOTATE)
        self._pages.removeWidget(desktop.pages)
        desktop.pages.deleteLater()
        self._set_project_actions(False)
        self._show_start()

    def remember(self) -> None:
        """Write down where work is and where the window."""
        if self.desktop is not None:
            self.desktop.remember(self.state)
        geometry = self.saveGeometry().toBase64()
        self.state.windows[_GEOMETRY] = bytes(geometry.data()).decode("ascii")
        save_state(self.state)

    @property
    def colours(self) -> Look:
        """The colours that everything is drawn in."""
        return look.wanted(self.settings.look).look

    def reopen_project(self) -> None:
        """Open the project anew at the same place: everything on its pages was made for another schema."""
        if self.desktop is not None:
            path, current = self.desktop.session.project.path, self.desktop.page.desk.current
            self.close_project()
            self._open(path)
            if self.desktop is not None and current:
                self.desktop.page.canvas.go_to(current)

    def _go_to_page(self, name: str) -> None:
        if self.desktop is not None:
            self.desktop.pages.show_page(name)

    def _set_project_actions(self, is_open: bool) -> None:
        handlers: dict[str, Callable[[], object]] = {"project.close": self.close_project}
        if is_open and self.desktop is not None:
            handlers |= {
                "project.backup": self._back_up,
                "project.annotator": self._change_annotator,
                **self.desktop.handlers(),
            }
            self.actions_table.connect_all(handlers)
        else:
            own = self._handlers()
            self.actions_table.disable([row.name for row in ACTIONS if row.name not in own])

    def _show_start(self) -> None:
        self.setWindowTitle(self.tr("News annotator"))
        self.start_page.show_recent([path for path in map(Path, self.state.recent) if path.exists()])
        self._pages.setCurrentWidget(self.start_page)
        self.status_line.clear()
        self.show_bars(False)

    def show_bars(self, shown: bool) -> None:
        """Show the bars of a project, or only what is between them."""
        self.top_bar.setVisible(shown)
        self.status_line.setVisible(shown)
        self.menuBar().setVisible(shown or self.desktop is None)

    def _back_up(self) -> None:
        if self.desktop is None:
            return
        project = self.desktop.session.project
        try:
            made = backup.rotate(project.db, project.path)
        except AnnotatorError as error:
            self.status_line.say(error.sentence, bad=True)
            return
        self.status_line.say(self.tr("Backed up to {name}.").format(name=made))

    def _change_annotator(self) -> None:
        if self.desktop is not None:
            path = self.desktop.session.project.path
            name = self.opening.ask_annotator(self.desktop.session.project)
            if name and name != self.desktop.session.annotator.name:
                self.close_project()
                self._open(path)

    # Look

    def dress(self) -> None:
        """Take the look on, once and late: Qt goes through a dressed widget again at every parent it gets."""
        if not self._dressed:
            self._dressed = True
            self._apply_look()

    def _apply_settings(self, settings: Settings) -> None:
        self._apply_look()
        if self.desktop is not None:
            self.desktop.apply_settings(settings)

    def _apply_look(self) -> None:
        chosen = look.wanted(self.settings.look)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        look.apply(app, chosen)
        self.status_line.set_cap_colours(chosen.colours["line"], chosen.colours["ink"])
        if self.desktop is not None:
            self.desktop.set_look(chosen.look)

    # The window's own events

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the new colours when the system turns light or dark."""
        if event.type() == QEvent.Type.ThemeChange:
            QTimer.singleShot(0, self, self._apply_look)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Characters that no page has a use for, such as "?"."""
        action = self.actions_table.bare_action(event.text())
        if action is not None and not isinstance(QApplication.focusWidget(), QLineEdit):
            action.trigger()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped: a project is opened, anything else imported."""
        paths = _dropped(event)
        if any(path.suffix == SUFFIX for path in paths) or (paths and self.desktop is not None):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or import what was dropped."""
        paths = _dropped(event)
        projects = [path for path in paths if path.suffix == SUFFIX]
        event.acceptProposedAction()
        if projects:
            self._open(projects[0])
        elif paths and self.desktop is not None:
            transfer = self.desktop.transfer
            QTimer.singleShot(
                0, transfer, lambda: transfer.ask(paths)
            )  # whoever dragged them waits for the drop to end

    def showEvent(self, event: QShowEvent) -> None:
        """Without a project there is the start page."""
        self.dress()
        if self.desktop is None:
            self._show_start()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is saved already: end the worker, remember the window's place."""
        self.remember()
        self.close_project()
        super().closeEvent(event)

    def _restore_place(self) -> None:
        kept = self.state.windows.get(_GEOMETRY, "")
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii"))):
            screen = self.screen().availableGeometry()
            self.resize(min(1440, screen.width() - 40), min(900, screen.height() - 60))


def _dropped(event: QDropEvent) -> list[Path]:
    """The files and folders that are dragged or dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
