"""The current suggestion explained, with what can be said of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.app.plans.belonging import links_of
from annotator.app.work import Work
from annotator.model.annotation import Annotator, Attributes, Value
from annotator.model.suggestions import SuggestedRelation, SuggestedSpan
from annotator.ui.annotate.keys import shown_key
from annotator.ui.annotate.marks_of import colour_of
from annotator.ui.annotate.panels.relation_text import in_full
from annotator.ui.annotate.panels.span_card import card_frame, title_html
from annotator.ui.parts.flow import FlowLayout, role_label
from annotator.ui.sentences import translated
from annotator.ui.text_view.marks import DEFAULT_LIGHT, Look


class SuggestionCard(QWidget):
    """Shows one suggested span or relation."""

    accepted = Signal()
    rejected = Signal()
    whole_accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look: Look = DEFAULT_LIGHT
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.RichText)
        self.title.setWordWrap(True)
        self.title.setAccessibleDescription(self.tr("Selected suggestion"))
        self.model = role_label("", "dim", wrap=True)
        self.attributes = role_label("", "dim", wrap=True)
        self.hint = role_label("", "dim", wrap=True)
        self.accept_button = self._button(self.tr("Accept"), "suggestion.accept", self.accepted.emit)
        self.accept_button.setProperty("answer", "accept")
        self.reject_button = self._button(self.tr("Reject"), "suggestion.reject", self.rejected.emit)
        self.reject_button.setProperty("answer", "reject")
        self.whole_button = QPushButton()
        self.whole_button.setProperty("answer", "accept")
        self.whole_button.setAccessibleName(self.tr("Accept with its relations"))
        self.whole_button.setToolTip(f"{self.whole_button.accessibleName()} ({shown_key('suggestion.accept_whole')})")
        self.whole_button.clicked.connect(lambda: self.whole_accepted.emit())
        frame = card_frame("suggestionCard")
        column = QVBoxLayout(frame)
        column.setContentsMargins(11, 9, 11, 10)
        column.setSpacing(6)
        row = FlowLayout(spacing=8)
        row.addWidget(self.accept_button)
        row.addWidget(self.reject_button)
        row.addWidget(self.whole_button)
        for widget in (self.title, self.model, self.attributes):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.hint)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _button(self, text: str, action: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(f"{text}  {shown_key(action)}")
        button.setAccessibleName(text)
        button.clicked.connect(lambda: act())
        return button

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be said."""
        self.accept_button.setEnabled(editable)
        self.reject_button.setEnabled(editable)
        self.whole_button.setEnabled(editable)

    def show_suggestion(self, work: Work, each: SuggestedSpan | SuggestedRelation) -> None:
        """Explain a suggestion."""
        self._offer_whole(len(links_of(work, each.span.id)) if isinstance(each, SuggestedSpan) else 0)
        if isinstance(each, SuggestedSpan):
            ink = self.look.swatch(colour_of(work.schema, each.span.label)).ink
            self.title.setText(title_html(f"{each.span.label} ?", each.span.text, ink))
            self._rest(each.span.score, self._source(each.model, each.span.note), each.span.attributes)
            self.hint.setText(self.tr("The key of another label accepts it as that."))
        else:
            kind = work.schema.relation_by_name.get(each.relation.type)
            ink = self.look.swatch(kind.colour if kind else "grey").ink
            text = in_full(each.head, each.relation.type, each.tail)
            self.title.setText(title_html(f"{each.relation.type} ?", text, ink))
            self._rest(each.relation.score, self._source(each.model, each.relation.note), each.relation.attributes)
            self.hint.setText(self.tr("Accepting it accepts its ends too."))

    def _offer_whole(self, links: int) -> None:
        """Accepting it with the relations that go out from it, where there are some."""
        self.whole_button.setText(self.tr("With relations ({count})").format(count=links))
        self.whole_button.setVisible(links > 0)

    def _source(self, model: Annotator, note: str) -> str:
        """Where a suggestion comes from: a model's note names the rule that found it."""
        if note and model.kind == "model":
            return self.tr("Suggested by {model}: {rule}").format(model=model, rule=translated(note))
        return self.tr("Suggested by {model}").format(model=model)

    def _rest(self, score: float | None, source: str, attributes: Attributes) -> None:
        self.model.setText(source if score is None else f"{source} · {score:.0%}")
        self.attributes.setText(" · ".join(f"{name}: {self._shown(value)}" for name, value in attributes.items()))
        self.attributes.setVisible(bool(attributes))

    def _shown(self, value: Value) -> str:
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        return str(value)
