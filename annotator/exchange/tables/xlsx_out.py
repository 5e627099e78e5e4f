"""Tables out as an XLSX workbook: a sheet a table; `rows_out` has the columns.

Every text is a text by its type, so nothing is taken for a formula. A sheet that is full goes on in a further one
(`spans 2`); a text too long for a cell is cut and reported. The file has no date of now: the same tables give the
same bytes.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotator.exchange.again import reading
from annotator.exchange.files_out import file_out, write_losses
from annotator.exchange.losses import Loss, LossKind, LossReport
from annotator.exchange.needs import need
from annotator.exchange.protocols import Outgoing, WriteOptions, Writer
from annotator.exchange.ready import ready_items
from annotator.exchange.tables.cells_out import MOST_ROWS, Cell, fitting
from annotator.exchange.tables.rows_again import rows_in_step
from annotator.exchange.tables.rows_out import Column, Row, Table, Tables, table_rows
from annotator.model.article import Article

if TYPE_CHECKING:
    from openpyxl import Workbook

CUT = LossKind("cell", "text that a cell cannot hold")
_TAKEN = ("=", "#")  # for a formula or an error value by openpyxl, unless a cell says that it is a text
_EXACT = 2**53  # beyond it a spreadsheet rounds whole numbers
_THEN = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive knows
_WIDE = {"text": 48, "title": 32, "head_text": 32, "tail_text": 32}  # columns, in characters


class XlsxWriter:
    """Writes the sheets articles, spans, relations, quotes and pledges."""

    name = "xlsx"
    title = "Tables (XLSX)"
    suffix = ".xlsx"
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """Row by row into temporary files, in constant memory. Raises ExchangeError where openpyxl is missing."""
        need("openpyxl", "openpyxl", "To write XLSX")
        losses, tables = LossReport(), Tables(options.schema)
        with file_out(target) as file, _book() as book:
            sheets = [_Sheet(book, each, losses) for each in tables.tables]
            for article, rows in table_rows(ready_items(items, target, options, losses), tables, losses):
                for number, row in rows:
                    sheets[number].add(row, article)
            _save(book, file)
        write_losses(losses, target)
        return losses

    def verify(self, target: Path, items: Iterable[Outgoing], options: WriteOptions, losses: LossReport) -> None:
        """Read the workbook again. Raises ExchangeError at the first row that is not what went out."""
        del losses
        from openpyxl import load_workbook

        tables = Tables(options.schema)
        with reading(target, self.name):
            book = load_workbook(target, read_only=True)
            try:
                found = [_rows(book, each) for each in tables.tables]
                rows_in_step(found, items, tables, lambda cell, _: _read_back(cell), target, self.name)
            finally:
                book.close()


def _rows(book: "Workbook", table: Table) -> Iterator[list[object]]:
    """The heading, then the rows of all sheets of a table."""
    from openpyxl.utils.escape import unescape

    number = 1
    while (name := _called(table, number)) in book.sheetnames:
        sheet = cast("Any", book[name])
        sheet.reset_dimensions()
        for row in islice(sheet.iter_rows(values_only=True), 0 if number == 1 else 1, None):
            cells = [unescape(cell) if isinstance(cell, str) else cell for cell in row]
            yield cells + [None] * (len(table.columns) - len(cells))
        number += 1


def _called(table: Table, part: int) -> str:
    return table.name if part == 1 else f"{table.name} {part}"


def _read_back(cell: Cell) -> Cell:
    """A cell as it is read again: openpyxl writes sixteen digits of a number."""
    held = _held(cell)
    return float(f"{held:.16g}") if isinstance(held, float) else held


def _held(cell: Cell) -> Cell:
    """The cell as the file can hold it: nothing for an empty one, a text for a number that would be rounded."""
    if isinstance(cell, str):
        return fitting(cell) or None
    return str(cell) if isinstance(cell, int) and abs(cell) > _EXACT else cell


class _Sheet:
    """A table over one sheet, or several when it is long."""

    def __init__(self, book: "Workbook", table: Table, losses: LossReport) -> None:
        self._book, self._table, self._losses = book, table, losses
        self._parts = 0
        self._begin()

    def _begin(self) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        self._parts += 1
        self._sheet: Any = self._book.create_sheet(_called(self._table, self._parts))
        self._sheet.freeze_panes = "A2"
        for x, column in enumerate(self._table.columns, 1):
            self._sheet.column_dimensions[get_column_letter(x)].width = _WIDE.get(column.name, 14)
        self._cell = WriteOnlyCell(self._sheet)
        head = [self._text(each.name) for each in self._table.columns]
        for cell in head:
            cell.font = Font(bold=True)
        self._sheet.append(head)
        self._rows = 1

    def add(self, row: Row, article: Article) -> None:
        """Write a row, on a further sheet when this one is full."""
        if self._rows == MOST_ROWS:
            self._begin()
        columns = self._table.columns
        self._sheet.append([self._made(cell, column, article) for cell, column in zip(row, columns, strict=True)])
        self._rows += 1

    def _made(self, cell: Cell, column: Column, article: Article) -> object:
        held = _held(cell)
        if isinstance(cell, str) and (held or "") != cell:
            done = f"written without {len(cell) - len(str(held or '')):,} characters"
            place = f"{self._table.name}, {column.name}"
            self._losses.add(CUT, Loss(article=article.title, place=place, text=cell, done=done))
        if isinstance(held, str) and (not isinstance(cell, str) or held.startswith(_TAKEN)):
            return self._text(held)
        return held

    def _text(self, text: str) -> Any:  # noqa: ANN401  openpyxl's cell
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self._sheet, text)
        cell.data_type = "s"
        return cell


class _Timeless(ZipFile):
    """An archive whose members have no date of now."""

    def writestr(self, name: Any, data: Any, *_more: Any) -> None:  # noqa: ANN401  as its parent has it
        super().writestr(self._member(str(name)), data)

    def write(self, filename: Any, arcname: Any = None, *_more: Any) -> None:  # noqa: ANN401  as its parent has it
        with Path(filename).open("rb") as source, self.open(self._member(str(arcname)), "w", force_zip64=True) as out:
            while part := source.read(1 << 20):
                out.write(part)

    def _member(self, name: str) -> ZipInfo:
        member = ZipInfo(name, _THEN)
        member.compress_type = ZIP_DEFLATED
        return member


@contextmanager
def _book() -> "Iterator[Workbook]":
    """A workbook that leaves no temporary file when it is not saved."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        yield book
    finally:
        for sheet in cast("Any", book).worksheets:
            if not sheet.closed:
                sheet.close()
                sheet._writer.cleanup()


def _save(book: "Workbook", file: IO[bytes]) -> None:
    from openpyxl.writer.excel import ExcelWriter

    properties = cast("Any", book.properties)
    properties.created = properties.modified = datetime(*_THEN)
    ExcelWriter(book, _Timeless(file, "w", ZIP_DEFLATED)).save()


WRITER: Writer = XlsxWriter()
