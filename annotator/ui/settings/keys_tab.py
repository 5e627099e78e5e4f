"""The keys of all actions, each of which can be given another; what speaks against one is said at once."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.actions import ACTIONS, BY_NAME, MENUS, ActionRow
from annotator.ui.chosen_keys import Problem, native, problem
from annotator.ui.command_palette.matching import contains
from annotator.ui.settings.key_field import KeyField
from annotator.ui.window_actions import action_text

_NAME = Qt.ItemDataRole.UserRole


class KeysTab(QWidget):
    """`chosen` are the keys that differ from the table's."""

    def __init__(self, letters: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = letters
        self._keys: dict[str, tuple[str, ...]] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._tops: list[QTreeWidgetItem] = []
        self._problem: Problem | None = None
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find an action"))
        self.filter.setAccessibleName(self.tr("Find an action"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show_fitting)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Actions and their keys"))
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.tree.setUniformRowHeights(True)
        self.tree.currentItemChanged.connect(lambda *_: self._settle())
        self.field = KeyField()
        self.field.pressed.connect(lambda _: self._settle())
        self.use = self._button(self.tr("Use this key"), self._use)
        self.none = self._button(self.tr("No key"), lambda: self._give(()))
        self.own = self._button(self.tr("Its own key"), self._give_own)
        self.problem_line = QLabel()
        self.problem_line.setWordWrap(True)
        self.problem_line.setProperty("role", "bad")
        self.problem_line.setAccessibleName(self.tr("What speaks against the key"))
        self._fill()
        self._lay_out()

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())  # type: ignore[operator]
        return button

    def _fill(self) -> None:
        for menu in MENUS:
            top = QTreeWidgetItem([QCoreApplication.translate("Actions", menu)])
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.tree.addTopLevelItem(top)
            self._tops.append(top)
            for row in (row for row in ACTIONS if row.menu == menu):
                item = QTreeWidgetItem([action_text(row).removesuffix(" …"), ""])
                item.setData(0, _NAME, row.name)
                top.addChild(item)
                self._items[row.name] = item
        self.tree.expandAll()
        self.tree.setColumnWidth(0, 340)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        for button in (self.use, self.own, self.none):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.tree, 1)
        column.addLayout(row)
        column.addWidget(self.problem_line)

    # The keys

    def show_keys(self, chosen: Mapping[str, list[str]]) -> None:
        """Show the table's keys and those chosen instead."""
        self._keys = {row.name: tuple(chosen.get(row.name, row.keys)) for row in ACTIONS}
        for name in self._items:
            self._show_row(name)
        self._settle()

    @property
    def chosen(self) -> dict[str, list[str]]:
        """The keys that differ from the table's, by the name of the action."""
        return {name: list(keys) for name, keys in self._keys.items() if keys != BY_NAME[name].keys}

    def _show_row(self, name: str) -> None:
        item, keys = self._items[name], self._keys[name]
        item.setText(1, ",  ".join(map(native, keys)))
        font = item.font(1)
        font.setBold(keys != BY_NAME[name].keys)
        item.setFont(1, font)

    @property
    def _row(self) -> ActionRow | None:
        item = self.tree.currentItem()
        return BY_NAME.get(item.data(0, _NAME) or "") if item else None

    def select(self, name: str) -> None:
        """Go to an action."""
        self.tree.setCurrentItem(self._items[name])

    def _use(self) -> None:
        """Give the action the key, which is taken from the one that has it."""
        if self._problem and (other := self._problem.taken_from):
            self._keys[other] = tuple(key for key in self._keys[other] if key != self.field.key)
            self._show_row(other)
        self._give((self.field.key,))

    def _give_own(self) -> None:
        """Give the action its own keys back, as far as no other has them now."""
        if row := self._row:
            taken = {key for name, keys in self._keys.items() if name != row.name for key in keys}
            self._give(tuple(key for key in row.keys if key not in taken))

    def _give(self, keys: tuple[str, ...]) -> None:
        if row := self._row:
            self._keys[row.name] = keys
            self._show_row(row.name)
            self.field.show_key("")
            self._settle()

    def _settle(self) -> None:
        row, key = self._row, self.field.key
        self._problem = problem(row, key, self._keys, self._letters) if row and key else None
        other = self._problem.taken_from if self._problem else ""
        said = self._problem.sentence if self._problem else ""
        self.problem_line.setText(f"{said} {self.tr('Used here, it is taken from there.')}" if other else said)
        self.use.setEnabled(bool(row and key) and (self._problem is None or bool(other)))
        self.own.setEnabled(row is not None and self._keys.get(row.name) != row.keys)
        self.none.setEnabled(row is not None and bool(self._keys.get(row.name)))

    def _show_fitting(self, typed: str) -> None:
        for name, item in self._items.items():
            text = f"{item.text(0)} {item.text(1)}"
            item.setHidden(not contains(typed, f"{text} {name}"))
        for top in self._tops:
            top.setHidden(all(item.isHidden() for item in self._items.values() if item.parent() is top))
