"""An open project on screen: session, page, model, imports and exports, joined to the window's bars."""

import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QThreadPool, QTimer

from annotator.app.session import Session
from annotator.app.settings import Settings
from annotator.app.state import Spot, State
from annotator.app.work import Work
from annotator.model.errors import AnnotatorError
from annotator.store import backup, find, listing, pipeline_choice, schemas
from annotator.ui.activity import ActivityWatch
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.annotate.spot import go_back, spot_of
from annotator.ui.export.acts import ExportActs
from annotator.ui.numbers import duration, number
from annotator.ui.page_out import PageOut
from annotator.ui.page_table import ANNOTATE, PAGES
from annotator.ui.pages import ProjectPages
from annotator.ui.place_keeper import PlaceKeeper
from annotator.ui.text_view.marks import Look
from annotator.ui.training.acts import LearnActs
from annotator.ui.transfer_acts import TransferActs
from annotator.ui.window_actions import Actions

if TYPE_CHECKING:
    from annotator.app.suggesting import RunState
    from annotator.exchange.losses import LossReport
    from annotator.exchange.protocols import Outgoing, WriteOptions
    from annotator.ui.main_window import MainWindow
    from annotator.ui.model_link import ModelLink

_log = logging.getLogger(__name__)
_FIRST_PAINT = 250  # milliseconds: the window is there before the model's side is made
_BACKUP_AGE = timedelta(hours=12)
_SIDES = "annotate"
_BACKUP_DELAY = 4000  # milliseconds after opening, when nobody waits


