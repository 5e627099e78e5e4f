from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.text_view.tags import PlacedTag, Row, TagWish, place_tags

ROW = Row(0, 700, 4)


def wish(mark: str, left: float, right: float, *words: str, length: int = 0, **more: bool) -> TagWish:
    forms = tuple((word, 6.0 * len(word)) for word in words)
    return TagWish(mark, left, right, forms, length or round(right - left), **more)


@st.composite
def wishes(draw: st.DrawFn) -> list[TagWish]:
    found = []
    for name in draw(st.lists(st.sampled_from("abcdefghijkl"), unique=True)):
        left = draw(st.integers(0, 690))
        right = draw(st.integers(left + 1, 700))
        words = ("PLEDGE action · reported", "PLEDGE", "PLE…")[draw(st.integers(0, 2)) :]
        found.append(wish(name, left, right, *words, leftwards=draw(st.booleans())))
    return found


def texts(tags: list[PlacedTag]) -> list[tuple[str, float]]:
    return [(tag.text, tag.left) for tag in tags]


@given(wishes())
def test_no_two_tags_overlap_and_all_stay_in_the_row(given: list[TagWish]) -> None:
    placed = place_tags(given, ROW)
    assert all(one.right + ROW.gap <= other.left for one, other in pairwise(placed))
    assert all(ROW.left <= tag.left and tag.right <= ROW.right for tag in placed)


@given(wishes())
def test_every_tag_has_a_form_of_its_own_and_the_longest_span_is_never_left_out(given: list[TagWish]) -> None:
    by_id = {each.mark: each for each in given}
    placed = place_tags(given, ROW)
    assert all(tag.text in dict(by_id[tag.mark].forms) for tag in placed)
    if given:
        assert min(given, key=lambda each: each.order).mark in {tag.mark for tag in placed}


@given(wishes(), st.data())
def test_the_order_of_the_wishes_does_not_matter(given: list[TagWish], data: st.DataObject) -> None:
    assert place_tags(given, ROW) == place_tags(data.draw(st.permutations(given)), ROW)


def test_a_tag_alone_starts_where_its_span_starts_in_full() -> None:
    assert texts(place_tags([wish("a", 100, 120, "PLEDGE action", "PLEDGE")], ROW)) == [("PLEDGE action", 100)]
    hebrew = wish("a", 100, 300, "PERSON", leftwards=True)
    assert texts(place_tags([hebrew], ROW)) == [("PERSON", 300 - 36)]


def test_at_the_same_start_the_longer_spans_tag_comes_first() -> None:
    placed = place_tags([wish("in", 100, 180, "GPE"), wish("out", 100, 400, "QUOTE")], ROW)
    assert texts(placed) == [("QUOTE", 100), ("GPE", 134)]


def test_when_tags_collide_all_start_short_and_grow_where_there_is_room() -> None:
    long = wish("a", 100, 140, "PLEDGE action · self", "PLEDGE")
    assert texts(place_tags([long, wish("b", 145, 170, "CUE")], ROW)) == [("PLEDGE", 100), ("CUE", 145)]


def test_a_tag_without_room_over_its_own_span_is_left_out() -> None:
    assert texts(place_tags([wish("a", 100, 110, "MENTION"), wish("b", 112, 160, "CUE")], ROW)) == [("CUE", 112)]


def test_a_key_to_press_is_always_shown_first() -> None:
    placed = place_tags([wish("a", 100, 400, "QUOTE direct", "QUOTE"), wish("b", 100, 104, "K", urgent=True)], ROW)
    assert texts(placed) == [("K", 100), ("QUOTE direct", 110)]


def test_keys_to_press_on_tiny_neighbours_are_both_shown() -> None:
    tiny = [wish(name, at, at + 2, "KK", urgent=True) for name, at in (("a", 10), ("b", 13), ("c", 16))]
    assert len(place_tags(tiny, ROW)) == 3
