"""Writing so that a target is either as it was or all there: a temporary file or folder beside it, then a swap.

A folder that this program did not write is never replaced: each one it writes carries a hidden mark.
"""

import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from annotator.exchange.losses import LossReport
from annotator.model.errors import ExchangeError

MARK = ".annotator-export"
_BUFFER = 1 << 20
_AT_ONCE = 8  # files that are synced at a time: measured, more are no faster
_LOT = 1000  # paths in memory


@contextmanager
def file_out(target: Path) -> Iterator[BinaryIO]:
    """A new binary file that takes the target's place when the block ends, and vanishes if it fails."""
    target = target.resolve()
    with _sentences(target):
        part = _beside(target)
        try:
            with part.open("xb", buffering=_BUFFER) as file:
                yield file
                _sync(file)
            _swap(part, target)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def folder_out(target: Path) -> Iterator[Path]:
    """A new, empty folder that takes the target's place when the block ends, and vanishes if it fails."""
    with _scratch(target) as (folder, place):
        yield folder
        _swap_folder(folder, place)


@contextmanager
def file_or_folder_out(target: Path) -> Iterator[Path]:
    """A new, empty folder as in `folder_out`; when the block leaves just one file in it, that becomes the target."""
    with _scratch(target) as (folder, place):
        yield folder
        made = list(folder.iterdir())
        if len(made) == 1 and made[0].is_file():
            _sync_file(made[0])
            _swap(made[0], place)
        else:
            _swap_folder(folder, place)


@contextmanager
def _scratch(target: Path) -> Iterator[tuple[Path, Path]]:
    """A new folder beside the target, and the target with its links followed."""
    place = target.resolve()
    with _sentences(place):
        _check_ours(place)
        folder = _beside(place)
        folder.mkdir()
        try:
            yield folder, place
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def beside(target: Path, ending: str) -> Path:
    """The file that goes with a target: `beside(Path("a.jsonl"), "schema.toml")` is `a.schema.toml`."""
    return target.with_name(f"{target.stem}.{ending}")


def write_losses(losses: LossReport, target: Path) -> None:
    """Write TARGET.losses.json beside the target; where nothing was lost, take that of an earlier export away."""
    path = target.with_name(f"{target.name}.losses.json")
    if losses:
        with file_out(path) as file:
            file.write(losses.as_json())
    else:
        path.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    return target.with_name(f".{uuid4().hex[:12]}.part")


def _check_ours(target: Path) -> None:
    if target.is_dir() and not (target / MARK).exists() and any(target.iterdir()):
        sentence = f"{target} is a folder that this program did not write: choose another name, or empty it first."
        raise ExchangeError("export.folder", sentence)


def _swap_folder(folder: Path, target: Path) -> None:
    (folder / MARK).write_text("Written by news-annotator, which may replace this folder.\n", encoding="utf-8")
    _sync_tree(folder)
    _swap(folder, target)


def _sync_tree(folder: Path) -> None:
    """Make all that is in a folder last: files, then the names in every folder.

    Some at a time, because a file system writes its journal once for all that wait for it: three times as fast.
    """
    files = (Path(place, name) for place, _, names in os.walk(folder) for name in names)
    folders = (Path(place) for place, _, _ in os.walk(folder))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for paths, sync in ((files, _sync_file), (folders, _sync_folder)):
            while some := list(islice(paths, _LOT)):
                list(pool.map(sync, some))  # raises what the first that failed raised


def _swap(made: Path, target: Path) -> None:
    """Put what was made in the target's place; only a folder has to step aside first.

    A crash before leaves the target as it was, and a hidden `.part` beside it. One in the moment in which a folder has
    stepped aside leaves both as hidden folders there, the old and the new, each whole.
    """
    _check_ours(target)
    if not target.is_dir() and not (target.exists() and made.is_dir()):
        made.replace(target)
    else:
        old = _beside(target)
        target.rename(old)
        try:
            made.replace(target)
        except OSError:
            old.rename(target)
            raise
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    _sync_folder(target.parent)


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder last; only POSIX lets a folder be opened for it."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _sentences(target: Path) -> Iterator[None]:
    """Turn an error of the operating system into a sentence that names the target."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        sentence = f"{target} cannot be written: {why}. Choose another place, or mend that and export again."
        raise ExchangeError("export.write", sentence) from error
