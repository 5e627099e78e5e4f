"""Which annotation files belong to which text: NAME.ann to NAME.txt, and NAME_ada.ann where a suffix "_" is told."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from annotator.model.errors import ExchangeError

TEXT, ANN = ".txt", ".ann"
_SETTLED = 3_000_000_000  # nanoseconds: file systems tell times to two seconds


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208  names, and no paths
    except OSError as error:
        raise ExchangeError("brat.folder", f"{folder} cannot be read: {error.strerror or error}.") from error


def _stems(names: list[str], ending: str) -> dict[str, str]:
    """The names of files that are not hidden and end so, without the ending and with it."""
    parts = ((name, *name.rpartition(".")) for name in names if not name.startswith("."))
    return {stem: name for name, stem, _, last in parts if stem and f".{last.lower()}" == ending}


def _splits(stem: str, suffix: str) -> Iterator[tuple[str, str]]:
    """The ways to read a file's name as a text and an annotator, the longest text first."""
    yield stem, ""
    at = stem.rfind(suffix) if suffix else -1
    while at > 0:
        yield stem[:at], unquote(stem[at + len(suffix) :], errors="replace")
        at = stem.rfind(suffix, 0, at + len(suffix) - 1)


class AnnotationFiles:
    """The annotation files of a folder, by the texts of another or the same; `first` is the stem of the first text."""

    def __init__(self, texts: list[str], annotations: list[str], folder: Path, suffix: str) -> None:
        known = _stems(texts, TEXT)
        self.first = min(known, default="")
        self._of: dict[str, list[tuple[str, Path]]] = {}
        self.orphans: list[Path] = []
        for stem, name_of_file in _stems(annotations, ANN).items():
            path = folder / name_of_file
            fitting = next(((text, name) for text, name in _splits(stem, suffix) if text in known), None)
            if fitting is None:
                self.orphans.append(path)
            else:
                self._of.setdefault(fitting[0], []).append((fitting[1], path))

    def of(self, text: Path) -> list[tuple[str, Path]]:
        """The files of a text, each with the annotator that its name tells, "" where it tells none."""
        return self._of.get(text.stem, [])


class Listings:
    """The files of the folders read last, sorted again as soon as something was added to or taken from them."""

    def __init__(self) -> None:
        self._folders: tuple[Path, Path, str] | None = None
        self._stamps: list[int] | None = None  # none where the folders may change without their times telling
        self._names: tuple[list[str], list[str]] = [], []
        self._files: AnnotationFiles | None = None

    def of(self, texts: Path, annotations: Path, suffix: str) -> AnnotationFiles:
        """The annotation files for a folder of texts. Of one that has only just changed, the names are compared."""
        folders = texts, annotations, suffix
        stamps = [_stamp(each) for each in (texts, annotations)]
        if self._files is not None and self._folders == folders and self._stamps == stamps:
            return self._files
        before = _names(texts)
        names = before, before if annotations == texts else _names(annotations)
        if self._files is None or self._folders != folders or self._names != names:
            self._files = AnnotationFiles(*names, annotations, suffix)
        self._folders, self._names = folders, names
        self._stamps = stamps if max(stamps) < time.time_ns() - _SETTLED else None
        return self._files


def _stamp(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError as error:
        raise ExchangeError("brat.folder", f"{folder} cannot be read: {error.strerror or error}.") from error


def text_beside(path: Path, suffix: str) -> tuple[Path, str]:
    """The text of an annotation file in the same folder, and the annotator that its name tells.

    Raises ExchangeError when there is none.
    """
    for stem, name in _splits(path.stem, suffix):
        for ending in (TEXT, TEXT.upper()):
            text = path.with_name(stem + ending)
            if text.is_file():
                return text, name
    sentence = f"{path} has no text beside it: {path.stem}{TEXT} is missing."
    hint = "Put it there; or say --text and --ann for two folders, and --annotator-suffix for names of annotators."

    raise ExchangeError("brat.text", f"{sentence} {hint}")
