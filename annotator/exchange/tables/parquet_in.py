"""Parquet in: a row is an article, read in batches."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from annotator.exchange.needs import need
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.tables.columns import SAMPLE, Columns, Sample, guess, sample_of
from annotator.model.errors import ExchangeError

_ROWS = 256  # at once
_LARGEST = 2 * 2**30  # bytes of a row group, unpacked

Given = TypeVar("Given")


class ParquetReader:
    """Reads the columns that hold single values; lists and structures are named and left out."""

    name = "parquet"
    title = "Parquet table"
    suffixes = (".parquet", ".pq")

    def fits(self, head: bytes) -> bool:
        """Whether it begins as these files do."""
        return head.startswith(b"PAR1")

    def sample(self, path: Path, *, options: ReadOptions) -> Sample:
        """The columns and the first rows."""
        with _Table(path) as table:
            rows = islice(table.rows(), SAMPLE)
            cells = ([row.get(name) for name in table.names] for row in rows)
            return sample_of(table.names, cells, guess(table.names, options.fields))

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One row after another, some hundred at a time in memory."""
        with _Table(path) as table:
            columns = Columns(table.names, options, str(path), self.name)
            if table.nested:
                yield Refused(str(path), f"Columns of lists and structures are left out: {', '.join(table.nested)}.")
            number = 0
            for number, row in enumerate(table.rows(), start=1):
                yield columns.article(row, f"{path}, row {number}")
        if not number:
            raise ExchangeError("parquet.empty", f"{path} has no rows: there is nothing to import.")


class _Table:
    """An open file: the names of its columns, flat ones and nested ones, and its rows."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._arrow = need("pyarrow", "pyarrow", "To read Parquet")
        self._file = self._guarded(lambda: need("pyarrow.parquet", "pyarrow", "To read Parquet").ParquetFile(path))
        self._guarded(self._look)

    def __enter__(self) -> "_Table":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _look(self) -> None:
        about = self._file.metadata
        sizes = [about.row_group(at).total_byte_size for at in range(about.num_row_groups)]
        if any(size > _LARGEST or size < 0 for size in sizes):
            sentence = f"{self._path} has a row group of {max(sizes):,} bytes, more than {_LARGEST:,}."
            raise ExchangeError("parquet.large", f"{sentence} Write it again with smaller row groups.")
        fields = list(self._file.schema_arrow)
        types = self._arrow.types
        self.nested = [each.name for each in fields if types.is_nested(each.type)]
        self.names = list(dict.fromkeys(each.name for each in fields if not types.is_nested(each.type)))

    def rows(self) -> Iterator[dict[str, object]]:
        """Each row by the names of its columns."""
        batches = self._guarded(lambda: self._file.iter_batches(batch_size=_ROWS, columns=self.names))
        while (batch := self._guarded(lambda: next(batches, None))) is not None:
            yield from self._guarded(lambda batch=batch: _rows(self._arrow, batch))  # type: ignore[misc]

    def _guarded(self, step: Callable[[], Given]) -> Given:
        """What the step gives. Raises ExchangeError for whatever pyarrow meets in a file that is damaged."""
        try:
            return step()
        except ExchangeError:
            raise
        except Exception as error:  # OSError and its own errors for much the same
            sentence = f"{self._path} is no readable Parquet file ({type(error).__name__}: {str(error)[:200]})."
            raise ExchangeError("parquet.damaged", f"{sentence} Write it again.") from error


def _rows(arrow: Any, batch: Any) -> list[dict[str, object]]:  # noqa: ANN401  of a library that may be missing
    """The rows of a batch; nanoseconds, which Python's times do not have, are cut off."""
    columns = {name: _column(arrow, batch.column(at)) for at, name in enumerate(batch.schema.names)}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _column(arrow: Any, column: Any) -> list[object]:  # noqa: ANN401
    kind = column.type
    if arrow.types.is_timestamp(kind) and kind.unit == "ns":
        column = column.cast(arrow.timestamp("us", kind.tz), safe=False)
    if (arrow.types.is_time64(kind) or arrow.types.is_duration(kind)) and kind.unit == "ns":
        column = column.cast(arrow.time64("us") if arrow.types.is_time64(kind) else arrow.duration("us"), safe=False)
    return column.to_pylist()  # type: ignore[no-any-return]


READER: Reader = ParquetReader()
