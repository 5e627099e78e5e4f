import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.offsets import is_grapheme_boundary, snap_to_graphemes, trimmed

MARKED = st.text("ab \n\"'“”‘’«»é\u0301👩🏽", max_size=14)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (" the plan ", "the plan"),
        ("“We act,”", "We act,"),
        ('"Starmer\'s plan"', "Starmer's plan"),
        ("“He said ‘no’ today”", "He said ‘no’ today"),
        ("the “Titanic”", "the “Titanic”"),
        ("“A” and “B”", "“A” and “B”"),
        ("“We act", "We act"),
        ("act now” ", "act now"),
        ("« Nous agirons »", "Nous agirons"),
        ("’tis", "tis"),
        (" ” ", " ” "),
        ("", ""),
    ],
)
def test_spaces_and_marks_that_belong_to_nothing_inside_go(text: str, left: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == left


@given(MARKED, st.data())
def test_trimming_never_grows_never_empties_and_does_it_all_at_once(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    start, end = snap_to_graphemes(text, start, end)
    left, right = trimmed(text, start, end)
    assert start <= left <= right <= end
    assert (left < right) == (start < end)
    assert trimmed(text, left, right) == (left, right)


@given(MARKED)
def test_what_is_left_is_made_of_whole_characters(text: str) -> None:
    left, right = trimmed(text, 0, len(text))
    assert is_grapheme_boundary(text, left)
    assert is_grapheme_boundary(text, right)
