from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.text_view.intervals import Entry, IntervalIndex
from annotator.ui.text_view.lanes import Lanes

spots = st.integers(0, 3000)
entries = st.lists(
    st.tuples(spots, st.integers(1, 3000), st.sampled_from("abcdefghij")).map(lambda t: Entry(t[0], t[0] + t[1], t[2])),
    max_size=30,
    unique=True,
)


def index_of(items: list[Entry]) -> IntervalIndex:
    index = IntervalIndex()
    for item in items:
        index.add(item)
    return index


@given(entries, spots, st.integers(1, 3000))
def test_the_index_finds_exactly_what_overlaps_the_longest_first(items: list[Entry], start: int, length: int) -> None:
    found = index_of(items).overlapping(start, start + length)
    expected = [item for item in items if item.overlaps(start, start + length)]
    assert found == sorted(expected, key=lambda item: item.rank)


@given(entries, st.data())
def test_what_was_removed_is_not_found(items: list[Entry], data: st.DataObject) -> None:
    gone = set(data.draw(st.lists(st.sampled_from(items), unique=True))) if items else set()
    index = index_of(items)
    for item in gone:
        index.remove(item)
        index.remove(item)
    assert set(index.overlapping(0, 10000)) == set(items) - gone


def test_an_empty_fragment_is_nowhere() -> None:
    index = index_of([Entry(5, 5, "a")])
    index.remove(Entry(5, 5, "a"))
    assert index.overlapping(0, 10) == []


@given(entries)
def test_no_two_overlapping_fragments_share_a_lane(items: list[Entry]) -> None:
    lanes = Lanes(index_of(items))
    for one in items:
        for other in items:
            if one != other and one.overlaps(other.start, other.end):
                assert lanes.lane(one) != lanes.lane(other)


@given(entries)
def test_what_lies_in_a_longer_one_is_below_it(items: list[Entry]) -> None:
    lanes = Lanes(index_of(items))
    assert all(lanes.lane(item) == 0 for item in items if item.rank == min(other.rank for other in items))
    for item in items:
        longer = {
            lanes.lane(other) for other in items if other.rank < item.rank and other.overlaps(item.start, item.end)
        }
        assert set(range(lanes.lane(item))) <= longer


@given(entries, st.data())
def test_lanes_depend_on_neither_the_order_of_adding_nor_that_of_asking(
    items: list[Entry], data: st.DataObject
) -> None:
    lanes, others = Lanes(index_of(items)), Lanes(index_of(data.draw(st.permutations(items))))
    asked = data.draw(st.permutations(items))
    assert {item: lanes.lane(item) for item in items} == {item: others.lane(item) for item in asked}
