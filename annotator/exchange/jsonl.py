"""JSONL in and out: one object an article, with all its sets, and the schema beside it as NAME.schema.toml.

What is written comes in again as the same articles and sets. See `jsonl_row` for the object itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path

import msgspec

from annotator.exchange.checks import verify_set, verify_text
from annotator.exchange.files_out import beside, file_out, write_losses
from annotator.exchange.finite import finite
from annotator.exchange.jsonl_in import KEYS, RowReader
from annotator.exchange.jsonl_row import make_row
from annotator.exchange.lines import read_lines
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer, paced
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
        losses = LossReport()
        encode = msgspec.json.Encoder().encode
        with file_out(target) as file:
            for item in paced(items, target, options):
                file.write(_line(finite(item, losses), encode))
            if options.schema_text is not None:
                with file_out(beside(target, "schema.toml")) as schema:
                    schema.write(options.schema_text.encode("utf-8"))
        write_losses(losses, target)
        return losses


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


def _line(item: Outgoing, encode: Callable[[object], bytes]) -> bytes:
    verify_text(item.article)
    for each in item.sets:
        verify_set(item.article, each)
    try:
        return encode(make_row(item.article, item.sets)) + b"\n"
    except UnicodeEncodeError as error:
        sentence = f"The article “{item.article.title}” has a note or value that is no valid text: {error}."
        raise ExchangeError("jsonl.encode", f"{sentence} Type it again.") from error


READER: Reader = JsonlReader()
WRITER: Writer = JsonlWriter()
