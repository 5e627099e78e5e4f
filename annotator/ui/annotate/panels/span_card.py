"""The current own span explained: what it says, its attributes, note and relations."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.work import Work
from annotator.model.annotation import Relation, Span
from annotator.model.rules import shorten
from annotator.model.text import runs_from_right
from annotator.ui.annotate.marks_of import colour_of
from annotator.ui.annotate.panels.attribute_form import AttributeForm
from annotator.ui.annotate.panels.relation_text import other_end, seen_from
from annotator.ui.annotate.panels.wish_button import wish_button
from annotator.ui.parts.flow import FlowLayout, role_label
from annotator.ui.parts.link_button import LinkButton
from annotator.ui.text_view.marks import DEFAULT_LIGHT, Look

_TEXT_LENGTH = 220
_NOTE = Qt.Key.Key_F2


def card_frame(name: str) -> QFrame:
    """A frame that the stylesheet draws as a card."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("card", True)
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return frame


def title_html(label: str, text: str, ink: str) -> str:
    """A label in its ink and the text it covers, set from the side where the text begins."""
    side = "rtl" if runs_from_right(text) else "ltr"
    return f'<p dir="{side}"><b style="color:{ink}">{escape(label)}</b>&nbsp; {escape(shorten(text, _TEXT_LENGTH))}</p>'


