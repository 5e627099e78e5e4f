"""The tree and the form of what is chosen in it; what somebody wants goes into the draft, or is refused in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.app.schema_draft import Draft, Kind
from annotator.model.errors import SchemaError
from annotator.model.schema import Attribute, Label, RelationType
from annotator.ui.actions import ACTIONS
from annotator.ui.schema.forms import ThingForm
from annotator.ui.schema.tree import SchemaTree, branch
from annotator.ui.text_view.marks import Look

if TYPE_CHECKING:
    from annotator.ui.schema.tree import Place

_SHOWN_ANEW = frozenset({"name", "key", "colour", "group", "on", "kind", "retired", "title", "choices"})
Into = Callable[[Kind, str], str | None]


class SchemaTab(QWidget):
    """`ask_into` is asked what shall become of the marks of a label or type that goes: another name, "" or None."""

    said = Signal(str)

    def __init__(self, draft: Draft, look: Look, ask_into: Into, *, editable: bool) -> None:
        super().__init__()
        self._draft, self._look, self._ask_into, self._editable = draft, look, ask_into, editable
        self._at: Place | None = None
        self.form: ThingForm | None = None
        self.tree = SchemaTree(draft, look)
        self.tree.chosen.connect(self._choose)
        self.trouble = QLabel()
        self.trouble.setProperty("role", "bad")
        self.trouble.setWordWrap(True)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._arrange()
        self.fill()

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.tree, 1)
        column.addLayout(self._buttons())
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(6, 0, 0, 0)
        side.addWidget(self._scroll, 1)
        side.addWidget(self.trouble)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setHandleWidth(1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([290, 560])
        splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 10, 8, 4)
        row.addWidget(splitter)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.add = QPushButton(self.tr("Add"))
        menu = QMenu(self.add)
        kinds: tuple[tuple[Kind, str], ...] = (
            ("labels", self.tr("Label")),
            ("groups", self.tr("Group of labels")),
            ("relations", self.tr("Relation type")),
            ("attributes", self.tr("Attribute")),
        )
        for kind, title in kinds:
            menu.addAction(title).triggered.connect(lambda _=False, each=kind: self._add(each))
        menu.addAction(self.tr("Article label"), lambda: self._add("attributes", on=("article",)))
        self.add.setMenu(menu)
        self.remove = QPushButton(self.tr("Remove"))
        self.up, self.down = QPushButton("▲"), QPushButton("▼")
        self.up.setAccessibleName(self.tr("Move up"))
        self.down.setAccessibleName(self.tr("Move down"))
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        for button in (self.add, self.remove, self.up, self.down):
            button.setEnabled(self._editable)
            button.setToolTip(button.accessibleName())
            row.addWidget(button)
        for button in (self.up, self.down):
            button.setFixedWidth(40)
            button.setProperty("quiet", True)
        row.addStretch(1)
        return row

    def fill(self, wanted: "Place | None" = None) -> None:
        """Show the draft as it is."""
        self.tree.fill(wanted or self._at)
        self._check()

    def finish(self) -> None:
        """What is typed into a field counts, also while one is still in it."""
        for line in self.form.findChildren(QLineEdit) if self.form else ():
            if line.isModified():
                line.setModified(False)
                line.editingFinished.emit()

    # What is chosen

    def _choose(self, kind: Kind, at: int) -> None:
        self._at = (kind, at)
        self.form = ThingForm(self._draft, kind, at, self._look)
        self.form.wanted.connect(self._change)
        self.form.choice_renamed.connect(self._rename_choice)
        self.form.setEnabled(self._editable)
        self._scroll.setWidget(self.form)

    def _change(self, field: str, value: object) -> None:
        if self._at is None:
            return
        kind, at = self._at
        old = getattr(self._draft.things(kind)[at], field)
        if old == value and type(old) is type(value):
            return
        more: dict[str, object] = {}
        if field == "retired" and value:
            more = {"key": ""}
        if field == "kind":
            more = {"choices": ("yes", "no") if value == "choice" else (), "default": None}
        if field == "choices":
            default = self._draft.schema.attributes[at].default
            more = {"default": default if default in value else None}  # type: ignore[operator]
        self._try(lambda: self._draft.change(kind, at, **{field: value}, **more), anew=field in _SHOWN_ANEW)
        if field in ("kind", "choices", "retired"):
            self._form_anew()

    def _form_anew(self) -> None:
        """What fields there are, and what they offer, depends on what was changed."""
        if self._at is not None:
            focus = self.form.focusWidget() if self.form else None
            name = next((name for name, each in self.form.fields.items() if each is focus), "") if self.form else ""
            self._choose(*self._at)
            if self.form and name in self.form.fields:
                self.form.fields[name].setFocus()

    def _rename_choice(self, old: str, new: str) -> None:
        if self._at is not None:
            _, at = self._at
            self._try(lambda: self._draft.rename_choice(at, old, new), anew=False)
            self._form_anew()

    def _try(self, act: Callable[[], object], *, anew: bool) -> bool:
        try:
            act()
        except SchemaError as error:
            self.trouble.setText(error.sentence)
            return False
        if anew:
            self.tree.fill(self._at, quiet=True)
        self._check()
        return True

    def _check(self) -> None:
        """Say what keeps the draft from being saved, or which key is taken."""
        self.trouble.setText(self._draft.problem() or self._clash())

    def _clash(self) -> str:
        """A key of the program is found before that of an attribute or type, and after that of a label."""
        bare = {key.casefold(): row.text for row in ACTIONS if row.bare for key in row.keys}
        schema = self._draft.schema
        keyed: tuple[Label | Attribute | RelationType, ...] = (*schema.labels, *schema.attributes, *schema.relations)
        for each in keyed:
            if each.key and each.key.casefold() in bare:
                told = self.tr("The key {key} of {name} is that of “{action}” too: choose another one.")
                return told.format(key=each.key.upper(), name=each.name, action=bare[each.key.casefold()])
        return ""

    # Adding, removing, moving

    def _add(self, kind: Kind, **fields: object) -> None:
        at = self._draft.add(kind)
        if fields:
            self._draft.change(kind, at, **fields)
        self._at = (kind, at)
        self.fill()
        if self.form is not None:
            name = self.form.fields["name"]
            name.setFocus()
            name.selectAll()  # type: ignore[attr-defined]  # a QLineEdit

    def _remove(self) -> None:
        if self._at is None:
            return
        kind, at = self._at
        into: str | None = ""
        if kind in ("labels", "relations"):
            into = self._ask_into(kind, self._draft.things(kind)[at].name)
            if into is None:
                return
        if self._try(lambda: self._draft.remove(kind, at, into=into or ""), anew=False):
            self._at = (kind, max(at - 1, 0)) if self._draft.things(kind) else None
            self.fill()

    def _move(self, step: int) -> None:
        """Past the next one that stands in the same branch of the tree."""
        if self._at is None:
            return
        kind, at = self._at
        things = self._draft.things(kind)
        there = range(at + 1, len(things)) if step > 0 else range(at - 1, -1, -1)
        to = next((each for each in there if branch(things[each]) == branch(things[at])), at)
        self._at = (kind, self._draft.move(kind, at, to - at))
        self.fill()
