"""Rows of a table to articles: which column is the text, the title, a piece of metadata, and what a cell may be.

All readers of tables come here. Columns are named by `ReadOptions.fields`, else guessed from usual names; a name
that begins with "-" leaves its column out: `{"-1": "internal notes"}`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Protocol, runtime_checkable
from uuid import UUID

from annotator.exchange.foreign import clean, is_ours
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.model.article import Meta, headline, make_article
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id
from annotator.model.rules import shorten

LEAVE_OUT = "-"  # what the name of a column begins with that does not come in
LONGEST = 32 * 2**20  # characters or bytes of a row: ten times the Bible
SAMPLE = 5  # rows
_SHOWN = 200  # characters of a cell in a sample

# What columns are usually called, the likeliest first; compared in lower case, without marks and blanks.
USUAL: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "articletext", "fulltext", "articlebody", "bodytext", "maintext"),
    "title": ("title", "headline", "heading", "articletitle"),
    "date": ("date", "published", "publicationdate", "publishedat", "datepublished", "pubdate", "publishdate"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "sourcename"),
    "author": ("author", "authors", "byline", "writer"),
    "url": ("url", "link", "href", "articleurl"),
    "language": ("language", "lang"),
    "id": ("id", "articleid", "sourceid", "docid"),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """What a table has: the names of its columns, and its first rows as short texts, a cell for each column.

    `fields` says which column is what when it is read, as `ReadOptions.fields` does.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


@runtime_checkable
class TableReader(Protocol):
    """A reader that can say which columns a file has before it is read."""

    def sample(self, path: Path, *, options: ReadOptions) -> Sample:
        """The columns and first rows. Raises ExchangeError where the file is no such table."""
        ...


def sample_of(names: Sequence[str], rows: Iterable[Sequence[object]], fields: Mapping[str, str]) -> Sample:
    """A sample with its cells cut short."""
    short = (tuple(shorten("" if cell is None else str(cell)[: 4 * _SHOWN], _SHOWN) for cell in row) for row in rows)
    return Sample(tuple(names), tuple(short), fields)


def shown(value: object) -> object:
    """A value for a sample: of what is no single value, only that there is something."""
    return "…" if isinstance(value, list | dict) else value


def unlike(names: Iterable[object]) -> list[str]:
    """Names for columns, each one its own: a missing one is called after its place, one used twice is numbered."""
    found: list[str] = []
    for at, name in enumerate(names, start=1):
        plain = " ".join(str("" if name is None else name).removeprefix("\ufeff").split()) or f"column {at}"
        again, number = plain, 2
        while again in found:
            again, number = f"{plain} ({number})", number + 1
        found.append(again)
    return found


def guess(names: Sequence[str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Which column is what: those given first, then by their usual names; a lone column is the text."""
    fields = dict(given or {})
    plain = {name: "".join(filter(str.isalnum, name.lower())) for name in names}
    for part, usual in USUAL.items():
        taken = set(fields.values())
        fitting = (name for each in usual for name in names if plain[name] == each and name not in taken)
        if part not in fields and (found := next(fitting, None)) is not None:
            fields[part] = found
    if "text" not in fields and len(names) == 1:
        fields["text"] = names[0]
    return fields


def ragged(row: Sequence[object], names: Sequence[str], place: str) -> Refused:
    """What is said of a row that does not fit the heading."""
    return Refused(place, f"The row has another number of cells ({len(row)}) than the heading ({len(names)}).")


SAY_WHICH = "Say which one it is."
HINT = "On the command line: --field text=NAME."  # the window asks


class Columns:
    """The columns of one table, by what they are of an article."""

    def __init__(self, names: Sequence[str], options: ReadOptions, place: str, code: str) -> None:
        """Raises ExchangeError that names the columns, when none is the text or one that was named is missing."""
        fields = guess(names, options.fields)
        listed = shorten(", ".join(names), 300) or "none"
        if "text" not in fields:
            sentence, columns = f"{place} has no column that is known to hold the text.", f"Its columns are: {listed}."
            raise ExchangeError(f"{code}.columns", f"{sentence} {columns} {SAY_WHICH} {HINT}")
        if fields["text"] not in names:
            sentence = f"{place} has no column “{fields['text']}” for the text. Its columns are: {listed}."
            raise ExchangeError(f"{code}.columns", f"{sentence} Name one of them.")
        self._text, self._title, self._id = (fields.get(name) for name in ("text", "title", "id"))
        self.names = frozenset(names)
        called = {column: name for name, column in fields.items() if name not in ("text", "title", "id")}
        parts = {self._text, self._title, self._id}
        self._meta = {name: called.get(name, name) for name in names if name not in parts}
        self._meta = {name: part for name, part in self._meta.items() if not part.startswith(LEAVE_OUT)}

    def article(self, row: Mapping[str, object], place: str, *notes: str) -> Incoming | Refused:
        """The article of a row; a row whose text is missing or no text is refused."""
        raw = row.get(self._text or "")
        if raw is not None and not isinstance(raw, str):
            return Refused(place, f"What is in the column “{self._text}” is no text.")
        text = clean(raw or "")
        if not text.text.strip():
            return Refused(place, "The article has no text.")
        meta, odd = self._metadata(row)
        known, given = self._own_id(row)
        if given is not None:
            meta["source_id"] = given
        title = " ".join(clean(str(_value(row.get(self._title or "")) or "")).text.split())
        made = make_article(id=known, title=title or headline(text.text) or "", text=text.text, meta=meta)
        if odd:
            notes = (*notes, f"left out, not being single values: {', '.join(odd)}")
        return Incoming(made, (), place, (*notes, *text.changes))

    def _own_id(self, row: Mapping[str, object]) -> tuple[str, str | int | float | bool | None]:
        """The article's id, and the one that the table gives when that is none of ours."""
        given = _value(row.get(self._id or ""))
        if isinstance(given, str) and is_ours(given):
            return given, None
        return new_id(), given

    def _metadata(self, row: Mapping[str, object]) -> tuple[Meta, list[str]]:
        meta: Meta = {}
        odd: list[str] = []
        for column, name in self._meta.items():
            value = row.get(column)
            if isinstance(value, bytes | list | dict | tuple | set):
                odd.append(column)
            elif (kept := _value(value)) is not None:
                meta[name] = kept
        return meta, odd


def _value(value: object) -> str | int | float | bool | None:
    """A cell as metadata holds it: days and times in ISO 8601, an empty cell and no number at all as nothing."""
    match value:
        case bool():
            return value
        case int():
            return value if -(2**63) <= value < 2**63 else str(value)
        case float():
            return value if isfinite(value) else None
        case datetime():
            return (value.date() if value.time() == time() and value.tzinfo is None else value).isoformat()
        case date() | time():
            return value.isoformat()
        case str():
            return clean(value).text if value.strip() else None
        case Decimal() | UUID():
            return str(value)
    return None if value is None or isinstance(value, bytes | list | dict | tuple) else str(value)
