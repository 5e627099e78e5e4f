"""Tables that were written, read again row by row in step with the articles."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from annotator.exchange.again import as_gone_out, expect, expect_end
from annotator.exchange.protocols import Outgoing
from annotator.exchange.tables.cells_out import Cell
from annotator.exchange.tables.rows_out import Column, Tables

Shown = Callable[[Cell, Column], object]
"""What a cell should be when it is read again."""


def rows_in_step(
    found: Sequence[Iterator[list[object]]],
    items: Iterable[Outgoing],
    tables: Tables,
    shown: Shown,
    target: Path,
    name: str,
) -> None:
    """Compare each table, heading and rows, as `found` has them, with that of the articles.

    Raises ExchangeError `<name>.differs` at the first difference, with its table and article.
    """
    for table, rows in zip(tables.tables, found, strict=True):
        heading = [shown(each.name, each) for each in table.columns]
        expect(rows, heading, f"the heading of {table.name}", target, name)
    for item in as_gone_out(items):
        for number, row in tables.rows(item):
            table = tables.tables[number]
            cells = [shown(cell, column) for cell, column in zip(row, table.columns, strict=True)]
            expect(found[number], cells, f"{table.name}, “{item.article.title}”", target, name)
    for rows in found:
        expect_end(rows, target, name)
