from itertools import pairwise

import pytest
from hypothesis import given
from odd_texts import texts

from annotator.model.offsets import is_grapheme_boundary
from annotator.model.stops import next_stop, previous_stop


def walked(text: str) -> list[int]:
    """Every stop from the start of the text to its end."""
    stops = [0]
    while stops[-1] < len(text):
        stops.append(next_stop(text, stops[-1]))
    return stops


@given(texts)
def test_the_way_back_has_the_stops_of_the_way_there_and_none_is_in_a_grapheme(text: str) -> None:
    there, back = walked(text), [len(text)]
    while back[-1] > 0:
        back.append(previous_stop(text, back[-1]))
    assert back == there[::-1]
    assert all(is_grapheme_boundary(text, stop) for stop in there)


@given(texts)
def test_from_anywhere_the_next_stop_is_one_of_them(text: str) -> None:
    stops = walked(text)
    for at in range(len(text)):
        assert next_stop(text, at) == min(stop for stop in stops if stop > at)
        assert previous_stop(text, at + 1) == max(stop for stop in stops if stop < at + 1)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("The long-range plan, don't.", "The |long-range |plan|, |don't|."),
        ("At 3.5 (x) “We act,” he", "At |3.5 |(|x|) |“|We |act|,” |he"),
        ("One two. \n\n Three", "One |two|.| \n\n |Three"),
        ("市長は、", "市|長|は|、"),
        ("วันนี้", "วั|น|นี้"),
        ("قال الوزير", "قال |الوزير"),
        ("a 👨‍👩‍👧🇺🇦 e\u0301t", "a |👨‍👩‍👧🇺🇦 |e\u0301t"),
        (" a ", " |a| "),
    ],
)
def test_the_stops_are_words_and_what_is_between_them(text: str, steps: str) -> None:
    assert "|".join(text[start:end] for start, end in pairwise(walked(text))) == steps


def test_a_run_without_words_is_one_step_however_long() -> None:
    text = "a " + "-" * 5000 + " b"
    assert next_stop(text, 2) == 5003
    assert previous_stop(text, 5003) == 2
