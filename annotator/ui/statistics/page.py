"""The page of statistics: whose and of which days, the key figures, and a section for each thing that is counted."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.app.session import Session
from annotator.model.errors import AnnotatorError
from annotator.store import annotators
from annotator.store.statistics import Figures
from annotator.ui.focus_order import follow_reading
from annotator.ui.look import scale
from annotator.ui.parts.background import Background
from annotator.ui.parts.flow import role_label
from annotator.ui.sentences import translated
from annotator.ui.statistics import charts, reading, tables
from annotator.ui.statistics.charts import Chart
from annotator.ui.statistics.choice import Choice
from annotator.ui.statistics.key_figures import KeyFigures
from annotator.ui.statistics.reading import Read
from annotator.ui.statistics.section import Section
from annotator.ui.statistics.tables import Table
from annotator.ui.text_view.marks import Look

_TWO_COLUMNS = 1150  # pixels from which there is room for them


class StatisticsPage(QWidget):
    """Figures are read each time that one comes here, or wants others. `shown` says that all are drawn."""

    article_wanted = Signal(int, str)
    said = Signal(str)
    failed = Signal(str)
    shown = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statisticsPage")
        self._session, self._look = session, look
        self.figures: Figures | None = None
        self.is_shown = False  # all that is wanted is drawn
        self.choice = Choice()
        self.key_figures = KeyFigures()
        self.told = role_label("", "dim", wrap=True)
        self.sections = self._make_sections()
        self.blind = self._make_blind()
        self.reader = Background(self)
        self._parts: Iterator[tuple[Section, Table, Chart]] = iter(())
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._show_part)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.choice.who)
        follow_reading(self)

    def _make_sections(self) -> dict[str, Section]:
        active = self.tr("No active time was counted in these days. It is counted while somebody works in an article.")
        return {
            "done": Section(self.tr("Articles done, added up"), self.tr("No article was done in these days.")),
            "rates": Section(self.tr("Articles an hour of active time"), active),
            "times": Section(self.tr("Active time an article"), active),
            "spans": Section(self.tr("Spans by label"), self.tr("No span was made in these days.")),
            "verdicts": Section(
                self.tr("Suggestions accepted, changed, rejected"), self.tr("No suggestion was judged in these days.")
            ),
        }

    def _make_blind(self) -> dict[str, Section]:
        made = {
            "models": Section(self.tr("Blind sample: what the models have of it"), ""),
            "seeing": Section(self.tr("Blind sample: after the suggestions were seen"), ""),
        }
        for each in made.values():
            each.hide()
        return made

    @property
    def _every(self) -> list[Section]:
        return [*self.sections.values(), *self.blind.values()]

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.choice)
        above.addStretch(1)
        inside = QWidget()
        inside.setObjectName("statisticsInside")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setSpacing(12)
        self.area = QScrollArea()
        self.area.setObjectName("statisticsArea")
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(10)
        column.addLayout(above)
        for each in (self.key_figures, self.told):
            column.addWidget(each)
        column.addWidget(self.area, 1)
        column.addStretch(0)  # takes the room while the area is hidden
        self._columns = 0
        self._lay_out()
        self._show_what_there_is()

    def _connect(self) -> None:
        self.choice.changed.connect(self._ask)
        self.reader.done.connect(self._show)
        self.reader.failed.connect(self._fail)
        for each in self._every:
            each.said.connect(self.said)

    # As a page of the project

    def show_now(self) -> None:
        """Read the figures again: something was done since."""
        try:
            self.choice.show_persons(annotators.everyone(self._session.project))
        except AnnotatorError as error:
            self.failed.emit(error.sentence)
        if self.figures is None:
            self._soon.start()  # the page is painted first: loading what draws would hold it up
        else:
            self._ask()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        for each in self._every:
            each.set_look(look)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """No action means something of its own here."""
        return {}

    def close_page(self) -> None:
        """End what is being read and drawn."""
        self._soon.stop()
        self._next.stop()
        self.reader.close()

    # What is shown

    def _ask(self) -> None:
        self.is_shown = False
        if self.figures is None:
            self.told.setText(self.tr("Reading the figures …"))
        path, wanted = self._session.project.path, self.choice.wanted(date.today())
        self.reader.start_long(lambda is_stale: reading.read(path, wanted, is_stale))

    def _fail(self, sentence: str) -> None:
        self.told.setText("" if self.figures else self.tr("The figures could not be read."))
        self.failed.emit(sentence)

    def _show(self, found: Read) -> None:
        """Show the figures: the sections one after the other, so that the window stays quick."""
        self.figures = figures = found.figures
        self._show_blind(found)
        self.key_figures.show_figures(figures)
        self._parts = self._each_part(figures) if _any(figures) else iter(())
        self._show_what_there_is()
        self._next.start()

    def _each_part(self, figures: Figures) -> Iterator[tuple[Section, Table, Chart]]:
        found = self.sections
        yield found["done"], tables.done(figures), charts.done(figures)
        yield found["rates"], tables.rates(figures), charts.rates(figures)
        yield found["times"], tables.times(figures), charts.times(figures)
        yield found["spans"], tables.spans(figures), charts.spans(figures, self._session.schema)
        yield found["verdicts"], tables.verdicts(figures), charts.verdicts(figures)

    def _show_part(self) -> None:
        part = next(self._parts, None)
        if part is None:
            self._next.stop()
            self.is_shown = True
            self.shown.emit()
        else:
            section, table, chart = part
            section.show_figures(table, chart, self._look)

    def _show_blind(self, found: Read) -> None:
        """Show the blind sample as tables; without one there are no such sections."""
        made = {"models": tables.blind_models, "seeing": tables.blind_seeing}
        for name, section in self.blind.items():
            table = made[name](found.blind) if found.blind else Table((), [])
            section.show_figures(table, None, self._look)
            section.setVisible(bool(table.rows))
        if found.trouble:
            self.blind["models"].say_nothing(translated(found.trouble))
            self.blind["models"].show()

    def _show_what_there_is(self) -> None:
        there = self.figures is not None and _any(self.figures)
        self.area.setVisible(there)
        self.key_figures.setVisible(there)
        self.told.setVisible(not there)
        if self.figures is not None and not there:
            self.told.setText(self._nothing())

    def _nothing(self) -> str:
        if not self.choice.is_whole:
            return self.tr("Nothing was done in these days. Choose other days, or another annotator.")
        return self.tr(
            "Nothing has been done in this project yet. Once articles are annotated, this page shows how many are"
            " done, how long they took, which labels were used, and what became of the suggestions."
            " Go to an article (Ctrl+1), mark, and finish it with Ctrl+Enter."
        )

    # Room

    def hasHeightForWidth(self) -> bool:
        """No: it scrolls. The key figures, which wrap, would have the window's bars give way to the whole page."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        columns = 2 if self.width() >= _TWO_COLUMNS * scale() else 1
        if columns == self._columns:
            return
        self._columns = columns
        for at, each in enumerate(self._every):
            self._grid.addWidget(each, at // columns, at % columns)
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self._grid.setRowStretch(len(self._every), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page keys scroll."""
        bar = self.area.verticalScrollBar()
        steps = {Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _any(figures: Figures) -> bool:
    """Whether anything is in them."""
    return any((figures.days, figures.times, figures.spans, figures.verdicts))
