import hashlib

from hypothesis import given
from hypothesis import strategies as st
from strategies import raw_texts, stored_texts

from annotator.model.text import count_words, normalise, text_hash


@given(raw_texts)
def test_normalising_twice_is_normalising_once(raw: str) -> None:
    once = normalise(raw)
    twice = normalise(once.text)
    assert twice.text == once.text
    assert twice.changes == ()
    assert twice.offsets.is_identity


@given(raw_texts)
def test_a_normalised_text_has_none_of_what_is_forbidden_and_can_be_stored(raw: str) -> None:
    text = normalise(raw).text
    assert not set(text) & set("\r\x00\ufdd0\uffff\U0001fffe\ud800\udfff")
    assert not text.startswith("\ufeff")
    assert text.encode().decode() == text


@given(raw_texts, st.data())
def test_a_mapped_slice_is_the_normalised_slice(raw: str, data: st.DataObject) -> None:
    places = [at for at in range(len(raw) + 1) if raw[max(at - 1, 0) : at + 1] != "\r\n"]
    start, end = sorted(data.draw(st.tuples(st.sampled_from(places), st.sampled_from(places))))
    done = normalise(raw)
    piece = raw[start:end] if raw[:start].strip("\ufeff") else raw[start:end].lstrip("\ufeff")
    kept = normalise("x" + piece).text[1:]
    assert done.text[done.offsets(start) : done.offsets(end)] == kept


@given(raw_texts)
def test_mapped_offsets_never_go_back_and_end_at_the_end(raw: str) -> None:
    done = normalise(raw)
    mapped = [done.offsets(at) for at in range(len(raw) + 1)]
    assert mapped == sorted(mapped)
    assert mapped[0] == 0
    assert mapped[-1] == len(done.text)


@given(stored_texts)
def test_a_stored_text_is_left_as_it_is(text: str) -> None:
    assert normalise(text).text == text


def test_an_offset_between_cr_and_lf_lands_after_the_lf_that_remains() -> None:
    assert normalise("a\r\nb").offsets(2) == 2


def test_nothing_else_is_touched() -> None:
    text = "  “e\u0301”\u00a0\u2028\ufeff’\t\n "
    assert normalise(text).text == text


def test_what_was_changed_is_told() -> None:
    assert normalise("\ufeffa\r\n\x00").changes == (
        "byte order mark removed",
        "line ends made LF",
        "forbidden characters replaced by U+FFFD",
    )
    assert normalise("a\n").changes == ()


def test_the_hash_is_that_of_the_utf_8_bytes() -> None:
    assert text_hash("Zoë 🧨") == hashlib.sha256("Zoë 🧨".encode()).hexdigest()


def test_words_are_runs_without_white_space() -> None:
    assert count_words(" long-range missiles,\n14,000\u00a0km ") == 4
