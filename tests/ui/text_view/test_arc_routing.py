from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.text_view.arcs import ArcWish, Room, RoutedArc, StubWish, arc_lanes, place_stubs, route

ROOM = Room(lanes=3, left=0, right=700, gap=8)
ends = st.integers(0, 700)


@st.composite
def wishes(draw: st.DrawFn) -> list[ArcWish]:
    names = draw(st.lists(st.sampled_from("abcdefgh"), unique=True))
    return [ArcWish(name, draw(ends), draw(ends), draw(st.integers(5, 60))) for name in names]


stubs = st.lists(st.sampled_from("uvwxyz"), unique=True).flatmap(
    lambda names: st.tuples(*(st.builds(stub, st.just(name), ends, st.integers(1, 3)) for name in names))
)


def stub(name: str, anchor: float, parts: int) -> StubWish:
    forms = (("pledger ↑ Keir Starmer", 130.0), ("pledger ↑", 50.0))
    return StubWish(name, anchor, tuple((f"{name}{part}", forms) for part in range(parts)), lead=12)


def overlap(one: ArcWish, other: ArcWish) -> bool:
    return one.left < other.right and other.left < one.right


def length(wish: ArcWish) -> float:
    return wish.right - wish.left


@given(wishes())
def test_overlapping_arcs_have_lanes_of_their_own_the_shorter_below(given: list[ArcWish]) -> None:
    lanes = arc_lanes(given)
    for one in given:
        for other in given:
            if one is not other and overlap(one, other):
                assert lanes[one.id] != lanes[other.id]
                assert length(one) >= length(other) or lanes[one.id] < lanes[other.id]


@given(wishes(), st.data())
def test_the_order_of_the_arcs_does_not_matter(given: list[ArcWish], data: st.DataObject) -> None:
    other = data.draw(st.permutations(given))
    assert (arc_lanes(given), route(given, ROOM)) == (arc_lanes(other), route(other, ROOM))


@given(wishes())
def test_a_label_stays_in_the_room_and_no_arc_of_its_lane_and_no_label_near_it_touches_it(given: list[ArcWish]) -> None:
    routed = route(given, ROOM)
    for one in routed:
        left, right = one.label_left, one.label_left + one.wish.label
        assert ROOM.left <= left <= right <= ROOM.right
        for other in routed:
            if other is one:
                continue
            if other.lane in (one.lane, one.lane - 1):
                assert right <= other.wish.left or other.wish.right <= left
            if abs(other.lane - one.lane) < 2:
                assert right <= other.label_left or other.label_left + other.wish.label <= left


def test_an_arc_alone_has_its_label_in_the_middle() -> None:
    assert route([ArcWish("a", 100, 300, 40)], ROOM) == [RoutedArc(ArcWish("a", 100, 300, 40), 0, 180)]


def test_the_label_of_a_longer_arc_keeps_off_the_shorter_one() -> None:
    short, long = ArcWish("cue", 400, 340, 20), ArcWish("pledger", 400, 100, 40)
    routed = {arc.wish.id: arc for arc in route([long, short], ROOM)}
    assert [routed["cue"].lane, routed["pledger"].lane] == [0, 1]
    assert routed["pledger"].label_left + 40 < 340
    assert 340 < routed["cue"].label_left < 380


def test_a_label_too_wide_for_its_arc_stands_beside_it() -> None:
    assert route([ArcWish("a", 100, 110, 40)], ROOM)[0].label_left == 113


@given(stubs, wishes())
def test_no_stub_touches_another_or_an_arc(wanted: tuple[StubWish, ...], given: list[ArcWish]) -> None:
    arcs = route(given, ROOM)
    placed = place_stubs(wanted, arcs, ROOM)
    for number, one in enumerate(placed):
        assert ROOM.left <= one.left <= one.right <= ROOM.right
        for other in placed[:number]:
            assert one.lane != other.lane or one.right <= other.left or other.right <= one.left
        for arc in arcs:
            same_lane = one.lane <= arc.lane <= one.lane + 1
            assert not same_lane or one.right <= arc.wish.left or arc.wish.right <= one.left


@given(stubs, st.data())
def test_the_order_of_the_stubs_does_not_matter(wanted: tuple[StubWish, ...], data: st.DataObject) -> None:
    assert place_stubs(wanted, [], ROOM) == place_stubs(data.draw(st.permutations(wanted)), [], ROOM)


def test_a_stub_goes_to_the_right_else_to_the_left_else_short() -> None:
    right, left = (place_stubs([stub("u", at, 1)], [], ROOM)[0] for at in (100, 650))
    assert (right.left, right.text_left) == (100, 112)
    assert (left.right, left.text_left) == (650, 650 - 142)
    tight = Room(lanes=2, left=0, right=120, gap=8)
    assert place_stubs([stub("u", 20, 1)], [], tight)[0].level == 1
    assert place_stubs([stub("u", 20, 3)], [], tight) == []
