"""One relation explained, with what can be changed of it: type, direction, attributes, note."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QMenu, QVBoxLayout, QWidget

from annotator.app.plans import relations
from annotator.app.work import Work
from annotator.model.annotation import Relation, Span
from annotator.model.rules import shorten
from annotator.ui.annotate.keys import shown_key
from annotator.ui.annotate.panels.attribute_form import AttributeForm
from annotator.ui.annotate.panels.span_card import card_frame
from annotator.ui.annotate.panels.wish_button import wish_button
from annotator.ui.parts.flow import FlowLayout, role_label
from annotator.ui.parts.link_button import LinkButton


class TypeBox(QComboBox):
    """All types; those that the ends may not have cannot be chosen. The wheel scrolls past."""

    def show_types(self, every: list[str], able: set[str], current: str) -> None:
        """Show which type stands, and which ones could."""
        self.clear()
        self.addItems(every)
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        for row, name in enumerate(every):
            model.item(row).setEnabled(name in able or name == current)
        self.setCurrentText(current)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A list that is scrolled under the mouse must change nothing."""
        event.ignore()


class RelationCard(QWidget):
    """Shows one relation; what a person wants of it is told by signals."""

    followed = Signal(str)  # the id of a span to go to
    retyped = Signal(str)  # the name of a type
    turned = Signal(str)  # to be reversed, as this type
    attribute_wanted = Signal(str, object)
    refused = Signal(str)
    note_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._work: Work | None = None
        self._relation: Relation | None = None
        self._forms: dict[str, AttributeForm] = {}
        self.type_box = TypeBox()
        self.type_box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.type_box.setAccessibleName(self.tr("Type of the relation"))
        self.type_box.activated.connect(self._retype)
        self.ends = {"head": self._link(), "tail": self._link()}
        self.note = role_label("", "note", wrap=True)
        self.reverse_button = wish_button(self.tr("Reverse"), "relation.reverse", self.reverse)
        self.note_button = wish_button(self.tr("Note"), "relation.note", self.note_wanted.emit)
        self.remove_button = wish_button(self.tr("Remove"), "span.remove", self.removal_wanted.emit)
        self._forms_at = QVBoxLayout()
        self._arrange()

    def _link(self) -> LinkButton:
        link = LinkButton()
        link.setToolTip(self.tr("Go to this end"))
        link.clicked.connect(lambda: self.followed.emit(link.property("span")))
        return link

    def _arrange(self) -> None:
        frame = card_frame("relationCard")
        column = QVBoxLayout(frame)
        column.setContentsMargins(11, 9, 11, 8)
        column.setSpacing(5)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Head"), self.ends["head"]),
            (self.tr("Type"), self.type_box),
            (self.tr("Tail"), self.ends["tail"]),
        )
        for row, (name, widget) in enumerate(rows):
            label = role_label(name, "dim")
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        column.addLayout(grid)
        column.addLayout(self._forms_at)
        column.addWidget(self.note)
        buttons = FlowLayout(spacing=4)
        for button in (self.reverse_button, self.note_button, self.remove_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 8, 10, 0)
        outer.addWidget(frame)

    # Showing

    def show_relation(self, work: Work, relation: Relation, *, editable: bool) -> None:
        """Explain a relation."""
        self._work, self._relation = work, relation
        types = work.schema.relation_by_name
        able = {kind.name for kind in relations.other_types(work, relation)}
        self.type_box.show_types(list(types), able, relation.type)
        self.type_box.setEnabled(editable and bool(able))
        kind = types.get(relation.type)
        self.type_box.setToolTip(kind.about if kind else "")
        spans = work.own.spans
        self._show_end("head", self.tr("Head"), spans[relation.head])
        self._show_end("tail", self.tr("Tail"), spans[relation.tail])
        self.note.setText(relation.note)
        self.note.setVisible(bool(relation.note))
        self._show_form(work, relation, editable=editable)
        self._show_reverse(work, relation, editable=editable)
        self.note_button.setEnabled(editable)
        self.remove_button.setEnabled(editable)

    def _show_end(self, end: str, name: str, span: Span) -> None:
        link, text = self.ends[end], f"{span.label} “{shorten(span.text, 60)}”"
        link.say(text)
        link.setAccessibleName(f"{name}: {text}")
        link.setProperty("span", span.id)

    def _show_form(self, work: Work, relation: Relation, *, editable: bool) -> None:
        form = self._forms.get(relation.type)
        if form is None:
            form = self._forms[relation.type] = AttributeForm(work.schema.attributes_of_relation(relation.type))
            form.wanted.connect(self.attribute_wanted)
            form.refused.connect(self.refused)
            self._forms_at.addWidget(form)
        for other in self._forms.values():
            other.setVisible(other is form and bool(form.fields))
        form.show_values(relation.attributes)
        form.set_editable(editable)

    def _show_reverse(self, work: Work, relation: Relation, *, editable: bool) -> None:
        able = relations.reversed_types(work, relation)
        as_other = bool(able) and able[0].name != relation.type
        text = self.tr("Reverse as …") if as_other else self.tr("Reverse")
        self.reverse_button.setText(f"{text}  {shown_key('relation.reverse')}")
        self.reverse_button.setAccessibleName(text)
        self.reverse_button.setEnabled(editable and bool(able))

    # Wishes

    def _retype(self) -> None:
        wanted = self.type_box.currentText()
        if self._relation and wanted != self._relation.type:
            self.type_box.setCurrentText(self._relation.type)  # it turns when the edit is made, not before
            self.retyped.emit(wanted)

    def reverse(self) -> None:
        """Ask to be reversed; where the type cannot stay, offer those that it can have."""
        if self._work is None or self._relation is None:
            return
        able = [kind.name for kind in relations.reversed_types(self._work, self._relation)]
        if not able:
            self.refused.emit(self.tr("No relation type may lead the other way between these two."))
        elif able[0] == self._relation.type:
            self.turned.emit(able[0])
        else:
            self.type_menu(able).popup(self.reverse_button.mapToGlobal(QPoint(0, self.reverse_button.height())))

    def type_menu(self, names: list[str]) -> QMenu:
        """The types that it can be reversed as."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("reverseMenu")
        for name in names:
            menu.addAction(name).triggered.connect(partial(self._turn, name))
        return menu

    def _turn(self, name: str) -> None:
        self.turned.emit(name)
