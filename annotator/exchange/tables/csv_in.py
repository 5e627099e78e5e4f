"""CSV and TSV in: a row is an article. What parts the cells, and the encoding, are found out."""

import codecs
import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import TextIO

from annotator.exchange.decode import marked_encoding
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import decoded, streaming
from annotator.exchange.tables.columns import LONGEST, SAMPLE, Columns, Sample, guess, ragged, sample_of, unlike
from annotator.model.errors import ExchangeError

_HEAD = 256 * 2**10  # bytes that the encoding and the separator are found out from
_PIECE = 2**20  # bytes
_MOST_COLUMNS = 2000
_JUDGED = 40  # rows
_SEPARATORS = (",", ";", "\t", "|")


class _Dialect(csv.excel):
    """What parts cells in one file; `quoting` says whether quotation marks mean anything."""

    def __init__(self, separator: str, *, quoted: bool) -> None:
        self.delimiter = separator
        self.quoting = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
        super().__init__()


class CsvReader:
    """Reads a table of text; `separators` are those that it may have."""

    general = True

    def __init__(self, name: str, title: str, suffixes: tuple[str, ...], separators: tuple[str, ...]) -> None:
        self.name, self.title, self.suffixes = name, title, suffixes
        self._separators = separators

    def fits(self, head: bytes) -> bool:
        """Any text may be a table."""
        del head
        return True

    def sample(self, path: Path, *, options: ReadOptions) -> Sample:
        """The columns and the first rows."""
        rows = self._rows(path, options)
        names = _heading(rows, path)
        fitting = (row for _, row in rows if len(row) == len(names))
        return sample_of(names, islice(fitting, SAMPLE), guess(names, options.fields))

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One row after another, in constant memory; a row with too many or too few cells is refused."""
        rows = self._rows(path, options)
        names = _heading(rows, path)
        columns = Columns(names, options, str(path), self.name)
        empty = True
        for number, row in rows:
            place, empty = f"{path}, row {number}", False
            if len(row) == len(names):
                yield columns.article(dict(zip(names, row, strict=True)), place)
            else:
                yield ragged(row, names, place)
        if empty:
            raise ExchangeError("csv.empty", f"{path} has no row below its heading: there is nothing to import.")

    def _rows(self, path: Path, options: ReadOptions) -> Iterator[tuple[int, list[str]]]:
        """The rows that are not empty, with their numbers from 1."""
        csv.field_size_limit(LONGEST)  # of the whole process; no one else here reads CSV with less
        with streaming(path, "csv", options.encoding):
            encoding = options.encoding or _encoding(path)
            dialect = self._dialect(_head(path, encoding))
            with path.open(encoding=encoding, newline="") as file:
                yield from ((at, row) for at, row in enumerate(_bounded_rows(file, dialect, path), 1) if any(row))

    def _dialect(self, head: str) -> _Dialect:
        """The likeliest for the head of a file: a heading whose names are known, and rows that are as long."""
        every = [_Dialect(each, quoted=quoted) for quoted in (True, False) for each in self._separators]
        return max(every, key=lambda each: _likeliness(head, each))


def _likeliness(head: str, dialect: _Dialect) -> tuple[int, float, bool, int]:
    """How many columns are known by name, how many rows are as long as the heading, and how many columns there are.

    Where rows come out as long with and without quotation marks, those must be closed in the right places to count.
    """
    try:
        rows = _first_rows(head, dialect)
    except csv.Error:
        return 0, 0.0, False, 0
    width = len(rows[0]) if rows else 0
    if width < 2 or width > _MOST_COLUMNS:  # a single column parts nothing
        return 0, 0.0, False, 0
    same = sum(len(row) == width for row in rows[1:]) / max(len(rows) - 1, 1)
    return len(guess(unlike(rows[0]))), same, _is_closed(head, dialect), width


def _first_rows(head: str, dialect: _Dialect, *, strict: bool = False) -> list[list[str]]:
    reader = csv.reader(StringIO(head, newline=""), dialect, strict=strict)
    return [row for row in islice(reader, _JUDGED) if row]


def _is_closed(head: str, dialect: _Dialect) -> bool:
    try:
        _first_rows(head, dialect, strict=True)
    except csv.Error:
        return False
    return True


def _bounded_rows(file: TextIO, dialect: _Dialect, path: Path) -> Iterator[list[str]]:
    """The rows, none of which takes more than LONGEST characters, however many lines it goes over."""
    lines = _Lines(file, path)
    reader = csv.reader(lines, dialect)
    try:
        for row in reader:
            lines.since_row = 0
            yield row
    except csv.Error as error:
        place = f"{path}, line {reader.line_num}"
        raise ExchangeError(
            "csv.syntax", f"{place} is no row of a table: {error}. Mend it and import again."
        ) from error


class _Lines:
    """Lines of bounded length, for `csv.reader` takes whatever it is given."""

    def __init__(self, file: TextIO, path: Path) -> None:
        self._file, self._path = file, path
        self.since_row = 0  # characters

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._file.readline(LONGEST + 1)
        if not line:
            raise StopIteration
        self.since_row += len(line)
        if self.since_row > LONGEST:
            sentence = f"{self._path} has a row of more than {LONGEST:,} characters: is a quotation mark left open?"
            raise ExchangeError("csv.long", sentence)
        return line


def _heading(rows: Iterator[tuple[int, list[str]]], path: Path) -> list[str]:
    _, first = next(rows, (0, []))
    if not first:
        raise ExchangeError("csv.empty", f"{path} is empty: there is nothing to import.")
    if len(first) > _MOST_COLUMNS:
        raise ExchangeError(
            "csv.columns", f"{path} has {len(first):,} columns, more than {_MOST_COLUMNS:,}: is it a table?"
        )
    return unlike(first)


def _head(path: Path, encoding: str) -> str:
    with path.open("rb") as file:
        data = file.read(_HEAD)
    return codecs.getincrementaldecoder(encoding)("strict").decode(data).removeprefix("\ufeff")


def _encoding(path: Path) -> str:
    """The encoding of the whole file: UTF-8 if all of it is, else what the part that is not looks like.

    UTF-8 is named so that its byte order mark is left out. Raises ExchangeError for what is no text.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
        marked = marked_encoding(head)
        found = marked or decoded(head[: head.rfind(b"\n") + 1] or head, path, "csv", None)[1]
        if marked not in (None, "utf-8") or found != "utf-8":
            return found
        piece, decoder = head, codecs.getincrementaldecoder("utf-8")("strict")
        try:
            while piece:
                decoder.decode(piece)
                piece = file.read(_PIECE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return decoded(piece or head, path, "csv", None)[1]
    return "utf-8-sig"


READER: Reader = CsvReader("csv", "Table (CSV)", (".csv",), _SEPARATORS)
TSV_READER: Reader = CsvReader("tsv", "Table with tabs (TSV)", (".tsv", ".tab"), ("\t",))
