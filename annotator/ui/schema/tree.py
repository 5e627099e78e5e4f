"""The schema as a tree: groups with their labels, relation types, attributes, article labels."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from annotator.app.schema_draft import Draft, Kind
from annotator.model.schema import Attribute, Label, RelationType
from annotator.ui.schema.colours import swatch_icon
from annotator.ui.text_view.marks import Look

Place = tuple[Kind, int]
_ROLE = Qt.ItemDataRole.UserRole


class SchemaTree(QTreeWidget):
    """Emits `chosen` with the kind and the place of a thing."""

    chosen = Signal(str, int)

    def __init__(self, draft: Draft, look: Look) -> None:
        super().__init__()
        self._draft, self._look = draft, look
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Parts of the schema"))
        self.setIconSize(QSize(26, 16))
        self.setIndentation(14)
        self.currentItemChanged.connect(self._tell)

    def place(self) -> Place | None:
        """The kind and place of what is chosen; None on a heading."""
        item = self.currentItem()
        return item.data(0, _ROLE) if item else None

    def fill(self, wanted: Place | None, *, quiet: bool = False) -> None:
        """Show the draft as it is, with this chosen; `quiet` when it is so already and only looks otherwise."""
        self.blockSignals(True)
        self.clear()
        for kind, heading in (
            ("groups", self.tr("Labels")),
            ("relations", self.tr("Relation types")),
            ("attributes", self.tr("Attributes")),
            ("article", self.tr("Article labels")),
        ):
            self._branch(kind, heading)
        self.expandAll()
        self.blockSignals(quiet)
        first = self.topLevelItem(0)
        item = self._find(wanted) or (first.child(0) if first else None)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)
        self.blockSignals(False)

    def _branch(self, kind: str, heading: str) -> None:
        top = QTreeWidgetItem(self, [heading])
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        if kind == "groups":
            for at, group in enumerate(self._draft.schema.groups):
                self._labels(self._item(top, ("groups", at), group.title or group.name), group.name)
        elif kind == "relations":
            for at, each in enumerate(self._draft.schema.relations):
                self._coloured(self._item(top, ("relations", at), self._name(each)), each.colour)
        else:
            for at, attribute in enumerate(self._draft.schema.attributes):
                if branch(attribute) == ("article" if kind == "article" else ""):
                    self._item(top, ("attributes", at), self._name(attribute))

    def _labels(self, above: QTreeWidgetItem, group: str) -> None:
        for at, label in enumerate(self._draft.schema.labels):
            if label.group == group:
                key = f"   {label.key.upper()}" if label.key else ""
                item = self._item(above, ("labels", at), f"{self._name(label)}{key}")
                self._coloured(item, label.colour)

    def _name(self, thing: Label | RelationType | Attribute) -> str:
        name, retired = thing.name, thing.retired
        return self.tr("{name} (retired)").format(name=name) if retired else name

    def _item(self, above: QTreeWidgetItem, place: Place, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [text])
        item.setData(0, _ROLE, place)
        return item

    def _coloured(self, item: QTreeWidgetItem, colour: str) -> None:
        item.setIcon(0, swatch_icon(self._look.swatch(colour)))

    def _find(self, wanted: Place | None) -> QTreeWidgetItem | None:
        for item in self.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, 0):
            place = item.data(0, _ROLE)
            if place is not None and wanted is not None and tuple(place) == wanted:
                return item
        return None

    def _tell(self) -> None:
        if place := self.place():
            self.chosen.emit(*place)


def branch(thing: object) -> str:
    """What tells things of a kind apart in the tree: a label's group, and whether an attribute is an article label."""
    if isinstance(thing, Label):
        return thing.group
    return "article" if isinstance(thing, Attribute) and thing.on == ("article",) else ""
