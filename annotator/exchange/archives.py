"""Zip archives: what is in one is unpacked piece by piece into a temporary folder, and never anywhere else.

Nothing in an archive is trusted: names that lead out of the folder, members that unpack to more than they say or to
too much, and ones that need a password are named with the reason, and the others come in. What may belong together
(`a.txt` and `a.ann`) is unpacked together.
"""

import lzma
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from annotator.exchange.protocols import Refused
from annotator.exchange.reading import unreadable
from annotator.model.errors import ExchangeError

SUFFIX = ".zip"
LARGEST = 2 * 2**30  # bytes of one member, unpacked
_MOST = 1_000_000  # members
_DENSEST = 1000  # times its packed size: text packs to a tenth, a bomb to a thousandth
_SMALL = 64 * 2**20  # bytes: however dense, no bomb
_TOGETHER = 512 * 2**20  # bytes of a folder that is unpacked whole
_PIECE = 2**20
_ENCRYPTED = 1  # in the flags of a member
_ODD = re.compile(r'[\x00-\x1f:*?"<>|\\]')  # what no name of a file may have on every system
# What zipfile raises for an archive that is not as it should be, and what its parts raise.
DAMAGE = (
    OSError,
    BadZipFile,
    LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    ValueError,
    LookupError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A folder with some of an archive's files as they lie in it, there until the next is asked for."""

    root: Path
    archive: str

    def named(self, sentence: str) -> str:
        """A place or sentence about an unpacked file, made one about the archive's: `news.zip/2026/a.txt`."""
        return sentence.replace(str(self.root), self.archive)


def is_archive(path: Path) -> bool:
    """Whether it is one by its name."""
    return path.suffix.lower() == SUFFIX


def count_members(path: Path) -> int:
    """How many files are in an archive; 1 for one that cannot be read, which is named when it is unpacked."""
    try:
        with ZipFile(path) as archive:
            return max(sum(_is_file(each) for each in archive.infolist()), 1)
    except DAMAGE:
        return 1


def unpack(path: Path, place: str) -> Iterator[Unpacked | Refused]:
    """The files of an archive, some at a time; `place` is what to call it.

    Raises ExchangeError when the archive itself cannot be read.
    """
    with _opened(path, place) as archive:
        members = [each for each in archive.infolist() if _is_file(each) and not _is_hidden(each.filename)]
        if len(members) > _MOST:
            sentence = f"{place} has {len(members):,} files in it, more than {_MOST:,}: split it first."
            raise ExchangeError("archive.large", sentence)
        for group in _groups(members):
            yield from _group(archive, group, place)


def _groups(members: list[ZipInfo]) -> Iterator[list[ZipInfo]]:
    """What is unpacked together: a folder, as files in one may belong together; of a large one, those named alike."""
    for _, found in groupby(sorted(members, key=_folder), key=_folder):
        folder = list(found)
        if sum(each.file_size for each in folder) <= _TOGETHER:
            yield folder
        else:
            yield from (list(alike) for _, alike in groupby(sorted(folder, key=_stem), key=_stem))


def _folder(member: ZipInfo) -> str:
    return str(PurePosixPath(member.filename).parent)


def _stem(member: ZipInfo) -> str:
    return PurePosixPath(member.filename).stem


def _group(archive: ZipFile, members: list[ZipInfo], place: str) -> Iterator[Unpacked | Refused]:
    with TemporaryDirectory(prefix="annotator-") as name:
        root = Path(name).resolve()
        for each in sorted(members, key=lambda member: member.filename):
            try:
                _write(archive, each, _target(each, root, place), place)
            except ExchangeError as error:
                yield Refused(f"{place}/{each.filename}", error.sentence)
        yield Unpacked(root, place)


def _is_file(member: ZipInfo) -> bool:
    return not member.filename.endswith("/")  # `is_dir` fails for one without a name


def _is_hidden(name: str) -> bool:
    """Whether it is one of the files that systems leave behind, as in folders."""
    parts = PurePosixPath(name).parts
    return any(part == "__MACOSX" or (part.startswith(".") and not part.startswith("..")) for part in parts)


def _target(member: ZipInfo, root: Path, place: str) -> Path:
    """Where a member is written: below the root. Raises ExchangeError for a name that leads out of it."""
    parts = PurePosixPath(member.filename).parts
    if not parts or ".." in parts or member.filename.startswith("/") or any(map(_ODD.search, parts)):
        where = f"{place}/{member.filename}"
        sentence = f"The name of {where} leads out of the archive or is none that a file can have."
        raise ExchangeError("archive.name", f"{sentence} It was not unpacked.")
    return root.joinpath(*parts)


def _write(archive: ZipFile, member: ZipInfo, target: Path, place: str) -> None:
    """Unpack a member. Raises ExchangeError, and leaves nothing, when it is not what it says it is."""
    where = f"{place}/{member.filename}"
    if member.flag_bits & _ENCRYPTED:
        raise ExchangeError("archive.password", f"{where} needs a password: unpack the archive and import the folder.")
    _refuse_large(member, member.file_size, where)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as packed, target.open("xb") as file:
            size = 0
            while piece := packed.read(_PIECE):
                size += len(piece)
                _refuse_large(member, size, where)
                file.write(piece)
    except FileExistsError:
        raise ExchangeError("archive.twice", f"{where} is in the archive twice; the first was taken.") from None
    except ExchangeError:
        target.unlink(missing_ok=True)
        raise
    except DAMAGE as error:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        sentence = f"{where} cannot be unpacked ({str(error)[:200] or type(error).__name__}). Pack the archive again."
        raise ExchangeError("archive.damaged", sentence) from error


def _refuse_large(member: ZipInfo, size: int, where: str) -> None:
    if size > LARGEST:
        raise ExchangeError(
            "archive.large", f"{where} unpacks to more than {LARGEST:,} bytes: unpack and split it first."
        )
    if size > max(_SMALL, member.compress_size * _DENSEST):
        raise ExchangeError("archive.bomb", f"{where} unpacks to far more than its size: it is not what it seems.")


def _opened(path: Path, place: str) -> ZipFile:
    try:
        return ZipFile(path)
    except OSError as error:
        raise unreadable(place, "archive", error) from error
    except DAMAGE as error:
        raise ExchangeError("archive.damaged", f"{place} is no zip archive, or a damaged one ({error}).") from error
