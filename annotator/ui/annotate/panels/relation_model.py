"""The relations of the article as rows: by head in text order, all of them or those that fit."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from annotator.app.work import Work
from annotator.model.annotation import Relation, text_order
from annotator.model.rules import shorten
from annotator.ui.annotate.panels.relation_text import fits
from annotator.ui.parts.item_delegate import ItemRole
from annotator.ui.parts.rows_view import Index

_NOWHERE = QModelIndex()


class RelationModel(QAbstractListModel):
    """The relations of the annotator's set. Only `read` decides anew which ones are listed."""

    def __init__(self) -> None:
        super().__init__()
        self.current = ""  # the id of a span: its relations are framed
        self.words = ""  # those whose type or ends have all of these words
        self.only_current = False  # those of the current span
        self.total = 0
        self._work: Work | None = None
        self._ids: list[str] = []

    def read(self, work: Work | None) -> None:
        """Read them anew."""
        self.beginResetModel()
        self._work = work
        every = work.own.relations.values() if work else ()
        self.total = len(every)
        self._ids = self._ordered(work, [each for each in every if self._is_wanted(work, each)]) if work else []
        self.endResetModel()

    def _is_wanted(self, work: Work, each: Relation) -> bool:
        of_current = not self.only_current or self.current in (each.head, each.tail)
        return of_current and fits(work, each, self.words)

    def _ordered(self, work: Work, found: list[Relation]) -> list[str]:
        spans = work.own.spans
        found.sort(key=lambda each: (text_order(spans[each.head]), text_order(spans[each.tail]), each.type))
        return [each.id for each in found]

    def show_current(self, span_id: str) -> None:
        """Frame the relations of a span."""
        self.current = span_id
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def relation(self, row: int) -> Relation | None:
        """The relation in a row."""
        return self._work.own.relations.get(self._ids[row]) if self._work and 0 <= row < len(self._ids) else None

    def row_of(self, relation_id: str) -> int | None:
        """The row that a relation is in."""
        return self._ids.index(relation_id) if relation_id in self._ids else None

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
                note = f", {shorten(each.note)}" if each.note else ""
                return f"{shorten(head.text)}, {each.type}, {shorten(tail.text)}{note}"
            case ItemRole.TITLE:
                return each.type
            case ItemRole.COLOUR:
                return kind.colour if kind else "grey"
            case ItemRole.DETAIL:
                return shorten(head.text, 26)
            case ItemRole.CURRENT:
                return self.current in (each.head, each.tail)
        return None
