"""JSONL in and out: one object an article, with all its sets, and the schema beside it as NAME.schema.toml.

What is written comes in again as the same articles and sets. See `jsonl_row` for the object itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path

import msgspec

from annotator.exchange.jsonl_in import KEYS, RowReader
from annotator.exchange.jsonl_row import make_row
from annotator.exchange.lines import read_lines
from annotator.exchange.lines_out import write_json_lines
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer
from annotator.exchange.tables.columns import SAMPLE, Sample, guess, sample_of, shown
from annotator.model.errors import ExchangeError


class JsonlReader:
    """Reads this program's own export, and any file with a text and metadata a line."""

    name = "jsonl"
    title = "JSON lines"
    suffixes = (".jsonl", ".ndjson")
    general = True

    def fits(self, head: bytes) -> bool:
        """Whether the first line can be an object."""
        return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")

    def sample(self, path: Path, *, options: ReadOptions) -> Sample:
        """The keys of the first objects as columns; none of a file that this program wrote, whose keys are known."""
        with closing(read_lines(path, options.encoding)) as lines:
            rows = [row for _, line in islice(lines, SAMPLE) if isinstance(row := _object(line), dict)]
        names = list(dict.fromkeys(key for row in rows for key in row))
        if {"text", "sets"} <= set(names):
            return Sample((), fields=options.fields)
        return sample_of(names, ([shown(row.get(name)) for name in names] for row in rows), _fields(names, options))

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One article after another, in constant memory."""
        fields = self.sample(path, options=options).fields
        reader = RowReader(path, replace(options, fields=fields))
        rows = 0
        for number, line in read_lines(path, options.encoding):
            rows += 1
            yield from reader.read(number, line)
        if not rows:
            raise ExchangeError("jsonl.empty", f"{path} is empty: there is nothing to import.")


class JsonlWriter:
    """Writes everything the model holds."""

    name = "jsonl"
    title = "JSON lines"
    suffix = ".jsonl"
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One line after another, in constant memory; the schema's file is there before the target is."""
        along = {} if options.schema_text is None else {"schema.toml": options.schema_text.encode("utf-8")}
        return write_json_lines(items, target, options, LossReport(), _rows, along)


def _fields(names: list[str], options: ReadOptions) -> Mapping[str, str]:
    """Which key is what: only where none is called text are the usual names of others looked for."""
    if "text" in options.fields or "text" in names:
        return {**{name: name for name in KEYS if name in names}, **options.fields}
    return guess(names, options.fields)


def _object(line: bytes) -> object:
    """What a line holds; nothing for one that is broken, which is told when the file is read."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None


def _rows(item: Outgoing) -> Iterable[object]:
    yield make_row(item.article, item.sets)


READER: Reader = JsonlReader()
WRITER: Writer = JsonlWriter()
