"""JSON lines out, of whatever shape: an object a line, in constant memory."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from annotator.exchange.files_out import beside, file_out, write_losses
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Outgoing, WriteOptions
from annotator.exchange.ready import encodable, ready_items


def write_json_lines(
    items: Iterable[Outgoing],
    target: Path,
    options: WriteOptions,
    losses: LossReport,
    rows: Callable[[Outgoing], Iterable[object]],
    along: Mapping[str, bytes] | None = None,
) -> LossReport:
    """Write the rows of one item after another, and the losses beside the target; the report comes back.

    `along` are further files by the ending of their names (`files_out.beside`); they are there before the target is.
    Raises ExchangeError; the target is then as it was before.
    """
    encode = msgspec.json.Encoder().encode
    with file_out(target) as file:
        for item in ready_items(items, target, options, losses):
            with encodable(item.article):
                file.writelines(encode(row) + b"\n" for row in rows(item))
        for ending, content in (along or {}).items():
            with file_out(beside(target, ending)) as other:
                other.write(content)
    write_losses(losses, target)
    return losses
