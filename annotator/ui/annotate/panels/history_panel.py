"""The steps of the article, newest first, and the way back (or forth) to any of them."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.app.work import Standing, Work
from annotator.store.history import Step
from annotator.ui.annotate.panels.list_panel import ListPanel
from annotator.ui.numbers import moment
from annotator.ui.parts.item_delegate import ItemRole
from annotator.ui.parts.rows_view import Index, RowsView
from annotator.ui.sentences import translated

_NOWHERE = QModelIndex()


class HistoryModel(QAbstractListModel):
    """The steps, and below them the beginning, which is no step."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[Step, Standing]] = []
        self._cut = ""

    def show_work(self, work: Work | None) -> None:
        """Read them anew."""
        self.beginResetModel()
        self._rows = work.timeline() if work else []
        self._cut = work.cut if work else ""
        self.endResetModel()

    def step(self, row: int) -> int:
        """The number of the step in a row; 0 for the beginning."""
        return self._rows[row][0].seq if 0 <= row < len(self._rows) else 0

    def standing(self, row: int) -> Standing:
        """Whether the step in a row is done; the beginning always is."""
        return self._rows[row][1] if 0 <= row < len(self._rows) else "done"

    def here(self) -> int:
        """The row at which the work is: that of the last step that is done."""
        found = (row for row, (_, standing) in enumerate(self._rows) if standing == "done")
        return next(found, len(self._rows))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are; none while there is no step."""
        return 0 if parent.isValid() or not self._rows else len(self._rows) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows."""
        row = index.row()
        title, when = self._words(row)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (title, when, self._mark(row))))
            case ItemRole.TITLE:
                return self._mark(row)
            case ItemRole.COLOUR:
                return "blue" if row == self.here() else "grey"
            case ItemRole.DETAIL:
                return when
            case ItemRole.CURRENT:
                return row == self.here()
            case ItemRole.FAINT:
                return self.standing(row) != "done"
        return None

    def _words(self, row: int) -> tuple[str, str]:
        if row >= len(self._rows):
            return translated(self._cut) or self.tr("Before the first step"), ""
        step = self._rows[row][0]
        return translated(step.title), moment(step.at)

    def _mark(self, row: int) -> str:
        """What stands above the title: colour is not the only sign."""
        if row == self.here():
            return self.tr("▸ Now here")
        if row >= len(self._rows):
            return self.tr("○ Beginning")
        names = {"done": self.tr("✓ Done"), "undone": self.tr("↶ Undone"), "replaced": self.tr("✕ Undone, replaced")}
        return names[self.standing(row)]


class HistoryList(RowsView):
    """Emits `entered` with the row in which Return is pressed."""

    entered = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the step; other keys move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.entered.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class HistoryPanel(ListPanel):
    """The list, and a button to go to the step that is chosen in it."""

    wanted = Signal(int)  # the number of a step, 0 for the beginning

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Nothing was done in this article yet."), parent)
        self.model = HistoryModel()
        self.model.setParent(self)
        self._stale: Work | None = None
        self._is_stale = False
        self.view = HistoryList("historyList", self.tr("Steps in this article"), self.model, self.delegate)
        self.view.doubleClicked.connect(lambda index: self._want(index.row()))
        self.view.entered.connect(self._want)
        self.view.selectionModel().currentChanged.connect(self.settle)
        self.button = QPushButton(self.tr("Undo to here"))
        self.button.clicked.connect(lambda: self._want(self.view.currentIndex().row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.settle()

    def show_work(self, work: Work | None) -> None:
        """There are other steps now: read them, as soon as they are looked at."""
        self._stale, self._is_stale = work, True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what changed while it was away."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        self.model.show_work(self._stale)
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(self.model.here()))
        self.settle()

    def _can(self, row: int) -> bool:
        is_row = 0 <= row < self.model.rowCount()
        return self.is_editable and is_row and row != self.model.here() and self.model.standing(row) != "replaced"

    def _want(self, row: int) -> None:
        if self._can(row):
            self.wanted.emit(self.model.step(row))

    def settle(self) -> None:
        """Switch on what can be done now."""
        row = self.view.currentIndex().row()
        self.nothing.setVisible(self.model.rowCount() == 0)
        self.button.setEnabled(self._can(row))
        undone = self.model.standing(row) == "undone"
        self.button.setText(self.tr("Do again to here") if undone else self.tr("Undo to here"))
