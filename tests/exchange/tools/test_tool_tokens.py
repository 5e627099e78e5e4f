import pytest
from exchange_cases import ALPHABET
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.tools.tokens import sentences
from annotator.exchange.tools.utf16 import NOWHERE, Units

texts = st.text(st.sampled_from(ALPHABET + ".!?\u0085\x1c"), max_size=40)


@given(texts)
def test_tokens_cover_all_but_white_space_in_order_and_no_sentence_is_empty(text: str) -> None:
    found = list(sentences(text))
    assert all(found)
    places = [place for tokens in found for start, end in tokens for place in range(start, end)]
    assert places == [place for place, character in enumerate(text) if not character.isspace()]


@pytest.mark.parametrize(
    ("text", "count"),
    [("He left. She stayed.", 2), ("Mr. Haag met J. Doe.", 1), ("He paid 3.5 million", 1), ("A headline\n\nText.", 2)],
)
def test_sentences_end_at_stops_and_lines_not_at_titles_and_initials(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count


@given(texts, st.integers(0, 60))
def test_units_are_those_of_utf_16(text: str, place: int) -> None:
    units = Units(text)
    point = min(place, len(text))
    unit = len(text[:point].encode("utf-16-le")) // 2
    assert units.unit(point) == unit
    assert units.point(unit) == point


def test_a_unit_within_a_code_point_is_nowhere_and_one_past_the_end_stays_past_it() -> None:
    units = Units("a🚀b")
    assert [units.point(unit) for unit in range(7)] == [0, 1, NOWHERE, 2, 3, 4, 5]
