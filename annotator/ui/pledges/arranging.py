"""Which pledges fit a filter, and in which order: quick, since all that is compared was prepared once. No widgets.

`prepare` takes a while with many pledges and is done in a thread; `fitting` and `ordered` are not.
"""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cmp_to_key
from itertools import pairwise

import msgspec
from PySide6.QtCore import QCollator, QLocale, Qt

from annotator.app.register import Register, Row
from annotator.model.words import in_words, pieces, read_words
from annotator.ui.pledges.columns import Shown

NOTHING = -1  # the place of an empty value


class Prepared(msgspec.Struct, frozen=True):
    """The rows in text order; by column the place of each row's value among all values; and by row what is searched."""

    rows: Sequence[Row]
    places: "Sequence[array[int]]"
    searched: Sequence[str]


def prepare(found: Register, columns: Sequence[Shown], locale: QLocale) -> Prepared:
    """Make ready; values are compared as the language of `locale` does."""
    values = list(zip(*(row.values for row in found.rows), strict=True)) or [()] * len(columns)
    pairs = list(zip(columns, values, strict=True))
    spoken = [{value: _spoken(column, value) for value in set(each)} for column, each in pairs]
    places = [_places(each, column, locale) for column, each in pairs]
    return Prepared(found.rows, places, [_searched(row, spoken) for row in found.rows])


def _spoken(column: Shown, value: str) -> str:
    told = column.told(value)
    return in_words(told) if told == value else f"{in_words(told)}|{in_words(value)}"


def _searched(row: Row, spoken: Sequence[Mapping[str, str]]) -> str:
    """The words of each cell as they are shown and as they are kept, and of the further mentions."""
    cells = (known[value] for known, value in zip(spoken, row.values, strict=True) if value)
    return "|".join((*cells, *(in_words(each) for each in row.mentions[1:])))


def _places(values: Sequence[str], column: Shown, locale: QLocale) -> "array[int]":
    """The place of each value among all that there are; values that differ in nothing that counts share theirs."""
    known = {"": NOTHING}
    distinct = sorted(set(values) - {""})
    if column.kind == "number":
        known |= _numbers(distinct)
    elif column.kind == "text":
        known |= _texts(distinct, locale)
    else:
        known |= {value: place for place, value in enumerate(distinct)}  # ISO dates, and no before yes
    return array("q", (known[value] for value in values))


def _numbers(distinct: Iterable[str]) -> dict[str, int]:
    amounts = {value: _amount(value) for value in distinct}
    order = {amount: place for place, amount in enumerate(sorted(set(amounts.values())))}
    return {value: order[amount] for value, amount in amounts.items()}


def _amount(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return float("inf")  # from before the attribute was a number


def _texts(distinct: Iterable[str], locale: QLocale) -> dict[str, int]:
    collator = QCollator(locale)
    collator.setNumericMode(True)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    keys = {value: collator.sortKey(value) for value in distinct}

    def compared(one: str, other: str) -> int:  # in Python's steps: one long step in C would keep the window waiting
        return keys[one].compare(keys[other])

    inorder = sorted(keys, key=cmp_to_key(compared))
    known = dict.fromkeys(inorder[:1], 0)
    for before, after in pairwise(inorder):
        known[after] = known[before] + (compared(before, after) != 0)
    return known


def fitting(prepared: Prepared, typed: str, chosen: Mapping[int, Collection[str]]) -> list[int]:
    """The rows, in text order, that hold what is typed and of each column in `chosen` one of the values.

    Words are found as in the list of articles (`model.words`), each anywhere in the row.
    """
    rows: Iterable[int] = range(len(prepared.rows))
    for column, values in chosen.items():
        rows = [row for row in rows if prepared.rows[row].values[column] in values]
    for piece in pieces(read_words(typed)):
        rows = [row for row in rows if piece in prepared.searched[row]]
    return list(rows)


def ordered(prepared: Prepared, rows: Sequence[int], column: int, *, descending: bool) -> list[int]:
    """The rows by a column; those with the same value stay as they are, those without any come last."""
    places = prepared.places[column]
    filled = [row for row in rows if places[row] != NOTHING]
    filled.sort(key=places.__getitem__, reverse=descending)
    return filled + [row for row in rows if places[row] == NOTHING]
