"""Active time, and the numbers of the statistics."""

from datetime import date
from pathlib import Path

import pytest
from app_cases import new_project

from annotator.app import statistics
from annotator.app.activity import ActiveTime
from annotator.app.plans import spans, states
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.store import activity
from annotator.store import statistics as store
from annotator.store.statistics import DayFigure, Figures, Wanted, apart


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_gap_counts_a_minute_at_most_and_none_while_the_window_is_left() -> None:
    clock = Clock()
    time = ActiveTime(clock, lambda: "2026-01-01")
    time.enter(7)
    for clock.now in (10.0, 1000.0):
        time.touch()
    time.rest()
    clock.now = 1050.0
    time.touch()
    clock.now = 1055.0
    time.enter(8)
    assert time.spent == {(7, "2026-01-01"): 75.0}


def test_the_figures_are_those_of_the_person_and_of_the_days_asked_for(tmp_path: Path) -> None:
    with new_project(tmp_path / "p.annodb", "One text.", "Two texts.") as project:
        session = Session(project, Annotator(name="Ada"))
        session.open_article(1)
        session.perform(spans.mark, "ORG", [(0, 3)])
        session.perform(states.set_status, "done")
        for _ in range(2):
            activity.add(project, session.number, {(1, "2026-01-01"): 30.0, (99, "2026-01-01"): 5.0})
        found = apart(project.path, Wanted())
        assert (found.times, found.spans) == ([60.0], [("ORG", 1)])
        assert sum(each.done for each in found.days) == 1
        assert sum(each.timed for each in found.days) == 1
        assert apart(project.path, Wanted(last="2025-01-01")) == Figures(
            days=[], times=[], spans=[], verdicts=[], articles=2
        )
        assert apart(project.path, Wanted(annotator=99)).spans == []


def test_counts_are_the_same_however_few_sets_are_counted_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"One text, number {n}." for n in range(5)]
    with new_project(tmp_path / "p.annodb", *texts) as project:
        for name, seqs in (("Ada", range(1, 6)), ("Bo", range(1, 3))):
            session = Session(project, Annotator(name=name))
            for seq in seqs:
                session.open_article(seq)
                session.perform(spans.mark, "ORG" if seq % 2 else "GPE", [(0, 3)])
                session.perform(states.set_status, "done")
        whole = apart(project.path, Wanted())
        assert whole
        assert (whole.spans, whole.finished, whole.articles) == ([("ORG", 4), ("GPE", 3)], 5, 5)
        monkeypatch.setattr(store, "_SETS_A_PART", 2)
        assert apart(project.path, Wanted()) == whole


def test_what_nobody_waits_for_any_more_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_project(tmp_path / "p.annodb", "One text.") as project:
        Session(project, Annotator(name="Ada"))
        monkeypatch.setattr(store, "_LOOK_UP", 1)
        assert apart(project.path, Wanted(), unless=lambda: True) is None
        assert apart(project.path, Wanted(), unless=lambda: False) is not None


def test_days_without_work_are_there_and_counts_add_up() -> None:
    days = [DayFigure("Ada", "2026-01-01", 2, 3600.0, 2), DayFigure("Ada", "2026-01-03", 1, 0.0)]
    figures = Figures(days=days, times=[], spans=[], verdicts=[])
    (ada,) = statistics.done(figures)
    assert (ada.a_day, ada.so_far) == ([2, 0, 1], [2, 2, 3])
    assert statistics.days(figures)[1] == date(2026, 1, 2)
    assert [each.an_hour for each in statistics.rates(figures)] == [2.0, None]


def test_articles_that_came_done_make_nobody_fast() -> None:
    days = [DayFigure("Ada", "2026-01-01", 50, 1800.0, 1), DayFigure("Ben", "2026-01-01", 50, 0.0)]
    (rate,) = statistics.rates(Figures(days=days, times=[], spans=[], verdicts=[]))
    assert (rate.done, rate.an_hour) == (1, 2.0)


def test_every_time_is_in_one_bar_of_the_histogram() -> None:
    bars = statistics.histogram([1.0, 29.9, 30.0, 100_000.0])
    assert sum(each.count for each in bars) == 4
    assert bars[-1].end > 100_000
