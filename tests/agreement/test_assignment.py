"""The assignment problem: the best pairing is found, whatever the possible pairs are worth."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.assignment import solve

Worth = dict[int, dict[int, int]]
columns = st.dictionaries(st.integers(0, 5), st.integers(1, 9), max_size=6)
tables = st.dictionaries(st.integers(0, 5), columns, max_size=6)


def most(worth: Worth, rows: list[int], taken: frozenset[int] = frozenset()) -> int:
    """What the best way is worth, by trying all."""
    if not rows:
        return 0
    alone = most(worth, rows[1:], taken)
    here = (gain + most(worth, rows[1:], taken | {c}) for c, gain in worth[rows[0]].items() if c not in taken)
    return max(alone, *here, 0)


def test_a_row_gives_way_where_another_gains_more_by_it() -> None:
    assert solve({0: {0: 5, 1: 4}, 1: {0: 3}}).column_of == {0: 1, 1: 0}
    assert solve({0: {0: 5, 1: 1}, 1: {0: 3}}).column_of == {0: 0}
    assert solve({0: {0: 3}, 1: {0: 5}}).column_of == {1: 0}


def check(worth: Worth) -> None:
    found = solve(worth).column_of
    assert len(set(found.values())) == len(found)
    assert sum(worth[row][column] for row, column in found.items()) == most(worth, list(worth))


@given(tables)
def test_no_other_way_is_worth_more(worth: Worth) -> None:
    check(worth)


def test_no_other_way_is_worth_more_in_full_tables() -> None:
    random = Random(6)
    for _ in range(200):
        rows = range(random.randint(1, 6))
        check({n: {c: random.randint(1, 20) for c in range(6) if random.random() < 0.7} for n in rows})


def test_a_long_chain_is_solved_without_trying_all() -> None:
    worth = {n: {n: 10, n + 1: 11} for n in range(400)}
    assert solve(worth).column_of == {n: n + 1 for n in range(400)}
