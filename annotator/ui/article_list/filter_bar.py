"""What a list of articles is asked: search field, chips of the statuses, and a small panel with the other filters.

The list at the left and the page of all articles have one each. What is typed is words, or a question about spans
(`model.query`); a question that cannot be read is told in a sentence, and the list stays as it was.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import query
from annotator.model.annotation import STATUSES, Status
from annotator.model.schema import Schema
from annotator.store import annotators
from annotator.store.filtering import Filter
from annotator.store.project import Project
from annotator.ui.article_list.filter_chips import Part, parts_of
from annotator.ui.numbers import number
from annotator.ui.parts.chip import make_chip
from annotator.ui.parts.flow import FlowLayout, role_label

if TYPE_CHECKING:
    from annotator.ui.article_list.filter_panel import FilterPanel

SEARCH_DELAY = 180  # milliseconds without a key before the search runs


class FilterBar(QWidget):
    """Emits `changed` when another list is wanted, `entered` when Return is pressed in the search field."""

    changed = Signal()
    entered = Signal()

    def __init__(self, project: Project, who: int, schema: Schema, *, beside: int = 10) -> None:
        """`beside` are the pixels left free at its sides."""
        super().__init__()
        self._beside = beside
        self._project, self._schema = project, schema
        self._own = self.who = who
        self._chosen = Filter()  # what the panel says
        self._read = Filter()  # the last that could be read
        self.panel: FilterPanel | None = None
        self.search = self._make_search()
        self.chips: dict[Status | None, QPushButton] = {}
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_DELAY)
        self._timer.timeout.connect(self._tell)
        self.button = self._make_button()
        self.trouble = role_label("", "note", wrap=True)
        self.trouble.hide()
        self._arrange()

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("articleSearch")
        field.setPlaceholderText(self.tr("Search titles and texts"))
        field.setAccessibleName(self.tr("Search articles"))
        field.setToolTip(
            self.tr(
                "Words, or “a phrase”, or spans: PLEDGE: tax finds pledges that say tax,"
                " QUOTE without speaker, PLEDGE voice=reported, * with note, unsure."
            )
        )
        field.setClearButtonEnabled(True)
        field.textChanged.connect(lambda: self._timer.start())
        field.returnPressed.connect(self._enter)
        field.installEventFilter(self)
        return field

    def _make_button(self) -> QPushButton:
        about = self.tr("Filter by label, outlet, date, notes, suggestions, annotator")
        button = make_chip(self.tr("Filter …"), about, checkable=False)
        button.setObjectName("filterButton")
        button.clicked.connect(self.open_panel)
        return button

    def _arrange(self) -> None:
        chips = QWidget()
        flow = self._flow = FlowLayout(chips)
        group = QButtonGroup(self)
        for status in (None, *STATUSES):
            chip = self._make_chip(status)
            group.addButton(chip)
            flow.addWidget(chip)
            self.chips[status] = chip
        flow.addWidget(self.button)
        self.chips[None].setChecked(True)
        group.buttonClicked.connect(self._choose_status)
        self._active = QWidget()
        self._active.setObjectName("activeFilters")
        FlowLayout(self._active)
        self._active.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(self._beside, 10, self._beside, 8)
        column.setSpacing(8)
        for widget in (self.search, self.trouble, chips, self._active):
            column.addWidget(widget)

    def add_chip(self, chip: QPushButton) -> None:
        """Put another button behind the chips."""
        self._flow.addWidget(chip)

    def _make_chip(self, status: Status | None) -> QPushButton:
        return make_chip(_word(status), self.tr("Show {status} articles").format(status=_word(status)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The proposals are made when the field is first typed in: the window's start does not need them."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and self.search.completer() is None:
            completer = QCompleter(query.completions(self._schema), self.search)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
            self.search.setCompleter(completer)
        return super().eventFilter(watched, event)

    # What is wanted

    @property
    def status(self) -> Status | None:
        """The one status that is filtered by."""
        return next(status for status, chip in self.chips.items() if chip.isChecked())

    def wanted(self) -> Filter:
        """What to list. A question that cannot be read is told, and what was wanted before stays."""
        self._timer.stop()
        typed = self.search.text().strip()
        sentence = ""
        try:
            asked = query.parse(self._schema, typed) if query.is_query(self._schema, typed) else None
            statuses = (self.status,) if self.status else self._chosen.statuses
            words = "" if asked else typed
            self._read = msgspec.structs.replace(self._chosen, statuses=statuses, words=words, query=asked)
        except query.QueryError as error:
            sentence = error.sentence
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        return self._read

    def choose(self, chosen: Filter, who: int) -> None:
        """Take what the panel says."""
        if chosen.statuses and chosen.statuses != self._chosen.statuses:
            self.chips[None].setChecked(True)
        self._chosen, self.who = chosen, who
        self._show_active()
        self._tell()

    def clear_all(self) -> None:
        """Filter by nothing, and search for nothing."""
        self.search.clear()
        self.chips[None].setChecked(True)
        self.choose(Filter(), self._own)
        self._show_panel()

    def _choose_status(self) -> None:
        if self._chosen.statuses:
            self._chosen = msgspec.structs.replace(self._chosen, statuses=())
            self._show_active()
            self._show_panel()
        self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        self.changed.emit()

    def _enter(self) -> None:
        self._timer.stop()
        self.entered.emit()

    # What is shown

    def show_counts(self, counts: dict[Status, int]) -> None:
        """Say on the chips how many articles have which status."""
        for status, chip in self.chips.items():
            found = sum(counts.values()) if status is None else counts.get(status, 0)
            chip.setText(f"{_word(status)} {number(found)}")

    def open_panel(self) -> None:
        """Open the panel with the other filters below the button."""
        from annotator.ui.article_list.filter_panel import FilterPanel

        if self.panel is None:
            self.panel = FilterPanel(self._project, self._schema, self)
            self.panel.chosen.connect(self.choose)
            self.panel.cleared.connect(self.clear_all)
        self._show_panel()
        self.panel.open_below(self.button)

    def _show_panel(self) -> None:
        if self.panel is not None:
            self.panel.show_filter(self._chosen, self.who)

    def _show_active(self) -> None:
        """A chip for each filter, that takes it away."""
        layout = self._active.layout()
        assert isinstance(layout, FlowLayout)
        while item := layout.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        people = annotators.everyone(self._project) if self.who != self._own else {}
        name = people[self.who].name if self.who in people else ""
        parts = parts_of(self._chosen, name)
        for part in parts:
            layout.addWidget(self._removable(part))
        if len(parts) > 1:
            layout.addWidget(self._small_button(self.tr("Clear all"), self.tr("Take all filters away"), self.clear_all))
        self._active.setVisible(bool(parts))

    def _removable(self, part: Part) -> QPushButton:
        told = self.tr("Take the filter “{filter}” away").format(filter=part.text)

        def take_away() -> None:
            self.choose(part.without, self._own if part.is_annotator else self.who)
            self._show_panel()

        return self._small_button(f"{part.text}  ×", told, take_away)

    def _small_button(self, text: str, told: str, act: Callable[[], object]) -> QPushButton:
        button = make_chip(text, told, checkable=False)
        button.clicked.connect(lambda: QTimer.singleShot(0, self, act))  # the button itself goes
        return button


def _word(status: Status | None) -> str:
    return QCoreApplication.translate("Status", status or "all")
