"""The statistics as tables of numbers: what the page plots, and shows and copies beside the plots.

Numbers stay numbers here; how they are written is the window's matter. What is read is in `store.statistics`.
"""

import csv
import io
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from annotator.store.statistics import Figures

Cell = str | int | float | date | None

_WIDTHS = (30, 60, 120, 300, 600, 1200, 3600)  # seconds of a bar of the histogram: the narrowest that gives few bars
_MOST_BARS = 20


class Done(msgspec.Struct, frozen=True):
    """Articles that one annotator did: on each day from the first to the last of anyone, and added up."""

    annotator: str
    a_day: list[int]
    so_far: list[int]


class Rate(msgspec.Struct, frozen=True):
    """Articles done on a day by all that have active time, the active hours of that day, and articles an hour.

    Articles that came done, by an import, took nobody here any time. None an hour where there was no active time.
    """

    day: date
    done: int
    hours: float
    an_hour: float | None


class Bar(msgspec.Struct, frozen=True):
    """How many articles took from `start` to `end` seconds."""

    start: int
    end: int
    count: int


def days(figures: Figures) -> list[date]:
    """Every day from the first on which something was done to the last, those without work too."""
    found = sorted(date.fromisoformat(each.day) for each in figures.days if each.done)
    if not found:
        return []
    return [found[0] + timedelta(days=n) for n in range((found[-1] - found[0]).days + 1)]


def done(figures: Figures) -> list[Done]:
    """Articles done, per annotator, by name."""
    every = days(figures)
    counts: dict[str, dict[str, int]] = {}
    for each in figures.days:
        if each.done:
            of = counts.setdefault(each.annotator, {})
            of[each.day] = of.get(each.day, 0) + each.done
    return [_done(name, [counts[name].get(day.isoformat(), 0) for day in every]) for name in sorted(counts)]


def _done(name: str, a_day: list[int]) -> Done:
    so_far, total = [], 0
    for count in a_day:
        total += count
        so_far.append(total)
    return Done(name, a_day, so_far)


def rates(figures: Figures) -> list[Rate]:
    """Articles an hour of active time, on each day with work."""
    found: dict[str, tuple[int, float]] = {}
    for each in figures.days:
        count, seconds = found.get(each.day, (0, 0.0))
        found[each.day] = (count + each.timed, seconds + each.seconds)
    return [
        Rate(date.fromisoformat(day), count, seconds / 3600, count * 3600 / seconds if seconds else None)
        for day, (count, seconds) in sorted(found.items())
    ]


def histogram(times: Sequence[float]) -> list[Bar]:
    """Active time an article in bars of one width; the last bar holds the longest."""
    if not times:
        return []
    longest = max(times)
    width = next((each for each in _WIDTHS if longest / each < _MOST_BARS), _WIDTHS[-1])
    counts = [0] * (min(int(longest // width), _MOST_BARS - 1) + 1)
    for each in times:
        counts[min(int(each // width), len(counts) - 1)] += 1
    ends = [width * (n + 1) for n in range(len(counts))]
    ends[-1] = max(ends[-1], int(longest) + 1)
    return [Bar(width * n, ends[n], count) for n, count in enumerate(counts)]


def median(times: Sequence[float]) -> float:
    """The middle of the times, which are sorted; 0 without any."""
    if not times:
        return 0.0
    middle = len(times) // 2
    return times[middle] if len(times) % 2 else (times[middle - 1] + times[middle]) / 2


def as_csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as comma-separated values."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()
