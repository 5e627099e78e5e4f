"""Prodigy's JSON lines in and out: one task a line, that is one text with the answer of one annotator.

What Prodigy has no key for stands under keys of our own, which it keeps: `id`, `attributes`, `note`, `score` and
`origin` of a span or relation, and `annotation_set` of a task. See `prodigy_in` and `prodigy_out`.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.exchange.lines_out import write_json_lines
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer
from annotator.exchange.tools.prodigy_in import TOOL, TaskReader
from annotator.exchange.tools.prodigy_out import tasks_of
from annotator.exchange.tools.rows import rows_of

_KEYS = re.compile(rb'[{,]\s*"(?:_input_hash|_task_hash|_session_id|_annotator_id|_view_id|answer|token_start)"\s*:')


class ProdigyReader:
    """Reads what `prodigy db-out` writes, and tasks made for Prodigy."""

    name = TOOL
    title = "Prodigy"
    suffixes = (".jsonl",)

    def fits(self, head: bytes) -> bool:
        """Whether a key that only Prodigy's tasks have comes early."""
        return _KEYS.search(head) is not None

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One article after another; tasks of the same text that follow each other are one."""
        reader = TaskReader(options)
        for row in rows_of(path, options, TOOL):
            yield from reader.read(row)
        yield from reader.flush()


class ProdigyWriter:
    """Writes a task for every set of an article."""

    name = TOOL
    title = "Prodigy"
    suffix = ".jsonl"
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One line after another, in constant memory."""
        losses = LossReport()
        return write_json_lines(items, target, options, losses, lambda item: tasks_of(item, losses))


READER: Reader = ProdigyReader()
WRITER: Writer = ProdigyWriter()
