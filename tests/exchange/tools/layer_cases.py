"""Writing and reading of the formats that hold layers: CAS XMI, CAS JSON, WebAnno TSV."""

from pathlib import Path

from exchange_cases import SCHEMA

from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer
from annotator.exchange.tools.names import NOBODY
from annotator.model.annotation import AnnotationSet


def files(target: Path, writer: Writer) -> list[Path]:
    """The files of an export that hold articles."""
    suffix = {"xmi": ".xmi", "cas-json": ".json", "webanno": ".tsv"}[writer.name]
    return sorted(target.rglob(f"*{suffix}"))


def write(made: list[Outgoing], target: Path, writer: Writer, **options: object) -> tuple[list[Path], LossReport]:
    losses = writer.write(made, target, options=WriteOptions(**{"schema": SCHEMA, **options}))
    return files(target, writer), losses


def read(path: Path, reader: Reader, **options: object) -> tuple[list[Incoming], list[Refused]]:
    found = list(reader.read(path, options=ReadOptions(**options)))
    return (
        [each for each in found if isinstance(each, Incoming)],
        [each for each in found if isinstance(each, Refused)],
    )


def put_together(paths: list[Path], reader: Reader) -> list[Outgoing]:
    """What the files hold, the sets of one article together, in order of annotator; nothing was refused."""
    sets: dict[str, list[AnnotationSet]] = {}
    articles = {}
    for path in paths:
        (item,), refused = read(path, reader)
        assert refused == []
        assert bool(item.sets) == (path.stem != NOBODY)
        articles[item.article.id] = item.article
        sets.setdefault(item.article.id, []).extend(item.sets)
    return [in_order(Outgoing(articles[key], tuple(sets[key]))) for key in sorted(articles)]


def in_order(item: Outgoing) -> Outgoing:
    return Outgoing(item.article, tuple(sorted(item.sets, key=lambda each: each.annotator)))
