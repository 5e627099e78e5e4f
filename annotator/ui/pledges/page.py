"""The page of all pledges: a table that is sorted and filtered, a way into the article, copies and files of it.

The register is read in a thread (`app.register`), `arranging` sorts and filters it, `out` copies and writes it.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import cast

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from annotator.app import register
from annotator.app.register import Row
from annotator.app.session import Session
from annotator.model.errors import AnnotatorError
from annotator.model.rules import shorten
from annotator.model.schema import Attribute
from annotator.ui.numbers import number, window_locale
from annotator.ui.parts.background import Background
from annotator.ui.parts.flow import role_label
from annotator.ui.parts.table_cells import Cells
from annotator.ui.parts.tables import ColumnTable
from annotator.ui.pledges.arranging import Prepared, fitting, ordered, prepare
from annotator.ui.pledges.bar import PledgeBar
from annotator.ui.pledges.columns import MENTIONS, Shown, attributes_of, shown_columns
from annotator.ui.pledges.out import PledgesOut
from annotator.ui.pledges.table_model import PledgeTable
from annotator.ui.sentences import translated
from annotator.ui.text_view.marks import Look

_LENGTH, _MOST = 100, 3  # of the mentions that are shown below: code points of each, and how many


class PledgesPage(QWidget):
    """Return, or a double click, opens the article of a pledge at its first mention. `loaded` when it was read."""

    article_wanted = Signal(int, str)
    said = Signal(str)
    failed = Signal(str)
    loaded = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pledgesPage")
        self._session = session
        self.columns = shown_columns(session.schema)
        self._order: tuple[int, bool] | None = None  # the column that is sorted by, and whether from the end
        self._trouble = ""
        self.table = PledgeTable(self.columns)
        self.table.setParent(self)
        self.cells = Cells()
        self.cells.setParent(self)
        self.bar = PledgeBar(_attributes(session, self.columns))
        self.view = self._make_view()
        self.reader = Background(self)
        self.out = PledgesOut(session.project.path, self.table, self.view)
        self._nothing = role_label("", "dim", wrap=True)
        self._nothing.setMargin(14)
        self._detail = role_label("", "dim", wrap=True)
        self._detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._count = role_label("", "dim")
        self._arrange()
        self._connect()
        self.set_look(look)
        self.setFocusProxy(self.view)

    def _make_view(self) -> ColumnTable:
        names = "\n".join(f"{each.column.kind} {each.column.name}" for each in self.columns)
        kept = f"pledgesTable.{sha256(names.encode()).hexdigest()[:8]}"  # each schema has columns of its own
        widths = [each.width for each in self.columns]
        wide = next(at for at, each in enumerate(self.columns) if each.column.kind == "text")
        view = ColumnTable("pledgesTable", self.tr("Pledges"), widths=widths, wide=wide, kept=kept)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setModel(self.table)
        view.setItemDelegate(self.cells)
        return view

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 10)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addWidget(self._detail)
        column.addWidget(self._count)

    def _connect(self) -> None:
        self.bar.changed.connect(self.arrange)
        self.bar.whose_changed.connect(self._read)
        self.bar.entered.connect(self.view.setFocus)
        self.bar.export_wanted.connect(self.export)
        self.reader.done.connect(lambda found: self.take(cast("Prepared", found)))
        self.reader.failed.connect(self._fail)
        self.out.said.connect(self.said)
        self.out.failed.connect(self.failed)
        self.view.opened.connect(self._open)
        self.view.sort_wanted.connect(self.sort_by)
        self.view.selectionModel().currentRowChanged.connect(self._show_detail)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.view)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self.out.copy)

    # As a page of the project

    def show_now(self) -> None:
        """Read the pledges again: something was done since."""
        self.view.restore_columns()
        self.view.measure()
        self._read()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.cells.look = look
        self.view.viewport().update()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What actions do here."""
        return {"search.focus": self.bar.focus_search, "pledges.export": self.export}

    def close_page(self) -> None:
        """End what is being read; what is being written is written to its end."""
        self.reader.close()
        self.out.close()

    # What is shown

    def _read(self) -> None:
        self._trouble = ""
        path, schema = self._session.project.path, self._session.schema
        try:
            who = register.whose_numbers(self._session.project, self.bar.whose, self._session.number)
        except AnnotatorError as error:
            self._fail(error.sentence)
            return
        columns, locale = self.columns, window_locale()
        self.reader.start(lambda: prepare(register.read(path, schema, who), columns, locale))
        self._tell()

    def _fail(self, sentence: str) -> None:
        self.take(Prepared((), (), ()))
        self._trouble = sentence
        self._tell()
        self.failed.emit(sentence)

    def take(self, prepared: Prepared) -> None:
        """Show what was read."""
        self._show(prepared)
        self.loaded.emit()
        self.out.ready()

    def arrange(self) -> None:
        """Show what fits, in the order that is chosen."""
        self._show(self.table.prepared)

    def _show(self, prepared: Prepared) -> None:
        at = self.view.currentIndex()
        kept = self.table.row(at.row()) if at.isValid() else None
        order = fitting(prepared, self.bar.search.text(), self.bar.chosen)
        if self._order is not None and prepared.places:
            order = ordered(prepared, order, self._order[0], descending=self._order[1])
        self.table.show(prepared, order)
        self._go_to(kept, at.column() if at.isValid() else 0)
        self._tell()

    def _go_to(self, pledge: Row | None, column: int) -> None:
        if self.table.rowCount():
            row = self.table.row_of(pledge) if pledge else None
            self.view.setCurrentIndex(self.table.index(row or 0, column))

    def sort_by(self, column: int) -> None:
        """Sort by a column; once more the other way round; a third time as they stand in the articles."""
        first_down = self.columns[column].column == register.Column("fact", MENTIONS)  # the most come first
        if self._order is None or self._order[0] != column:
            self._order = column, first_down
        else:
            self._order = (column, not first_down) if self._order[1] == first_down else None
        shown, down = self._order or (-1, False)
        self.view.show_order(shown, descending=down)
        self.arrange()

    # What is told

    def _tell(self) -> None:
        shown = self.table.rowCount()
        self._nothing.setText("" if shown else self._why_nothing())
        self._nothing.setVisible(not shown)
        self._count.setText(self._counted() if shown else "")
        self._count.setVisible(bool(shown))
        self._show_detail()

    def _why_nothing(self) -> str:
        if not register.labels(self._session.schema):
            return self.tr("The schema has no label in a group called pledges: add one under Schema and guidelines.")
        if self._trouble:
            return translated(self._trouble)
        if self.reader.is_busy:
            return self.tr("Reading the pledges …")
        if self.table.prepared.rows:
            return self.tr("No pledge fits: change the search or the filters, or clear them all.")
        return {
            "mine": self.tr("You have marked no pledge yet. Mark or accept one, or look at everybody's."),
            "gold": self.tr("There is no pledge in the gold sets yet. Look at everybody's."),
            "all": self.tr("No pledge is marked yet. Mark one in an article, or accept a suggestion."),
        }[self.bar.whose]

    def _counted(self) -> str:
        rows, order = self.table.prepared.rows, self.table.order
        pledges = self.tr("1 pledge") if len(order) == 1 else self.tr("{n} pledges").format(n=number(len(order)))
        if len(order) < len(rows):
            told = self.tr("{n} of {total} pledges")
            pledges = told.format(n=number(len(order)), total=number(len(rows)))
        count = sum(len(rows[each].mentions) for each in order)
        mentions = self.tr("1 mention") if count == 1 else self.tr("{n} mentions").format(n=number(count))
        return f"{pledges}, {mentions}"

    def _show_detail(self) -> None:
        """The current pledge in full, with all its mentions."""
        at = self.view.currentIndex()
        row = self.table.row(at.row()) if at.isValid() else None
        self._detail.setVisible(row is not None)
        self._detail.setMinimumHeight(2 * self._detail.fontMetrics().height())  # that the table stands still
        self._detail.setText(self._mentions(row) if row else "")

    def _mentions(self, row: Row) -> str:
        if len(row.mentions) == 1:
            return _quoted(row.mentions[0], _LENGTH * _MOST)
        said = " · ".join(_quoted(each, _LENGTH) for each in row.mentions[:_MOST])
        more = " · …" if len(row.mentions) > _MOST else ""
        return self.tr("Said {n} times: {mentions}").format(n=number(len(row.mentions)), mentions=said + more)

    # What is done

    def _open(self, index: QModelIndex) -> None:
        pledge = self.table.row(index.row())
        self.article_wanted.emit(pledge.seq, pledge.span)

    def export(self) -> None:
        """Ask for a file and write what is shown to it, once it is read."""
        self.out.export(is_ready=lambda: not self.reader.is_busy)


def _quoted(mention: str, length: int) -> str:
    return f"\u2068“{shorten(mention, length)}”\u2069"  # each in its own direction


def _attributes(session: Session, columns: tuple[Shown, ...]) -> dict[int, Attribute]:
    known = attributes_of(session.schema)
    return {at: known[each.column.name] for at, each in enumerate(columns) if each.column.kind == "attribute"}
