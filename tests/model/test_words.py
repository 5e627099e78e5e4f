import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.words import holds, mark, read_words

TEXT = "Sir Keir Starmer vowed “long-range” missiles for Müller"


@pytest.mark.parametrize("typed", ["starmer", "STARMER keir", '"keir starmer"', "mull", '"long range"', "muller", "!?"])
def test_a_text_holds_the_words(typed: str) -> None:
    assert holds(TEXT, read_words(typed))


@pytest.mark.parametrize("typed", ['"starmer keir"', '"mull"', "mull ", "rutte", "keir rutte"])
def test_a_text_does_not_hold_others(typed: str) -> None:
    assert not holds(TEXT, read_words(typed))


def test_what_was_found_is_marked() -> None:
    assert (
        mark(TEXT, read_words('"keir starmer" mul')) == "Sir ‹Keir› ‹Starmer› vowed “long-range” missiles for ‹Müller›"
    )


@given(st.text(max_size=40), st.text(max_size=10))
def test_marking_adds_nothing_but_the_marks(text: str, typed: str) -> None:
    plain = text.replace("‹", "").replace("›", "")
    assert mark(plain, read_words(typed)).replace("‹", "").replace("›", "") == plain
