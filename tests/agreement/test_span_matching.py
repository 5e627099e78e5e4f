"""Matching of two annotators' spans: what is a pair, which way is best, and that nothing else decides it."""

import json
from pathlib import Path
from random import Random

import pytest
from agreement_cases import marks, may_pair, random_side, said, sides, spans, value, ways
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.matching import Within, anywhere, by_label, match
from annotator.agreement.pairs import coverage, shared, size
from annotator.model.annotation import Span, SpanKey

CASES = Path(__file__).parents[3] / "shared" / "cases" / "span_f1_semeval_and_overlap.json"


def test_spans_that_only_touch_are_no_pair() -> None:
    found = match(spans("A 0-5"), spans("A 5-10"), within=anywhere)
    assert (found.pairs, found.only_a, found.only_b) == ((), (0,), (0,))


def test_the_same_span_is_an_exact_pair_whatever_lies_around_it() -> None:
    a, b = spans("A 0-10", "A 20-30"), spans("B 0-4", "A 0-10", "A 20-30")
    found = match(a, b, within=anywhere)
    assert [(each.a, each.b, each.is_exact) for each in found.pairs] == [(0, 1, True), (1, 2, True)]
    assert found.only_b == (0,)


def test_a_greedy_choice_that_costs_a_second_pair_is_not_taken() -> None:
    a, b = spans("A 0-10", "A 8-16"), spans("A 2-14", "A 0-2")
    assert said(match(a, b), a, b) == {(a[0], b[1]), (a[1], b[0])}, "0-10 and 2-14 fit best, but then 8-16 has none"


def test_a_pair_of_other_labels_on_the_same_place_comes_before_one_of_the_same_label_near_by() -> None:
    a, b = spans("A 0-10"), spans("B 0-10", "A 0-9")
    assert said(match(a, b, within=anywhere), a, b) == {(a[0], b[0])}
    assert said(match(a, b, within=by_label), a, b) == {(a[0], b[1])}


def test_the_same_positions_come_first_where_two_parts_of_them_would_be_worth_as_much() -> None:
    a, b = spans("A 0-10", "B 0-4"), spans("B 0-10", "A 4-10")
    assert said(match(a, b, within=anywhere), a, b) == {(a[0], b[0])}


def test_of_equally_good_ways_it_is_the_same_one_from_both_sides() -> None:
    """Each overlaps two of the other side, all alike, and the first of the one side misses the first of the other."""
    a = spans("A 0-1,12-13,22-23", "A 4-5,14-15,20-21", "A 8-9,16-17,18-19")
    b = spans("A 2-3,14-15,18-19", "A 6-7,12-13,16-17", "A 10-11,20-21,22-23")
    first = {(a[0], b[1]), (a[1], b[2]), (a[2], b[0])}
    assert said(match(a, b), a, b) == first
    assert said(match(b, a), b, a) == {(y, x) for x, y in first}


def test_of_two_that_overlap_alike_the_same_label_decides_and_then_text_order() -> None:
    a, b = spans("A 4-8"), spans("B 2-6", "A 6-10")
    assert said(match(a, b, within=anywhere), a, b) == {(a[0], b[1])}
    a, b = spans("A 4-8"), spans("A 6-10", "A 2-6")
    assert said(match(a, b), a, b) == {(a[0], b[1])}


def test_spans_of_different_groups_are_never_matched() -> None:
    group = {"PLEDGE": "pledges", "QUOTE": "quotes", "CUE": "quotes"}.__getitem__
    a, b = spans("PLEDGE 0-10", "QUOTE 20-30"), spans("QUOTE 0-10", "CUE 21-30")
    assert said(match(a, b, within=group), a, b) == {(a[1], b[1])}


def test_pieces_are_one_span_and_the_gap_is_none_of_it() -> None:
    a, b = spans("A 0-10,20-30"), spans("A 0-10", "A 12-18", "A 25-30")
    found = match(a, b)
    assert [(each.b, each.shared, each.iou) for each in found.pairs] == [(0, 10, 0.5)]


def test_pieces_that_touch_are_the_same_as_one() -> None:
    found = match(spans("A 0-5,5-9"), spans("A 0-9"))
    assert [each.is_exact for each in found.pairs] == [True]


def test_only_pairs_that_reach_the_least_are_made() -> None:
    a, b = spans("A 0-10"), spans("A 0-5", "A 6-10")
    assert said(match(a, b, least=0.5), a, b) == {(a[0], b[0])}
    assert match(a, b, least=0.51).pairs == ()


