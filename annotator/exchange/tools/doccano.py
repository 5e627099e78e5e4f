"""doccano's JSON lines in and out: one article a line, with the annotation of one person.

In come both shapes: `label` (or `labels`) with `[start, end, label]`, and `entities` with `relations` by id; also
`cats`, the labels of a whole text, and `Comments`. Out goes the second. doccano keeps any other key of a line as
metadata, so `article_id`, `title`, `annotator`, `status` and `flag` come back. Offsets are code points.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.exchange.lines_out import write_json_lines
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer
from annotator.exchange.tools.doccano_in import LineReader
from annotator.exchange.tools.doccano_out import LineMaker
from annotator.exchange.tools.doccano_rows import TOOL
from annotator.exchange.tools.rows import rows_of

_KEYS = re.compile(rb'[{,]\s*"(?:entities|start_offset|Comments|cats)"\s*:|"labels?"\s*:\s*\[\s*\[\s*\d')


class DoccanoReader:
    """Reads what doccano exports for sequence labelling, with relations or without."""

    name = TOOL
    title = "doccano"
    suffixes = (".jsonl",)

    def fits(self, head: bytes) -> bool:
        """Whether a key that only doccano's lines have comes early."""
        return _KEYS.search(head) is not None

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One article after another, in constant memory."""
        reader = LineReader(options)
        for row in rows_of(path, options, TOOL):
            yield from reader.read(row)


class DoccanoWriter:
    """Writes one set an article: doccano keeps those of several people in files of their own."""

    name = TOOL
    title = "doccano"
    suffix = ".jsonl"
    one_set = True
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One line after another, in constant memory."""
        losses = LossReport()
        lines = LineMaker(losses)
        return write_json_lines(items, target, options, losses, lambda item: [lines.line(item)])


READER: Reader = DoccanoReader()
WRITER: Writer = DoccanoWriter()
