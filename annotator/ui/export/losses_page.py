"""All that a format cannot hold, by kind, each with a way to its article; before an export, and after one."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.app.release.preview import Kind, Place, Preview
from annotator.app.release.snapping import MISALIGNED
from annotator.exchange.losses import Loss
from annotator.ui.numbers import number
from annotator.ui.sentences import translated

_PLACE = Qt.ItemDataRole.UserRole
_KIND = Qt.ItemDataRole.UserRole + 1
_OF_SPANS = (MISALIGNED, "overlap", "ents_overlap", "in_pieces", "ents_in_pieces")  # can be mended: they come first


class LossesPage(QWidget):
    """`went` gives the number of an article, and from where to where in its text.

    `snap` is the button for spans off the tokens, which `snapping` gives a menu; without one it is not shown.
    """

    went = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("What"), self.tr("Article"), self.tr("What becomes of it")])
        self.tree.setAccessibleName(self.tr("What is lost"))
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.go = QPushButton(self.tr("Go to the article"))
        self.go.setToolTip(self.tr("Closes this dialog and shows the place, so that you can change it"))
        self.snap = QPushButton(self.tr("Move to whole tokens"))
        self.snap.setToolTip(self.tr("Changes the span in the project, so that the format can hold it"))
        self.snap.hide()
        for button in (self.go, self.snap):
            button.setAutoDefault(False)  # Return is the list's, or the dialog's
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.said, self.tree):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addWidget(self.snap)
        row.addStretch(1)
        column.addLayout(row)
        self.tree.currentItemChanged.connect(lambda: self.go.setEnabled(self._place() is not None))
        self.tree.itemActivated.connect(lambda *_: self._go())
        self.go.clicked.connect(self._go)

    def show_preview(self, found: Preview) -> None:
        """Show what would be lost."""
        if found.total:
            told = self.tr("Would be changed or left out: {count}. Choose a place and go to it, or export as it is.")
        else:
            told = self.tr("The format holds everything: nothing would be changed or left out.")
        self._show(found, told)

    def show_report(self, found: Preview) -> None:
        """Show what was lost."""
        if found.total:
            told = self.tr("Changed or left out: {count}. Choose a place to go to it.")
        else:
            told = self.tr("Nothing was lost.")
        self._show(found, told)

    def _show(self, found: Preview, told: str) -> None:
        self.tree.clear()
        self.said.setText(told.format(count=number(found.total)))
        for kind in sorted(found.kinds, key=lambda kind: kind.name not in _OF_SPANS):
            self._add(kind)
        self.tree.setVisible(bool(found.kinds))
        self.go.setVisible(bool(found.kinds))
        self.snap.setVisible(self.snap.menu() is not None and any(each.name == MISALIGNED for each in found.kinds))
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
        self.snap.hide()
        self.said.setText(translated(sentence))

    def lines(self) -> list[str]:
        """All rows as text, those of a kind indented."""
        found = [self.said.text()]
        for at in range(self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(at)
            assert head is not None
            found.append(head.text(0))
            rows = [row for row in map(head.child, range(head.childCount())) if row is not None]
            found += ["  " + ": ".join(filter(None, (row.text(1), row.text(0), row.text(2)))) for row in rows]
        return found

    def _add(self, kind: Kind) -> None:
        head = QTreeWidgetItem([f"{number(kind.count)} × {translated(kind.about)}"])
        self.tree.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        for place in kind.places:
            head.addChild(_row(place, kind))
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

    def chosen(self, kind: str) -> Loss | None:
        """The loss that is current, if it is of that kind."""
        item, place = self.tree.currentItem(), self._place()
        return place.loss if place is not None and item is not None and item.data(0, _KIND) == kind else None

    def _go(self) -> None:
        place = self._place()
        if place is None or place.article is None:
            return
        start, end = (place.fragments[0][0], place.fragments[-1][1]) if place.fragments else (0, 0)
        self.went.emit(place.article, start, end)


def _row(place: Place, kind: Kind) -> QTreeWidgetItem:
    loss = place.loss
    what = " ".join(part for part in (loss.label, f"“{' '.join(loss.text.split())}”" if loss.text else "") if part)
    cells = [what or translated(loss.place), loss.article, translated(loss.done)]
    row = QTreeWidgetItem(cells)
    row.setData(0, _PLACE, place)
    row.setData(0, _KIND, kind.name)
    for column, text in enumerate(cells):
        row.setToolTip(column, text)
    spoken = QCoreApplication.translate("LossesPage", "{what} in {article}: {done}")
    row.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken.format(what=cells[0], article=cells[1], done=cells[2]))
    return row