def test_by_coverage_a_span_that_is_too_long_counts_as_much_but_the_tighter_one_is_taken() -> None:
    a, b = spans("A 4-8"), spans("A 0-20", "A 3-9", "A 4-7")
    assert said(match(a, b, by=coverage), a, b) == {(a[0], b[1])}
    assert said(match(a, b), a, b) == {(a[0], b[2])}, "3 of 4 beats 4 of 6"


def test_a_mark_made_twice_has_one_partner_and_its_id_decides_which() -> None:
    twice = [Span(id=each, label="A", fragments=((0, 4),), text="four") for each in ("z", "b")]
    found = match(twice, spans("A 0-4"))
    assert [(each.a, each.b) for each in found.pairs] == [(1, 0)]
    assert found.only_a == (0,)


def test_a_span_of_no_positions_stays_alone() -> None:
    empty = [SpanKey(label="A", fragments=()), SpanKey(label="A", fragments=((3, 3),))]
    found = match(empty, [*empty, *spans("A 0-9")], within=anywhere)
    assert (found.pairs, found.only_a, found.only_b) == ((), (0, 1), (0, 1, 2))


def check_best(a: list[SpanKey], b: list[SpanKey], *, alike: bool) -> None:
    found = said(match(a, b, within=by_label if alike else anywhere), a, b)
    possible = (each for each in ways(a, b) if all(may_pair(pair, alike=alike) for pair in each))
    assert value(sorted(found, key=str)) == max(map(value, possible))


@given(sides, sides, st.booleans())
def test_it_is_the_best_of_all_ways_to_pair(a: list[SpanKey], b: list[SpanKey], alike: bool) -> None:
    check_best(a, b, alike=alike)


@pytest.mark.parametrize("alike", [True, False])
def test_it_is_the_best_of_all_ways_where_much_overlaps(alike: bool) -> None:
    random = Random(6)
    for _ in range(400):
        check_best(random_side(random), random_side(random), alike=alike)


@given(sides, sides, st.sampled_from([by_label, anywhere]), st.floats(0, 1))
def test_it_is_one_to_one_and_whole(a: list[SpanKey], b: list[SpanKey], within: Within, least: float) -> None:
    found = match(a, b, within=within, least=least)
    assert sorted([each.a for each in found.pairs] + list(found.only_a)) == list(range(len(a)))
    assert sorted([each.b for each in found.pairs] + list(found.only_b)) == list(range(len(b)))
    for each in found.pairs:
        x, y = a[each.a], b[each.b]
        assert (each.size_a, each.size_b) == (size(x.fragments), size(y.fragments))
        assert each.shared == shared(x.fragments, y.fragments) > 0
        assert each.iou >= least


@given(sides, sides, st.sampled_from([by_label, anywhere]))
def test_swapping_the_sides_swaps_the_pairs(a: list[SpanKey], b: list[SpanKey], within: Within) -> None:
    there, back = said(match(a, b, within=within), a, b), said(match(b, a, within=within), b, a)
    assert {(y, x) for x, y in back} == there


@given(sides, sides, st.randoms(use_true_random=False), st.sampled_from([by_label, anywhere]))
def test_the_order_of_the_input_does_not_matter(
    a: list[SpanKey], b: list[SpanKey], random: Random, within: Within
) -> None:
    before = said(match(a, b, within=within), a, b)
    random.shuffle(a)
    random.shuffle(b)
    assert said(match(a, b, within=within), a, b) == before


@given(st.lists(marks, max_size=30))
def test_a_set_matches_itself_exactly(a: list[SpanKey]) -> None:
    assert all(each.is_exact and each.same_label for each in match(a, a).pairs)
    assert len(match(a, a).pairs) == len(a)


@given(st.lists(marks, max_size=30), st.lists(marks, max_size=30))
def test_what_lies_apart_is_never_matched(a: list[SpanKey], b: list[SpanKey]) -> None:
    away = [SpanKey(label=x.label, fragments=tuple((s + 100, e + 100) for s, e in x.fragments)) for x in b]
    assert match(a, away, within=anywhere).pairs == ()


@given(marks, marks)
def test_shared_positions_are_those_that_both_have(a: SpanKey, b: SpanKey) -> None:
    one, other = ({i for s, e in mark.fragments for i in range(s, e)} for mark in (a, b))
    assert shared(a.fragments, b.fragments) == len(one & other)


@pytest.mark.skipif(not CASES.exists(), reason="the published cases are not here")
def test_the_known_pitfalls_of_overlapping_spans_come_out_right() -> None:
    for case in json.loads(CASES.read_text(encoding="utf-8"))["cases"][0]["pairs"]:
        a, b = (spans(*(f"{label} {s}-{e}" for s, e, label in case[side])) for side in "ab")
        right = sum(each.is_exact for each in match(a, b).pairs)
        assert round(2 * right / (len(a) + len(b)), 3) == case["set_f1"]
