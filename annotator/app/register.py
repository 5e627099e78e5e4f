"""The register of pledges: one row a pledge, with who is bound, to whose gain, by when; and its way into a file.

Mentions that are joined by the relation `repeats` are one row: that of the first, with their number. In a CSV file
a text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) gets an
apostrophe in front; in an XLSX file every cell is a text by its type, so nothing has to be put in front.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from annotator.app.atomic import write_whole
from annotator.exchange.needs import need
from annotator.exchange.tables.cells_out import fitting, harmless
from annotator.model.errors import ExchangeError
from annotator.model.schema import Schema
from annotator.store import annotators
from annotator.store import register as store
from annotator.store.project import Project
from annotator.store.register import Link, Mention

GROUP = "pledges"
REPEATS = "repeats"
Whose = Literal["mine", "gold", "all"]

_BEFORE = ("pledger",)  # what stands before the pledge itself
_AFTER = ("beneficiary", "deadline", "amount")


class Column(msgspec.Struct, frozen=True):
    """A column: `kind` says where its value comes from, `name` is the role, attribute or fact."""

    kind: Literal["text", "role", "attribute", "fact"]
    name: str


class Row(msgspec.Struct, frozen=True):
    """A pledge: where its first mention is, its values by column, and the texts of all its mentions."""

    seq: int
    span: str
    values: tuple[str, ...]
    mentions: tuple[str, ...]


class Register(msgspec.Struct, frozen=True):
    """The table."""

    columns: tuple[Column, ...]
    rows: list[Row]


def labels(schema: Schema) -> tuple[str, ...]:
    """The labels of the group of pledges; where some are heads of relations, only those."""
    return schema.chief_labels(GROUP)


def columns(schema: Schema) -> tuple[Column, ...]:
    """The columns that the schema has."""
    wanted = labels(schema)
    roles = [each.name for each in schema.relations if set(wanted) & schema.heads[each.name] and each.name != REPEATS]
    every = dict.fromkeys(each.name for label in wanted for each in schema.attributes_of_label(label))
    first, second = ([name for name in names if name in roles] for names in (_BEFORE, _AFTER))
    rest = [name for name in roles if name not in (*first, *second)]
    return (
        *(Column("role", name) for name in first),
        Column("text", "pledge"),
        *(Column("role", name) for name in second),
        *(Column("attribute", name) for name in every),
        *(Column("fact", name) for name in ("mentions", "outlet", "date", "annotator", "title")),
        *(Column("role", name) for name in rest),
    )


def whose_numbers(project: Project, whose: Whose, mine: int) -> list[int]:
    """The numbers of the annotators that are meant; models never are."""
    if whose == "mine":
        return [mine]
    kinds = ("gold",) if whose == "gold" else ("person", "gold")
    return [number for number, each in annotators.everyone(project).items() if each.kind in kinds]


def read(path: Path, schema: Schema, who: Sequence[int]) -> Register:
    """The register of the project at `path`, for the annotators with these numbers; any thread may. ProjectError."""
    shown = columns(schema)
    wanted = labels(schema)
    if not wanted or not who:
        return Register(shown, [])
    mentions, links = store.apart(path, wanted, who)
    return Register(shown, _rows(shown, mentions, links))


def _rows(shown: Sequence[Column], mentions: Sequence[Mention], links: Sequence[Link]) -> list[Row]:
    roles: dict[tuple[int, str], list[Link]] = {}
    for link in links:
        roles.setdefault((link.aset, link.head), []).append(link)
    return [_row(shown, group, roles) for group in _groups(mentions, links)]


def _groups(mentions: Sequence[Mention], links: Iterable[Link]) -> list[list[Mention]]:
    """The mentions of each pledge, in text order: those that `repeats` joins, over however many links."""
    chief: dict[tuple[int, str], tuple[int, str]] = {(each.aset, each.id): (each.aset, each.id) for each in mentions}

    def root(key: tuple[int, str]) -> tuple[int, str]:
        while chief[key] != key:
            chief[key] = key = chief[chief[key]]
        return key

    for link in links:
        head, tail = (link.aset, link.head), (link.aset, link.tail)
        if link.type == REPEATS and head in chief and tail in chief:
            chief[root(head)] = root(tail)
    found: dict[tuple[int, str], list[Mention]] = {}
    for each in mentions:
        found.setdefault(root((each.aset, each.id)), []).append(each)
    return list(found.values())


def _row(shown: Sequence[Column], group: list[Mention], roles: dict[tuple[int, str], list[Link]]) -> Row:
    first = group[0]
    linked: dict[str, dict[str, None]] = {}
    for each in group:
        for link in roles.get((each.aset, each.id), ()):
            linked.setdefault(link.type, {})[_line(link.text)] = None
    facts = {"mentions": str(len(group)), **{name: getattr(first, name) for name in _FACTS}}
    values = []
    for column in shown:
        match column.kind:
            case "text":
                values.append(_line(first.text))
            case "role":
                values.append("; ".join(linked.get(column.name, ())))
            case "attribute":
                values.append(_said(first.attributes.get(column.name)))
            case "fact":
                values.append(facts[column.name])
    return Row(first.seq, first.id, tuple(values), tuple(_line(each.text) for each in group))


_FACTS = ("outlet", "date", "annotator", "title")


def _line(text: str) -> str:
    return " ".join(text.split())


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


# Into a file


def export(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table as CSV or XLSX, as the file's ending says, whole or not at all. Raises ExchangeError."""
    makers = {".csv": as_csv, ".xlsx": as_xlsx}
    make = makers.get(path.suffix.lower())
    if make is None:
        sentence = f"{path.name} ends neither in .csv nor in .xlsx: choose one of them."
        raise ExchangeError("register.format", sentence)
    try:
        write_whole(path, make(header, rows))
    except OSError as error:
        raise ExchangeError("register.write", f"{path.name} cannot be written: {error.strerror}.") from error


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Comma-separated values in UTF-8, with the mark by which spreadsheets know it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([harmless(each) for each in header])
    writer.writerows([harmless(each) for each in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook of one sheet; every cell is a text. Raises ExchangeError where openpyxl is missing."""
    need("openpyxl", "openpyxl", "To write XLSX")
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    table = [header, *rows]
    book = Workbook(write_only=True)  # row by row: all cells of a large table would fill the memory
    sheet = book.create_sheet("Pledges")
    sheet.freeze_panes = "A2"
    for x, column in enumerate(zip(*table, strict=True), 1):
        width = max(map(len, column))
        sheet.column_dimensions[get_column_letter(x)].width = min(max(width + 2, 8), 60)
    for y, row in enumerate(table):
        cells = [WriteOnlyCell(sheet, fitting(text)) for text in row]
        for cell in cells:
            cell.data_type = "s"  # openpyxl takes a leading = for a formula
            if not y:
                cell.font = Font(bold=True)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
