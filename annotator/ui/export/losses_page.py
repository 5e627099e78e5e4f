"""The page of the export dialog with all that the format cannot hold: by kind, each with a way to the article."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.app.release.preview import Kind, Place, Preview
from annotator.ui.numbers import number
from annotator.ui.sentences import translated

_PLACE = Qt.ItemDataRole.UserRole


class LossesPage(QWidget):
    """`went` gives the number of an article, and from where to where in its text."""

    went = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("What"), self.tr("Article"), self.tr("What becomes of it")])
        self.tree.setAccessibleName(self.tr("What would be lost"))
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.go = QPushButton(self.tr("Go to the article"))
        self.go.setToolTip(self.tr("Closes this dialog and shows the place, so that you can change it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.said, self.tree):
            column.addWidget(widget)
        column.addWidget(self.go, alignment=Qt.AlignmentFlag.AlignLeading)
        self.tree.currentItemChanged.connect(lambda: self.go.setEnabled(self._place() is not None))
        self.tree.itemActivated.connect(lambda *_: self._go())
        self.go.clicked.connect(self._go)

    def show_preview(self, found: Preview) -> None:
        """Show what would be lost."""
        self.tree.clear()
        if found.total:
            told = self.tr("Would be changed or left out: {count}. Choose a place and go to it, or export as it is.")
        else:
            told = self.tr("The format holds everything: nothing would be changed or left out.")
        self.said.setText(told.format(count=number(found.total)))
        for kind in found.kinds:
            self._add(kind)
        self.tree.setVisible(bool(found.kinds))
        self.go.setVisible(bool(found.kinds))
        self.go.setEnabled(False)
        if found.kinds:
            self.tree.expandAll()
            self._fit()
            self.tree.setCurrentIndex(self.tree.indexBelow(self.tree.model().index(0, 0)))
            self.tree.scrollToTop()

    def show_sentence(self, sentence: str) -> None:
        """Say why nothing can be shown."""
        self.tree.clear()
        self.tree.hide()
        self.go.hide()
        self.said.setText(translated(sentence))

    def _add(self, kind: Kind) -> None:
        head = QTreeWidgetItem([f"{number(kind.count)} × {translated(kind.about)}"])
        self.tree.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        for place in kind.places:
            head.addChild(_row(place))
        if more := kind.count - len(kind.places):
            rest = QTreeWidgetItem([self.tr("… and {count} more").format(count=number(more))])
            head.addChild(rest)

    def _fit(self) -> None:
        """What and article share the width that is left; the longest text shows whole in its tip."""
        width = self.tree.viewport().width()
        self.tree.setColumnWidth(0, int(width * 0.42))
        self.tree.setColumnWidth(1, int(width * 0.33))

    def _place(self) -> Place | None:
        item = self.tree.currentItem()
        place = item.data(0, _PLACE) if item is not None else None
        return place if isinstance(place, Place) and place.article is not None else None

    def _go(self) -> None:
        place = self._place()
        if place is None or place.article is None:
            return
        start, end = (place.fragments[0][0], place.fragments[-1][1]) if place.fragments else (0, 0)
        self.went.emit(place.article, start, end)


def _row(place: Place) -> QTreeWidgetItem:
    loss = place.loss
    what = " ".join(part for part in (loss.label, f"“{' '.join(loss.text.split())}”" if loss.text else "") if part)
    cells = [what or translated(loss.place), loss.article, translated(loss.done)]
    row = QTreeWidgetItem(cells)
    row.setData(0, _PLACE, place)
    for column, text in enumerate(cells):
        row.setToolTip(column, text)
    spoken = QCoreApplication.translate("LossesPage", "{what} in {article}: {done}")
    row.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken.format(what=cells[0], article=cells[1], done=cells[2]))
    return row