class RelationRow(QWidget):
    """One relation of the span: Return or a click goes to the other end, F2 writes a note, Del or the cross removes."""

    def __init__(self, text: str, relation: Relation, card: "SpanCard") -> None:
        super().__init__()
        self.relation, self._card = relation, card
        self.link = LinkButton()
        self.link.say(text)
        self.link.setToolTip(self.tr("Go to the other end"))
        self.link.clicked.connect(self._follow)
        self.cross = QToolButton()
        self.cross.setText("✕")
        self.cross.setProperty("cross", True)
        self.cross.setToolTip(self.tr("Remove this relation"))
        self.cross.setAccessibleName(self.tr("Remove {relation}").format(relation=text))
        self.cross.clicked.connect(lambda: card.unlinked.emit(relation.id))
        self.pencil = self._make_pencil(text)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.link, 1)
        row.addWidget(self.pencil)
        row.addWidget(self.cross)
        self.note = role_label(relation.note, "note", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(row)
        column.addWidget(self.note)
        self.note.setVisible(bool(relation.note))

    def _make_pencil(self, text: str) -> QToolButton:
        pencil = QToolButton()
        pencil.setText("✎")
        pencil.setProperty("cross", True)
        pencil.setToolTip(self.tr("Note on this relation"))
        pencil.setAccessibleName(self.tr("Note on {relation}").format(relation=text))
        pencil.clicked.connect(lambda: self._card.relation_note_wanted.emit(self.relation.id))
        return pencil

    def set_editable(self, editable: bool) -> None:
        """Whether it can be changed."""
        self.cross.setEnabled(editable)
        self.pencil.setEnabled(editable)

    def event(self, event: QEvent) -> bool:
        """Takes F2 before the window does: here it is about the relation."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == _NOTE)
            return event.isAccepted()
        return super().event(event)

    def _follow(self) -> None:
        self._card.followed.emit(other_end(self.relation, self._card.span_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Removes the relation with Del, follows it with Return; other keys are the page's."""
        if event.key() == Qt.Key.Key_Delete and self.cross.isEnabled():
            self._card.unlinked.emit(self.relation.id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.link.hasFocus():
            self._follow()
        elif event.key() == _NOTE and self.pencil.isEnabled():
            self._card.relation_note_wanted.emit(self.relation.id)
        else:
            event.ignore()


class SpanCard(QWidget):
    """Shows one span; what a person wants of it is told by signals."""

    attribute_wanted = Signal(str, object)
    refused = Signal(str)
    followed = Signal(str)  # the id of a span to go to
    unlinked = Signal(str)  # the id of a relation to remove
    relation_wanted = Signal()
    note_wanted = Signal()
    relation_note_wanted = Signal(str)  # the id of a relation
    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.span_id = ""
        self.look: Look = DEFAULT_LIGHT
        self._forms: dict[str, AttributeForm] = {}
        self._editable = True
        self._links: list[tuple[str, str, str]] = []
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.RichText)
        self.title.setWordWrap(True)
        self.title.setAccessibleDescription(self.tr("Selected span"))
        self.origin = role_label("", "dim", wrap=True)
        self.note = role_label("", "note", wrap=True)
        self.attributes_heading = role_label(self.tr("Attributes"), "heading")
        self.relations_heading = role_label(self.tr("Relations"), "heading")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._forms_at = QVBoxLayout()
        self.add_button = wish_button(self.tr("Relation"), "relation.start", self.relation_wanted.emit)
        self.note_button = wish_button(self.tr("Note"), "span.note", self.note_wanted.emit)
        self.remove_button = wish_button(self.tr("Remove"), "span.remove", self.removal_wanted.emit)
        self._arrange()

    def _arrange(self) -> None:
        frame = card_frame("spanCard")
        column = QVBoxLayout(frame)
        column.setContentsMargins(11, 9, 11, 10)
        column.setSpacing(6)
        for widget in (self.title, self.origin, self.note, self.attributes_heading):
            column.addWidget(widget)
        column.addLayout(self._forms_at)
        column.addWidget(self.relations_heading)
        column.addLayout(self._rows)
        buttons = FlowLayout(spacing=6)
        for button in (self.add_button, self.note_button, self.remove_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be changed."""
        self._editable = editable
        for button in (self.add_button, self.note_button, self.remove_button):
            button.setEnabled(editable)

    def show_span(self, work: Work, span: Span) -> None:
        """Explain a span."""
        self.span_id = span.id
        ink = self.look.swatch(colour_of(work.schema, span.label)).ink
        self.title.setText(title_html(span.label, span.text, ink))
        came = span.origin
        model = f"{came.annotator} {came.version}".strip() if came else ""
        self.origin.setText(self.tr("Suggested by {model}").format(model=model) if came else "")
        self.origin.setVisible(came is not None)
        self.note.setText(span.note)
        self.note.setVisible(bool(span.note))
        self._show_form(work, span)
        self._show_relations(work, span)

    def form(self, label: str) -> AttributeForm | None:
        """The fields of a label, once they were shown."""
        return self._forms.get(label)

    def _show_form(self, work: Work, span: Span) -> None:
        form = self._forms.get(span.label)
        if form is None:
            form = self._forms[span.label] = AttributeForm(work.schema.attributes_of_label(span.label))
            form.wanted.connect(self.attribute_wanted)
            form.refused.connect(self.refused)
            self._forms_at.addWidget(form)
        for other in self._forms.values():
            other.setVisible(other is form)
        self.attributes_heading.setVisible(bool(form.fields))
        form.show_values(span.attributes)
        form.set_editable(self._editable)

    def _show_relations(self, work: Work, span: Span) -> None:
        relations = work.judging.relations_of(span.id)
        links = [(each.id, seen_from(work, each, span.id), each.note) for each in relations]
        heads = any(span.label in labels for labels in work.schema.heads.values())
        self.add_button.setVisible(heads)
        self.relations_heading.setVisible(bool(links))
        if links == self._links:
            return
        self._links = links
        held = self._row_with_focus()
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        made: list[RelationRow] = []
        for each, (_, text, _) in zip(relations, links, strict=True):
            row = RelationRow(text, each, self)
            row.set_editable(self._editable)
            self._rows.addWidget(row)
            made.append(row)
        if held is not None:
            (made[min(held, len(made) - 1)].link if made else self.note_button).setFocus()

    def _row_with_focus(self) -> int | None:
        """The row in which a key was pressed: the focus is to stay there, though the rows are made anew."""
        focus = QApplication.focusWidget()
        rows = [item.widget() for at in range(self._rows.count()) if (item := self._rows.itemAt(at))]
        return next((at for at, row in enumerate(rows) if row and focus and row.isAncestorOf(focus)), None)
