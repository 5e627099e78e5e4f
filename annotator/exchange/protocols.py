"""What a reader and a writer of a format are, and what goes through them.

A reader streams: it yields one article after another and never holds a whole file, so whoever calls it
decides what becomes of a file of which the last line is bad. A writer streams too, into a temporary file.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

from annotator.exchange.losses import LossReport
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.article import Article
from annotator.model.errors import ExchangeError
from annotator.model.schema import Schema

Alignment = Literal["strict", "contract", "expand"]
ALIGNMENTS: tuple[Alignment, ...] = ("strict", "contract", "expand")

_REPORT_EVERY = 50  # articles


@dataclass(frozen=True, slots=True)
class Incoming:
    """One article as a file gives it, its text normalised, with the annotation that came along.

    `place` says where in which file; `notes` what was changed or left out, each a phrase for the report.
    `ours` is an article of this program's own export, of which nothing is guessed: it comes back as it went.
    """

    article: Article
    sets: tuple[AnnotationSet, ...]
    place: str
    notes: tuple[str, ...] = ()
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was left out while the rest came in: a span, a relation, a whole row."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read. A reader ignores what its format has no use for.

    `fields` names the keys of a file's own: `{"text": "body", "title": "headline"}`. A name that is not one
    of an article's is a name for its metadata. `schema`, when given, is what incoming sets must keep.
    `encoding` overrides detection. `annotator` is whose the annotation is where a file does not say: a person,
    or a model, so that it comes in as suggestions. `labels` names those of a file that are called otherwise in the
    schema, `{"PER": "PERSON"}`; "" leaves one out. `annotations` is the folder that holds the annotation of text
    files when it lies elsewhere, in files called after the text, `annotator_suffix` and the annotator.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    schema: Schema | None = None
    encoding: str | None = None
    annotator: Annotator | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    annotations: Path | None = None
    annotator_suffix: str = ""


@runtime_checkable
class Reader(Protocol):
    """A format that comes in. Stateless: one object serves every file."""

    @property
    def name(self) -> str:
        """Short and stable, as typed on the command line."""
        ...

    @property
    def title(self) -> str:
        """As shown in a dialog."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Of its files: lower case, with the dot. Empty for a format that is a folder."""
        ...

    def fits(self, head: bytes) -> bool:
        """Whether a file that begins like this can be of the format. Asked where suffixes leave a choice."""
        ...

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """The articles of one file (or folder), what was refused of each right after it.

        Raises ExchangeError, also in the middle, when the file cannot be trusted as a whole.
        """
        ...


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One article with the annotation sets that go out with it."""

    article: Article
    sets: tuple[AnnotationSet, ...]


def _nothing(done: int) -> None:
    """Report to nobody."""


def _never() -> bool:
    """Nobody cancels."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """How to write. A writer ignores what its format has no use for.

    `schema_text` is the schema's TOML, word for word. `pipeline` names the spaCy pipeline (a package or a
    folder) whose tokenizer is used, "" a blank one of the schema's language; `nlp` is one already loaded.
    `ents` are the labels for `doc.ents`; None stands for those of the group "entities".
    `mark` puts the byte order mark before CSV, by which some spreadsheets know UTF-8.
    `report` is told now and then, and at the end, how many articles are done; `cancelled` is asked at each.
    """

    schema: Schema | None = None
    schema_text: str | None = None
    pipeline: str = ""
    nlp: object | None = None
    alignment: Alignment = "strict"
    ents: Collection[str] | None = None
    mark: bool = False
    report: Callable[[int], None] = _nothing
    cancelled: Callable[[], bool] = _never


@runtime_checkable
class Writer(Protocol):
    """A format that goes out. Stateless: one object serves every export."""

    @property
    def name(self) -> str:
        """Short and stable, as typed on the command line."""
        ...

    @property
    def title(self) -> str:
        """As shown in a dialog."""
        ...

    @property
    def suffix(self) -> str:
        """Of its files, with the dot; "" for a format that is a folder."""
        ...

    @property
    def one_set(self) -> bool:
        """Whether an article goes out with exactly one set (see `choose.choose_set`)."""
        ...

    @property
    def needs_spacy(self) -> bool:
        """Whether it must run in the worker."""
        ...

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """Write all items to the target, which is replaced at the very end, and say what was lost.

        Raises ExchangeError; the target is then as it was before.
        """
        ...


class CancelledError(ExchangeError):
    """The export was stopped; the target is as it was before."""

    def __init__(self, target: Path) -> None:
        super().__init__("export.cancelled", f"The export to {target} was cancelled; nothing there was changed.")


def paced(items: Iterable[Outgoing], target: Path, options: WriteOptions) -> Iterator[Outgoing]:
    """The items, with progress reported; raises CancelledError as soon as the options say so."""
    done = 0
    for done, item in enumerate(items, start=1):
        if options.cancelled():
            raise CancelledError(target)
        yield item
        if done % _REPORT_EVERY == 0:
            options.report(done)
    if done % _REPORT_EVERY:
        options.report(done)


def the_set(item: Outgoing) -> AnnotationSet:
    """The one set of an item, for formats that hold one."""
    if len(item.sets) != 1:
        sentence = f"The article “{item.article.title}” has {len(item.sets)} annotation sets, and the format holds one."
        raise ExchangeError("export.one_set", f"{sentence} Name whose with --annotator, or under Sets in the window.")
    return item.sets[0]
