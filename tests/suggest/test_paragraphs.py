import spacy
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.paragraphs import begin_sentences, crosses, is_wrapped, paragraph_starts, split

WRAPPED = (
    "The harbour of Belport was closed on Monday, the council said, after\n"
    "a storm that had thrown three ships onto the mole. It will be closed\n"
    "until the end of the month, and the ferries to Kell will not run, as\n"
    "the company said.\n\n"
    "Ada Brill, who leads the council, asked for patience and for a little\n"
    "help.\n"
)
BLANK = spacy.blank("en")
TEXTS = st.text(st.sampled_from("ab .\n\t\u2028🙂א"), max_size=120)


def test_each_line_is_a_paragraph() -> None:
    assert paragraph_starts("Title\nOne.\n\n  Two.\n") == [0, 6, 14]


def test_a_line_that_goes_on_in_small_letters_is_of_the_same_paragraph() -> None:
    assert paragraph_starts("She has\nrepeatedly\nvowed, said Lind,\nto go.\nsoon:\nno\n\nyes") == [0, 44, 50, 54]
    assert paragraph_starts("Ada a\ndéclaré\nœuvrer\nсказала\n  soon") == [0, 31]


def test_in_wrapped_text_only_a_blank_line_parts_paragraphs() -> None:
    assert is_wrapped(WRAPPED)
    assert paragraph_starts(WRAPPED) == [0, WRAPPED.index("Ada Brill")]
    assert not is_wrapped(WRAPPED.replace("\n", "\n\n"))


def test_a_span_crosses_where_it_reaches_into_the_next_paragraph() -> None:
    starts = paragraph_starts("One\nTwo")
    assert crosses(starts, 1, 5)
    assert not crosses(starts, 0, 4)
    assert not crosses(starts, 4, 7)


@given(TEXTS, st.integers(1, 40))
def test_the_parts_of_a_text_are_the_text_and_none_is_too_long(text: str, limit: int) -> None:
    parts = list(split(text, limit))
    assert "".join(part for _, part in parts) == text
    assert all(text[offset : offset + len(part)] == part for offset, part in parts)
    assert all(len(part) <= limit for _, part in parts)
    assert all(part for _, part in parts) or not text


def test_a_long_text_is_cut_before_a_paragraph_else_at_a_space() -> None:
    assert [part for _, part in split("One two.\nThree four.\nFive", 12)] == ["One two.\n", "Three four.\n", "Five"]
    assert [part for _, part in split("one two three", 8)] == ["one two ", "three"]
    assert [part for _, part in split("abcdefgh", 3)] == ["abc", "def", "gh"]


@given(TEXTS)
def test_every_paragraph_begins_a_sentence(text: str) -> None:
    doc = begin_sentences(BLANK(text))
    begun = {token.idx for token in doc if token.is_sent_start}
    for start in paragraph_starts(text)[1:]:
        first = next((token for token in doc if token.idx >= start), None)
        assert first is None or first.idx in begun
