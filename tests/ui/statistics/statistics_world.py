"""What the tests of the page of statistics share."""

from datetime import date

from pytestqt.qtbot import QtBot

from annotator.app.plans import spans
from annotator.app.plans import states as standing
from annotator.store import activity
from annotator.store.statistics import Figures, Wanted, apart
from annotator.ui.main_window import MainWindow
from annotator.ui.statistics.page import StatisticsPage

WAIT = 20_000


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
