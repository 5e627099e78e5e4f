"""The small panel below the Filter button: statuses, label, outlet, days, notes, suggestions left, annotator.

Each choice holds at once. The bar that opened it keeps what was chosen.
"""

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.annotation import STATUSES, Status
from annotator.model.schema import Schema
from annotator.store import annotators, listing
from annotator.store.filtering import Filter
from annotator.store.project import Project
from annotator.ui.parts.chip import make_chip
from annotator.ui.parts.flow import FlowLayout


class FilterPanel(QWidget):
    """Emits `chosen` with a Filter and the number of the annotator, `cleared` when nothing shall be filtered."""

    chosen = Signal(object, int)
    cleared = Signal()

    def __init__(self, project: Project, schema: Schema, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("filterPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Filter"))
        self._project = project
        self._showing = False
        self.statuses = {each: make_chip(QCoreApplication.translate("Status", each)) for each in STATUSES}
        self.label = self._choice(self.tr("Label in the set"))
        self.outlet = self._choice(self.tr("Outlet"))
        self.first_day, self.last_day = self._day(self.tr("First day")), self._day(self.tr("Last day"))
        self.noted = make_chip(self.tr("Has notes"))
        self.unjudged = make_chip(self.tr("Has suggestions left"))
        self.annotator = self._choice(self.tr("Annotator"))
        self._clear = QPushButton(self.tr("Clear all"))
        self._clear.clicked.connect(lambda: self.cleared.emit())
        self.label.addItem(self.tr("any"), "")
        for each in schema.labels:
            self.label.addItem(each.name, each.name)
        for box in (*self.statuses.values(), self.noted, self.unjudged):
            box.toggled.connect(self._tell)
        self._arrange()

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        box.currentIndexChanged.connect(self._tell)
        return box

    def _day(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText("2025-10-26")
        field.setToolTip(self.tr("A day as year-month-day, a month as year-month, or a year"))
        field.editingFinished.connect(self._tell)
        return field

    def _arrange(self) -> None:
        chips = QWidget()
        flow = FlowLayout(chips)
        for chip in (*self.statuses.values(), self.noted, self.unjudged):
            flow.addWidget(chip)
        form = QFormLayout()
        form.addRow(self.tr("Label"), self.label)
        form.addRow(self.tr("Outlet"), self.outlet)
        form.addRow(self.tr("From"), self.first_day)
        form.addRow(self.tr("Until"), self.last_day)
        form.addRow(self.tr("Annotator"), self.annotator)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(chips)
        column.addLayout(form)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignRight)

    def open_below(self, button: QWidget) -> None:
        """Show the panel below a button, within the screen."""
        self.resize(280, self.heightForWidth(280) if self.hasHeightForWidth() else self.sizeHint().height())
        place = button.mapToGlobal(QPoint(0, button.height() + 4))
        room = button.screen().availableGeometry()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        self.move(left, max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.show()
        next(iter(self.statuses.values())).setFocus()

    def show_filter(self, chosen: Filter, who: int) -> None:
        """Show what is filtered by, without telling of it; outlets and annotators are read anew."""
        self._showing = True
        for status, box in self.statuses.items():
            box.setChecked(status in chosen.statuses)
        _select(self.label, next(iter(chosen.labels), ""))
        self._fill(self.outlet, [(each, each) for each in listing.outlets(self._project)])
        _select(self.outlet, next(iter(chosen.outlets), ""))
        self.first_day.setText(chosen.first_day)
        self.last_day.setText(chosen.last_day)
        self.noted.setChecked(chosen.noted)
        self.unjudged.setChecked(chosen.unjudged)
        people = annotators.everyone(self._project).items()
        self.annotator.clear()
        for number, each in people:
            if each.kind == "person":
                self.annotator.addItem(each.name, number)
        _select(self.annotator, who)
        self._showing = False

    def _fill(self, box: QComboBox, items: list[tuple[str, str]]) -> None:
        box.clear()
        box.addItem(self.tr("any"), "")
        for text, value in items:
            box.addItem(text, value)

    def _tell(self) -> None:
        if self._showing:
            return
        statuses: tuple[Status, ...] = tuple(each for each, box in self.statuses.items() if box.isChecked())
        label, outlet, who = (box.currentData() for box in (self.label, self.outlet, self.annotator))
        wanted = Filter(
            statuses=statuses,
            labels=(label,) if label else (),
            outlets=(outlet,) if outlet else (),
            first_day=day_of(self.first_day.text()),
            last_day=day_of(self.last_day.text(), last=True),
            noted=self.noted.isChecked(),
            unjudged=self.unjudged.isChecked(),
        )
        self.chosen.emit(wanted, who or 0)


def _select(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))


def day_of(typed: str, *, last: bool = False) -> str:
    """A day that was typed, as an ISO date; of a month or a year the first or last day; "" when it is none."""
    typed = typed.strip()
    for form, months, years in (("yyyy-MM-dd", 0, 0), ("yyyy-MM", 1, 0), ("yyyy", 0, 1)):
        day = QDate.fromString(typed, form)
        if day.isValid():
            end = day.addMonths(months).addYears(years)
            return (end.addDays(-1) if last and end != day else day).toString("yyyy-MM-dd")
    return ""
