"""Sorting and filtering pledges: nothing comes, goes or changes places that should not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from annotator import files
from annotator.app.register import Column, Register, Row, columns
from annotator.model.schema_file import read_schema
from annotator.model.words import Words, holds, read_words
from annotator.ui.pledges.arranging import Prepared, fitting, ordered, prepare
from annotator.ui.pledges.columns import Kind, Shown, shown_columns

ENGLISH = QLocale("en_GB")
KINDS: tuple[Kind, ...] = ("text", "number", "date", "flag")
COLUMNS = tuple(Shown(Column("attribute", kind), kind, kind, 100) for kind in KINDS)
VALUES = {
    "text": st.sampled_from(["", "Éa", "ea", "Z9", "z10", "zoo", "Ärger", "the end", "\u0627", "a b"]),
    "number": st.sampled_from(["", "9", "10", "-2.5", "1e3", "many"]),
    "date": st.sampled_from(["", "2025-01-31", "2024-12-01", "2025"]),
    "flag": st.sampled_from(["", "no", "yes"]),
}


@st.composite
def tables(draw: st.DrawFn) -> Prepared:
    """Up to a dozen pledges with a column of each kind."""
    values = draw(st.lists(st.tuples(*(VALUES[each] for each in KINDS)), max_size=12))
    rows = [Row(at, str(at), row, (row[0], "said again")[: 1 + at % 2]) for at, row in enumerate(values)]
    return prepare(Register(tuple(each.column for each in COLUMNS), rows), COLUMNS, ENGLISH)


def column_of(prepared: Prepared, rows: list[int], column: int) -> list[str]:
    return [prepared.rows[row].values[column] for row in rows]


@given(tables(), st.integers(0, 3), st.booleans())
def test_sorting_moves_rows_and_keeps_the_order_of_equal_ones_with_empty_ones_last(
    prepared: Prepared, column: int, descending: bool
) -> None:
    rows = list(range(len(prepared.rows)))
    found = ordered(prepared, rows, column, descending=descending)
    assert sorted(found) == rows
    places = [prepared.places[column][row] for row in found]
    filled = [place for place in places if place >= 0]
    assert places == sorted(filled, reverse=descending) + [-1] * (len(places) - len(filled))
    assert [bool(value) for value in column_of(prepared, found, column)] == [True] * len(filled) + [False] * (
        len(places) - len(filled)
    )
    assert all(a < b for a, b, one, two in zip(found, found[1:], places, places[1:], strict=False) if one == two)


@given(
    tables(),
    st.sampled_from(["", "e", "EA ", "zo", "again", "z 10", "é", '"said again"', "end the", "nd", "2024-12", "yes"]),
    st.sampled_from([{}, {3: {"", "no"}}]),
)
def test_filtering_keeps_exactly_the_rows_that_fit_as_they_stand(
    prepared: Prepared, typed: str, chosen: dict[int, set[str]]
) -> None:
    found = fitting(prepared, typed, chosen)
    assert found == sorted(set(found))
    terms = read_words(typed).terms

    def fits(row: Row) -> bool:
        cells = [*row.values, *(COLUMNS[at].told(each) for at, each in enumerate(row.values)), *row.mentions]
        last = len(terms) if read_words(typed).goes_on else 0
        told = [Words((term,), at == last) for at, term in enumerate(terms, 1)]
        return all(any(holds(cell, each) for cell in cells) for each in told) and all(
            row.values[at] in values for at, values in chosen.items()
        )

    assert found == [at for at, row in enumerate(prepared.rows) if fits(row)]


@pytest.mark.parametrize(
    ("column", "values", "wanted"),
    [
        (0, ["zoo", "Éa", "boat 10", "Boat 9", "eb", ""], ["Boat 9", "boat 10", "Éa", "eb", "zoo", ""]),
        (1, ["10", "9", "", "many", "-2.5"], ["-2.5", "9", "10", "many", ""]),
        (2, ["2025-01-31", "", "2024-12-01", "2025"], ["2024-12-01", "2025", "2025-01-31", ""]),
        (3, ["yes", "", "no"], ["no", "yes", ""]),
    ],
)
def test_values_sort_as_people_do(column: int, values: list[str], wanted: list[str]) -> None:
    def row(value: str) -> Row:
        return Row(1, "", tuple(value if at == column else "" for at in range(4)), ())

    rows = [row(value) for value in values]
    prepared = prepare(Register(tuple(each.column for each in COLUMNS), rows), COLUMNS, ENGLISH)
    found = ordered(prepared, list(range(len(rows))), column, descending=False)
    assert column_of(prepared, found, column) == wanted


@pytest.mark.parametrize(("descending", "wanted"), [(False, [1, 0, 2, 3]), (True, [0, 2, 3, 1])])
def test_texts_that_differ_only_in_case_stay_as_they_stand(descending: bool, wanted: list[int]) -> None:
    rows = [Row(1, "", (value, "", "", ""), ()) for value in ("may", "April", "May", "MAY")]
    prepared = prepare(Register(tuple(each.column for each in COLUMNS), rows), COLUMNS, ENGLISH)
    assert ordered(prepared, [0, 1, 2, 3], 0, descending=descending) == wanted


def test_what_is_shown_and_what_is_kept_of_a_day_are_both_found() -> None:
    column = Shown(Column("fact", "date"), "Date", "date", 100)
    prepared = prepare(Register((column.column,), [Row(1, "", ("2025-10-26",), ())]), (column,), ENGLISH)
    assert column.told("2025-10-26") != "2025-10-26"
    for typed in ("2025-10", column.told("2025-10-26")):
        assert fitting(prepared, typed, {}) == [0]
    assert fitting(prepared, "2024", {}) == []


def test_the_columns_are_those_of_the_register_with_headings_one_can_read() -> None:
    schema = read_schema(files.resource("schemas", "news.toml").read_text(encoding="utf-8"))
    shown = shown_columns(schema)
    assert tuple(each.column for each in shown) == columns(schema)
    told = {each.column.name: (each.heading, each.kind) for each in shown}
    assert told["stated_in"] == ("Stated in", "text")
    assert told["mentions"] == ("Mentions", "number")
    assert told["date"] == ("Date", "date")
    assert told["conditional"] == ("Conditional", "flag")
    assert told["voice"] == ("Voice", "text")
