"""Whose figures are shown, and of which days."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QWidget

from annotator.model.annotation import Annotator
from annotator.store.statistics import Wanted

_ALL, _CHOSEN = 0, -1  # days
_LAST = (7, 30, 90)


class Choice(QWidget):
    """Emits `changed` when others are wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who, self.days = QComboBox(), QComboBox()
        self.who.setAccessibleName(self.tr("Whose figures"))
        self.days.setAccessibleName(self.tr("Of which days"))
        self.who.addItem(self.tr("All persons"), None)
        self.days.addItem(self.tr("All days"), _ALL)
        for count in _LAST:
            self.days.addItem(self.tr("The last {n} days").format(n=count), count)
        self.days.addItem(self.tr("From … to …"), _CHOSEN)
        self.first, self.last = self._day(self.tr("First day")), self._day(self.tr("Last day"))
        self._to = QLabel(self.tr("to"))
        self._arrange()
        self._show_days()
        self.who.currentIndexChanged.connect(self.changed)
        self.days.currentIndexChanged.connect(self._show_days)
        self.days.currentIndexChanged.connect(self.changed)
        self.first.dateChanged.connect(self._keep_order)
        self.last.dateChanged.connect(self._keep_order)

    def _day(self, name: str) -> QDateEdit:
        field = QDateEdit(QDate.currentDate())
        field.setAccessibleName(name)
        field.setCalendarPopup(True)
        field.setKeyboardTracking(False)  # a day counts when it is typed to its end
        return field

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for each in (self.who, self.days, self.first, self._to, self.last):
            row.addWidget(each)

    def show_persons(self, everyone: dict[int, Annotator]) -> None:
        """Offer these annotators, as far as they are persons; the choice stays."""
        persons = [(each.name, number) for number, each in everyone.items() if each.kind == "person"]
        if persons == [(self.who.itemText(at), self.who.itemData(at)) for at in range(1, self.who.count())]:
            return
        chosen = self.who.currentData()
        self.who.blockSignals(True)
        while self.who.count() > 1:
            self.who.removeItem(1)
        for name, number in persons:
            self.who.addItem(name, number)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        self.who.blockSignals(False)

    def wanted(self, today: date) -> Wanted:
        """What is chosen."""
        count = self.days.currentData()
        first = last = ""
        if count == _CHOSEN:
            first, last = _iso(self.first), _iso(self.last)
        elif count != _ALL:
            first = (today - timedelta(days=count - 1)).isoformat()
        return Wanted(annotator=self.who.currentData(), first=first, last=last)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.who.currentData() is None and self.days.currentData() == _ALL

    def _show_days(self) -> None:
        for each in (self.first, self._to, self.last):
            each.setVisible(self.days.currentData() == _CHOSEN)

    def _keep_order(self) -> None:
        """The first day is never after the last: the other one gives way."""
        if self.first.date() > self.last.date():
            other = self.last if self.sender() is self.first else self.first
            other.setDate(self.first.date() if other is self.last else self.last.date())
            return  # that change tells of itself
        self.changed.emit()


def _iso(field: QDateEdit) -> str:
    return field.date().toString("yyyy-MM-dd")
