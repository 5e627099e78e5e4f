"""The articles on the left: what is asked (`FilterBar`), in which order, and the list of what fits."""

import msgspec
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.app.session import Session
from annotator.model.annotation import Status
from annotator.ui.article_list.article_delegate import ArticleDelegate
from annotator.ui.article_list.article_model import ArticleModel
from annotator.ui.article_list.filter_bar import SEARCH_DELAY, FilterBar
from annotator.ui.parts.chip import make_chip
from annotator.ui.parts.flow import role_label
from annotator.ui.parts.rows_view import RowsView
from annotator.ui.text_view.marks import Look

__all__ = ["SEARCH_DELAY", "ArticleList"]


class ArticleList(QWidget):
    """Emits `chosen` with the number of the article to open."""

    chosen = Signal(int)
    order_chosen = Signal(bool)  # doubtful first, or not

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leftPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ArticleModel(session.project, session.number, session.blind_among)
        self.model.setParent(self)
        self.delegate = ArticleDelegate()
        self.delegate.setParent(self)
        self.bar = FilterBar(session.project, session.number, session.schema)
        self.search, self.chips = self.bar.search, self.bar.chips
        self.bar.changed.connect(self.refresh)
        self.bar.entered.connect(self._open_first)
        self._session = session
        self.doubtful = self._make_order()
        self.bar.add_chip(self.doubtful)
        self.view = self._make_view()
        self._nothing = role_label("", "dim", wrap=True)
        self._nothing.setMargin(14)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        self.model.counted.connect(self.bar.show_counts)
        self.model.loaded.connect(self._say_nothing)
        self.refresh()

    def _make_view(self) -> RowsView:
        view = RowsView("articleList", self.tr("Articles"), self.model, self.delegate)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        return view

    def _make_order(self) -> QPushButton:
        about = self.tr("The articles that the model doubts most come first, here and when an article is done")
        chip = make_chip(self.tr("Doubtful first"), about)
        chip.toggled.connect(self._order)
        return chip

    # What is listed

    @property
    def status(self) -> Status | None:
        """The status that is filtered by."""
        return self.bar.status

    def refresh(self) -> None:
        """Read the list again: for another filter or search, or because articles came."""
        wanted = self.bar.wanted()
        if self._session.doubtful_first:
            wanted = msgspec.structs.replace(wanted, order="doubt", descending=True)
        self.delegate.with_snippets = bool(wanted.words or wanted.query)
        self.view.measure()
        self.model.show(wanted, self.bar.who)
        self._say_nothing()
        self.show_at_hand(self.model.at_hand)

    def _order(self, doubtful_first: bool) -> None:
        """Here and for what comes after an article that is done."""
        self._session.doubtful_first = doubtful_first
        self.order_chosen.emit(doubtful_first)
        self.refresh()

    def _say_nothing(self) -> None:
        nothing = self.model.rowCount() == 0
        self._nothing.setText(nothing_told(self.model))
        self._nothing.setVisible(nothing)

    def show_at_hand(self, seq: int) -> None:
        """Show which article is open, and have its row in view."""
        self.model.set_at_hand(seq)
        row = self.model.row_of(seq)
        if row is not None:
            index = self.model.index(row)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.delegate.look = look
        self.view.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.seq(index.row()))

    def _open_first(self) -> None:
        self.refresh()
        if self.model.rowCount():
            self.chosen.emit(self.model.seq(0))


def nothing_told(model: ArticleModel) -> str:
    """Why a list is empty."""
    if model.is_reading:
        return model.tr("Looking through the articles …")
    if not model.wanted.is_empty:
        return model.tr("No article fits.")
    return model.tr("There are no articles yet: import some.")
