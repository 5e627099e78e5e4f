"""Mentions are the same words as words of their own, in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import stored_texts

from annotator.model.mentions import mentions
from annotator.model.offsets import is_grapheme_boundary


def found(text: str, words: str) -> list[int]:
    return [start for start, _ in mentions(text, words)]


@pytest.mark.parametrize(
    ("text", "words", "starts"),
    [
        ("London, Londoner, London.", "London", [0, 18]),
        ("London’s mayor in London's port", "London", [0, 18]),
        ("London and london", "London", [0]),
        ("Smith-Jones met Smith", "Smith", [16]),
        ("5.5 of 5, and 1,500", "5", [7]),
        ("“London” (London)", "London", [1, 10]),
        ("l’Europe et l'Europe", "Europe", [2, 14]),
        ("in New York, New York", "New York", [3, 13]),
        ("北京市在北京", "北京", [0, 4]),
        ("東京とトウキョウ", "東京", [0]),
        ("กรุงเทพ และกรุงเทพ", "กรุงเทพ", [0, 11]),
        ("وزيرة الري والوزيرة وزيرة", "وزيرة", [0, 20]),
        ("cafe and cafe\u0301", "cafe", [0]),
        ("🇫🇷 🇫🇷🇫🇷", "🇫🇷", [0, 3, 5]),
        ("aaa", "a", []),
        ("a a", " ", []),
        ("a a", "", []),
    ],
)
def test_the_same_words_are_found_as_words_of_their_own(text: str, words: str, starts: list[int]) -> None:
    assert found(text, words) == starts


@given(stored_texts, st.data())
def test_mentions_are_the_same_characters_whole_and_apart(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    last = 0
    for begin, end in mentions(text, words):
        assert text[begin:end] == words
        assert begin >= last
        assert is_grapheme_boundary(text, begin)
        assert is_grapheme_boundary(text, end)
        last = end
