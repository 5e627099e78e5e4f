from collections.abc import Callable

import pytest

from annotator.suggest.said import FoundQuote

Reader = Callable[[str], list[FoundQuote]]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ada Brill said that the bridge was “perfectly safe.”", ["that the bridge was “perfectly safe.”"]),
        ("Ada Brill said the bridge was “perfectly safe” again.", ["the bridge was “perfectly safe” again"]),
        ("Ada Brill called the bridge “perfectly safe” for the winter.", ["“perfectly safe” for the winter"]),
        ("Ada Brill said it was “safe,” while Osei disagreed.", ["it was “safe,”"]),
        ("The “old bridge” is safe, she said.", ["The “old bridge” is safe"]),
        ("The bridge “is safe,” she said.", ["The bridge “is safe,”"]),
        ("The old bridge, she said, is “perfectly safe.”", ["The old bridge", "is “perfectly safe.”"]),
        ("According to Ada Brill, the bridge is “safe” now.", ["the bridge is “safe” now"]),
        ("She spoke to us, adding that the bridge is “safe” now.", ["that the bridge is “safe” now"]),
    ],
)
def test_words_in_marks_are_taken_with_the_clause_they_are_part_of(read: Reader, text: str, quote: list[str]) -> None:
    (found,) = read(text)
    assert [text[start:end] for start, end in found.fragments] == quote
    assert found.type == "mixed"
    assert found.cue
    assert found.speakers


@pytest.mark.parametrize(
    "text", ["The “old bridge” was closed when Osei fell.", "The council has a “plan” for the bridge of Kell."]
)
def test_words_in_marks_that_nothing_reports_are_left_out(read: Reader, text: str) -> None:
    assert read(text) == []


def test_several_words_in_marks_in_one_clause_are_one_quote(read: Reader) -> None:
    text = "Osei said the plan was “mad” and “the worst of all.”"
    (found,) = read(text)
    assert text[slice(*found.fragments[0])] == "the plan was “mad” and “the worst of all.”"
