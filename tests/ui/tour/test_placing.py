from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.tour.placing import GAP, Box, place, pointer

AREA = Box(0, 0, 1024, 600)
SIZE = (284, 180)

places = st.builds(
    lambda left, top, width, height: Box(left, top, min(width, 1024 - left), min(height, 600 - top)),
    st.integers(0, 1000),
    st.integers(0, 580),
    st.integers(1, 1024),
    st.integers(1, 600),
)


@given(places, st.booleans())
def test_the_card_is_whole_and_covers_what_it_is_about_only_where_no_side_has_room(beside: Box, rtl: bool) -> None:
    box, side = place(SIZE, beside, AREA, rtl=rtl)
    assert AREA.holds(box)
    assert (box.width, box.height) == SIZE
    width, height = SIZE
    across = max(beside.left, AREA.right - beside.right) >= width + GAP
    along = max(beside.top, AREA.bottom - beside.bottom) >= height + GAP
    assert box.meets(beside) <= (not across and not along)
    assert (side == "inside") <= (not across and not along)


@given(places)
def test_the_arrow_leads_from_the_card_towards_what_it_is_about(beside: Box) -> None:
    box, side = place(SIZE, beside, AREA)
    corners = pointer(box, side)
    assert bool(corners) == (side != "inside")
    if corners:
        (tip_x, tip_y), *_ = corners
        nearer = {
            "right": beside.right <= tip_x < box.left,
            "left": box.right < tip_x <= beside.left,
            "below": beside.bottom <= tip_y < box.top,
            "above": box.bottom < tip_y <= beside.top,
        }
        assert nearer[side]


@given(places)
def test_a_window_that_reads_from_the_right_is_the_mirror_image(beside: Box) -> None:
    box, _ = place(SIZE, beside, AREA)
    mirrored, _ = place(SIZE, beside._replace(left=AREA.width - beside.right), AREA, rtl=True)
    assert mirrored == box._replace(left=AREA.width - box.right)


def test_the_far_side_of_reading_comes_first() -> None:
    text = Box(300, 100, 400, 400)
    assert place(SIZE, text, AREA)[1] == "right"
    assert place(SIZE, text, AREA, rtl=True)[1] == "left"
    assert place(SIZE, Box(0, 560, 1024, 40), AREA)[1] == "above"
    assert place(SIZE, Box(0, 0, 1024, 40), AREA)[1] == "below"
    assert place(SIZE, AREA, AREA)[1] == "inside"
