"""The articles on the left: search, filter by status, and the list."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.model.annotation import STATUSES, Status
from annotator.store.project import Project
from annotator.ui.annotate.article_delegate import ArticleDelegate
from annotator.ui.annotate.article_model import ArticleModel
from annotator.ui.annotate.flow import FlowLayout, role_label
from annotator.ui.annotate.rows_view import RowsView
from annotator.ui.text_view.marks import Look

SEARCH_DELAY = 180  # milliseconds without a key before the search runs


class ArticleList(QWidget):
    """Emits `chosen` with the number of the article to open."""

    chosen = Signal(int)

    def __init__(self, project: Project, who: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leftPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ArticleModel(project, who)
        self.model.setParent(self)
        self.delegate = ArticleDelegate()
        self.delegate.setParent(self)
        self.search = self._make_search()
        self.chips: dict[Status | None, QPushButton] = {}
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_DELAY)
        self._timer.timeout.connect(self.refresh)
        self.view = self._make_view()
        self._nothing = role_label("", "dim", wrap=True)
        self._nothing.setMargin(14)
        self._arrange()
        self.model.counted.connect(self._show_counts)
        self.model.loaded.connect(self._say_nothing)
        self.refresh()

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("articleSearch")
        field.setPlaceholderText(self.tr("Search titles and texts"))
        field.setAccessibleName(self.tr("Search articles"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(lambda: self._timer.start())
        field.returnPressed.connect(self._open_first)
        return field

    def _make_view(self) -> RowsView:
        view = RowsView("articleList", self.tr("Articles"), self.model, self.delegate)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        return view

    def _arrange(self) -> None:
        chips = QWidget()
        flow = FlowLayout(chips)
        group = QButtonGroup(self)
        for status in (None, *STATUSES):
            chip = self._make_chip(status)
            group.addButton(chip)
            flow.addWidget(chip)
            self.chips[status] = chip
        self.chips[None].setChecked(True)
        group.buttonClicked.connect(self.refresh)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 8)
        top.setSpacing(8)
        top.addWidget(self.search)
        top.addWidget(chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        self._nothing.hide()

    def _make_chip(self, status: Status | None) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setText(_word(status))
        chip.setAccessibleName(self.tr("Show {status} articles").format(status=_word(status)))
        return chip

    # What is listed

    @property
    def status(self) -> Status | None:
        """The status that is filtered by."""
        return next(status for status, chip in self.chips.items() if chip.isChecked())

    def refresh(self) -> None:
        """Read the list again: for another filter or search, or because articles came."""
        self._timer.stop()
        words = self.search.text().strip()
        self.delegate.with_snippets = bool(words)
        self.view.measure()
        self.model.show(self.status, words)
        self._say_nothing()
        self.show_at_hand(self.model.at_hand)

    def _say_nothing(self) -> None:
        nothing = self.model.rowCount() == 0
        searching = bool(self.search.text().strip()) or self.status is not None
        sentence = self.tr("No article fits.") if searching else self.tr("There are no articles yet: import some.")
        self._nothing.setText(sentence)
        self._nothing.setVisible(nothing)

    def _show_counts(self, counts: dict[Status, int]) -> None:
        for status, chip in self.chips.items():
            number = sum(counts.values()) if status is None else counts.get(status, 0)
            chip.setText(f"{_word(status)} {number:,}")

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


def _word(status: Status | None) -> str:
    return QCoreApplication.translate("Status", status or "all")
