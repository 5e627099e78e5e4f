"""XLSX in: a row is an article. Every sheet that has a column of texts is read, the others are named."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from annotator.exchange.needs import need
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.tables.columns import SAMPLE, Columns, Sample, guess, sample_of, unlike
from annotator.model.errors import ExchangeError

_LARGEST = 512 * 2**20  # bytes of all parts, unpacked: a zip bomb has more
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
        for sheet, rows in _sheets(path):
            names = _heading(rows)
            if not names:
                continue
            found = sample_of(names, (row for _, row in islice(rows, SAMPLE)), guess(names, options.fields))
            first = first or found
            if not isinstance(_columns(names, options, f"{path}, sheet {sheet}"), ExchangeError):
                return found
        if first is None:
            raise _empty(path)
        return first

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One row after another."""
        unread: list[tuple[str, ExchangeError]] = []
        any_sheet = False
        for sheet, rows in _sheets(path):
            place = f"{path}, sheet {sheet}"
            names = _heading(rows)
            columns = _columns(names, options, place) if names else None
            if isinstance(columns, ExchangeError):
                unread.append((place, columns))
            elif columns is not None:
                any_sheet = True
                yield from _articles(rows, names, columns, place)
        if not any_sheet:
            raise unread[0][1] if unread else _empty(path)
        yield from (Refused(place, f"The sheet was not read: {error.sentence}") for place, error in unread)


def _columns(names: list[str], options: ReadOptions, place: str) -> Columns | ExchangeError:
    try:
        return Columns(names, options, place, "xlsx")
    except ExchangeError as error:
        return error


def _articles(
    rows: Iterator[tuple[int, Row]], names: list[str], columns: Columns, place: str
) -> Iterator[Incoming | Refused]:
    for number, row in rows:
        if len(row) > len(names):
            yield Refused(
                f"{place}, row {number}",
                f"The row has another number of cells ({len(row)}) than the heading ({len(names)}).",
            )
        else:
            yield columns.article(dict(zip(names, row, strict=False)), f"{place}, row {number}")


def _empty(path: Path) -> ExchangeError:
    return ExchangeError("xlsx.empty", f"{path} has no sheet with rows in it: there is nothing to import.")


def _heading(rows: Iterator[tuple[int, Row]]) -> list[str]:
    """The names in the first row; none of a sheet that is empty."""
    _, first = next(rows, (0, ()))
    return unlike(first[:_MOST_COLUMNS])


def _sheets(path: Path) -> Iterator[tuple[str, Iterator[tuple[int, Row]]]]:
    """Each sheet's name and its rows that are not empty, with their numbers from 1."""
    openpyxl = need("openpyxl", "openpyxl", "To read XLSX")
    _refuse_bomb(path)
    book = _guarded(path, lambda: openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False))
    try:
        for sheet in book.worksheets:
            _guarded(path, sheet.reset_dimensions)  # they may say anything
            yield sheet.title, _rows(path, sheet)
    finally:
        book.close()


def _rows(path: Path, sheet: Any) -> Iterator[tuple[int, Row]]:  # noqa: ANN401  of a library that may be missing
    rows = iter(sheet.iter_rows(values_only=True))
    number = 0
    while True:
        row = _guarded(path, lambda: next(rows, None))
        if row is None:
            return
        number += 1
        cells = [_plain(cell) for cell in row]
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            yield number, tuple(cells)


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
        raise ExchangeError("xlsx.open", f"{path} cannot be read: {error.strerror or error}.") from error
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
        raise ExchangeError("xlsx.open", f"{path} cannot be read: {error.strerror or error}.") from error
    except (BadZipFile, ValueError, NotImplementedError) as error:
        sentence = f"{path} is no XLSX file ({error}). An older XLS file must be saved as XLSX first."
        raise ExchangeError("xlsx.damaged", sentence) from error
    if size > _LARGEST:
        sentence = f"{path} unpacks to {size:,} bytes, more than {_LARGEST:,}: save the sheet as CSV and import that."
        raise ExchangeError("xlsx.large", sentence)


READER: Reader = XlsxReader()
