"""When the tour is offered, and the action that starts it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.app.state import save_state

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.tour.tour import Tour

_AFTER = 500  # milliseconds: the article is there first, and the model has been asked


class TourActs(QObject):
    """Belongs to the window. `tour` is the one that is under way, or None."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.tour: Tour | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the action does."""
        return {"help.tour": self.start_wanted}

    def project_opened(self) -> None:
        """Offer the tour when this is the sample and a person has not seen it."""
        if not self._window.state.tour_seen:
            QTimer.singleShot(_AFTER, self, self._offer)

    def project_closed(self) -> None:
        """The tour goes with its project."""
        if self.tour is not None:
            self.tour.end()

    def _offer(self) -> None:
        desktop = self._window.desktop
        if desktop and not desktop.session.project.read_only and self._is_sample and not self._window.state.tour_seen:
            self._start()

    @property
    def _is_sample(self) -> bool:
        from annotator.app.sample import is_sample

        desktop = self._window.desktop
        return desktop is not None and is_sample(desktop.session.project)

    def start_wanted(self) -> None:
        """Start the tour, in the sample: it is opened if need be."""
        if not self._is_sample:
            if self._window.desktop is not None and not self._may_open():
                return
            self._window.actions_table["project.sample"].trigger()
        if not self._is_sample or self._window.desktop is None:
            return
        if self._window.desktop.session.project.read_only:
            self._window.status_line.say(self.tr("The sample is open for reading only: close it elsewhere first."))
            return
        self._start()

    def _may_open(self) -> bool:
        from PySide6.QtWidgets import QMessageBox

        question = self.tr("The tour takes place in the sample project. Close this project and open the sample?")
        answer = QMessageBox.question(self._window, self.tr("Guided tour"), question)
        return answer == QMessageBox.StandardButton.Yes

    def _start(self) -> None:
        from annotator.ui.page_table import ANNOTATE
        from annotator.ui.tour.tour import Tour

        desktop, above = self._window.desktop, self._window.centralWidget()
        if desktop is None or desktop.session.work is None or above is None:
            return
        self.project_closed()
        desktop.pages.show_page(ANNOTATE)
        self._window.state.tour_seen = True
        save_state(self._window.state)
        self.tour = tour = Tour(desktop, above, self._window.status_line)
        tour.over.connect(self._forget)
        tour.start()

    def _forget(self) -> None:
        self.tour = None
