"""The tour as it goes: which step is shown, where its card stands, when it goes on.

It watches and points only: it changes no annotation and takes no key or click from the page.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.page_table import ANNOTATE
from annotator.ui.tour.card import Pointer, TourCard
from annotator.ui.tour.happenings import Happenings
from annotator.ui.tour.placing import Box, place, pointer
from annotator.ui.tour.steps import Happening, Needs, Place, steps

if TYPE_CHECKING:
    from annotator.ui.desktop import ProjectDesktop

_AROUND = 3  # pixels between what is framed and its frame
_LAID_OUT = 30  # milliseconds for the panels to take on what became current
_SETTLED = 300  # milliseconds until it is known whether a model that is in trouble reads the article


class Tour(QObject):
    """One going through the steps. Emits `over` when it is ended, whichever way."""

    over = Signal()

    def __init__(self, desktop: "ProjectDesktop", above: QWidget, status_line: QWidget) -> None:
        super().__init__(desktop)
        self._desktop, self._above, self._bar = desktop, above, status_line
        self._page = desktop.page
        self.steps = steps(desktop.session.schema)
        self.at = -1
        self._seen: set[int] = set()
        self.pointer, self.card = Pointer(above), TourCard(above)
        self._placing = QTimer(self, singleShot=True, interval=_LAID_OUT)
        self._placing.timeout.connect(self._place)
        self._happenings = Happenings(self._page.desk, self)
        self._connect()

    def _connect(self) -> None:
        page, again = self._page, self._place_again
        self.card.next_wanted.connect(self.go_on)
        self.card.skip_wanted.connect(self.end)
        self._happenings.happened.connect(self._happened)
        for signal in (page.desk.current_changed, page.desk.opened, page.desk.updated, page.side.tabs.currentChanged):
            signal.connect(again)
        page.panes.splitterMoved.connect(again)
        page.text.verticalScrollBar().valueChanged.connect(again)
        page.text.zoomed.connect(again)
        self._desktop.pages.changed.connect(again)
        self._desktop.link.troubled.connect(self._note_trouble)
        self._above.installEventFilter(self)
        page.panes.guests.append(self.card)

    def _place_again(self, *_: object) -> None:
        """A method, not a lambda: Qt lets go of it when the tour is deleted."""
        self._placing.start()

    def _note_trouble(self, _: str) -> None:
        QTimer.singleShot(_SETTLED, self, self._leave_out)

    @property
    def can_suggest(self) -> bool:
        """Whether there are suggestions, or will be."""
        work = self._page.desk.work
        if work is None:
            return False
        return bool(len(work.left)) or self._desktop.link.suggesting.is_reading(work.seq)

    def start(self) -> None:
        """Show the first step."""
        self._enter(0)

    def go_on(self) -> None:
        """Go to the next step; after the last one the tour is over."""
        self._enter(self.at + 1)

    def _enter(self, at: int) -> None:
        while at < len(self.steps) and not self._makes_sense(self.steps[at].needs):
            at += 1
        self.at = at
        if at >= len(self.steps):
            self.end()
            return
        coming = sum(self._makes_sense(step.needs) for step in self.steps[at + 1 :])
        self._seen.add(at)
        self.card.show_step(self.steps[at], len(self._seen), len(self._seen) + coming)
        self._placing.start()

    def _makes_sense(self, needs: Needs) -> bool:
        return needs is Needs.NOTHING or self.can_suggest == (needs is Needs.MODEL)

    def _leave_out(self) -> None:
        """The model may have failed: what needs it is left out."""
        if 0 <= self.at < len(self.steps) and self.steps[self.at].needs is Needs.MODEL:
            self._enter(self.at)

    def _happened(self, what: Happening) -> None:
        if 0 <= self.at < len(self.steps) and self.steps[self.at].until is what:
            self.go_on()

    def end(self) -> None:
        """Take everything away."""
        if self.card in self._page.panes.guests:
            self._page.panes.guests.remove(self.card)
            self._above.removeEventFilter(self)
            had_focus = self.card.isAncestorOf(self._above.window().focusWidget() or self._above)
            for widget in (self.card, self.pointer):
                widget.hide()
                widget.deleteLater()
            if had_focus:
                self._page.text.setFocus()
            self.over.emit()
            self.deleteLater()

    # Where the card stands

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is of another size, or is turned round."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._placing.start()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Put card and frame where they belong now."""
        if not 0 <= self.at < len(self.steps):
            return
        shown = self._desktop.pages.current == ANNOTATE
        if shown:
            where = self.steps[self.at].place
            framed = self._visible(*self._framed(where))
            beside = self._visible(self._page.text, None) if where is Place.CURRENT else framed
            wanted = self.card.wanted()
            area = Box(*self._area())
            rtl = self._above.layoutDirection() == Qt.LayoutDirection.RightToLeft
            box, side = place((wanted.width(), wanted.height()), Box(*_parts(beside)), area, rtl=rtl)
            self.card.setGeometry(*box)
            self.pointer.setGeometry(self._above.rect())
            self.pointer.point(framed.adjusted(-_AROUND, -_AROUND, _AROUND - 1, _AROUND - 1), pointer(box, side))
        for widget in (self.pointer, self.card):
            widget.setVisible(shown)
            widget.raise_()

    def _area(self) -> tuple[int, int, int, int]:
        return _parts(self._above.rect())

    def _visible(self, widget: QWidget, part: QRect | None) -> QRect:
        """The part of a widget, or all of it, that can be seen; where nothing can, the text."""
        seen = widget.visibleRegion().boundingRect()
        found = seen.intersected(part) if part is not None else seen
        if found.isEmpty() and widget is not self._page.text:
            return self._visible(self._page.text, None)
        found = found if not found.isEmpty() else widget.rect()
        inner = found if part is None else found.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        placed = QRect(widget.mapTo(self._above, QPoint(0, 0)) + inner.topLeft(), inner.size())
        return placed.intersected(self._above.rect().adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND))

    def _framed(self, where: Place) -> tuple[QWidget, QRect | None]:
        """The widget that a step is about, and the part of it that is; None for all of it."""
        if where is Place.CURRENT:
            return self._current()
        whole = {Place.LABELS: self._page.side.mark.labels, Place.BAR: self._bar}
        return whole.get(where, self._page.text), None

    def _current(self) -> tuple[QWidget, QRect | None]:
        text = self._page.text
        mark = self._page.canvas.mark_of(self._page.desk.current)
        boxes = [box.toAlignedRect() for box in text.mark_boxes(mark.id)] if mark else []
        if not boxes:
            return text, None
        around = boxes[0]
        for box in boxes[1:]:
            around = around.united(box)
        return text.viewport(), around


def _parts(rect: QRect) -> tuple[int, int, int, int]:
    return rect.x(), rect.y(), rect.width(), rect.height()
