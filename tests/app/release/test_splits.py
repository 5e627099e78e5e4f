from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.app.release.splits import Facts, Gathered, SplitOptions, divide, read_date, read_shares
from annotator.model.errors import ExchangeError
from annotator.store.splits import PARTS, Part

DATES = [f"2025-{month:02}-{day:02}" for month in (1, 2, 3) for day in (1, 9, 20)]


@st.composite
def gathered(draw: st.DrawFn) -> Gathered:
    """Articles in groups, most of one, with labels, outlets and dates; some have none."""
    sizes = draw(st.lists(st.sampled_from([1, 1, 1, 1, 2, 3]), min_size=1, max_size=40))
    facts: list[Facts] = []
    groups = []
    for size in sizes:
        group = []
        for _ in range(size):
            strata = draw(st.frozensets(st.sampled_from(["PERSON", "QUOTE", "PLEDGE", "LAW"]), max_size=3))
            date = draw(st.sampled_from(["", *DATES]))
            number = len(facts) + 1
            outlet = f"outlet {number % 3}"
            facts.append(Facts(seq=number, id=f"id {number}", date=date, strata=strata | {outlet}))
            group.append(facts[-1])
        groups.append(group)
    return Gathered(facts, groups)


shares = st.sampled_from([(0.8, 0.1, 0.1), (0.6, 0.2, 0.2), (0.5, 0.5, 0.0), (1.0, 0.0, 0.0), (0.34, 0.33, 0.33)])
options = st.builds(SplitOptions, shares=shares, seed=st.integers(0, 9), by_date=st.booleans())


@given(gathered(), options)
def test_every_article_has_a_part_and_no_group_is_in_two(every: Gathered, how: SplitOptions) -> None:
    made = divide(every, {}, how)
    assert sorted(made.parts) == [each.seq for each in every.facts]
    for group in every.groups:
        assert len({made.parts[each.seq] for each in group}) == 1
    assert made.across == 0
    assert made.kept == 0


@given(gathered(), options, st.data())
def test_what_was_released_stays_where_it_was_and_new_articles_join_their_group(
    every: Gathered, how: SplitOptions, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(every.groups)))
    known = Gathered([each for group in every.groups[:first] for each in group], every.groups[:first])
    old = divide(known, {}, how).parts
    made = divide(every, old, how)
    assert {seq: made.parts[seq] for seq in old} == old
    for group in every.groups:
        assert len({made.parts[each.seq] for each in group}) == 1
    assert made.kept == len(old)


@given(gathered(), options)
def test_the_same_state_is_divided_the_same_whatever_the_order(every: Gathered, how: SplitOptions) -> None:
    turned = Gathered(every.facts[::-1], every.groups[::-1])
    if not how.by_date:
        assert divide(turned, {}, how).parts == divide(every, {}, how).parts
    assert divide(every, {}, how) == divide(every, {}, how)


@given(gathered(), options)
def test_by_date_no_later_part_is_older_than_an_earlier_one(every: Gathered, how: SplitOptions) -> None:
    made = divide(every, {}, SplitOptions(shares=how.shares, seed=how.seed, by_date=True))
    latest = [(max(each.date for each in group), made.parts[group[0].seq]) for group in every.groups]
    dated = [(date, PARTS.index(part)) for date, part in latest if date]
    for date, part in dated:
        assert all(other <= part for day, other in dated if day < date)
        assert all(other == part for day, other in dated if day == date)
    assert all(part == "train" for date, part in latest if not date)


@given(gathered(), st.integers(0, 9))
def test_by_date_new_articles_never_bring_the_future_into_train(every: Gathered, seed: int) -> None:
    how = SplitOptions(seed=seed, by_date=True, shares=(0.6, 0.2, 0.2))
    half = len(every.groups) // 2
    old = divide(Gathered([each for group in every.groups[:half] for each in group], every.groups[:half]), {}, how)
    dates = {each.seq: each.date for each in every.facts}
    trained = [dates[seq] for seq, part in old.parts.items() if part == "train"]
    made = divide(every, old.parts, how)
    if any(dates[seq] for seq in old.parts):
        assert max((dates[seq] for seq, part in made.parts.items() if part == "train"), default="") <= max(
            trained, default=""
        )


def test_parts_are_as_large_as_asked_and_hold_every_label_and_outlet_in_proportion() -> None:
    facts = [
        Facts(
            seq=n,
            id=str(n),
            strata=frozenset({f"outlet {n % 4}", "PERSON", *(["LAW"] if n % 10 == 0 else [])}),
        )
        for n in range(1, 1001)
    ]
    made = divide(Gathered(facts, [[each] for each in facts]), {}, SplitOptions(seed=7))
    assert made.counts == {"train": 800, "dev": 100, "test": 100}
    for name in ("outlet 1", "LAW"):
        found = Counter(made.parts[each.seq] for each in facts if name in each.strata)
        total = sum(found.values())
        assert abs(found["train"] - 0.8 * total) <= 2
        assert abs(found["dev"] - 0.1 * total) <= 2


def test_another_seed_divides_otherwise() -> None:
    facts = [Facts(seq=n, id=str(n), strata=frozenset({"PERSON"})) for n in range(1, 101)]
    every = Gathered(facts, [[each] for each in facts])
    assert divide(every, {}, SplitOptions(seed=1)).parts != divide(every, {}, SplitOptions(seed=2)).parts


def test_a_group_that_earlier_releases_tore_apart_is_told_and_new_ones_go_to_the_most() -> None:
    facts = [Facts(seq=n, id=str(n)) for n in range(1, 5)]
    old: dict[int, Part] = {1: "train", 2: "test", 3: "test"}
    made = divide(Gathered(facts, [facts]), old, SplitOptions())
    assert made.parts == {1: "train", 2: "test", 3: "test", 4: "test"}
    assert (made.across, made.groups, made.kept) == (1, 1, 3)
    assert "several parts: 1." in made.as_text()


@pytest.mark.parametrize("text", ["", "80", "80/20", "80/10/20", "0/50/50", "a/b/c", "-80/90/90", "80/10/10/0"])
def test_shares_that_do_not_add_up_are_refused(text: str) -> None:
    with pytest.raises(ExchangeError, match="add up to 100"):
        read_shares(text)


def test_shares_are_read() -> None:
    assert read_shares("80/10/10") == (0.8, 0.1, 0.1)
    assert read_shares(" 100/0/0 ") == (1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2025-03-09", "2025-03-09"),
        ("2025-03-09T10:00:00Z", "2025-03-09"),
        ("2025-03", "2025-03-01"),
        ("2025", "2025-01-01"),
        ("March 2025", ""),
        ("20250309", ""),
        (None, ""),
        (2025, "2025-01-01"),
    ],
)
def test_dates_sort_by_day(said: object, meant: str) -> None:
    assert read_date(said) == meant
