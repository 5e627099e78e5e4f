"""The files that an import is of: those of folders, and those in archives, which are there only while they are read."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from annotator.app.picking import picked
from annotator.exchange import archives
from annotator.exchange.archives import Unpacked
from annotator.exchange.protocols import Incoming, Refused
from annotator.model.errors import ExchangeError

_DEEPEST = 2  # an archive, and those in it


class FileProblem(msgspec.Struct, frozen=True):
    """A file, or a place in it, that was left out, and why."""

    place: str
    reason: str


class Source(msgspec.Struct, frozen=True):
    """A file to read; `within` is the archive that it was unpacked from."""

    path: Path
    within: Unpacked | None = None

    @property
    def place(self) -> str:
        """What to call it: `news.zip/2026/a.txt` in an archive, else its path."""
        return self.named(str(self.path))

    def named(self, sentence: str) -> str:
        """A sentence about the file as people know it."""
        return self.within.named(sentence) if self.within else sentence

    def of_archive(self, item: Incoming | Refused) -> Incoming | Refused:
        """What was read, with its place as people know it."""
        if self.within is None:
            return item
        if isinstance(item, Refused):
            return Refused(self.named(item.place), self.named(item.reason))
        return replace(item, place=self.named(item.place), notes=tuple(map(self.named, item.notes)))


def find_files(paths: Iterable[Path], *, format: str = "") -> tuple[list[Path], list[FileProblem]]:  # noqa: A002
    """The files that paths stand for, folders searched through; hidden ones and unknown kinds in folders are passed."""
    files: list[Path] = []
    problems: list[FileProblem] = []
    for path in paths:
        if path.is_dir():
            every = (each for each in sorted(path.rglob("*")) if each.is_file())
            shown = [each for each in every if not _is_hidden(each, path)]
            packed = [each for each in shown if archives.is_archive(each)]
            plain = [each for each in shown if not archives.is_archive(each)]
            files.extend(sorted([*packed, *picked(plain, format)]))
        elif path.exists():
            files.append(path)
        else:
            problems.append(FileProblem(str(path), "There is no such file."))
    return files, problems


def _is_hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def count_files(files: Iterable[Path]) -> int:
    """About how many files there are to read, those in archives counted."""
    return sum(archives.count_members(each) if archives.is_archive(each) else 1 for each in files)


def walk_sources(files: Iterable[Path], *, format: str = "") -> Generator[Source | FileProblem]:  # noqa: A002
    """The files one after another, those in archives too; each is there until the next is asked for."""
    for path in files:
        if archives.is_archive(path):
            yield from _unpacked(Source(path), format, 1)
        else:
            yield Source(path)


def _unpacked(packed: Source, format: str, depth: int) -> Iterator[Source | FileProblem]:  # noqa: A002
    nothing = True
    try:
        for found in archives.unpack(packed.path, packed.place):
            if isinstance(found, Refused):
                nothing = False
                yield FileProblem(found.place, found.reason)
                continue
            for path in find_files([found.root], format=format)[0]:
                nothing = False
                yield from _one(Source(path, found), format, depth)
        if nothing:
            yield FileProblem(packed.place, "There is no file in the archive that can be imported.")
    except ExchangeError as error:
        yield FileProblem(packed.place, error.sentence)


def _one(source: Source, format: str, depth: int) -> Iterator[Source | FileProblem]:  # noqa: A002
    if not archives.is_archive(source.path):
        yield source
    elif depth < _DEEPEST:
        yield from _unpacked(source, format, depth + 1)
    else:
        yield FileProblem(source.place, "An archive in an archive in an archive is not opened: unpack it first.")
