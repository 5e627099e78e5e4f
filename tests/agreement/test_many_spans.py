"""Very many spans that overlap are matched by other ways than few, and by the same rules."""

import time
from random import Random

import numpy as np
import pytest
from agreement_cases import random_side, sides
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import matching
from annotator.agreement.assignment import Solution, solve
from annotator.agreement.dense import solve_table
from annotator.agreement.matching import Matching, Within, anywhere, by_label, match
from annotator.agreement.pairs import Measure, coverage, iou
from annotator.agreement.ties import first_pairs
from annotator.model.annotation import SpanKey


def as_many(
    monkeypatch: pytest.MonkeyPatch, a: list[SpanKey], b: list[SpanKey], within: Within, by: Measure, least: float
) -> list[Matching]:
    """The matching as of few spans, with ties found apart, and as a table."""
    found = []
    for few, many in ((64, 4096), (0, 4096), (64, -1), (0, -1)):
        with monkeypatch.context() as patch:
            patch.setattr(matching, "_FEW", few)
            patch.setattr(matching, "_MANY", many)
            found.append(match(a, b, within=within, by=by, least=least))
    return found


@given(
    sides, sides, st.sampled_from([by_label, anywhere]), st.sampled_from([iou, coverage]), st.sampled_from([0, 0.4, 1])
)
def test_all_ways_give_the_same(a: list[SpanKey], b: list[SpanKey], within: Within, by: Measure, least: float) -> None:
    with pytest.MonkeyPatch.context() as patch:
        one, *others = as_many(patch, a, b, within, by, least)
    assert others == [one] * 3


def test_all_ways_give_the_same_where_much_overlaps(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(4)
    for _ in range(300):
        a, b = (list({*random_side(random), *random_side(random), *random_side(random)}) for _ in "ab")
        one, *others = as_many(monkeypatch, a, b, anywhere, iou, 0.0)
        assert others == [one] * 3


def test_all_ways_give_the_same_where_all_is_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block on one place against blocks beside it: only the order in the text decides."""
    a = [SpanKey(label=each, fragments=((10, 20),)) for each in "ABCDEFG"]
    b = [SpanKey(label=each, fragments=((start, start + 10),)) for each in "JKL" for start in (5, 15)]
    one, *others = as_many(monkeypatch, a, b, anywhere, iou, 0.0)
    assert others == [one] * 3
    assert len(one.pairs) == 6


def worth_of(table: list[list[int]]) -> dict[int, dict[int, int]]:
    return {row: {column: each for column, each in enumerate(line) if each} for row, line in enumerate(table)}


def total(table: list[list[int]], made: dict[int, int]) -> int:
    return sum(table[row][column] for row, column in made.items())


tables = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 4), min_size=width, max_size=width), min_size=1, max_size=6)
)


def check_prices(table: list[list[int]], found: Solution) -> None:
    for row, line in enumerate(table):
        for column, worth in enumerate(line):
            assert found.high[row] + found.low.get(column, 0) >= worth
    assert all(found.high[row] == 0 for row in range(len(table)) if row not in found.column_of)
    made = set(found.column_of.values())
    assert all(price == 0 for column, price in found.low.items() if column not in made)
    assert total(table, found.column_of) == sum(found.high.values()) + sum(found.low.values())


@given(tables)
def test_a_table_is_solved_as_well_and_the_prices_prove_it(table: list[list[int]]) -> None:
    whole, pairs = solve_table(np.array(table, np.int64)), solve(worth_of(table))
    check_prices(table, whole)
    check_prices(table, pairs)
    assert total(table, whole.column_of) == total(table, pairs.column_of)


@given(tables, st.randoms(use_true_random=False))
def test_of_ways_that_are_worth_the_same_the_first_is_found(table: list[list[int]], random: Random) -> None:
    """The same as with a digit more for each pair."""
    order = [(row, column) for row, columns in worth_of(table).items() for column in columns]
    random.shuffle(order)
    tie = {ends: 1 << (len(order) - 1 - rank) for rank, ends in enumerate(order)}
    exact = {
        row: {column: (each << len(order)) + tie[row, column] for column, each in columns.items()}
        for row, columns in worth_of(table).items()
    }
    best = solve(worth_of(table))
    tight = [(r, c) for r, c in order if best.high[r] + best.low.get(c, 0) == table[r][c]]
    assert first_pairs(best, tight) == solve(exact).column_of


def test_a_thousand_spans_that_all_overlap_are_matched_in_seconds() -> None:
    """By the digits of ties alone it would take hours; the rows of `tests/benchmarks` say how long it takes."""
    random = Random(2)
    a, b = (
        [SpanKey(label="A", fragments=((random.randrange(5000), random.randrange(5000, 10_000)),)) for _ in range(1000)]
        for _ in "ab"
    )
    began = time.process_time()
    found = match(a, b)
    assert time.process_time() - began < 30
    assert len(found.pairs) > 990
