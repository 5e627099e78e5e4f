"""All relations of the article, by head in text order."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.app.work import Work
from annotator.model.annotation import Relation, text_order
from annotator.model.rules import shorten
from annotator.ui.annotate.article_model import Index
from annotator.ui.annotate.flow import role_label
from annotator.ui.annotate.item_delegate import ItemDelegate, ItemRole
from annotator.ui.annotate.rows_view import RowsView
from annotator.ui.text_view.marks import Look

_NOWHERE = QModelIndex()


class RelationModel(QAbstractListModel):
    """The relations of the annotator's set."""

    def __init__(self) -> None:
        super().__init__()
        self.current = ""  # the id of a span: its relations are framed
        self._work: Work | None = None
        self._ids: list[str] = []

    def show_work(self, work: Work | None) -> None:
        """Read them anew."""
        self.beginResetModel()
        self._work = work
        self._ids = []
        if work:
            spans = work.own.spans
            linked = work.own.relations.values()
            ordered = sorted(linked, key=lambda each: (text_order(spans[each.head]), text_order(spans[each.tail])))
            self._ids = [each.id for each in ordered]
        self.endResetModel()

    def show_current(self, span_id: str) -> None:
        """Frame the relations of a span."""
        self.current = span_id
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def relation(self, row: int) -> Relation | None:
        """The relation in a row."""
        return self._work.own.relations.get(self._ids[row]) if self._work and 0 <= row < len(self._ids) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows."""
        each = self.relation(index.row())
        if each is None or self._work is None:
            return None
        head, tail = self._work.own.spans[each.head], self._work.own.spans[each.tail]
        kind = self._work.schema.relation_by_name.get(each.type)
        arrow = "↔" if kind and kind.symmetric else "→"
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{arrow} {shorten(tail.text, 60)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{shorten(head.text)}, {each.type}, {shorten(tail.text)}"
            case ItemRole.TITLE:
                return each.type
            case ItemRole.COLOUR:
                return kind.colour if kind else "grey"
            case ItemRole.DETAIL:
                return shorten(head.text, 26)
            case ItemRole.CURRENT:
                return self.current in (each.head, each.tail)
        return None


class RelationList(RowsView):
    """Emits `removed` with the row in which Del is pressed."""

    removed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del removes the relation; other keys move."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.removed.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class RelationPanel(QWidget):
    """The list, and a button to remove one."""

    chosen = Signal(str)  # the id of the head
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RelationModel()
        self.model.setParent(self)
        self.delegate = ItemDelegate()
        self.delegate.setParent(self)
        self._editable = True
        self._is_stale = False
        self._stale: Work | None = None
        self.view = RelationList("relationList", self.tr("Relations"), self.model, self.delegate)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        self.view.removed.connect(self._remove)
        self.view.selectionModel().currentChanged.connect(self._settle)
        self.nothing = role_label(self.tr("No relation yet. Select a span and press R to draw one."), "dim", wrap=True)
        self.nothing.setMargin(12)
        self.button = QPushButton(self.tr("Remove relation"))
        self.button.clicked.connect(lambda: self._remove(self.view.currentIndex().row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._settle()

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be changed."""
        self._editable = editable
        self._settle()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.delegate.look = look
        self.view.viewport().update()

    def show_work(self, work: Work | None) -> None:
        """They are others now: read them, as soon as they are looked at."""
        self._stale = work
        self._is_stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what changed while it was away."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        """Read them; the row that was current stays so, or the one in its place."""
        if not self._is_stale:
            return
        self._is_stale = False
        work = self._stale
        row = self.view.currentIndex().row()
        self.model.show_work(work)
        if row >= 0 and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1)))
        self._settle()

    def show_current(self, span_id: str) -> None:
        """Frame the relations of a span."""
        self.model.show_current(span_id)

    def _choose(self, index: QModelIndex) -> None:
        if relation := self.model.relation(index.row()):
            self.chosen.emit(relation.head)

    def _remove(self, row: int) -> None:
        relation = self.model.relation(row)
        if relation and self._editable:
            self.removed.emit(relation.id)

    def _settle(self) -> None:
        self.nothing.setVisible(self.model.rowCount() == 0)
        self.button.setEnabled(self._editable and self.view.currentIndex().isValid())
