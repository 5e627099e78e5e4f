"""Tables out as Parquet, which pandas, Polars, R or DuckDB read: a folder with a file a table.

The columns are those of `rows_out`. Offsets, words and schema versions are 64-bit whole numbers, scores are
doubles, all else is text.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from annotator.exchange.again import reading
from annotator.exchange.files_out import folder_out, write_losses
from annotator.exchange.losses import LossReport
from annotator.exchange.needs import need
from annotator.exchange.protocols import Outgoing, WriteOptions, Writer
from annotator.exchange.ready import encodable, ready_items
from annotator.exchange.tables.cells_out import Cell
from annotator.exchange.tables.rows_again import rows_in_step
from annotator.exchange.tables.rows_out import Kind, Row, Table, Tables, table_rows

_ROWS = 20_000  # of a row group


class ParquetWriter:
    """Writes articles.parquet, spans.parquet, relations.parquet, quotes.parquet and pledges.parquet."""

    name = "parquet"
    title = "Tables (Parquet)"
    suffix = ""
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One row group after another, in constant memory. Raises ExchangeError where pyarrow is missing."""
        need("pyarrow.parquet", "pyarrow", "To write Parquet")
        losses, tables = LossReport(), Tables(options.schema)
        with folder_out(target) as folder, ExitStack() as files:
            sheets = [files.enter_context(_Sheet(folder, each)) for each in tables.tables]
            for article, rows in table_rows(ready_items(items, target, options, losses), tables, losses):
                with encodable(article):
                    for number, row in rows:
                        sheets[number].add(row)
        write_losses(losses, target)
        return losses

    def verify(self, target: Path, items: Iterable[Outgoing], options: WriteOptions, losses: LossReport) -> None:
        """Read the files again. Raises ExchangeError at the first row that is not what went out."""
        del losses
        tables = Tables(options.schema)
        with reading(target, self.name):
            found = [_rows(target / f"{each.name}.parquet") for each in tables.tables]
            rows_in_step(found, items, tables, lambda cell, column: _typed(cell, column.kind), target, self.name)


def _rows(path: Path) -> Iterator[list[object]]:
    """The names of the columns, then the rows."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        yield file.schema_arrow.names
        for batch in file.iter_batches(batch_size=_ROWS):
            yield from map(list, zip(*(column.to_pylist() for column in batch.columns), strict=True))


class _Sheet:
    """One file."""

    def __init__(self, folder: Path, table: Table) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        types = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64()}
        self._kinds: list[Kind] = [each.kind for each in table.columns]
        self._schema = pa.schema([(each.name, types[each.kind]) for each in table.columns])
        self._writer: Any = pq.ParquetWriter(folder / f"{table.name}.parquet", self._schema, compression="zstd")
        self._rows: list[list[Cell]] = []

    def __enter__(self) -> "_Sheet":
        return self

    def __exit__(self, *failed: object) -> None:
        try:
            if failed[0] is None:
                self._flush()
        finally:
            self._writer.close()

    def add(self, row: Row) -> None:
        """Take a row. Raises UnicodeEncodeError for one that is no valid text."""
        cells = [_typed(cell, kind) for cell, kind in zip(row, self._kinds, strict=True)]
        "".join([cell for cell in cells if type(cell) is str]).encode("utf-8")
        self._rows.append(cells)
        if len(self._rows) == _ROWS:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        columns = list(zip(*self._rows, strict=True)) or [()] * len(self._kinds)
        arrays = [pa.array(each, type=field.type) for each, field in zip(columns, self._schema, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()


def _typed(cell: Cell, kind: Kind) -> Cell:
    return str(cell) if kind == "text" and type(cell) is not str else cell


WRITER: Writer = ParquetWriter()
