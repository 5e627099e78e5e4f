"""What an import would bring, before anything is stored: the first articles of each file, its columns, its labels.

Bounded in files, articles and time, so that it can be asked for again after each choice; nothing is written.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path
from time import monotonic

import msgspec

from annotator.app.importing import FileWish, ImportOptions
from annotator.app.sources import FileProblem, Source, find_files, walk_sources
from annotator.exchange import registry
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.tables.columns import Sample, TableReader
from annotator.model.errors import ExchangeError
from annotator.model.rules import shorten

MOST_FILES = 200  # looked into; the others are read at the import only
SHOWN = 5  # articles of a file
_READ = 200  # articles of a file whose annotation is looked at
_BEGIN = 300  # characters of a text
_PROBLEMS = 20  # of a file
_A_FILE, _ALL = 0.5, 10.0  # seconds; the articles shown are read whatever it takes


class ArticlePreview(msgspec.Struct, frozen=True):
    """An article as it would come in, its text cut short."""

    title: str
    begin: str
    meta: Mapping[str, object]
    place: str


class FilePreview(msgspec.Struct):
    """One file: what it would be read as, and what of it has been seen. `more` is whether there is more in it.

    `labels` counts those of its annotation.
    """

    place: str
    format: str = ""
    articles: list[ArticlePreview] = []
    found: int = 0
    more: bool = False
    columns: Sample | None = None
    people: list[str] = []
    labels: dict[str, int] = {}
    problems: list[FileProblem] = []

    @property
    def lacks_text(self) -> bool:
        """Whether it is a table of which nobody knows which column is the text."""
        return self.columns is not None and self.columns.fields.get("text") not in self.columns.names

    @property
    def annotated(self) -> bool:
        """Whether annotation comes along."""
        return bool(self.people)


class Preview(msgspec.Struct):
    """All files as far as they were looked into; `more` is whether others follow."""

    files: list[FilePreview] = []
    problems: list[FileProblem] = []
    more: bool = False

    @property
    def labels(self) -> dict[str, int]:
        """The labels of all files with how often they were seen."""
        found: dict[str, int] = {}
        for each in self.files:
            for label, count in each.labels.items():
                found[label] = found.get(label, 0) + count
        return found


def preview(
    paths: Iterable[Path], options: ImportOptions, *, only: str = "", stopped: Callable[[], bool] = lambda: False
) -> Preview:
    """Look into the files, into the one whose place is `only` when that is given."""
    chosen = list(paths)
    files, problems = find_files(chosen, format=options.format)
    if only:
        files = [each for each in files if only.startswith(str(each))]
    found = Preview(problems=[] if only else problems)
    deadline = monotonic() + _ALL
    with closing(walk_sources(files, format=options.format)) as sources:
        for source in sources:
            if isinstance(source, FileProblem):
                found.problems += [] if only else [source]
            elif not only or source.place == only:
                if stopped() or len(found.files) == MOST_FILES or (found.files and monotonic() > deadline):
                    found.more = True
                    break
                found.files.append(_of_file(source, options.wish_for(source), options))
    return found


def _of_file(source: Source, wish: FileWish, options: ImportOptions) -> FilePreview:
    found = FilePreview(source.place, wish.format)
    try:
        reader = registry.reader_for(source.path, wish.format or None)
        found.format = reader.name
        read = options.reading(wish)
        _look_at_columns(reader, source, read, found)
        _look_at_articles(reader.read(source.path, options=read), source, found)
    except ExchangeError as error:
        found.problems.append(FileProblem(source.place, source.named(error.sentence)))
    return found


def _look_at_columns(reader: Reader, source: Source, read: ReadOptions, found: FilePreview) -> None:
    if isinstance(reader, TableReader):
        sample = reader.sample(source.path, options=read)
        if sample.names:
            found.columns = sample


def _look_at_articles(items: Iterator[Incoming | Refused], source: Source, found: FilePreview) -> None:
    deadline = monotonic() + _A_FILE
    labels: dict[str, int] = {}
    people: dict[str, None] = {}
    for item in map(source.of_archive, islice(items, 10 * _READ)):
        if isinstance(item, Refused):
            if len(found.problems) < _PROBLEMS:
                found.problems.append(FileProblem(item.place, item.reason))
            continue
        if found.found == _READ or (found.found >= SHOWN and monotonic() > deadline):
            found.more = True
            break
        found.found += 1
        _note_annotation(item, labels, people)
        if len(found.articles) < SHOWN:
            found.articles.append(_of_article(item))
    found.labels, found.people = labels, list(people)


def _note_annotation(item: Incoming, labels: dict[str, int], people: dict[str, None]) -> None:
    for each in item.sets:
        people[str(each.annotator)] = None
        for span in each.spans.values():
            labels[span.label] = labels.get(span.label, 0) + 1


def _of_article(item: Incoming) -> ArticlePreview:
    article = item.article
    return ArticlePreview(article.title, shorten(article.text[: 4 * _BEGIN], _BEGIN), article.meta, item.place)
