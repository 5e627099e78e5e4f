"""A look at a file before SQLite touches it: is it a project, whole, and not of a newer version?

The fields are those of the SQLite database header, https://www.sqlite.org/fileformat2.html, section 1.3.
"""

import struct
from pathlib import Path

import msgspec

from annotator.model.errors import ProjectError

APPLICATION_ID = 0x414E4E4F  # "ANNO"
_MAGIC = b"SQLite format 3\x00"


class Header(msgspec.Struct, frozen=True):
    """What the first hundred bytes of a project say."""

    page_size: int
    pages: int
    user_version: int


def read_header(path: Path) -> Header:
    """The header of the project at `path`; raises ProjectError when it is missing, foreign or truncated."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
    except FileNotFoundError:
        raise ProjectError("project.missing", f"There is no project {path.name} in {path.parent}.") from None
    except OSError as error:
        raise ProjectError("project.open", f"{path.name} cannot be read: {error.strerror}.") from error
    if len(head) < 100 or not head.startswith(_MAGIC) or _number(head, 68) != APPLICATION_ID:
        raise ProjectError("project.foreign", f"{path.name} is not a project of this program.")
    (raw,) = struct.unpack_from(">H", head, 16)
    header = Header(65536 if raw == 1 else raw, _number(head, 28), _number(head, 60))
    if size < header.page_size * header.pages and not _has_wal(path):
        lost = f"{header.page_size * header.pages - size:,} of its bytes are missing"
        way_out = f"Put back a backup with: annotator restore {path.name}"
        raise ProjectError("project.truncated", f"{path.name} is damaged: {lost}. {way_out}")
    return header


def _number(head: bytes, offset: int) -> int:
    return int.from_bytes(head[offset : offset + 4])


def _has_wal(path: Path) -> bool:
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0
