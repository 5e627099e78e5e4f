"""The order in which suggestions are gone through: by place, or the doubtful ones first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.app.settings import Order, Settings
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.panels.suggestion_panel import SuggestionPanel


class Ordering(QObject):
    """Keeps the panel, and so the walk, in the order that the settings say."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, panel: SuggestionPanel, settings: Callable[[], Settings]) -> None:
        super().__init__(desk)
        self._desk, self._panel, self._settings = desk, panel, settings
        panel.order_wanted.connect(self.choose)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the action does, by name."""
        return {"suggestion.order": self.turn}

    def turn(self) -> None:
        """Take the other order."""
        self.choose("place" if self._settings().order == "doubt" else "doubt")

    def choose(self, order: Order) -> None:
        """Go through the suggestions in an order, from now on."""
        self._settings().order = order
        self._panel.set_order(order)
        by_doubt, by_place = self.tr("Suggestions: doubtful first."), self.tr("Suggestions: by their place.")
        self._desk.said.emit(by_doubt if order == "doubt" else by_place)
        self.chosen.emit(order)
