"""The suggestions that are left, in the order in which they are gone through."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.app.settings import Order
from annotator.app.work import Update, Work
from annotator.model.rules import shorten
from annotator.model.suggestions import Pending, SuggestedSpan
from annotator.ui.actions import ACTIONS
from annotator.ui.annotate.acts.judge import hidden_sentence
from annotator.ui.annotate.acts.walk import Walk
from annotator.ui.annotate.keys import shown_key
from annotator.ui.annotate.marks_of import colour_of
from annotator.ui.annotate.panels.list_panel import ListPanel
from annotator.ui.annotate.panels.relation_text import in_full
from annotator.ui.parts.chip import make_chip
from annotator.ui.parts.item_delegate import ItemRole
from annotator.ui.parts.rows_view import Index, RowsView
from annotator.ui.window_actions import action_text

_MANY = 200  # more rows that change at once are read anew
MANY = ("suggestion.accept_view", "suggestion.accept_label", "suggestion.accept_above", "suggestion.reject_label")
_NOWHERE = QModelIndex()


class SuggestionModel(QAbstractListModel):
    """The pending suggestions; its rows come and go one by one."""

    def __init__(self) -> None:
        super().__init__()
        self.walk = Walk(Pending({}, {}))
        self.current = ""
        self.order: Order = "place"
        self._work: Work | None = None

    def show_work(self, work: Work | None) -> None:
        """Show another article's."""
        self.beginResetModel()
        self._work, self.current = work, ""
        self.walk = Walk(work.left if work else Pending({}, {}), self.order)
        self.endResetModel()

    @property
    def is_blind(self) -> bool:
        """Whether there may be suggestions that are hidden."""
        return self._work is not None and self._work.is_blind

    def set_order(self, order: Order) -> None:
        """Go through them in another order."""
        if order != self.order:
            current, self.order = self.current, order
            self.show_work(self._work)
            self.current = current

    def show_update(self, work: Work, update: Update) -> None:
        """Take in what came and went."""
        went = self.walk.went(work.left, update.suggestions)
        came = self.walk.came(work.left, update.suggestions)
        if work is not self._work or len(went) + len(came) > _MANY:
            self.show_work(work)
            return
        for key in went:
            row = self.walk.row(key) or 0
            self.beginRemoveRows(QModelIndex(), row, row)
            self.walk.drop(key)
            self.endRemoveRows()
        for key in came:
            row = self.walk.place_of(work.left, key)
            self.beginInsertRows(QModelIndex(), row, row)
            self.walk.put(work.left, key)
            self.endInsertRows()

    def show_current(self, key: str) -> None:
        """Frame the current one."""
        for each in (self.current, key):
            row = self.walk.row(each)
            self.current = key
            if row is not None:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many are left."""
        return 0 if parent.isValid() else len(self.walk)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows."""
        if self._work is None or not index.isValid():
            return None
        key = self.walk[index.row()]
        if role == ItemRole.CURRENT:
            return key == self.current
        left = self._work.left
        if span := left.spans.get(key):
            return self._of_span(span, role)
        if not (each := left.relations.get(key)):
            return None
        kind = self._work.schema.relation_by_name.get(each.relation.type)
        text = in_full(each.head, each.relation.type, each.tail)
        detail = _detail(each.relation.score, each.model.name)
        return _said(role, each.relation.type, kind.colour if kind else "grey", text, detail)

    def _of_span(self, each: SuggestedSpan, role: int) -> object:
        colour = colour_of(self._work.schema, each.span.label) if self._work else "grey"
        text, detail = shorten(each.span.text, 120), _detail(each.span.score, each.model.name)
        return _said(role, each.span.label, colour, text, detail)


def _detail(score: float | None, model: str) -> str:
    return model if score is None else f"{model} · {score:.0%}"


def _said(role: int, title: str, colour: str, text: str, detail: str) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return text
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}, {text}, {detail}"
        case ItemRole.TITLE:
            return title
        case ItemRole.COLOUR:
            return colour
        case ItemRole.DETAIL:
            return detail
    return None


class SuggestionPanel(ListPanel):
    """The list, with the answers below it."""

    chosen = Signal(str)
    accepted = Signal()
    rejected = Signal()
    order_wanted = Signal(str)
    many_wanted = Signal(str)  # the name of an action

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("No suggestion is left to judge."), parent)
        self.model = SuggestionModel()
        self.model.setParent(self)
        self.view = RowsView("suggestionList", self.tr("Suggestions"), self.model, self.delegate)
        self.view.clicked.connect(lambda index: self.chosen.emit(self.model.walk[index.row()]))
        self.view.activated.connect(lambda index: self.chosen.emit(self.model.walk[index.row()]))
        self.accept_button = self._button(self.tr("Accept"), "accept")
        self.accept_button.clicked.connect(lambda: self.accepted.emit())
        self.reject_button = self._button(self.tr("Reject"), "reject")
        self.reject_button.clicked.connect(lambda: self.rejected.emit())
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 10)
        row.setSpacing(8)
        row.addWidget(self.accept_button)
        row.addWidget(self.reject_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_top())
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        self.settle()

    def _make_top(self) -> QHBoxLayout:
        """The order, and what is done to many at once."""
        about = self.tr("Go through them from the lowest score to the highest")
        self.doubt_button = make_chip(self.tr("Doubtful first"), about)
        self.doubt_button.clicked.connect(lambda on: self.order_wanted.emit("doubt" if on else "place"))
        self.many_button = QPushButton(self.tr("Many …"))
        self.many_button.setProperty("quiet", True)
        self.many_button.setAccessibleName(self.tr("Judge many at once"))
        self.many_button.clicked.connect(self._show_many)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 6)
        row.addWidget(self.doubt_button)
        row.addStretch(1)
        row.addWidget(self.many_button)
        return row

    def many_menu(self) -> QMenu:
        """The menu of what is done to many at once; made when it is asked for."""
        menu = QMenu(self)
        for row in ACTIONS:
            if row.name in MANY:
                action = menu.addAction(f"{action_text(row).removesuffix(' …')}\t{shown_key(row.name)}")
                action.triggered.connect(lambda _=False, name=row.name: self.many_wanted.emit(name))
        return menu

    def _show_many(self) -> None:
        menu = self.many_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.many_button.mapToGlobal(self.many_button.rect().bottomLeft()))

    def set_order(self, order: Order) -> None:
        """Go through them in another order."""
        self.doubt_button.setChecked(order == "doubt")
        self.model.set_order(order)
        self.show_current(self.model.current)

    def _button(self, text: str, answer: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("answer", answer)
        return button

    def show_current(self, key: str) -> None:
        """Frame the current suggestion and have it in view."""
        self.model.show_current(key)
        row = self.model.walk.row(key)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))
        self.settle()

    def show_work(self, work: Work | None) -> None:
        """Show another article's."""
        self.model.show_work(work)
        self.settle()

    def show_update(self, work: Work, update: Update) -> None:
        """Take in what came and went."""
        self.model.show_update(work, update)
        self.settle()

    def settle(self) -> None:
        """Switch on what can be done now."""
        is_empty = self.model.rowCount() == 0
        self.nothing.setText(hidden_sentence() if self.model.is_blind else self.tr("No suggestion is left to judge."))
        self.nothing.setVisible(is_empty)
        self.many_button.setEnabled(self.is_editable and not is_empty)
        can = self.is_editable and self.model.walk.row(self.model.current) is not None
        self.accept_button.setEnabled(can)
        self.reject_button.setEnabled(can)
