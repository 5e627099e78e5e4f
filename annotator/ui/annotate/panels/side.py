"""The column at the right: five tabs that follow what is current and what changes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from annotator.app.work import Update, Work
from annotator.model.schema import Schema
from annotator.store import guidelines
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.panels.fields import LineField
from annotator.ui.annotate.panels.guide_panel import GuidePanel
from annotator.ui.annotate.panels.history_panel import HistoryPanel
from annotator.ui.annotate.panels.mark_panel import MarkPanel
from annotator.ui.annotate.panels.relation_panel import RelationPanel
from annotator.ui.annotate.panels.suggestion_panel import SuggestionPanel
from annotator.ui.focus_order import follow_reading, in_visual_order
from annotator.ui.text_view.marks import Look

_HISTORY_SIGN = "↶"


class Side(QWidget):
    """Shows; what a person wants in a panel is told by the panel's signals."""

    def __init__(self, desk: Desk, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._titles: dict[int, tuple[str, str]] = {}  # of the tabs with numbers: in full, and short
        self.mark = MarkPanel(schema)
        self.suggestions = SuggestionPanel()
        self.relations = RelationPanel()
        self.guide = GuidePanel(schema, lambda: guidelines.texts(desk.session.project))
        self.history = HistoryPanel()
        self.tabs = QTabWidget()
        self.tabs.setObjectName("sideTabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setUsesScrollButtons(False)
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideMiddle)
        for each in (self.tabs, self.tabs.tabBar()):
            each.setAccessibleName(self.tr("Panels"))
        for panel, title in (
            (self.mark, self.tr("Mark")),
            (self.suggestions, self.tr("Suggestions")),
            (self.relations, self.tr("Relations")),
            (self.guide, self.tr("Guide")),
            (self.history, self.tr("History")),
        ):
            self.tabs.tabBar().setAccessibleTabName(self.tabs.addTab(panel, title), title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        follow_reading(self)
        desk.opened.connect(self._show_work)
        desk.updated.connect(self._show_update)
        desk.current_changed.connect(self.show_current)

    def first_field(self) -> QWidget:
        """What gets the focus when one comes here: the first thing of the panel in view that can have it."""
        panel = self.tabs.currentWidget()
        lists = (self.suggestions, self.relations, self.history)
        own = {each: each.view for each in lists}
        if panel is self.guide:
            return self.guide.browser
        if panel in own:
            return own[panel]
        return next(iter(in_visual_order(panel)), self.tabs.tabBar())

    def focus_attribute(self, name: str) -> None:
        """Go to the field of an attribute of the current span."""
        span = self._desk.span
        form = self.mark.span_card.form(span.label) if span else None
        if form and name in form.fields:
            self.tabs.setCurrentWidget(self.mark)
            field = form.fields[name]
            (field.line if isinstance(field, LineField) else field).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        for panel in (self.mark, self.suggestions, self.relations, self.history):
            panel.set_look(look)
        self.show_current()

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be changed."""
        for panel in (self.mark, self.suggestions, self.relations, self.history):
            panel.set_editable(editable)

    def _show_work(self, work: Work) -> None:
        self.mark.labels.show_work(work)
        self.suggestions.show_work(work)
        self.relations.show_work(work)
        self.history.show_work(work)
        self._count(work)

    def _show_update(self, update: Update) -> None:
        work = self._desk.work
        if work is None:
            return
        self.mark.labels.show_update(work, update)
        if update.suggestions:
            self.suggestions.show_update(work, update)
        if update.changes.relations or (update.changes.spans and work.own.relations):
            self.relations.show_work(work)
        if update.changes:
            self.history.show_work(work)
        if update.changes or not self._desk.current:
            self.mark.show_current(self._desk)
        self._count(work)

    def _count(self, work: Work) -> None:
        left = self.tr("Suggestions {n}").format(n=len(work.left))
        suggestions = self.tr("Suggestions hidden") if work.is_blind else left
        relations = self.tr("Relations {n}").format(n=len(work.own.relations))
        titles = {1: (suggestions, self.tr("Suggestions")), 2: (relations, self.tr("Relations"))}
        if titles != self._titles:
            self._titles = titles
            self._fit_titles()

    def _fit_titles(self) -> None:
        """With the numbers where there is room; else these are in the tooltips, and history is a sign."""
        history = self.tr("History")
        for short, sign in ((False, False), (False, True), (True, True)):
            self.tabs.setTabText(4, _HISTORY_SIGN if sign else history)
            self.tabs.setTabToolTip(4, history if sign else "")
            for at, titles in self._titles.items():
                self.tabs.setTabText(at, titles[short])
                self.tabs.setTabToolTip(at, titles[0] if short else "")
            if self.tabs.tabBar().sizeHint().width() <= self.width():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers fit, or not."""
        super().resizeEvent(event)
        self._fit_titles()

    def show_current(self) -> None:
        """Explain what is current."""
        desk = self._desk
        self.mark.show_current(desk)
        self.suggestions.show_current(desk.current)
        self.relations.show_current(desk.current)
        label = desk.span.label if desk.span else desk.suggested.span.label if desk.suggested else ""
        relation = desk.suggested_relation
        self.guide.show_guide(label, relation.relation.type if relation else "")

    def show_hovered(self, mark_id: str) -> None:
        """The pointer is on a mark of the text, or has left it."""
        work = self._desk.work
        span = work.own.spans.get(mark_id) if work else None
        suggested = work.left.spans.get(mark_id) if work else None
        self.guide.show_hovered(span.label if span else suggested.span.label if suggested else "")
