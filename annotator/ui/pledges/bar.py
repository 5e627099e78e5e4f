"""What the table of pledges is asked: words, whose pledges, and a value of each attribute."""

from collections.abc import Collection, Mapping
from typing import cast, get_args

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.app.register import Whose
from annotator.model.schema import Attribute
from annotator.ui.article_list.filter_bar import SEARCH_DELAY
from annotator.ui.parts.flow import FlowLayout
from annotator.ui.pledges.columns import flag_word

ANY: frozenset[str] = frozenset()
NONE = frozenset({""})


class PledgeBar(QWidget):
    """Emits `changed` when others fit, `whose_changed` when others are to be read, `entered` at Return in the field."""

    changed = Signal()
    whose_changed = Signal()
    entered = Signal()
    export_wanted = Signal()

    def __init__(self, attributes: Mapping[int, Attribute]) -> None:
        """`attributes` has those of the columns, by the number of the column."""
        super().__init__()
        self.search = self._make_search()
        self.whose_chips = self._make_chips()
        self.choices = {at: self._choice(each) for at, each in attributes.items() if each.kind in ("choice", "flag")}
        self.clear_button = self._button(self.tr("Clear all"), self.tr("Take all filters away"), look="quiet")
        self.clear_button.clicked.connect(self.clear_all)
        self.export_button = self._button(self.tr("Export …"), self.tr("Write the pledges that are shown to a file"))
        self.export_button.clicked.connect(self.export_wanted)
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_DELAY)
        self._timer.timeout.connect(self.changed)
        self._arrange()
        self.changed.connect(self._show_clear)
        self._show_clear()

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("pledgeSearch")
        field.setPlaceholderText(self.tr("Search all columns"))
        field.setAccessibleName(self.tr("Search pledges"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(lambda: self._timer.start())
        field.returnPressed.connect(self._enter)
        return field

    def _make_chips(self) -> dict[Whose, QPushButton]:
        texts = {"mine": self.tr("Mine"), "gold": self.tr("Gold"), "all": self.tr("Everybody's")}
        tips = {
            "mine": self.tr("The pledges that you marked"),
            "gold": self.tr("The pledges of the gold sets"),
            "all": self.tr("The pledges of all persons and of the gold sets"),
        }
        group = QButtonGroup(self)
        chips: dict[Whose, QPushButton] = {}
        for whose in get_args(Whose):
            chip = self._button(texts[whose], tips[whose])
            chip.setCheckable(True)
            group.addButton(chip)
            chips[whose] = chip
        chips["all"].setChecked(True)
        group.buttonClicked.connect(lambda: self.whose_changed.emit())
        return chips

    def _choice(self, attribute: Attribute) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(attribute.name)
        box.addItem(self.tr("{attribute}: any").format(attribute=attribute.name), ANY)
        for told, values in self._offered(attribute):
            box.addItem(f"{attribute.name}: {told}", values)
        box.currentIndexChanged.connect(self.changed)
        return box

    def _offered(self, attribute: Attribute) -> list[tuple[str, frozenset[str]]]:
        if attribute.kind == "flag":  # one that was never set is off
            return [(flag_word("yes"), frozenset({"yes"})), (flag_word("no"), NONE | {"no"})]
        return [*((each, frozenset({each})) for each in attribute.choices), (self.tr("none"), NONE)]

    def _button(self, text: str, told: str, *, look: str = "chip") -> QPushButton:
        button = QPushButton(text)
        button.setProperty(look, True)
        button.setToolTip(told)
        button.setAccessibleDescription(told)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.search, 1)
        for chip in self.whose_chips.values():
            first.addWidget(chip)
        first.addSpacing(12)
        first.addWidget(self.export_button)
        choices = QWidget()
        flow = FlowLayout(choices)
        for each in (*self.choices.values(), self.clear_button):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 4)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(choices)

    # What is wanted

    @property
    def whose(self) -> Whose:
        """Whose pledges are read."""
        return next(whose for whose, chip in self.whose_chips.items() if chip.isChecked())

    @property
    def chosen(self) -> dict[int, Collection[str]]:
        """By the number of a column, the values that fit."""
        values = {at: cast("frozenset[str]", box.currentData()) for at, box in self.choices.items()}
        return {at: each for at, each in values.items() if each}

    @property
    def is_empty(self) -> bool:
        """Whether every pledge fits."""
        return not (self.search.text().strip() or self.chosen)

    def clear_all(self) -> None:
        """Filter by nothing."""
        self.blockSignals(True)  # one change, not one for each
        self.search.clear()
        for box in self.choices.values():
            box.setCurrentIndex(0)
        self.blockSignals(False)
        self._timer.stop()
        self.search.setFocus()
        self.changed.emit()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _enter(self) -> None:
        self._timer.stop()
        self.changed.emit()
        self.entered.emit()

    def _show_clear(self) -> None:
        self.clear_button.setVisible(not self.is_empty)
