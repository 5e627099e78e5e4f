"""The documents of a file: itself, or those in an archive that INCEpTION exports, one archive deep.

Sizes are those read, not those that the archive declares; nothing is unpacked to disk.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePath
from typing import IO

from annotator.exchange.reading import unreadable
from annotator.model.errors import ExchangeError

_LARGEST = 64 * 2**20  # bytes of one document: some books
_MOST = 100_000  # files in an archive
_ZIP = b"PK\x03\x04"
_PROJECT = "exportedproject.json"  # what INCEpTION says of a project itself


def documents(path: Path, suffixes: tuple[str, ...], code: str) -> Iterator[tuple[PurePath, bytes]]:
    """Each document with its place. Raises ExchangeError when the file cannot be read, or one is too large."""
    try:
        with path.open("rb") as file:
            archive = file.read(len(_ZIP)) == _ZIP
            file.seek(0)
            if archive:
                found = False
                for each in _inside(file, path, suffixes, code, deeper=True):
                    found = True
                    yield each
                if not found:
                    sentence = f"{path} is an archive without {suffixes[0]} files in it: is it of another format?"
                    raise ExchangeError(f"{code}.empty", sentence)
            else:
                yield path, _content(file, path, code)
    except OSError as error:
        raise unreadable(path, code, error) from error


def _content(file: IO[bytes], place: PurePath, code: str) -> bytes:
    data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        sentence = f"{place} is larger than {_LARGEST:,} bytes, too much for one article: split it first."
        raise ExchangeError(f"{code}.large", sentence)
    return data


def _inside(
    file: IO[bytes], place: PurePath, suffixes: tuple[str, ...], code: str, *, deeper: bool
) -> Iterator[tuple[PurePath, bytes]]:
    try:
        with zipfile.ZipFile(file) as archive:
            for info in _members(archive, place, code):
                inner = place / info.filename.lstrip("/")
                if info.filename.lower().endswith(suffixes):
                    with archive.open(info) as member:
                        data = _content(member, inner, code)
                    yield (inner if deeper else place.with_suffix(inner.suffix)), data
                elif deeper and info.filename.lower().endswith(".zip"):
                    with archive.open(info) as member:
                        data = _content(member, inner, code)
                    yield from _inside(BytesIO(data), inner, suffixes, code, deeper=False)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, zlib.error) as error:
        reason = "is locked with a password" if "password" in str(error) else f"is damaged: {error}"
        raise ExchangeError(f"{code}.zip", f"{place} {reason}. Export it again.") from error


def _members(archive: zipfile.ZipFile, place: PurePath, code: str) -> list[zipfile.ZipInfo]:
    found = [each for each in archive.infolist() if not _is_passed(each.filename)]
    if len(found) > _MOST:
        raise ExchangeError(f"{code}.large", f"{place} holds more than {_MOST:,} files: split it first.")
    return sorted(found, key=lambda each: each.filename)


def _is_passed(name: str) -> bool:
    """A folder, which `is_dir` fails to tell where there is no name; or what is said of the project."""
    return name.endswith("/") or name == _PROJECT
