"""The page on which articles are annotated: list, text, and what goes with it; it hands keys and wishes on.

What keys and clicks do is in `marking`, `judge`, `relating`, `progress` and their like; `wiring` says what hears what.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from annotator.app.session import Session
from annotator.app.settings import Settings
from annotator.app.work import Update, Work
from annotator.model.annotation import Fragments
from annotator.ui.annotate.acts.edge_mode import EdgeMode
from annotator.ui.annotate.acts.history import History
from annotator.ui.annotate.acts.judge import Judge
from annotator.ui.annotate.acts.many import Many
from annotator.ui.annotate.acts.marking import Marking
from annotator.ui.annotate.acts.ordering import Ordering
from annotator.ui.annotate.acts.progress import ArticleProgress
from annotator.ui.annotate.acts.proposing import Proposer
from annotator.ui.annotate.acts.relating import Relating
from annotator.ui.annotate.acts.relation_acts import RelationActs
from annotator.ui.annotate.acts.shaping import Shaping
from annotator.ui.annotate.acts.view_acts import ViewActs
from annotator.ui.annotate.ask import TextDialog
from annotator.ui.annotate.canvas import Canvas, meta_line
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.key_help import keys_now
from annotator.ui.annotate.keys import KeyMap
from annotator.ui.annotate.page_keys import Acts, HasHandlers, PageKeys
from annotator.ui.annotate.panels.side import Side
from annotator.ui.annotate.panes import Panes
from annotator.ui.annotate.selection_palette import MouseWatch
from annotator.ui.annotate.wiring import wire
from annotator.ui.announcing import Announcer
from annotator.ui.article_list.article_list import ArticleList
from annotator.ui.article_list.article_model import Progress
from annotator.ui.numbers import number
from annotator.ui.text_view import Look, TextView

_TYPED_INTO = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)


class AnnotatePage(QWidget):
    """One project, one annotator, one article at a time."""

    article_opened = Signal(object)  # Work
    said = Signal(str)
    failed = Signal(str)
    saved = Signal()
    suggestions_left = Signal(int, int)  # left, of how many
    suggestions_hidden = Signal()  # the article is of the blind sample, and not finished
    keys_changed = Signal()
    focus_mode_changed = Signal(bool)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotatePage")
        self.settings = Settings()
        self.desk = Desk(session, self)
        self.text = TextView()
        self.text.setObjectName("articleText")
        self.text.setAccessibleName(self.tr("Article text"))
        self.list = ArticleList(session)
        self.side = Side(self.desk, session.schema)
        self.panes = Panes(self.list, self.text, self.side)
        self.canvas = Canvas(self.desk, self.text)
        self._make_acts()
        self.announcer = Announcer(self.desk, self.text)
        self.mouse = MouseWatch(self.text, self, session.schema)
        self.mouse.enabled = not self.desk.read_only
        self._was_blind = False
        self._handlers = self._make_handlers()
        acts = Acts(self.desk, self.marking, self.relating, self.edge, self._handlers, self.side.focus_attribute)
        self._key = PageKeys(KeyMap(session.schema), acts)
        self._arrange()
        self.desk.opened.connect(self._show_work)
        self.desk.updated.connect(self._show_update)
        self.desk.current_changed.connect(self._show_current)
        wire(self)
        self.side.set_editable(not self.desk.read_only)
        self.set_look(look)

    # Building

    def _make_acts(self) -> None:
        def settings() -> Settings:
            return self.settings

        self.judge = Judge(self.desk, self.canvas, lambda: self.side.suggestions.model.walk)
        self.many = Many(self.desk, self.canvas, self.judge, self)
        self.ordering = Ordering(self.desk, self.side.suggestions, settings)
        self.marking = Marking(self.desk, self.canvas, self.judge, self._ask, settings)
        self.shaping = Shaping(self.desk, self.canvas, self.marking, settings)
        self.proposer = Proposer(self.desk, self.shaping, self)
        self.relating = Relating(self.desk, self.canvas, self)
        self.edge = EdgeMode(self.desk, self.canvas, self.marking.cover)
        self.relation_acts = RelationActs(self.desk, self.side, self._ask)
        self.progress = ArticleProgress(self.desk, self.list.model, self._ask, self.open_article, settings)
        self.history = History(self.desk, self.canvas)
        self.view_acts = ViewActs(self.canvas, self.panes, self.focus_mode_changed.emit)

    def _make_handlers(self) -> dict[str, Callable[[], object]]:
        parts: tuple[HasHandlers, ...] = (
            *(self.marking, self.shaping, self.proposer, self.edge),
            *(self.judge, self.many, self.ordering),
            *(self.relating, self.relation_acts, self.progress, self.history, self.view_acts),
        )
        return {
            **{name: act for part in parts for name, act in part.handlers().items()},
            "search.focus": self.focus_search,
            "mode.leave": self.leave,
        }

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        for button in self.side.findChildren(QAbstractButton):
            _leave_focus(button)
        self.setFocusProxy(self.text)
        self.text.setFocus()
        self.text.installEventFilter(self)

    # For the window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of the page do, by their names in the table."""
        return dict(self._handlers)

    def act(self, name: str) -> None:
        """Do what an action of the page does."""
        self._handlers[name]()

    def open_article(self, seq: int) -> bool:
        """Show an article; False, and said, when that cannot be."""
        if self.desk.work is not None and self.desk.work.seq == seq:
            return True
        return self.desk.open(seq)

    def refresh_articles(self) -> None:
        """Read the list again: articles came or went, or are of another status."""
        self.list.refresh()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.text.set_look(look)
        self.list.set_look(look)
        self.side.set_look(look)
        self.mouse.palette.set_look(look)

    def current_keys(self) -> list[tuple[str, str]]:
        """The keys that matter now, each with what it does."""
        return keys_now(
            self.desk,
            self.relating,
            self.edge,
            selecting=bool(self.text.selection()),
            copying=self.marking.is_copying,
        )

    def apply_settings(self, settings: Settings) -> None:
        """Take settings on."""
        self.settings = settings
        self.side.suggestions.set_order(settings.order)
        self.list.doubtful.setChecked(settings.doubtful_first)

    def close_page(self) -> None:
        """Let go of the project: before it is closed, and once."""
        self.proposer.close()
        self.desk.close()
        self.list.model.close()

    # What changes

    def _show_work(self, work: Work) -> None:
        meta = meta_line(work.article, self.tr("{n} words").format(n=number(work.article.words)))
        self.panes.heading.show_article(work.article, meta)
        self.mouse.palette.hide()
        self.canvas.show_work(work, meta)
        self.list.show_at_hand(work.seq)
        self._tell_progress(work)
        self.article_opened.emit(work)
        self.keys_changed.emit()

    def _show_update(self, update: Update) -> None:
        work = self.desk.work
        if work is None:
            return
        self.canvas.show_update(work, update)
        if update.suggestions or update.changes.verdicts or self._was_blind is not work.is_blind:
            self._tell_progress(work)
        if update.changes.state:
            self.list.model.read_again(work.seq)
        else:
            self.list.model.forget_row(work.seq)

    def _tell_progress(self, work: Work) -> None:
        left = len(work.left)
        total = left + len(work.own.verdicts)
        self._was_blind = work.is_blind
        self.list.model.set_progress(work.seq, Progress(left, total))
        if work.is_blind:
            self.suggestions_hidden.emit()
        else:
            self.suggestions_left.emit(left, total)

    def _show_current(self) -> None:
        self.canvas.show_current()
        self.keys_changed.emit()

    # Wishes

    def open_chosen(self, seq: int) -> None:
        """Show an article that was chosen in the list, at what was searched for."""
        place = self.list.model.place(seq)
        if self.open_article(seq):
            if place:
                self.canvas.go_to_found(place)
            self.text.setFocus()

    def go_to(self, key: str) -> None:
        """Make something current, have it in view, and give the keys to the text."""
        self.canvas.go_to(key)
        self.text.setFocus()

    def click_mark(self, mark_id: str) -> None:
        """A mark was clicked: it is a target, or becomes current."""
        if self.relating.active:
            self.relating.click(mark_id)
        else:
            self.desk.select(mark_id)

    def click_plain(self) -> None:
        """The text was clicked where no mark is."""
        if not self.relating.active:
            self.desk.select("")

    def move_edge(self, key: str, fragments: Fragments) -> None:
        """An edge of a mark was dragged."""
        if self.desk.read_only:
            self.canvas.end_preview(key)
        self.marking.cover(key, fragments)

    def choose_label(self, name: str) -> None:
        """Mark the selection with a label, or give it to what is current."""
        self.mouse.palette.hide()
        self.relating.leave()
        self.marking.label(name)

    def _ask(self, question: str, text: str, answer: Callable[[str], object]) -> None:
        if self.desk.read_only:
            self.failed.emit(self.tr("The project is open for reading only."))
        else:
            TextDialog(self, question, text, answer).open()

    def set_focus_mode(self, on: bool) -> None:
        """Show only the text and the current mark, or all again."""
        self.view_acts.set_focus_mode(on)

    def focus_search(self) -> None:
        """Go to the search field."""
        self.set_focus_mode(False)
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def leave(self) -> None:
        """Leave what one is in, one thing at a time: a mode, the palette, a field, the selection, what is current."""
        if self.relating.active:
            self.relating.cancel()
        elif self.text.handling:
            self.text.leave_gesture()
        elif self.marking.leave():
            self.said.emit("")
        elif self.mouse.palette.isVisible():
            self.mouse.palette.hide()
        elif not self.text.hasFocus():
            self.text.setFocus()
        elif self.text.selection():
            self.text.clear_selection()
        elif self.canvas.alone and not self.desk.current:
            self.set_focus_mode(False)
        else:
            self.desk.select("")

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the text: before Qt takes Tab for itself."""
        if watched is self.text and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.mouse.palette.hide()
            return self._key.take(event, in_text=True)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that a panel has no use for; never those of a field that is typed into."""
        typing = isinstance(QApplication.focusWidget(), _TYPED_INTO)
        if typing and event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif typing or not self._key.take(event, in_text=False):
            super().keyPressEvent(event)


def _leave_focus(button: QAbstractButton) -> None:
    """A click leaves the focus in the text; Tab still gets there."""
    if button.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
