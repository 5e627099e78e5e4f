"""The worker's jobs on rows: what an export to DocBin would move (align), and the export itself."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from annotator.app.worker.inbox import Inbox
from annotator.app.worker.messages import (
    Align,
    Aligned,
    EndRows,
    ExportDocBin,
    Finished,
    Load,
    Reply,
    Row,
    Suggest,
    Taken,
)
from annotator.exchange import jsonl_row
from annotator.exchange.docbin import WRITER, align
from annotator.exchange.docbin_verify import noted, verify_prints
from annotator.exchange.losses import listing
from annotator.exchange.protocols import CancelledError, Outgoing, WriteOptions
from annotator.model.annotation import AnnotationSet
from annotator.model.article import Article

if TYPE_CHECKING:
    from spacy.language import Language

ACKNOWLEDGED = 16  # rows
_TOLD = 100  # misaligned spans a message

Send = Callable[[Reply], None]
Meanwhile = Callable[[Load | Suggest], None]
_decode = msgspec.json.Decoder(jsonl_row.Row).decode


def run_align(request: Align, inbox: Inbox, send: Send, meanwhile: Meanwhile) -> None:
    """Align the rows that come in; raises what `exchange.docbin` raises."""
    nlp = _tokenizer(request.pipeline, request.language)
    found = align(items(request.job, inbox, send, meanwhile), nlp, request.alignment)
    while spans := tuple(islice(found, _TOLD)):
        send(Aligned(job=request.job, spans=spans))
    if not inbox.is_cancelled(request.job):
        send(Finished(job=request.job))


def run_export(request: ExportDocBin, inbox: Inbox, send: Send, meanwhile: Meanwhile) -> None:
    """Write the rows that come in, and read them again.

    Raises ExchangeError; the target is then as it was before, unless it was written and differs when read again.
    """
    prints: list[bytes] = []
    target = Path(request.target)
    schema = inbox.schemas[request.schema].schema
    options = WriteOptions(
        schema=schema,
        pipeline=request.pipeline,
        nlp=_tokenizer(request.pipeline, schema.language),
        alignment=request.alignment,
        ents=request.ents,
        cancelled=lambda: inbox.is_cancelled(request.job),
    )
    try:
        came = _until_cancelled(request.job, target, inbox, send, meanwhile)
        with listing(request.listed):
            losses = WRITER.write(noted(came, prints), target, options=options)
    except CancelledError:
        return
    verify_prints(target, prints, losses)
    send(Finished(job=request.job, losses=losses))


def _tokenizer(pipeline: str, language: str) -> "Language":
    """A pipeline that only cuts into tokens. Never the loaded one: that reads urgent articles meanwhile."""
    from annotator.suggest.pipeline import load_tokenizer

    return load_tokenizer(pipeline, language=language)


def _until_cancelled(job: int, target: Path, inbox: Inbox, send: Send, meanwhile: Meanwhile) -> Iterator[Outgoing]:
    yield from items(job, inbox, send, meanwhile)
    if inbox.is_cancelled(job):  # the rows did not end, they ceased to come
        raise CancelledError(target)


def items(job: int, inbox: Inbox, send: Send, meanwhile: Meanwhile) -> Iterator[Outgoing]:
    """The rows as they come. An article that somebody waits for is read in between."""
    taken = 0
    while (message := inbox.take_row(job)) is not None:
        match message:
            case Load() | Suggest():
                meanwhile(message)
            case EndRows():
                break
            case Row():
                yield _outgoing(message.row)
                taken += 1
                if taken % ACKNOWLEDGED == 0:
                    send(Taken(job=job, rows=taken))
    send(Taken(job=job, rows=taken))


def _outgoing(line: msgspec.Raw) -> Outgoing:
    row = _decode(line)
    article = Article(id=row.id, title=row.title, text=row.text, sha256=row.sha256, meta=row.meta)
    return Outgoing(article, tuple(map(_set, row.sets)))


def _set(row: jsonl_row.SetRow) -> AnnotationSet:
    found = row.found()
    return AnnotationSet(
        annotator=found.annotator,
        state=found.state,
        schema_version=found.schema_version,
        spans={span.id: span for span in found.spans},
        relations={relation.id: relation for relation in found.relations},
        verdicts={verdict.id: verdict for verdict in found.verdicts},
    )
