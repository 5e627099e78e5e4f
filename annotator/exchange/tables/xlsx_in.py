"""XLSX in: a row is an article. Every sheet that has a column of texts is read, the others are named."""

import warnings
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from annotator.exchange.archives import DAMAGE
from annotator.exchange.needs import need
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import unreadable
from annotator.exchange.tables.columns import SAMPLE, Columns, Sample, guess, ragged, sample_of, unlike
from annotator.model.errors import ExchangeError

_LARGEST = 256 * 2**20  # bytes of all parts, unpacked: a zip bomb has more
_MOST_ROWS = 2**20  # of a sheet, as Excel has it: a file may name a row far below
_MOST_CELLS = 100_000_000  # of a sheet, empty ones before others counted: a cell may lie far to the right
_MOST_COLUMNS = 2000
_ESCAPED = "_x"  # what the escape of a character begins with, as in _x000D_

Row = tuple[object, ...]


class XlsxReader:
    """Reads what the cells hold; of a formula, what it gave when the file was saved."""

    name = "xlsx"
    title = "Excel table (XLSX)"
    suffixes = (".xlsx", ".xlsm")

    def fits(self, head: bytes) -> bool:
        """Whether it is a zip archive, as these are."""
        return head.startswith(b"PK")

    def sample(self, path: Path, *, options: ReadOptions) -> Sample:
        """The columns and first rows of the first sheet that has a column of texts, else of the first with rows."""
        first: Sample | None = None
        for sheet in _sheets(path):
            rows = (row for _, row in islice(sheet.rows(), SAMPLE))
            found = sample_of(sheet.names, rows, guess(sheet.names, options.fields))
            first = first or found
            if not isinstance(_columns(sheet, options), ExchangeError):
                return found
        if first is None:
            raise _empty(path)
        return first

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One row after another."""
        unread: list[tuple[str, ExchangeError]] = []
        any_sheet = False
        for sheet in _sheets(path):
            columns = _columns(sheet, options)
            if isinstance(columns, ExchangeError):
                unread.append((sheet.place, columns))
            else:
                any_sheet = True
                yield from _articles(sheet, columns)
        if not any_sheet:
            raise unread[0][1] if unread else _empty(path)
        yield from (Refused(place, f"The sheet was not read: {error.sentence}") for place, error in unread)


class _Sheet:
    """A sheet that has a heading: the names in it, and the rows below."""

    def __init__(self, path: Path, sheet: Any) -> None:  # noqa: ANN401  of a library that may be missing
        self._path, self._sheet = path, sheet
        self.place = f"{path}, sheet {sheet.title}"
        _guarded(path, sheet.reset_dimensions)  # they may say anything
        self._heading, first = next(self._cells(1), (0, ()))
        self.names = unlike(first[:_MOST_COLUMNS])

    def rows(self) -> Iterator[tuple[int, Row]]:
        """The rows that are not empty, with their numbers from 1."""
        return self._cells(self._heading + 1)

    def _cells(self, first: int) -> Iterator[tuple[int, Row]]:
        rows = iter(self._sheet.iter_rows(min_row=first, values_only=True))
        room = _MOST_CELLS
        for number in count(first):
            row = _guarded(self._path, lambda: next(rows, None))
            if row is None:
                return
            room -= len(row)
            if number > _MOST_ROWS or room < 0:
                sentence = f"{self.place} has cells far beyond the last row or column that it can need."
                raise ExchangeError("xlsx.damaged", f"{sentence} Remove them, or save the sheet as CSV.")
            cells = [_plain(cell) for cell in row]
            while cells and cells[-1] is None:
                cells.pop()
            if cells:
                yield number, tuple(cells)


def _sheets(path: Path) -> Iterator[_Sheet]:
    """The sheets that are not empty."""
    openpyxl = need("openpyxl", "openpyxl", "To read XLSX")
    _refuse_bomb(path)
    warnings.filterwarnings("ignore", module="openpyxl")  # of styles and the like, which nobody sees here
    with _guarded(path, lambda: path.open("rb")) as file:  # openpyxl would leave open one that is damaged
        book = _guarded(path, lambda: openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False))
        try:
            yield from (each for each in (_Sheet(path, sheet) for sheet in book.worksheets) if each.names)
        finally:
            book.close()


def _columns(sheet: _Sheet, options: ReadOptions) -> Columns | ExchangeError:
    try:
        return Columns(sheet.names, options, sheet.place, "xlsx")
    except ExchangeError as error:
        return error


def _articles(sheet: _Sheet, columns: Columns) -> Iterator[Incoming | Refused]:
    for number, row in sheet.rows():
        place = f"{sheet.place}, row {number}"
        if len(row) > len(sheet.names):
            yield ragged(row, sheet.names, place)
        else:
            yield columns.article(dict(zip(sheet.names, row, strict=False)), place)


def _empty(path: Path) -> ExchangeError:
    return ExchangeError("xlsx.empty", f"{path} has no sheet with rows in it: there is nothing to import.")


def _plain(cell: object) -> object:
    """The cell, its escaped characters as they are meant; nothing for an empty one."""
    if isinstance(cell, str) and _ESCAPED in cell:
        from openpyxl.utils.escape import unescape

        return unescape(cell) or None
    return None if cell == "" else cell


def _guarded(path: Path, step: Any) -> Any:  # noqa: ANN401
    """What the step gives. Raises ExchangeError for whatever openpyxl meets in a file that is damaged."""
    try:
        return step()
    except OSError as error:
        raise unreadable(path, "xlsx", error) from error
    except Exception as error:  # it raises what its parts raise: KeyError, XML's errors, zip's ...
        sentence = f"{path} is no readable XLSX file ({type(error).__name__}: {error})."
        raise ExchangeError(
            "xlsx.damaged", f"{sentence} Open it in a spreadsheet program and save it again."
        ) from error


def _refuse_bomb(path: Path) -> None:
    """Raise ExchangeError when the parts of the file are too large together, or it is no zip archive."""
    try:
        with ZipFile(path) as parts:
            size = sum(each.file_size for each in parts.infolist())
    except OSError as error:
        raise unreadable(path, "xlsx", error) from error
    except DAMAGE as error:
        sentence = f"{path} is no XLSX file ({error}). An older XLS file must be saved as XLSX first."
        raise ExchangeError("xlsx.damaged", sentence) from error
    if size > _LARGEST:
        sentence = f"{path} unpacks to {size:,} bytes, more than {_LARGEST:,}: save the sheet as CSV and import that."
        raise ExchangeError("xlsx.large", sentence)


READER: Reader = XlsxReader()
