import regex
from hypothesis import given
from hypothesis import strategies as st
from odd_texts import texts

from annotator.model.offsets import (
    Offsets,
    is_grapheme_boundary,
    next_grapheme,
    next_sentence,
    next_word_end,
    next_word_start,
    previous_grapheme,
    previous_sentence,
    previous_word_end,
    previous_word_start,
    sentence_at,
    shrink_whitespace,
    snap_to_graphemes,
    snap_to_words,
    word_at,
)

ranges = st.tuples(st.integers(0, 60), st.integers(0, 60))


def boundaries(text: str) -> list[int]:
    return [0, *(match.end() for match in regex.finditer(r"\X", text))]


@given(texts)
def test_every_offset_survives_the_way_to_utf_16_and_back(text: str) -> None:
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        unit = offsets.to_utf16(position)
        assert unit == len(text[:position].encode("utf-16-le")) // 2
        assert offsets.to_code_points(unit) == position


def test_an_offset_inside_a_surrogate_pair_goes_back_to_its_start() -> None:
    assert [Offsets("a🧨b").to_code_points(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


@given(texts)
def test_the_grapheme_boundaries_are_those_of_the_whole_text(text: str) -> None:
    found = boundaries(text)
    assert [at for at in range(len(text) + 1) if is_grapheme_boundary(text, at)] == found
    for at in range(len(text) + 1):
        assert next_grapheme(text, at) == next((edge for edge in found if edge > at), len(text))
        assert previous_grapheme(text, at) == max((edge for edge in found if edge < at), default=0)


@given(texts, ranges)
def test_a_snapped_range_never_ends_inside_a_grapheme_and_holds_what_was_asked(
    text: str, asked: tuple[int, int]
) -> None:
    start, end = (min(value, len(text)) for value in sorted(asked))
    first, last = snap_to_graphemes(text, start, end)
    assert {first, last} <= set(boundaries(text))
    assert first <= start
    assert (last >= end) if start < end else (first == last)


@given(texts, ranges)
def test_snapping_to_words_keeps_whole_graphemes_and_all_but_white_space(text: str, asked: tuple[int, int]) -> None:
    start, end = (min(value, len(text)) for value in sorted(asked))
    first, last = snap_to_words(text, start, end)
    assert {first, last} <= set(boundaries(text))
    kept = shrink_whitespace(text, *snap_to_graphemes(text, start, end))
    assert (first <= kept[0] and kept[1] <= last) if first < last else kept[0] == kept[1]
    assert snap_to_words(text, first, last) == (first, last)


def test_a_sloppy_drag_becomes_whole_words() -> None:
    text = "the production of long-range missiles for Ukraine's army, he said."
    start, end = text.index("ng-ra"), text.index("raine")
    assert text[slice(*snap_to_words(text, start, end))] == "long-range missiles for Ukraine's"
    assert text[slice(*snap_to_words(text, text.index(" mis"), text.index("for")))] == "missiles"
    assert text[slice(*snap_to_words(text, text.index("arm"), text.index(" he")))] == "army,"


def test_a_word_of_chinese_hebrew_and_combining_marks_is_found() -> None:
    assert word_at("中文", 1) == (1, 2)
    assert word_at("אמר שלום לך", 6) == (4, 8)
    assert word_at("cafe\u0301s", 2) == (0, 6)
    assert word_at(" … ", 1) is None


def test_word_boundaries_step_over_punctuation() -> None:
    text = "(long-range) — don't, 3.5"
    starts, ends = [1, 15, 22], [11, 20, 25]
    assert [next_word_start(text, at) for at in (0, 1, 15)] == starts
    assert [next_word_end(text, at) for at in (0, 11, 20)] == ends
    assert [previous_word_start(text, at) for at in (25, 22, 15)] == starts[::-1]
    assert [previous_word_end(text, at) for at in (99, 25, 20)] == ends[::-1]
    assert (next_word_start(text, 22), previous_word_start(text, 1)) == (len(text), 0)


@given(texts)
def test_walking_by_words_reaches_both_ends(text: str) -> None:
    steps = {next_word_start: 0, next_word_end: 0, previous_word_start: len(text), previous_word_end: len(text)}
    for step, at in steps.items():
        for _ in range(len(text) + 1):
            at = step(text, at)
        assert at in {0, len(text)}


def test_sentences_end_at_their_marks_but_not_at_initials_titles_and_numbers() -> None:
    text = "Mr. J. Smith paid €3.5 in the U.S. Senate. “Never!” he said… No? 不。好\nLast one"
    starts = [0]
    while (at := next_sentence(text, starts[-1])) < len(text):
        starts.append(at)
    assert [text[slice(*sentence_at(text, at))] for at in starts] == [
        "Mr. J. Smith paid €3.5 in the U.S. Senate.",
        "“Never!” he said…",
        "No?",
        "不。",
        "好",
        "Last one",
    ]
    assert [previous_sentence(text, at) for at in starts[1:]] == starts[:-1]


def test_between_two_sentences_the_earlier_one_is_meant() -> None:
    assert sentence_at("One. Two.", 4) == (0, 4)
    assert sentence_at("\n\n", 1) == (1, 1)


@given(texts)
def test_sentences_cover_all_but_white_space(text: str) -> None:
    covered: set[int] = set()
    for at in range(len(text)):
        covered.update(range(*sentence_at(text, at)))
    assert all(at in covered or char.isspace() for at, char in enumerate(text))
