"""Tables out as CSV: a folder with a file a table, as RFC 4180 says, in UTF-8. `rows_out` has the columns.

A text that a spreadsheet would take for a formula gets an apostrophe in front, and is reported.
"""

import csv
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, TextIO

from annotator.exchange.again import reading
from annotator.exchange.files_out import folder_out, write_losses
from annotator.exchange.losses import Loss, LossKind, LossReport
from annotator.exchange.protocols import Outgoing, WriteOptions, Writer
from annotator.exchange.ready import encodable, ready_items
from annotator.exchange.tables.cells_out import Cell, harmless
from annotator.exchange.tables.columns import LONGEST
from annotator.exchange.tables.rows_again import rows_in_step
from annotator.exchange.tables.rows_out import Column, Row, Table, Tables, table_rows
from annotator.model.article import Article

FORMULA = LossKind("formula", "text that a spreadsheet would take for a formula")


class CsvWriter:
    """Writes articles.csv, spans.csv, relations.csv, quotes.csv and pledges.csv."""

    name = "csv"
    title = "Tables (CSV)"
    suffix = ""
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One article after another, in constant memory."""
        losses, tables = LossReport(), Tables(options.schema)
        with folder_out(target) as folder, ExitStack() as files:
            sheets = [_Sheet(files.enter_context(_open(folder, each)), each, losses) for each in tables.tables]
            for sheet in sheets:
                sheet.begin(mark=options.mark)
                sheet.flush()
            for article, rows in table_rows(ready_items(items, target, options, losses), tables, losses):
                for number, row in rows:
                    sheets[number].add(row, article)
                with encodable(article):
                    for sheet in sheets:
                        sheet.flush()
        write_losses(losses, target)
        return losses

    def verify(self, target: Path, items: Iterable[Outgoing], options: WriteOptions, losses: LossReport) -> None:
        """Read the files again. Raises ExchangeError at the first row that is not what went out."""
        del losses
        tables = Tables(options.schema)
        with reading(target, self.name), ExitStack() as files:
            csv.field_size_limit(LONGEST)
            found = [_rows(files.enter_context(_opened(target, each))) for each in tables.tables]
            rows_in_step(found, items, tables, _shown, target, self.name)


def _open(folder: Path, table: Table) -> BinaryIO:
    return (folder / f"{table.name}.csv").open("xb", buffering=1 << 20)


def _opened(folder: Path, table: Table) -> TextIO:
    return (folder / f"{table.name}.csv").open(encoding="utf-8-sig", newline="")


def _rows(file: TextIO) -> Iterator[list[object]]:
    yield from csv.reader(file)


def _shown(cell: Cell, column: Column) -> str:
    del column
    return harmless(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


class _Sheet:
    """One file. Rows wait until `flush`, so that a text that cannot be encoded is found with its article."""

    def __init__(self, file: BinaryIO, table: Table, losses: LossReport) -> None:
        self._file, self._table, self._losses = file, table, losses
        self._lines: list[str] = []
        self._writer = csv.writer(self)

    def begin(self, *, mark: bool) -> None:
        self._writer.writerow([harmless(each.name) for each in self._table.columns])
        if mark:
            self._file.write(b"\xef\xbb\xbf")

    def add(self, row: Row, article: Article) -> None:
        cells = [harmless(cell) if type(cell) is str else cell for cell in row]
        if cells != list(row):
            self._report(row, article)
        self._writer.writerow(cells)

    def write(self, line: str) -> None:
        """What the CSV writer calls."""
        self._lines.append(line)

    def flush(self) -> None:
        self._file.write("".join(self._lines).encode("utf-8"))
        self._lines.clear()

    def _report(self, row: Row, article: Article) -> None:
        for column, cell in zip(self._table.columns, row, strict=True):
            if isinstance(cell, str) and harmless(cell) != cell:
                place = f"{self._table.name}, {column.name}"
                done = "written with an apostrophe in front"
                self._losses.add(FORMULA, Loss(article=article.title, place=place, label="", text=cell, done=done))


WRITER: Writer = CsvWriter()
