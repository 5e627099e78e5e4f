"""The near-duplicates of an import, in groups: which article stays, and which ones would be left out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.app.near_groups import Group, NearFound
from annotator.ui.importing.words import short_name
from annotator.ui.numbers import number
from annotator.ui.parts.flow import role_label
from annotator.ui.sentences import translated

_MOST = 500  # groups that are listed


class NearPanel(QWidget):
    """`show_found` shows them."""

    def __init__(self) -> None:
        super().__init__()
        self.told = role_label("", "dim", wrap=True)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.tr("Near-duplicates"))
        column = QVBoxLayout(self)
        column.addWidget(self.told)
        column.addWidget(self.tree, 1)

    def show_sentence(self, sentence: str) -> None:
        """Say why nothing is shown."""
        self.tree.clear()
        self.tree.hide()
        self.told.setText(translated(sentence))

    def show_waiting(self) -> None:
        """Say that they are looked for."""
        self.show_sentence(self.tr("Looking for near-duplicates …"))

    def show_found(self, found: NearFound) -> None:
        """Show the groups."""
        self.tree.clear()
        self.told.setText(" ".join(self._told(found)))
        for group in found.groups[:_MOST]:
            self._add(group)
        if (more := len(found.groups) - _MOST) > 0:
            told = self.tr("… and {count} more").format(count=number(more))
            self.tree.addTopLevelItem(QTreeWidgetItem([told]))
        self.tree.expandAll()
        self.tree.setVisible(bool(found.groups))

    def _told(self, found: NearFound) -> list[str]:
        if found.groups:
            told = self.tr("Would be left out: {count}. The first line of each group is the article that stays.")
        else:
            told = self.tr("No near-duplicates were found.")
        parts = [told.format(count=number(found.left))]
        if found.more:
            some = self.tr("Articles looked at: {count}; the import looks at the others too.")
            parts.append(some.format(count=number(found.looked)))
        return parts

    def _add(self, group: Group) -> None:
        told = self.tr("“{title}”, in the project") if group.in_project else self.tr("“{title}”, which comes in")
        head = QTreeWidgetItem([told.format(title=group.title)])
        for left in group.left:
            row = QTreeWidgetItem([f"{left.title}  –  {short_name(translated(left.place))}"])
            row.setToolTip(0, translated(left.place))
            spoken = self.tr("“{title}” would be left out").format(title=left.title)
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
            head.addChild(row)
        self.tree.addTopLevelItem(head)
