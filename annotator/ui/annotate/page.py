"""The page on which articles are annotated: list, text, and what goes with it; it hands keys and wishes on.

What keys and clicks do is in `marking`, `judge`, `relating` and `progress`; this puts them together.
"""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.app.session import Session
from annotator.app.settings import Settings
from annotator.app.work import Update, Work
from annotator.model.annotation import Fragments
from annotator.model.article import has_heading
from annotator.ui.annotate.article_list import ArticleList
from annotator.ui.annotate.article_model import Progress
from annotator.ui.annotate.ask import TextDialog
from annotator.ui.annotate.canvas import Canvas, meta_line
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.edge_mode import EdgeMode
from annotator.ui.annotate.flow import role_label
from annotator.ui.annotate.history import History
from annotator.ui.annotate.judge import Judge
from annotator.ui.annotate.key_help import keys_now
from annotator.ui.annotate.keys import KeyMap
from annotator.ui.annotate.many import Many
from annotator.ui.annotate.marking import Marking
from annotator.ui.annotate.ordering import Ordering
from annotator.ui.annotate.page_keys import Acts, HasHandlers, PageKeys
from annotator.ui.annotate.progress import ArticleProgress
from annotator.ui.annotate.proposing import Proposer
from annotator.ui.annotate.relating import Relating
from annotator.ui.annotate.relation_acts import RelationActs
from annotator.ui.annotate.selection_palette import MouseWatch
from annotator.ui.annotate.shaping import Shaping
from annotator.ui.annotate.side import Side
from annotator.ui.announcing import Announcer
from annotator.ui.look import scale
from annotator.ui.numbers import number
from annotator.ui.text_view import Look, TextView

