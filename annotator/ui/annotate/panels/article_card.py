"""The article as a whole, shown while nothing is selected: status, article labels, note."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.app.work import Work
from annotator.model.schema import Schema
from annotator.ui.annotate.panels.attribute_form import AttributeForm
from annotator.ui.annotate.panels.span_card import card_frame
from annotator.ui.parts.flow import role_label


class ArticleCard(QWidget):
    """Shows the state of the annotator's set."""

    attribute_wanted = Signal(str, object)
    refused = Signal(str)
    note_wanted = Signal()

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self.status = role_label("", "title", wrap=True)
        self.help = role_label(self.tr("Select text and press the key of a label to mark it."), "dim", wrap=True)
        self.note = role_label("", "note", wrap=True)
        self.form = AttributeForm(schema.article_attributes)
        self.form.wanted.connect(self.attribute_wanted)
        self.form.refused.connect(self.refused)
        self.note_button = QPushButton(self.tr("Note on the article"))
        self.note_button.setProperty("quiet", True)
        self.note_button.clicked.connect(lambda: self.note_wanted.emit())
        frame = card_frame("articleCard")
        column = QVBoxLayout(frame)
        column.setContentsMargins(11, 9, 11, 10)
        column.setSpacing(7)
        for widget in (self.status, self.help, self.form, self.note, self.note_button):
            column.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be changed."""
        self.form.set_editable(editable)
        self.note_button.setEnabled(editable)

    def show_work(self, work: Work) -> None:
        """Show an article's state."""
        state = work.own.state
        status = QCoreApplication.translate("Status", state.status)
        self.status.setText(f"{status}: {state.flag}" if state.flag else status)
        self.form.show_values(state.attributes)
        self.note.setText(state.note)
        self.note.setVisible(bool(state.note))
