"""All relations of the article, what is filtered of them, and the selected one explained below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.app.work import Work
from annotator.model.annotation import Relation
from annotator.ui.annotate.panels.list_panel import ListPanel
from annotator.ui.annotate.panels.relation_model import RelationModel
from annotator.ui.parts.chip import make_chip
from annotator.ui.parts.rows_view import RowsView

if TYPE_CHECKING:
    from annotator.ui.annotate.panels.relation_card import RelationCard

_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class RelationList(RowsView):
    """Several rows can be selected. Emits `removal_wanted` when Del is pressed."""

    removal_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del removes; other keys move."""
        if event.key() == Qt.Key.Key_Delete and self.selectionModel().hasSelection():
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)


class CardArea(QScrollArea):
    """As high as the card in it, if there is room."""

    def __init__(self, card: QWidget) -> None:
        super().__init__()
        self._card = card
        self.setObjectName("relationCardArea")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(card)

    def sizeHint(self) -> QSize:
        """The card's height at this width."""
        card, width = self._card, self.viewport().width()
        height = card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
        return QSize(card.sizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is higher."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class RelationPanel(ListPanel):
    """The filter, the list, and the card. What a person wants of the relation in the card, the card tells."""

    chosen = Signal(str)  # the id of a span to go to
    removed = Signal(object)  # the ids of relations
    card_made = Signal(object)  # RelationCard: made when it is first needed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.model = RelationModel()
        self.model.setParent(self)
        self._is_stale = False
        self._work: Work | None = None
        self._card: RelationCard | None = None
        self._area: CardArea | None = None
        self.filter = self._make_filter()
        self.of_current = self._make_toggle()
        self.view = RelationList("relationList", self.tr("Relations"), self.model, self.delegate)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.clicked.connect(self._click)
        self.view.activated.connect(self._choose)
        self.view.removal_wanted.connect(self.remove)
        self.view.selectionModel().selectionChanged.connect(self.settle)
        self.button = QPushButton()
        self.button.clicked.connect(self.remove)
        self._arrange()
        self.settle()

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("relationFilter")
        field.setPlaceholderText(self.tr("Filter by type or words"))
        field.setAccessibleName(self.tr("Filter relations"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._filter)
        field.returnPressed.connect(self._enter_list)
        return field

    def _make_toggle(self) -> QPushButton:
        toggle = make_chip(self.tr("of this span"), self.tr("Only relations of the current span"))
        toggle.toggled.connect(self._filter)
        return toggle

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(6)
        row.addWidget(self.filter, 1)
        row.addWidget(self.of_current)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.view.setMinimumHeight(2 * self.view.verticalHeader().defaultSectionSize())

    # What is listed

    def show_work(self, work: Work | None) -> None:
        """They are others now: read them, as soon as they are looked at."""
        self._work = work
        self._is_stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what changed while it was away."""
        super().showEvent(event)
        self._read()

    def show_current(self, span_id: str) -> None:
        """Frame the relations of a span, or list only those."""
        self.model.show_current(span_id)
        if self.model.only_current:
            self.show_work(self._work)

    def _filter(self) -> None:
        self.model.words = self.filter.text()
        self.model.only_current = self.of_current.isChecked()
        self.show_work(self._work)

    def _read(self) -> None:
        """Read them; what was selected stays so, or else the row in its place is."""
        if not self._is_stale:
            return
        self._is_stale = False
        kept, row = [each.id for each in self.selected()], self.view.currentIndex().row()
        self.model.read(self._work)
        rows = [found for found in map(self.model.row_of, kept) if found is not None]
        if not rows and row >= 0 and self.model.rowCount():
            rows = [min(row, self.model.rowCount() - 1)]
        self._select(rows)
        self.settle()

    def _select(self, rows: list[int]) -> None:
        selection = QItemSelection()
        for row in rows:
            selection.select(self.model.index(row), self.model.index(row))
        model, flag = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        if rows:
            model.setCurrentIndex(self.model.index(rows[0]), flag.NoUpdate)
        model.select(selection, flag.ClearAndSelect)

    def show_relation(self, relation_id: str) -> None:
        """Select a relation, whatever is filtered."""
        if self.model.row_of(relation_id) is None:
            self.filter.clear()
            self.of_current.setChecked(False)
        row = self.model.row_of(relation_id)
        if row is not None:
            self._select([row])
            self.view.scrollTo(self.model.index(row))

    def _enter_list(self) -> None:
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    # What is selected

    def selected(self) -> list[Relation]:
        """The relations in the selected rows."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [each for row in rows if (each := self.model.relation(row))]

    @property
    def card(self) -> "RelationCard":
        """The card below the list."""
        if self._card is None:
            from annotator.ui.annotate.panels.relation_card import RelationCard

            self._card = RelationCard()
            self._card.followed.connect(self.chosen)
            self._card.removal_wanted.connect(self.remove)
            self._area = CardArea(self._card)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.indexOf(self.button), self._area)
            self.card_made.emit(self._card)
        return self._card

    def _click(self, index: QModelIndex) -> None:
        """A plain click goes to the head; with Ctrl or Shift it selects one more."""
        if not QGuiApplication.keyboardModifiers() & _ADDING:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        if relation := self.model.relation(index.row()):
            self.chosen.emit(relation.head)

    def remove(self) -> None:
        """Ask to have the selected relations removed."""
        ids = [each.id for each in self.selected()]
        if ids and self.is_editable:
            self.removed.emit(ids)

    def settle(self) -> None:
        """Show what fits what is listed and selected."""
        few = self.tr("No relation yet. Select a span and press R to draw one.")
        self.nothing.setText(self.tr("No relation fits.") if self.model.total else few)
        self.nothing.setVisible(self.model.rowCount() == 0)
        chosen = self.selected()
        self.button.setVisible(len(chosen) > 1)
        self.button.setEnabled(self.is_editable)
        self.button.setText(self.tr("Remove {n} relations").format(n=len(chosen)))
        if len(chosen) == 1 and self._work is not None:
            self.card.show_relation(self._work, chosen[0], editable=self.is_editable)
        if self._area is not None and self._card is not None:
            if len(chosen) != 1 and self._card.isAncestorOf(self.focusWidget()):
                self.view.setFocus()
            self._area.setVisible(len(chosen) == 1)
            self._area.updateGeometry()
