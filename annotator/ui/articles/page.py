"""The page of all articles: a table that is sorted by any column, with the filters of the list at the left."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.app.session import Session
from annotator.store.filtering import COUNTED, Filter
from annotator.ui.article_list.article_list import nothing_told
from annotator.ui.article_list.article_model import ArticleModel
from annotator.ui.article_list.filter_bar import FilterBar
from annotator.ui.articles.cells import Cells
from annotator.ui.articles.table_model import COLUMNS, TITLE, ArticleTable
from annotator.ui.numbers import number
from annotator.ui.parts.flow import role_label
from annotator.ui.parts.tables import ColumnTable
from annotator.ui.text_view.marks import Look

_WIDTHS = (110, 420, 150, 100, 70, 80, 70, 70)


class ArticlesPage(QWidget):
    """Return, or a double click, opens an article on the annotate page."""

    article_wanted = Signal(int, str)
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articlesPage")
        self._session = session
        self.model = ArticleModel(session.project, session.number, session.blind_among)
        self.model.setParent(self)
        self.table = ArticleTable(self.model)
        self.table.setParent(self)
        self.cells = Cells()
        self.cells.setParent(self)
        self.bar = FilterBar(session.project, session.number, session.schema, beside=0)
        self.view = ColumnTable("articlesTable", self.tr("Articles"), widths=_WIDTHS, wide=TITLE)
        self.view.setModel(self.table)
        self.view.setItemDelegate(self.cells)
        self._nothing = role_label("", "dim", wrap=True)
        self._nothing.setMargin(14)
        self._count = role_label("", "dim")
        self._arrange()
        self._connect()
        self.set_look(look)
        self.setFocusProxy(self.view)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 10)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addWidget(self._count)

    def _connect(self) -> None:
        self.bar.changed.connect(self.refresh)
        self.bar.entered.connect(self._enter)
        self.model.counted.connect(self.bar.show_counts)
        self.model.loaded.connect(self._tell)
        self.model.failed.connect(self.failed)
        self.view.opened.connect(self._open)
        self.view.sort_wanted.connect(self.sort_by)

    # As a page of the project

    def show_now(self) -> None:
        """Read the list again: something was done since."""
        self.view.restore_columns()
        self.model.set_at_hand(self._session.work.seq if self._session.work else 0)
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.cells.look = look
        self.view.viewport().update()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What actions do here."""
        return {"search.focus": self.focus_search}

    def close_page(self) -> None:
        """End what is being read."""
        self.model.close()

    # What is listed

    def refresh(self) -> None:
        """Read the list again, for another filter or order."""
        wanted = self.bar.wanted()
        order, descending = self.model.wanted.order, self.model.wanted.descending
        self._show(msgspec.structs.replace(wanted, order=order, descending=descending))

    def sort_by(self, column: int) -> None:
        """Sort by a column; once more the other way round; a third time as the articles were added."""
        old, key = self.model.wanted, COLUMNS[column]
        first_down = key in COUNTED  # the most come first
        if old.order != key:
            wanted = msgspec.structs.replace(self.bar.wanted(), order=key, descending=first_down)
        elif old.descending == first_down:
            wanted = msgspec.structs.replace(self.bar.wanted(), order=key, descending=not first_down)
        else:
            wanted = self.bar.wanted()
        self._show(wanted)
        shown = -1 if self.model.wanted.order == "added" else column
        self.view.show_order(shown, descending=self.model.wanted.descending)

    def _show(self, wanted: Filter) -> None:
        at = self.view.currentIndex()
        seq = self.model.seq(at.row()) if at.isValid() else self.model.at_hand
        self.cells.lines = 2 if wanted.words or wanted.query else 1
        self.view.measure()
        self.model.show(wanted, self.bar.who)
        row = self.model.row_of(seq)
        if self.model.rowCount():
            self.view.setCurrentIndex(self.table.index(row or 0, max(at.column(), 0) if at.isValid() else TITLE))
        self._tell()

    def _tell(self) -> None:
        count = self.model.rowCount()
        self._nothing.setText(nothing_told(self.model))
        self._nothing.setVisible(not count)
        self._count.setText(self.tr("{n} articles").format(n=number(count)) if count else "")

    def focus_search(self) -> None:
        """Go to the search field."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def _enter(self) -> None:
        """From the search field into the table."""
        self.refresh()
        self.view.setFocus()

    def _open(self, index: QModelIndex) -> None:
        seq = self.model.seq(index.row())
        place = self.model.place(seq)
        self.article_wanted.emit(seq, place.span if place else "")
