"""Label Studio's JSON in and out: a list of tasks, and beside what goes out the labelling interface as XML.

See `label_studio_rows` for a task, `label_studio_config` for what the controls are called.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from annotator.exchange.files_out import beside, file_out, write_losses
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer
from annotator.exchange.ready import encodable, ready_items
from annotator.exchange.tools.json_list import objects_of
from annotator.exchange.tools.label_studio_config import config
from annotator.exchange.tools.label_studio_in import TaskReader
from annotator.exchange.tools.label_studio_out import TaskMaker
from annotator.exchange.tools.label_studio_rows import TOOL
from annotator.model.errors import ExchangeError

_LISTS = rb'"(?:annotations|completions|predictions|data)"\s*:\s*[\[{]'
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{")


class LabelStudioReader:
    """Reads what Label Studio exports as JSON, and tasks made for it."""

    name = TOOL
    title = "Label Studio"
    suffixes = (".json",)

    def fits(self, head: bytes) -> bool:
        """Whether it begins as a list of tasks."""
        return _BEGINS.match(head) is not None and re.search(_LISTS, head) is not None

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One article after another, in constant memory."""
        reader = TaskReader(options)
        number = 0
        for number, task in objects_of(path, TOOL, options.encoding):
            yield from reader.read(task, f"{path}, task {number}")
        if not number:
            raise ExchangeError(f"{TOOL}.empty", f"{path} has no tasks in it: there is nothing to import.")


class LabelStudioWriter:
    """Writes a task an article, with all its sets."""

    name = TOOL
    title = "Label Studio"
    suffix = ".json"
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One task after another, in constant memory; NAME.config.xml is there before the target is."""
        losses = LossReport()
        tasks = TaskMaker(options.schema, losses)
        encode = msgspec.json.Encoder().encode
        with file_out(target) as file:
            before = b"[\n"
            for item in ready_items(items, target, options, losses):
                with encodable(item.article):
                    file.write(before + encode(tasks.task(item)))
                before = b",\n"
            file.write(b"\n]\n" if before == b",\n" else b"[]\n")
            if options.schema is not None:
                with file_out(beside(target, "config.xml")) as interface:
                    interface.write(config(options.schema).encode("utf-8"))
        write_losses(losses, target)
        return losses


READER: Reader = LabelStudioReader()
WRITER: Writer = LabelStudioWriter()
