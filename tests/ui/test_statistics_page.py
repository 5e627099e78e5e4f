"""The page of statistics in the real window, on the sample project after some work in it."""

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from accessibility_checks import chain, complaints, cut_off, unseen
from no_worker import NoWorker
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app import statistics
from annotator.app.blind import set_share
from annotator.app.blind_compare import BlindSummary, blind_summary
from annotator.app.plans import spans
from annotator.app.plans import states as standing
from annotator.app.sample import make_sample
from annotator.app.settings import Settings
from annotator.app.state import State
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span
from annotator.model.errors import EditError, ProjectError
from annotator.model.ids import new_id
from annotator.store import activity, runs
from annotator.store.statistics import Figures, Wanted, apart
from annotator.ui import application, look, model_link
from annotator.ui.focus_order import in_visual_order
from annotator.ui.main_window import MainWindow
from annotator.ui.numbers import short_day
from annotator.ui.statistics import reading
from annotator.ui.statistics.page import StatisticsPage
from annotator.ui.statistics.tables import told

WAIT = 20_000


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.annodb"
    made, _ = make_sample(path)
    made.close()
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(chosen, "settings_file", lambda: tmp_path / "config" / "settings.toml")
    monkeypatch.setattr(states, "state_file", lambda: tmp_path / "state" / "state.json")
    monkeypatch.setattr(model_link, "WorkerClient", NoWorker)
    application.make_application()
    made = MainWindow(State(annotator="Ada", tour_seen=True), Settings(look="light"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    path = tmp_path / "news.annodb"
    shutil.copy(sample, path)
    made.open_path(path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close_project()


def work(window: MainWindow) -> None:
    """Ada takes an article up again, as if she had needed a quarter of an hour, and Ben one long ago."""
    assert window.desktop is not None
    session = window.desktop.session
    session.open_article(1)
    session.perform(spans.mark, "LAW", [(0, 2)])
    session.perform(standing.set_status, "in progress")
    session.perform(standing.set_status, "done")
    ben = next(number for number, each in everyone(window).items() if each == "Ben")
    activity.add(session.project, session.number, {(1, date.today().isoformat()): 900.0})
    activity.add(session.project, ben, {(2, "2024-02-29"): 60.0})


def everyone(window: MainWindow) -> dict[int, str]:
    from annotator.store import annotators

    assert window.desktop is not None
    return {number: each.name for number, each in annotators.everyone(window.desktop.session.project).items()}


def opened(window: MainWindow, qtbot: QtBot) -> StatisticsPage:
    """The page, once its figures are drawn."""
    assert window.desktop is not None
    page = window.desktop.pages.page("statistics")
    assert isinstance(page, StatisticsPage)
    with qtbot.waitSignal(page.shown, timeout=WAIT):
        window.actions_table["page.statistics"].trigger()
    return page


def choose(page: StatisticsPage, qtbot: QtBot, *, who: str = "", days: int | None = None) -> None:
    with qtbot.waitSignal(page.shown, timeout=WAIT):
        if who:
            page.choice.who.setCurrentIndex(page.choice.who.findText(who))
        if days is not None:
            page.choice.days.setCurrentIndex(page.choice.days.findData(days))


def rows(page: StatisticsPage, section: str) -> list[list[str]]:
    """What the table of a section shows."""
    model = page.sections[section].table.figures
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def read(window: MainWindow, wanted: Wanted | None = None) -> Figures:
    assert window.desktop is not None
    figures = apart(window.desktop.session.project.path, wanted or Wanted())
    assert figures is not None
    return figures


# The figures


def test_the_page_shows_what_the_statistics_count(window: MainWindow, qtbot: QtBot) -> None:
    work(window)
    page, today = opened(window, qtbot), date.today()
    figures = read(window)
    hours = sum(each.seconds for each in figures.days) / 3600
    assert page.figures == figures
    assert page.key_figures.texts()[0] == f"{figures.finished} of {figures.articles}" == "11 of 11"
    assert page.key_figures.texts()[1] == told(sum(each.timed for each in figures.days) / hours)
    assert page.key_figures.texts()[2] == told(statistics.median(figures.times) / 60)
    assert rows(page, "spans") == [[label, told(count)] for label, count in figures.spans]
    assert ["LAW", told(dict(figures.spans)["LAW"])] in rows(page, "spans")
    found = {each.annotator: each.so_far[-1] for each in statistics.done(figures)}
    assert {row[1]: row[3] for row in rows(page, "done")} == {name: told(count) for name, count in found.items()}
    assert [row[0] for row in rows(page, "rates")] == [short_day(date(2024, 2, 29)), short_day(today)]
    assert sum(int(row[2]) for row in rows(page, "times")) == len(figures.times)


def test_verdicts_are_counted_by_label_and_model(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    figures = read(window)
    wanted = [
        [each.label, each.model, *map(told, (each.accepted, each.changed, each.rejected))] for each in figures.verdicts
    ]
    assert [row[:5] for row in rows(page, "verdicts")] == wanted
    section = page.sections["verdicts"]
    assert section.isVisibleTo(page)
    assert bool(wanted) is section.as_table.isVisibleTo(page)


def test_figures_are_read_anew_each_time_one_comes_here(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    before = page.figures
    assert window.desktop is not None
    window.desktop.pages.show_page("annotate")
    work(window)
    opened(window, qtbot)
    assert page.figures != before
    assert page.figures == read(window)


def test_the_time_that_was_just_spent_is_in_it(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desktop is not None
    window.desktop.activity.time.spent[1, "2024-05-05"] = 120.0
    page = opened(window, qtbot)
    assert page.figures is not None
    assert ("2024-05-05", 120.0) in [(each.day, each.seconds) for each in page.figures.days]


def test_one_annotator_and_some_days_are_chosen(window: MainWindow, qtbot: QtBot) -> None:
    work(window)
    page = opened(window, qtbot)
    names = [page.choice.who.itemText(at) for at in range(page.choice.who.count())]
    assert names == ["All persons", "Ada", "Ben", "Chidi"]
    choose(page, qtbot, who="Ben")
    assert {row[1] for row in rows(page, "done")} == {"Ben"}
    ben = next(number for number, name in everyone(window).items() if name == "Ben")
    assert page.figures == read(window, Wanted(annotator=ben))
    choose(page, qtbot, days=7)
    first = (date.today() - timedelta(days=6)).isoformat()
    assert page.figures == read(window, Wanted(annotator=ben, first=first))
    assert rows(page, "rates") == []


def test_days_are_chosen_from_and_to_and_the_first_is_never_after_the_last(window: MainWindow, qtbot: QtBot) -> None:
    work(window)
    page = opened(window, qtbot)
    assert not page.choice.first.isVisible()
    choose(page, qtbot, days=-1)
    assert page.choice.first.isVisible()
    with qtbot.waitSignal(page.shown, timeout=WAIT):
        page.choice.last.setDate(QDate(2024, 3, 1))
    assert page.choice.first.date() == QDate(2024, 3, 1)
    with qtbot.waitSignal(page.shown, timeout=WAIT):
        page.choice.first.setDate(QDate(2024, 2, 29))
    assert page.figures == read(window, Wanted(first="2024-02-29", last="2024-03-01"))
    assert page.figures.times == [60.0]


def test_without_any_work_it_says_what_will_be_here(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    made = window.opening.make(tmp_path / "empty.annodb")
    assert made is not None
    window.open_path(made)
    page = opened(window, qtbot)
    assert page.told.isVisible()
    assert page.told.text().startswith("Nothing has been done in this project yet.")
    assert not page.area.isVisible()
    assert not page.key_figures.isVisible()
    assert all(section.plot is None for section in page.sections.values())


def test_days_without_work_are_told_as_such_and_left_again(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    choose(page, qtbot, days=-1)
    with qtbot.waitSignal(page.shown, timeout=WAIT):
        page.choice.last.setDate(QDate(2001, 1, 1))
    assert page.told.text().startswith("Nothing was done in these days.")
    assert not page.area.isVisible()
    choose(page, qtbot, days=0)
    assert page.area.isVisible()
    assert not page.told.isVisible()


def test_articles_that_came_as_done_and_were_only_looked_at_make_no_rate(window: MainWindow, qtbot: QtBot) -> None:
    session = window.desktop.session
    activity.add(session.project, session.number, {(1, date.today().isoformat()): 5.0})
    page = opened(window, qtbot)
    assert page.figures.finished > 0
    assert sum(each.timed for each in page.figures.days) == 0
    assert page.key_figures.texts()[1] == "0.0"


def test_a_section_without_figures_says_why_instead_of_empty_axes(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    choose(page, qtbot, who="Ben")
    assert page.figures is not None
    assert page.sections["times"].chart is None
    assert page.figures.times == []
    section = page.sections["times"]
    assert section.plot is None or not section.plot.isVisible()
    shown = [each.text() for each in section.findChildren(type(page.told)) if each.isVisibleTo(page)]
    assert any(text.startswith("No active time was counted") for text in shown)
    assert not section.copy.isVisibleTo(page)


def finish_blind(window: MainWindow) -> BlindSummary:
    """Ada finishes an article blind; a model has one of her spans, and one that she has not."""
    assert window.desktop is not None
    session = window.desktop.session
    set_share(session.project, 100)
    work = session.open_article(1)
    own = next(each for each in work.own.spans.values() if each.label == "PERSON")
    tiny = Annotator(name="tiny", kind="model", version="1")
    others = [Span(id=new_id(), label="LAW", fragments=((3, 6),), text=work.article.text[3:6]), own]
    found = AnnotationSet(annotator=tiny, state=SetState(status="done"), spans={each.id: each for each in others})
    step = runs.begin(session.project, "model run", "Run")
    session.receive([(work.article.id, work.article.sha256, found)], step)
    assert session.finish().is_shown
    return blind_summary(session.project)


def test_the_blind_sample_is_shown_as_tables_once_there_is_one(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    assert not any(each.isVisible() for each in page.blind.values())
    summary = finish_blind(window)
    choose(page, qtbot, who="Ada")
    models, seeing = (page.blind[name].table.figures.table.rows for name in ("models", "seeing"))
    assert ("LAW", "tiny 1", 0, 0, 0, 0, 1) in models
    assert [row[:3] for row in models] == [(each.label, str(each.model), each.marked) for each in summary.models]
    assert [row[:3] for row in seeing] == [(each.label, each.marked, each.kept) for each in summary.seeing]
    for section in page.blind.values():
        assert section.table.isVisible()
        assert not section.as_plot.isVisible()
    choose(page, qtbot, who="Ben")
    assert not any(each.isVisible() for each in page.blind.values())


def test_a_hole_in_the_blind_history_leaves_the_other_figures(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise EditError("edit.hole", "The history has a hole.")

    monkeypatch.setattr(reading, "blind_summary", refuse)
    page = opened(window, qtbot)
    assert rows(page, "spans")
    section = page.blind["models"]
    shown = [each.text() for each in section.findChildren(QLabel) if each.isVisible()]
    assert "The history has a hole." in shown


# Copying


def test_what_is_copied_is_the_table_for_programs(window: MainWindow, qtbot: QtBot) -> None:
    work(window)
    page = opened(window, qtbot)
    page.sections["rates"].copy.click()
    found = list(csv.reader(QGuiApplication.clipboard().text().splitlines()))
    assert found[0] == ["Day", "Articles done", "Active hours", "Articles an hour"]
    assert found[1] == ["2024-02-29", "0", "0.017", "0.0"]
    assert found[2][0] == date.today().isoformat()
    assert float(found[2][2]) == 0.25
    assert window.status_line.message.text() == "Copied: Articles an hour of active time"


# Reading in the background


def test_nothing_is_loaded_to_draw_before_the_page_is_opened(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QEventLoop\n"
        "from annotator.app.importing import import_paths\n"
        "from annotator.app.plans import spans\n"
        "from annotator.app.state import State\n"
        "from annotator.ui.application import make_application\n"
        "from annotator.ui.main_window import MainWindow\n"
        "make_application()\n"
        "window = MainWindow(State(annotator='Dana'))\n"
        "window.open_path(window.opening.make(Path(sys.argv[1])))\n"
        "session, text = window.desktop.session, Path(sys.argv[1]).with_suffix('.txt')\n"
        "text.write_text('Osei spoke.')\n"
        "import_paths(session.project, [text])\n"
        "session.open_article(1)\n"
        "session.perform(spans.mark, 'PERSON', [(0, 4)])\n"
        "window.desktop.pages.show_page('articles')\n"
        "heavy = {'pyqtgraph'}\n"
        "before = heavy & set(sys.modules)\n"
        "page, loop = window.desktop.pages.page('statistics'), QEventLoop()\n"
        "page.shown.connect(loop.quit)\n"
        "page.show_now()\n"
        "loop.exec()\n"
        "after = heavy & set(sys.modules)\n"
        "window.close()\n"
        "sys.exit(f'{before} {after}' if before or after != heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.annodb")], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_newer_wish_stops_the_reading_of_an_older_one(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, begun, ended = opened(window, qtbot), Event(), Event()
    shown: list[Figures | None] = []
    page.shown.connect(lambda: shown.append(page.figures))

    def slow(path: Path, wanted: Wanted, *, unless: Callable[[], bool]) -> Figures | None:
        if wanted.annotator is not None:
            return apart(path, wanted, unless=unless)
        begun.set()
        while not unless():
            pass
        ended.set()
        return None

    monkeypatch.setattr(reading, "apart", slow)
    page.show_now()
    assert begun.wait(WAIT / 1000)
    choose(page, qtbot, who="Ben")
    assert ended.is_set()
    assert len(shown) == 1
    assert {each.annotator for each in page.figures.days} == {"Ben"}


def test_closing_ends_what_is_being_read(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page, begun = opened(window, qtbot), Event()

    def endless(_path: Path, _wanted: Wanted, *, unless: Callable[[], bool]) -> None:
        begun.set()
        while not unless():
            pass

    monkeypatch.setattr(reading, "apart", endless)
    page.show_now()
    assert begun.wait(WAIT / 1000)
    window.close_project()
    assert window.desktop is None


def test_figures_that_cannot_be_read_are_said_and_the_old_ones_stay(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(window, qtbot)
    before = rows(page, "spans")

    def refuse(*_: object, **__: object) -> None:
        raise ProjectError("project.disk", "The disk does not answer.")

    monkeypatch.setattr(reading, "apart", refuse)
    with qtbot.waitSignal(page.failed):
        page.show_now()
    assert window.status_line.message.text() == "The disk does not answer."
    assert rows(page, "spans") == before
    assert page.area.isVisible()


# The plots


def wheel(page: StatisticsPage, over: QPoint) -> None:
    """Turn the wheel towards oneself, over a place of the page."""
    QTest.wheelEvent(page.window().windowHandle(), QPointF(page.mapTo(page.window(), over)), QPoint(0, -240))
    QApplication.processEvents()


def test_the_wheel_scrolls_the_page_and_no_plot_is_zoomed_or_dragged(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    page = opened(window, qtbot)
    plot = page.sections["done"].plot
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 0)
    middle = plot.mapTo(page, plot.rect().center())
    before = plot.viewRange()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        QTest.mousePress(plot.viewport(), button, pos=QPoint(100, 80))
        QTest.mouseMove(plot.viewport(), QPoint(180, 120))
        QTest.mouseRelease(plot.viewport(), button, pos=QPoint(180, 120))
    wheel(page, middle)
    assert page.area.verticalScrollBar().value() > 0
    assert plot.viewRange() == before


def test_days_on_which_nothing_was_done_lie_on_the_axis(window: MainWindow, qtbot: QtBot) -> None:
    ben = next(number for number, each in everyone(window).items() if each == "Ben")
    activity.add(window.desktop.session.project, ben, {(2, "2024-02-28"): 60.0, (2, "2024-02-29"): 60.0})
    page = opened(window, qtbot)
    choose(page, qtbot, who="Ben")
    plot = page.sections["rates"].plot
    least, most = plot.viewRange()[1]
    assert least == pytest.approx(0, abs=0.02)
    assert most >= 1


def test_a_table_is_scrolled_by_the_wheel_only_with_the_focus_in_it(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    page = opened(window, qtbot)
    section = page.sections["spans"]
    section.as_table.click()
    qtbot.waitUntil(lambda: section.table.verticalScrollBar().maximum() > 0)
    page.area.ensureWidgetVisible(section.table, 0, 0)
    before = page.area.verticalScrollBar().value()
    place = section.table.mapTo(page, section.table.visibleRegion().boundingRect().center())
    section.table.setFocus()
    wheel(page, place)
    assert section.table.verticalScrollBar().value() > 0
    assert page.area.verticalScrollBar().value() == before
    section.table.verticalScrollBar().setValue(0)
    page.choice.who.setFocus()
    wheel(page, place)
    assert section.table.verticalScrollBar().value() == 0
    assert page.area.verticalScrollBar().value() != before


def test_no_two_lines_differ_in_their_colour_alone(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    from annotator.ui.statistics.strokes import stroke

    found = [stroke(number, look.theme("light").look) for number in range(28)]
    assert len({(each.dashes, each.marker) for each in found}) == 28


def test_the_legend_names_the_annotators_and_the_kinds_of_verdicts(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    from annotator.ui.statistics.plots import samples

    assert page.sections["done"].chart is not None
    names = [name for _, name in samples(page.sections["done"].chart, window.colours)]
    assert names == ["Ada", "Ben", "Chidi"]


def test_plots_turn_dark_with_the_window(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    plot = page.sections["spans"].plot

    def ground() -> str:
        return plot.grab().toImage().pixelColor(3, plot.height() - 3).name()

    assert ground() == look.theme("light").colours["pane"]
    before = plot.grab().toImage()
    window.actions_table["view.dark"].trigger()
    assert ground() == look.theme("dark").colours["pane"]
    assert plot.grab().toImage() != before
    window.actions_table["view.light"].trigger()
    assert ground() == look.theme("light").colours["pane"]


# For everybody


def turn_to_tables(page: StatisticsPage) -> None:
    for section in page.sections.values():
        section.as_table.click()
    QApplication.processEvents()


def test_every_control_tells_its_name_and_shows_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    work(window)
    window.resize(1280, 2400)
    page = opened(window, qtbot)
    page.choice.days.setCurrentIndex(page.choice.days.findData(-1))
    page.choice.days.setCurrentIndex(page.choice.days.findData(0))
    assert complaints(window) == []
    assert unseen(page) == []
    turn_to_tables(page)
    assert complaints(window) == []
    assert unseen(page) == []


def test_tab_goes_through_the_page_as_it_is_read(window: MainWindow, qtbot: QtBot) -> None:
    work(window)
    window.resize(1400, 900)
    page = opened(window, qtbot)
    assert page.choice.who.hasFocus()
    turn_to_tables(page)
    wanted = in_visual_order(page)
    assert {section.table for section in page.sections.values() if section.chart} <= set(wanted)
    assert chain(page, wanted[0], len(wanted)) == wanted


def test_a_table_is_reached_read_and_left_with_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    section = page.sections["spans"]
    section.as_table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(section.as_table, Qt.Key.Key_Space)
    assert section.table.isVisible()
    assert not section.plot.isVisible()
    section.table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(section.table, Qt.Key.Key_Down)
    assert section.table.currentIndex().row() == 1
    index = section.table.figures.index(1, 1)
    assert section.table.figures.data(index, Qt.ItemDataRole.AccessibleTextRole).startswith("Spans: ")
    QTest.keyClick(section.table, Qt.Key.Key_Tab)
    assert not section.table.hasFocus()


def test_the_page_keys_scroll(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    page = opened(window, qtbot)
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 0)
    button = page.sections["done"].as_plot
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_PageDown)
    assert page.area.verticalScrollBar().value() > 0
    QTest.keyClick(button, Qt.Key.Key_PageUp)
    assert page.area.verticalScrollBar().value() == 0


@pytest.fixture
def larger() -> Iterator[None]:
    app = application.make_application()
    usual, font = app.font(), QFont(app.font())
    font.setPointSizeF(usual.pointSizeF() * 1.5)
    app.setFont(font)
    yield
    app.setFont(usual)


@pytest.mark.usefixtures("larger")
@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
def test_no_text_is_cut_off_with_a_larger_font(
    request: pytest.FixtureRequest, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window: MainWindow = request.getfixturevalue("window")
    window.resize(*size)
    work(window)
    page = opened(window, qtbot)
    choose(page, qtbot, days=-1)
    choose(page, qtbot, days=0)
    QApplication.processEvents()
    assert "\n".join(cut_off(window)) == ""
    turn_to_tables(page)
    assert cut_off(window) == []
