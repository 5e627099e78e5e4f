"""Bringing files into a project: each file whole or not at all, a bad one by name, the others all the same.

One import is one step of the project's history and can be undone whole. The same text twice is stored once.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

import msgspec

from annotator.app.release.duplicates import Known
from annotator.app.sameness import says_the_same
from annotator.app.sources import FileProblem, Source, count_files, find_files, walk_sources
from annotator.app.wording import count
from annotator.exchange import languages, registry
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.errors import ExchangeError
from annotator.model.schema import Schema
from annotator.store import annotators, articles, runs, schemas, sets
from annotator.store.project import Project

_BATCH = 500  # articles stored at once
_FILES_A_TRANSACTION = 200


class ImportReport(msgspec.Struct):
    """What an import did; `step` undoes it all.

    `known` are articles whose text the project had, `near` those that were skipped because it had nearly the same.
    """

    files: int = 0
    added: list[int] = []
    known: int = 0
    sets: int = 0
    known_sets: int = 0
    failed: list[FileProblem] = []
    near: list[FileProblem] = []
    refused: list[FileProblem] = []
    notes: list[FileProblem] = []
    step: int | None = None
    cancelled: bool = False

    def as_text(self) -> str:
        """The report in a sentence or two; what was left out is listed by the caller."""
        parts = [f"{count(len(self.added), 'article')} imported"]
        if self.sets:
            parts.append(count(self.sets, "annotation set"))
        if self.known:
            parts.append(f"{count(self.known, 'was', 'were')} in the project already")
        if self.known_sets:
            parts.append(f"{count(self.known_sets, 'annotation set')} too")
        if self.near:
            parts.append(f"{count(len(self.near), 'near-duplicate was', 'near-duplicates were')} skipped")
        if self.failed:
            parts.append(f"{count(len(self.failed), 'file')} could not be read")
        if self.refused:
            parts.append(f"{count(len(self.refused), 'place was', 'places were')} left out")
        return ", ".join(parts) + (". The import was stopped." if self.cancelled else ".")


class FileWish(msgspec.Struct, frozen=True, kw_only=True):
    """How to read a file: `format` names a reader, "" lets its suffix decide; see ReadOptions for the others."""

    format: str = ""
    fields: Mapping[str, str] = {}
    encoding: str | None = None


class ImportOptions(FileWish, frozen=True, kw_only=True):
    """How to import. `files` are wishes for single files, by their places; ReadOptions has what the others mean.

    `language` is whether the language of an article is guessed from its text where nothing says it. With `skip_near`,
    an article that is nearly the same as one in the project, or before it, stays out. `report` is told how many files
    are done, `came` now and then how many articles are in.
    """

    files: Mapping[str, FileWish] = {}
    language: bool = True
    annotator: Annotator | None = None
    labels: Mapping[str, str] = {}
    annotations: Path | None = None
    annotator_suffix: str = ""
    skip_near: bool = False
    report: Callable[[int, int], None] = lambda _done, _of: None
    came: Callable[[int], None] = lambda _articles: None
    cancelled: Callable[[], bool] = lambda: False

    def wish_for(self, source: Source) -> FileWish:
        """How to read one file."""
        return self.files.get(source.place, self)

    def reading(self, wish: FileWish, schema: Schema | None = None) -> ReadOptions:
        """What a reader is told; without a schema, as when one only looks, labels stay as they are called."""
        return ReadOptions(
            fields=wish.fields,
            schema=schema,
            encoding=wish.encoding,
            annotator=self.annotator,
            labels=self.labels if schema else {},
            annotations=self.annotations,
            annotator_suffix=self.annotator_suffix,
        )


def import_paths(project: Project, paths: Iterable[Path], options: ImportOptions | None = None) -> ImportReport:
    """Import files and folders into the project.

    Raises ProjectError when the project cannot be written; what whole batches of files brought in before that
    stays. A file that cannot be read is in the report.
    """
    chosen = options or ImportOptions()
    files, missing = find_files(paths, format=chosen.format)
    importing = _Importing(project, chosen, ImportReport(failed=missing))
    total = count_files(files)
    with closing(walk_sources(files, format=chosen.format)) as sources:
        numbered = iter(enumerate(sources))
        while (first := next(numbered, None)) is not None and not importing.report.cancelled:
            with project.writing():
                for done, source in chain([first], islice(numbered, _FILES_A_TRANSACTION - 1)):
                    chosen.report(min(done, total), total)
                    importing.take(source)
                importing.store()
    chosen.report(total, total)
    return importing.report


_LISTS = ("added", "near", "refused", "notes")
_COUNTS = ("known", "sets", "known_sets")


class _Stopped(Exception):  # noqa: N818
    """The person stopped the import: the file at hand is rolled back."""


class _Importing:
    """One import as it goes on."""

    def __init__(self, project: Project, options: ImportOptions, report: ImportReport) -> None:
        self._project = project
        self._options = options
        self._version, schema = schemas.current(project)
        self._schema = schema
        self._numbers: dict[object, int] = {}
        self._known = Known(project)
        self._waiting: list[Incoming | Refused] = []
        self.report = report

    def take(self, source: Source | FileProblem) -> None:
        """Import one file, whole or not at all; what a small one holds waits until `store` is called, or is enough."""
        if self.report.cancelled:
            return
        if isinstance(source, FileProblem):
            self.report.failed.append(source)
            return
        try:
            items = self._items(source)
            first = list(islice(items, _BATCH))  # a small file can only fail here, where nothing of it is stored yet
            if len(first) == _BATCH:
                self._take_long(chain(first, items))
            else:
                self._waiting += first
            self.report.files += 1
        except ExchangeError as error:
            self.report.failed.append(FileProblem(source.place, source.named(error.sentence)))
        except _Stopped:
            self.report.cancelled = True
        if len(self._waiting) >= _BATCH:
            self.store()

    def store(self) -> None:
        """Store what waits, of many files at once: by itself each would cost several savepoints."""
        waiting, self._waiting = self._waiting, []
        self._store(waiting)

    def _items(self, source: Source) -> Iterator[Incoming | Refused]:
        """What is in a file, until somebody stops the import."""
        wish = self._options.wish_for(source)
        reader = registry.reader_for(source.path, wish.format or None)
        for item in reader.read(source.path, options=self._options.reading(wish, self._schema)):
            if self._options.cancelled():
                raise _Stopped
            yield source.of_archive(item)

    def _take_long(self, items: Iterator[Incoming | Refused]) -> None:
        """Store a file that does not fit into memory; if it turns out to be bad, nothing of it."""
        self.store()
        before = self._mark()
        try:
            with self._project.writing():
                self._store(items)
        except (ExchangeError, _Stopped):
            self._back_to(before)
            raise

    def _mark(self) -> tuple[int, ...]:
        report = self.report
        lists, counts = (len(getattr(report, name)) for name in _LISTS), (getattr(report, name) for name in _COUNTS)
        return (*lists, *counts, self._known.mark())

    def _back_to(self, mark: tuple[int, ...]) -> None:
        """Forget what the report says of a file that was rolled back; its annotators and step went with it."""
        for name, length in zip(_LISTS, mark, strict=False):
            del getattr(self.report, name)[length:]
        for name, number in zip(_COUNTS, mark[len(_LISTS) :], strict=False):
            setattr(self.report, name, number)
        self._numbers.clear()
        self._known.forget(mark[-1])
        if self.report.step is not None and not runs.exists(self._project, self.report.step):
            self.report.step = None

    def _store(self, items: Iterable[Incoming | Refused]) -> None:
        batch: list[Incoming] = []
        for item in items:
            if isinstance(item, Refused):
                self.report.refused.append(FileProblem(item.place, item.reason))
                continue
            batch.append(with_language(item) if self._options.language else item)
            if len(batch) == _BATCH:
                self._store_batch(batch)
                batch = []
        self._store_batch(batch)

    def _store_batch(self, batch: list[Incoming]) -> None:
        fresh: dict[str, Incoming] = {}
        twice: list[Incoming] = []
        ids: set[str] = set()
        known_to_project = articles.find_all(self._project, (item.article for item in batch))
        for item, found in zip(batch, known_to_project, strict=True):
            known = found.sha256 == item.article.sha256 if found else item.article.sha256 in fresh
            if known:
                twice.append(item)
            elif found or item.article.id in ids:
                reason = f"An article with the id {item.article.id} is in the project with another text."
                self.report.refused.append(FileProblem(item.place, reason))
            elif self._options.skip_near and (title := self._known.near(item.article)) is not None:
                self.report.near.append(
                    FileProblem(item.place, f"It is nearly the same as “{title}”, and was skipped.")
                )
            else:
                fresh[item.article.sha256] = item
                ids.add(item.article.id)
        self._add(list(fresh.values()))
        for item in twice:
            self._add_again(item)

    def _add(self, items: list[Incoming]) -> None:
        if not items:
            return
        step = self._step()
        numbers = articles.add(self._project, (item.article for item in items), step=step)
        self.report.added.extend(numbers)
        made: list[sets.NewSet] = []
        for seq, item in zip(numbers, items, strict=True):
            self._note(item)
            made.extend(self._made(seq, each) for each in item.sets)
        self._write(made)
        self._options.came(len(self.report.added))

    def _add_again(self, item: Incoming) -> None:
        """An article whose text is here already brings only sets that are new."""
        found = articles.find(self._project, item.article)
        assert found is not None
        self.report.known += 1
        for each in item.sets:
            number = annotators.find(self._project, each.annotator)
            old = sets.load(self._project, found.seq, number) if number is not None else None
            if old is None:
                self._write([self._made(found.seq, each)])
            elif says_the_same(old, each):
                self.report.known_sets += 1
            else:
                reason = (
                    f"{each.annotator} has annotated “{item.article.title}” differently in the project; that was kept."
                )
                self.report.refused.append(FileProblem(item.place, reason))

    def _made(self, seq: int, each: AnnotationSet) -> sets.NewSet:
        key = each.annotator
        if key not in self._numbers:
            self._numbers[key] = annotators.add(self._project, key)
        current = msgspec.structs.replace(each, schema_version=self._version)
        return sets.NewSet(seq, self._numbers[key], current)

    def _write(self, made: list[sets.NewSet]) -> None:
        if made:
            with self._project.writing() as db:
                sets.insert(db, made, step=self._step())
            self.report.sets += len(made)

    def _note(self, item: Incoming) -> None:
        self.report.notes.extend(FileProblem(item.place, note) for note in item.notes)

    def _step(self) -> int:
        if self.report.step is None:
            self.report.step = runs.begin(self._project, "import", "Import of articles")
        return self.report.step


def with_language(item: Incoming) -> Incoming:
    """The article with the language that its text seems to be in, unless it says one or is of our own export."""
    if item.ours or item.article.meta.get("language") or not (language := languages.guess(item.article.text)):
        return item
    meta = {**item.article.meta, "language": language}
    return replace(item, article=msgspec.structs.replace(item.article, meta=meta))


def walk_problems(report: ImportReport) -> Iterator[FileProblem]:
    """Everything that did not come in, files first, and what was changed in what did; what is the same comes once."""
    for problem, number in Counter(chain(report.failed, report.near, report.refused, report.notes)).items():
        again = f" This happens {number:,} times." if number > 1 else ""
        yield FileProblem(problem.place, problem.reason + again)
