from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.paragraphs import crosses, paragraph_starts
from annotator.suggest.quotes.marks import pairs

ALPHABET = "ab Z.,?!\n()—-0123s \"“”„‟«»‹›'’‘‚‛`「」"
texts = st.text(ALPHABET, max_size=60)
plain = st.lists(st.sampled_from(["Norland", "builds", "and", "don't", "Osei’s", "1999"]), min_size=1).map(" ".join)
STYLES = [
    ("“", "”"),
    ('"', '"'),
    ("«", "»"),
    ("« ", " »"),
    ("»", "«"),
    ("„", "“"),
    ("''", "''"),
    ("``", "''"),
    ("‘", "’"),
]


@given(texts)
def test_what_is_marked_lies_in_the_text_in_order_and_in_one_paragraph(text: str) -> None:
    found = pairs(text)
    starts = paragraph_starts(text)
    assert [each.start for each in found] == sorted({each.start for each in found})
    for each in found:
        assert 0 <= each.start <= each.inner[0] <= each.inner[1] <= each.end <= len(text)
        assert each.start < each.end
        assert not crosses(starts, each.start, each.end)


@given(texts)
def test_marks_are_nested_or_apart_and_levels_count_what_is_around(text: str) -> None:
    found = pairs(text)
    for number, each in enumerate(found):
        around = [other for other in found[:number] if other.start <= each.start < other.end]
        assert all(other.inner[0] <= each.start and each.end <= other.inner[1] for other in around)
        assert each.level == len(around)
        assert each.parent == (found.index(around[-1]) if around else None)


@given(plain, st.sampled_from(STYLES), plain)
def test_a_sentence_put_in_marks_of_any_style_is_found_as_it_stands(
    words: str, marks: tuple[str, str], after: str
) -> None:
    quotation = marks[0] + words + "," + marks[1]
    (found,) = pairs(f"{quotation} said {after}.")
    assert (found.start, found.end, found.closed) == (0, len(quotation), True)


@given(plain)
def test_words_with_apostrophes_have_no_marks(words: str) -> None:
    assert pairs(words) == []


@given(plain, texts)
def test_a_paragraph_before_shifts_what_is_found(words: str, text: str) -> None:
    before = words + ".\n\n"
    shifted = [(each.start - len(before), each.end - len(before)) for each in pairs(before + "Kell. " + text)]
    assert shifted == [(each.start, each.end) for each in pairs("Kell. " + text)]