_TYPED_INTO = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
_ZOOM_STEP = 1.1
_WIDE = 1200  # pixels


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
        self.list = ArticleList(session.project, session.number, session.schema)
        self.side = Side(self.desk, session.schema)
        self._title = role_label("", "article", wrap=True)
        self._meta = role_label("", "dim", wrap=True)
        self.canvas = Canvas(self.desk, self.text)
        self.judge = Judge(self.desk, self.canvas, lambda: self.side.suggestions.model.walk)
        self.many = Many(self.desk, self.canvas, self.judge, self)
        self.ordering = Ordering(self.desk, self.side.suggestions, lambda: self.settings)
        self.marking = Marking(self.desk, self.canvas, self.judge, self._ask, lambda: self.settings)
        self.shaping = Shaping(self.desk, self.canvas, self.marking, lambda: self.settings)
        self.proposer = Proposer(self.desk, self.shaping, self)
        self.relating = Relating(self.desk, self.canvas, self)
        self.edge = EdgeMode(self.desk, self.canvas, self.marking.cover)
        self.relation_acts = RelationActs(self.desk, self.side, self._ask)
        self.progress = ArticleProgress(self.desk, self.list.model, self._ask, self.open_article, lambda: self.settings)
        self.history = History(self.desk, self.canvas)
        self.announcer = Announcer(self.desk, self.text)
        self.mouse = MouseWatch(self.text, self, session.schema)
        self.mouse.enabled = not self.desk.read_only
        self.guests: list[QWidget] = []  # panes of others, which the panel keys go to as well
        self._moved = self._all_arcs = self._was_blind = False
        self._kept_sides = ""
        self._handlers = self._make_handlers()
        acts = Acts(self.desk, self.marking, self.relating, self.edge, self._handlers, self.side.focus_attribute)
        self._key = PageKeys(KeyMap(session.schema), acts)
        self._arrange()
        self._connect()
        self.side.set_editable(not self.desk.read_only)
        self.set_look(look)

    # Building

    def _arrange(self) -> None:
        middle = QWidget()
        middle.setObjectName("textPane")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._heading = QWidget()
        self._heading.setObjectName("articleHeading")
        above = QVBoxLayout(self._heading)
        above.setContentsMargins(28, 14, 28, 6)
        above.setSpacing(2)
        above.addWidget(self._title)
        above.addWidget(self._meta)
        column.addWidget(self._heading)
        column.addWidget(self.text, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("annotateSplitter")
        self.splitter.setHandleWidth(1)
        for widget in (self.list, middle, self.side):
            self.splitter.addWidget(widget)
        self.splitter.setCollapsible(1, False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._note_moved)
        self.list.setMinimumWidth(180)
        self.side.setMinimumWidth(270)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        for button in self.side.findChildren(QAbstractButton):
            _leave_focus(button)
        self.setFocusProxy(self.text)
        self.text.setFocus()
        self.text.installEventFilter(self)

    def _connect(self) -> None:
        desk, side = self.desk, self.side
        for here, there in ((desk.said, self.said), (desk.failed, self.failed), (desk.saved, self.saved)):
            here.connect(there)
        self.list.model.failed.connect(self.failed)
        self.list.chosen.connect(self._open_chosen)
        desk.opened.connect(self._show_work)
        desk.updated.connect(self._show_update)
        desk.current_changed.connect(self._show_current)
        self.text.mark_clicked.connect(self._clicked)
        self.text.stub_clicked.connect(self._go_to)
        self.text.hovered.connect(side.show_hovered)
        self.text.selection_changed.connect(self.keys_changed)
        self.mouse.plain_click.connect(self._clicked_plain)
        self.mouse.palette.chosen.connect(self.choose_label)
        self.relating.changed.connect(self.keys_changed)
        self.edge.changed.connect(self.keys_changed)
        self.relating.wire(self.text)
        self.text.edge_moving.connect(self.canvas.preview)
        self.text.edge_moved.connect(self._edge_moved)
        self.text.edge_left.connect(self.canvas.end_preview)
        self.marking.mode_changed.connect(self.keys_changed)
        side.mark.labels.chosen.connect(self.choose_label)
        self._connect_cards()
        side.suggestions.chosen.connect(self._go_to)
        side.suggestions.accepted.connect(self.judge.accept)
        side.suggestions.rejected.connect(self.judge.reject)
        side.suggestions.many_wanted.connect(lambda name: self._handlers[name]())
        side.relations.chosen.connect(self._go_to)
        side.history.wanted.connect(self.history.undo_to)

    def _connect_cards(self) -> None:
        span, suggestion, article = (
            self.side.mark.span_card,
            self.side.mark.suggestion_card,
            self.side.mark.article_card,
        )
        span.attribute_wanted.connect(self.marking.set_attribute)
        span.refused.connect(self.failed)
        span.followed.connect(self._go_to)
        span.unlinked.connect(self.marking.unlink)
        span.relation_wanted.connect(self.relating.start)
        span.note_wanted.connect(self.marking.note)
        span.relation_note_wanted.connect(self.marking.relation_note)
        span.removal_wanted.connect(self.marking.remove)
        suggestion.accepted.connect(self.judge.accept)
        suggestion.rejected.connect(self.judge.reject)
        article.attribute_wanted.connect(self.marking.set_article_attribute)
        article.refused.connect(self.failed)
        article.note_wanted.connect(self.marking.article_note)

    def _make_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **{name: act for part in self._parts() for name, act in part.handlers().items()},
            "edit.undo": self.history.undo,
            "edit.redo": self.history.redo,
            "span.pick_start": lambda: self.edge.pick("start"),
            "span.pick_end": lambda: self.edge.pick("end"),
            "caret.sentence_next": lambda: self.text.move_by_sentence(1),
            "caret.sentence_previous": lambda: self.text.move_by_sentence(-1),
            "caret.select_sentence_next": lambda: self.text.move_by_sentence(1, select=True),
            "caret.select_sentence_previous": lambda: self.text.move_by_sentence(-1, select=True),
            "search.focus": self.focus_search,
            "relation.start": self.relating.start,
            "mode.leave": self.leave,
            "panel.next": lambda: self._cycle(1),
            "panel.previous": lambda: self._cycle(-1),
            "view.arcs": self._toggle_arcs,
            "view.focus": lambda: self.set_focus_mode(not self.canvas.alone),
            "view.larger": lambda: self.text.set_zoom(self.text.zoom() * _ZOOM_STEP),
            "view.smaller": lambda: self.text.set_zoom(self.text.zoom() / _ZOOM_STEP),
            "view.normal": lambda: self.text.set_zoom(1.0),
        }

    def _parts(self) -> tuple[HasHandlers, ...]:
        marking, judging = (self.marking, self.shaping, self.proposer), (self.judge, self.many, self.ordering)
        return (*marking, *judging, self.relation_acts, self.progress)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width out until somebody moves a border: in a narrow window the sides take less."""
        super().resizeEvent(event)
        if self._kept_sides:  # before the first real width they would be scaled with it
            self.splitter.restoreState(QByteArray.fromBase64(self._kept_sides.encode("ascii")))
            self._kept_sides = "" if self.isVisible() else self._kept_sides
        elif not self._moved:
            left, right = _sides(self.width())
            self.splitter.setSizes([left, self.width() - left - right, right])

    def _note_moved(self) -> None:
        self._moved = True

    def sides_moved(self) -> str:
        """How wide somebody made the sides, in Qt's own form; "" when nobody did."""
        return bytes(self.splitter.saveState().toBase64().data()).decode("ascii") if self._moved else ""

    def restore_sides(self, kept: str) -> None:
        """Make the sides as wide as they were."""
        if kept and self.splitter.restoreState(QByteArray.fromBase64(kept.encode("ascii"))):
            self._moved, self._kept_sides = True, kept

    # For the window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of the page do, by their names in the table."""
        return dict(self._handlers)

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

    def close_page(self) -> None:
        """Let go of the project: before it is closed, and once."""
        self.proposer.close()
        self.desk.close()
        self.list.model.close()

    # What changes

    def _show_work(self, work: Work) -> None:
        meta = meta_line(work.article, self.tr("{n} words").format(n=number(work.article.words)))
        has_own_title = not has_heading(work.article)
        self._title.setText(work.article.title)
        self._meta.setText(meta)
        self._heading.setVisible(has_own_title)
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

    def _open_chosen(self, seq: int) -> None:
        place = self.list.model.place(seq)
        if self.open_article(seq):
            if place:
                self.canvas.go_to_found(place)
            self.text.setFocus()

    def _go_to(self, key: str) -> None:
        self.canvas.go_to(key)
        self.text.setFocus()

    def _clicked(self, mark_id: str) -> None:
        if self.relating.active:
            self.relating.click(mark_id)
        else:
            self.desk.select(mark_id)

    def _edge_moved(self, key: str, fragments: Fragments) -> None:
        if self.desk.read_only:
            self.canvas.end_preview(key)
        self.marking.cover(key, fragments)

    def _clicked_plain(self) -> None:
        if not self.relating.active:
            self.desk.select("")

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

    def _toggle_arcs(self) -> None:
        self._all_arcs = not self._all_arcs
        self.text.set_all_arcs(self._all_arcs)

    def set_focus_mode(self, on: bool) -> None:
        """Show only the text and the current mark, or all again."""
        if on != self.canvas.alone:
            self.canvas.set_alone(on)
            self.list.setVisible(not on)
            self.side.setVisible(not on)
            self.focus_mode_changed.emit(on)
            self.text.setFocus()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.set_focus_mode(False)
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def leave(self) -> None:
        """Leave what one is in, one thing at a time: a mode, the palette, a field, the selection, what is current."""
        if self.relating.active:
            self.relating.leave()
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

    def _cycle(self, step: int) -> None:
        """Move the focus between the list, the text and the panel at the right."""
        focus = QApplication.focusWidget()
        guests = [each for each in self.guests if each.isVisible()]
        panes: list[QWidget] = [self.list, self.text, self.side, *guests]
        here = next((at for at, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))), 1)
        wanted = (here + step) % len(panes)
        target = (self.list.view, self.text, self.side.first_field(), *guests)[wanted]
        target.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)

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


def _sides(width: int) -> tuple[int, int]:
    """The widths of the list and the panels: with a larger font more, but never most of a window."""
    left, right = (260, 350) if width >= _WIDE else (212, 308)
    more = scale()
    return max(left, min(round(left * more), width * 22 // 100)), max(
        right, min(round(right * more), width * 36 // 100)
    )


def _leave_focus(button: QAbstractButton) -> None:
    """A click leaves the focus in the text; Tab still gets there."""
    if button.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
