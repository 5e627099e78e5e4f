"""What the page of statistics shows in the real window, on the sample project after some work in it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from statistics_world import WAIT, choose, everyone, opened, read, rows, work

from annotator.app import statistics
from annotator.app.blind import set_share
from annotator.app.blind_compare import BlindSummary, blind_summary
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.store import activity, runs
from annotator.store.statistics import Wanted
from annotator.ui.main_window import MainWindow
from annotator.ui.numbers import short_day
from annotator.ui.statistics import reading
from annotator.ui.statistics.tables import told

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
