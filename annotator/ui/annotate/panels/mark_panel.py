"""The first tab at the right: what is current, explained, and the labels with their keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.model.schema import Schema
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.panels.article_card import ArticleCard
from annotator.ui.annotate.panels.label_panel import LabelPanel
from annotator.ui.annotate.panels.span_card import SpanCard
from annotator.ui.annotate.panels.suggestion_card import SuggestionCard
from annotator.ui.text_view.marks import Look


class MarkPanel(QScrollArea):
    """One of three cards, above the labels."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("markPanel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.span_card = SpanCard()
        self.suggestion_card = SuggestionCard()
        self.article_card = ArticleCard(schema)
        self.labels = LabelPanel(schema)
        inside = QWidget()
        inside.setObjectName("markPanelInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(4)
        for widget in (self.article_card, self.suggestion_card, self.span_card, self.labels):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inside)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.span_card.look = self.suggestion_card.look = look
        self.labels.set_look(look)

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be changed."""
        for card in (self.span_card, self.suggestion_card, self.article_card):
            card.set_editable(editable)
        self.labels.setEnabled(editable)

    def show_current(self, desk: Desk) -> None:
        """Explain what is current, or the article."""
        work, span = desk.work, desk.span
        suggestion = desk.suggested or desk.suggested_relation
        if work is not None:
            if span is not None:
                self.span_card.show_span(work, span)
            elif suggestion is not None:
                self.suggestion_card.show_suggestion(work, suggestion)
            else:
                self.article_card.show_work(work)
        self.span_card.setVisible(work is not None and span is not None)
        self.suggestion_card.setVisible(work is not None and span is None and suggestion is not None)
        self.article_card.setVisible(work is not None and span is None and suggestion is None)
        suggested = desk.suggested
        self.labels.show_current(span.label if span else suggested.span.label if suggested else "")
