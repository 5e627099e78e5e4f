from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.command_palette.matching import fit, rank

NAMES = ["Show all relations", "Relation from the selected span", "Export", "Larger text", "Étiqueter PLEDGE"]


def found(typed: str) -> list[str]:
    return rank(typed, NAMES, lambda name: name)


def test_the_start_of_a_word_goes_before_its_middle() -> None:
    assert found("rel") == ["Relation from the selected span", "Show all relations"]
    assert found("ex") == ["Export", "Larger text"]


def test_every_typed_word_must_be_found_in_any_order() -> None:
    assert found("span rel") == ["Relation from the selected span"]
    assert found("span export") == []


def test_case_and_accents_do_not_count() -> None:
    assert found("etiq PLEDGE") == found("ÉTIQ pledge") == ["Étiqueter PLEDGE"]


def test_letters_in_order_fit_when_nothing_better_does() -> None:
    assert found("lgtx") == ["Larger text"]


def test_nothing_typed_leaves_all_as_they_are() -> None:
    assert found("  ") == NAMES


@given(st.text(max_size=30), st.data())
def test_a_piece_of_a_name_always_finds_it(name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(name)))
    end = data.draw(st.integers(start, len(name)))
    assert fit(name[start:end], name) is not None


@given(st.text(max_size=8), st.lists(st.text(max_size=12), max_size=6))
def test_what_is_found_is_among_the_names_each_once(typed: str, names: list[str]) -> None:
    found = rank(typed, names, lambda name: name)
    assert Counter(found) <= Counter(names)
    assert set(found) == {name for name in names if fit(typed, name) is not None}