class ProjectDesktop(QObject):
    """Lives as long as the project is open."""

    def __init__(self, session: Session, window: "MainWindow", actions: Actions, colours: Look) -> None:
        super().__init__(window)
        self.session = session
        self._window = window
        self._actions = actions
        self._bar = window.status_line
        self.page = AnnotatePage(session, colours)
        self.pages = ProjectPages(session, self.page, colours)
        self.activity = ActivityWatch(session, window)
        self._closed = False
        self._link: ModelLink | None = None
        self.keeper = PlaceKeeper(self.page, self.pages, window.remember, self)
        self.learning = LearnActs(session, window, use=self._use_pipeline)
        self.transfer = TransferActs(session, window, came=self._articles_came)
        self.exports = ExportActs(
            session, window, window.state, elsewhere=self._export_beside, go=self._go_to_place, moved=self._spans_moved
        )
        self.page_out = PageOut(session, window, say=self._bar.say, complain=self._complain)
        self._connect()

    def _connect(self) -> None:
        page, bar = self.page, self._bar
        page.article_opened.connect(self._opened)
        self.activity.failed.connect(self._complain)
        page.said.connect(bar.say)
        page.failed.connect(self._complain)
        page.saved.connect(bar.show_saved)
        page.suggestions_left.connect(bar.show_left)
        page.suggestions_hidden.connect(bar.show_hidden)
        page.ordering.chosen.connect(self._window.program.keep_order)
        page.list.order_chosen.connect(self._window.program.keep_articles_order)
        page.keys_changed.connect(lambda: bar.show_keys(page.current_keys()))
        page.text.zoomed.connect(self._keep_zoom)
        page.focus_mode_changed.connect(lambda on: self._window.show_bars(not on))
        self.pages.said.connect(bar.say)
        self.pages.failed.connect(self._complain)
        self.pages.turning.connect(self._note_article)
        self.pages.changed.connect(self._page_changed)
        self.pages.article_wanted.connect(self.go_to_article)

    @property
    def link(self) -> "ModelLink":
        """The model's side; made when it is first needed, so that the window is there before it."""
        if self._link is None:
            self._link = self._make_link()
        return self._link

    def _make_link(self) -> "ModelLink":
        from annotator.ui.model_link import ModelLink

        link, bar = ModelLink(self.session, self), self._bar
        link.ready.connect(lambda name: bar.left.setToolTip(self.tr("Suggested by {name}").format(name=name)))
        link.troubled.connect(self._complain)
        link.remarked.connect(bar.say)
        link.run_changed.connect(self._show_run)
        link.run_over.connect(bar.say)
        return link

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do while the project is open, by name."""
        found = {**self.pages.handlers(), **self.transfer.handlers(), **self.page_out.handlers()}
        found |= self.exports.handlers()
        found |= {"project.history": self._show_history, "project.schema": self._edit_schema}
        if not self.session.project.read_only:
            found["suggest.all"] = self._suggest_all
            found["project.blind"] = self._ask_blind
            found["suggest.learn"] = self.learning.show
        return found

    def start(self, spot: Spot | None) -> None:
        """Show the article where work stopped, or the first open one."""
        project = self.session.project
        if project.read_only:
            self._bar.show_read_only(" ".join(project.notices))
        for notice in project.notices:
            self._bar.say(notice)
        self.page.text.set_zoom(self._window.state.zoom)
        self.apply_settings(self._window.settings)
        self.page.panes.restore_sides(self._window.state.windows.get(_SIDES, ""))
        if not (spot and self._has(spot.article) and go_back(self.page, spot)):
            self._open_first()
        self._bar.show_keys(self.page.current_keys())
        self.page.text.setFocus()
        if spot and spot.page in {row.name for row in PAGES} - {ANNOTATE}:
            self.pages.show_page(spot.page)
        QTimer.singleShot(_BACKUP_DELAY, self, self._back_up_now_and_then)

    def _has(self, place: int) -> bool:
        return bool(listing.rows(self.session.project, self.session.number, [place]))

    def _open_first(self) -> None:
        session = self.session
        first = listing.next_open(session.project, session.number, 0)
        if first is None:
            first = next(iter(listing.numbers(session.project, session.number, limit=1)), None)
        if first is not None:
            self.page.open_article(first)
        else:
            self._bar.say(self.tr("The project is empty: import articles (Ctrl+I), or drop files here."))

    @property
    def place(self) -> int | None:
        """The number of the article at hand."""
        return self.session.work.seq if self.session.work else None

    def remember(self, state: State) -> None:
        """Keep where work stopped, and how wide the sides are."""
        if spot := spot_of(self.page):
            state.spots[str(self.session.project.path.resolve())] = replace(spot, page=self.pages.current)
        if sides := self.page.panes.sides_moved():
            state.windows[_SIDES] = sides

    def set_look(self, colours: Look) -> None:
        """Draw in other colours."""
        self.pages.set_look(colours)
        self._bar.show_keys(self.page.current_keys())

    def apply_settings(self, settings: Settings) -> None:
        """Take settings on."""
        text = self.page.text
        text.set_measure(settings.text_width)
        text.set_spacing(settings.line_spacing)
        text.exact = not settings.snap_to_words
        self.page.apply_settings(settings)
        self._bar.show_keys(self.page.current_keys())

    def close(self) -> None:
        """End the worker and close the project."""
        self._closed = True
        self.keeper.stop()
        self.activity.close()
        self.learning.close()
        self.pages.close_pages()
        if self._link is not None:
            self._link.close()
        self.session.project.close()

    # What happens

    def _page_changed(self, name: str) -> None:
        """The actions mean what they mean on that page, and the bar has the keys of the text only there."""
        self._actions.disable(list(self.page.handlers()))
        self._actions.connect_all(self.handlers())
        self._window.top_bar.show_page(name)
        self._bar.show_keys(self.page.current_keys() if name == ANNOTATE else [])

    def _note_article(self) -> None:
        """Active time is that of the article in view; another page may count it, so it is written first."""
        in_view = self.pages.current == ANNOTATE
        self.activity.enter(self.place if in_view else None)
        if not in_view:
            self.activity.write()

    def go_to_article(self, seq: int, span_id: str = "") -> None:
        """Open an article on the annotate page, at a span when one is named."""
        if self.page.open_article(seq):
            self.pages.show_page(ANNOTATE)
            if span_id:
                self._go_to_span(seq, span_id)

    def _go_to_place(self, seq: int, start: int, end: int) -> None:
        """Open an article at a place of its text; an own span that lies there is current."""
        if not self.page.open_article(seq):
            return
        self.pages.show_page(ANNOTATE)
        work = self.session.work
        if work is None or start == end:
            return
        own = next((span.id for span in work.own.spans.values() if (span.start, span.end) == (start, end)), None)
        if own is not None:
            self.page.go_to(own)
        else:
            self.page.text.select(start, end)
            self.page.text.reveal(start, min(end, start + 400))
            self.page.text.setFocus()

    def _go_to_span(self, seq: int, span_id: str) -> None:
        """Go to a span of the article at hand, whoever marked it."""
        try:
            place = find.place(self.session.project, seq, span_id)
        except AnnotatorError as error:
            self._complain(error.sentence)
            return
        if place is None:
            self._complain("This span is not there any more.")
        else:
            self.page.canvas.go_to_found(place)

    def _opened(self, work: Work) -> None:
        model = self.page.list.model
        row = model.row_of(work.seq)
        if row is not None:
            self._window.top_bar.show_place(row + 1, model.rowCount())
        self._note_article()
        QTimer.singleShot(0 if self._link else _FIRST_PAINT, self, self._have_it_read)

    def _have_it_read(self) -> None:
        """Have the article on screen pre-highlighted."""
        work = self.session.work
        if self._closed or work is None:
            return
        try:
            self.link.article_opened(work)
        except AnnotatorError as error:
            self._complain(error.sentence)

    def _export_beside(self, items: "Iterator[Outgoing]", target: Path, options: "WriteOptions") -> "LossReport":
        return self.link.export(items, target, options)

    def _keep_zoom(self, zoom: float) -> None:
        self._window.state.zoom = zoom

    def _complain(self, sentence: str) -> None:
        self._bar.say(sentence, bad=True)

    def _articles_came(self) -> None:
        self.page.refresh_articles()
        self.pages.show_again()
        if self.session.work is None:
            self._open_first()

    def _spans_moved(self) -> None:
        """Spans were moved in many articles: perhaps in the one at hand."""
        self.session.refresh()
        self.page.refresh_articles()
        self.pages.show_again()

    def _suggest_all(self) -> None:
        try:
            total = self.link.suggesting.start_run()
        except AnnotatorError as error:
            self._complain(error.sentence)
            return
        if not total and self.link.suggesting.model and not self.link.suggesting.is_running:
            self._bar.say(self.tr("Every article has the model's suggestions already."))

    def _show_run(self, state: "RunState | None") -> None:
        self._actions["suggest.cancel"].setEnabled(state is not None)
        if state is None:
            self._bar.background.clear()
            return
        self._actions.connect_all({"suggest.cancel": self.link.suggesting.cancel_run})
        told = self.tr("Pre-highlighting {done} of {total}").format(done=number(state.done), total=number(state.total))
        if state.per_second:
            told += self.tr(", {speed} articles a second").format(speed=number(round(state.per_second)))
        if state.seconds_left is not None:
            told += self.tr(", {time} left").format(time=duration(state.seconds_left))
        self._bar.background.setText(told)

    def _use_pipeline(self, name: str, beside: bool) -> None:
        """Have suggestions come from another pipeline, from the article on screen on."""
        try:
            pipeline_choice.choose(self.session.project, name, beside=beside)
        except AnnotatorError as error:
            self._complain(error.sentence)
            return
        if self._link is not None:
            self._link.close()
            self._link = None
        self._bar.background.clear()
        self._actions.disable(["suggest.cancel"])
        self._have_it_read()

    def _ask_blind(self) -> None:
        from annotator.app.blind import set_share
        from annotator.ui.dialogs.blind import BlindDialog

        try:
            dialog = BlindDialog(self.session.project, self._window)
            if dialog.exec():
                set_share(self.session.project, dialog.field.value())
                self.session.refresh()
        except AnnotatorError as error:
            self._complain(error.sentence)

    def _show_history(self) -> None:
        from annotator.ui.dialogs.history import HistoryDialog

        dialog = HistoryDialog(self.session.project, self._window)
        dialog.exec()
        if schemas.current_toml(self.session.project)[0] != self.session.schema_version:
            self._window.reopen_project()
        elif dialog.changed:
            self.link.suggesting.history_changed()
            self.page.refresh_articles()
            if self.place and not self._has(self.place):
                self.session.close_article()
                self._open_first()
            else:
                self.session.refresh()
            self.pages.show_again()

    def _edit_schema(self) -> None:
        from annotator.ui.schema.dialog import SchemaDialog

        dialog = SchemaDialog(self.session, self._window.colours, self._window)
        dialog.exec()
        if dialog.schema_saved:
            self._window.reopen_project()
        elif dialog.guidelines_saved:
            self.page.side.guide.refresh()

    def _back_up_now_and_then(self) -> None:
        """A backup in a thread of its own, once the newest is old."""
        project = self.session.project
        if project.read_only or self._window.desktop is not self or not listing.counts(project, self.session.number):
            return
        newest = next(iter(backup.backups_of(project.path)), None)
        if newest and datetime.now(UTC) - datetime.fromtimestamp(newest.stat().st_mtime, UTC) < _BACKUP_AGE:
            return
        QThreadPool.globalInstance().start(lambda: _back_up(project.path))


def _back_up(path: Path) -> None:
    try:
        backup.rotate_apart(path)
    except AnnotatorError:
        _log.exception("the backup could not be written")
