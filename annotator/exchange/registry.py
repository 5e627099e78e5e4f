"""Which formats there are: the built-in ones, and those that other packages add through entry points.

A plug-in that cannot be loaded is listed by name with the reason, and stops nothing. A checkout that was
never installed, and a frozen program, have no entry points: they have the built-in formats.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Generic, TypeVar

from annotator.exchange.protocols import Reader, Writer
from annotator.model.errors import ExchangeError

READERS, WRITERS = "annotator.readers", "annotator.writers"

# As in pyproject.toml; a test compares the two.
BUILT_IN: dict[str, dict[str, str]] = {
    READERS: {
        "text": "annotator.exchange.text:READER",
        "markdown": "annotator.exchange.documents.markdown:READER",
        "html": "annotator.exchange.documents.html:READER",
        "rtf": "annotator.exchange.documents.rtf:READER",
        "docx": "annotator.exchange.documents.docx:READER",
        "pdf": "annotator.exchange.documents.pdf:READER",
        "csv": "annotator.exchange.tables.csv_in:READER",
        "tsv": "annotator.exchange.tables.csv_in:TSV_READER",
        "xlsx": "annotator.exchange.tables.xlsx_in:READER",
        "parquet": "annotator.exchange.tables.parquet_in:READER",
        "json": "annotator.exchange.tables.json_in:READER",
        "jsonl": "annotator.exchange.jsonl:READER",
        "ninjs": "annotator.exchange.newswire.ninjs:READER",
        "newsml": "annotator.exchange.newswire.newsml:READER",
        "nitf": "annotator.exchange.newswire.nitf:READER",
        "feed": "annotator.exchange.newswire.feed:READER",
        "nexis": "annotator.exchange.newswire.nexis:READER",
        "factiva": "annotator.exchange.newswire.factiva:READER",
        "spacy": "annotator.exchange.docbin_in:READER",
        "prodigy": "annotator.exchange.tools.prodigy:READER",
        "doccano": "annotator.exchange.tools.doccano:READER",
        "label-studio": "annotator.exchange.tools.label_studio:READER",
        "brat": "annotator.exchange.tools.brat:READER",
        "conll": "annotator.exchange.tools.conll:READER",
        "webanno": "annotator.exchange.tools.webanno:READER",
        "xmi": "annotator.exchange.tools.cas:XMI_READER",
        "cas-json": "annotator.exchange.tools.cas:JSON_READER",
    },
    WRITERS: {
        "jsonl": "annotator.exchange.jsonl:WRITER",
        "spacy": "annotator.exchange.docbin:WRITER",
        "prodigy": "annotator.exchange.tools.prodigy:WRITER",
        "doccano": "annotator.exchange.tools.doccano:WRITER",
        "label-studio": "annotator.exchange.tools.label_studio:WRITER",
        "brat": "annotator.exchange.tools.brat:WRITER",
        "conll": "annotator.exchange.tools.conll:WRITER",
        "webanno": "annotator.exchange.tools.webanno:WRITER",
        "xmi": "annotator.exchange.tools.cas:XMI_WRITER",
        "cas-json": "annotator.exchange.tools.cas:JSON_WRITER",
        "huggingface": "annotator.exchange.web.huggingface:WRITER",
        "web-annotation": "annotator.exchange.web.annotation:WRITER",
        "html": "annotator.exchange.web.page:WRITER",
        "csv": "annotator.exchange.tables.csv_out:WRITER",
        "xlsx": "annotator.exchange.tables.xlsx_out:WRITER",
        "parquet": "annotator.exchange.tables.parquet_out:WRITER",
    },
}
_HEAD = 4096  # bytes that a reader judges a file by

Format = TypeVar("Format", Reader, Writer)


@dataclass(frozen=True, slots=True)
class Formats(Generic[Format]):
    """The formats by name, and of those that failed to load the name and the reason."""

    loaded: dict[str, Format]
    failed: dict[str, str]


@cache
def readers() -> Formats[Reader]:
    """Every format that comes in."""
    return _load(READERS, Reader)  # type: ignore[type-abstract]


@cache
def writers() -> Formats[Writer]:
    """Every format that goes out."""
    return _load(WRITERS, Writer)  # type: ignore[type-abstract]


def reader_for(path: Path, name: str | None = None) -> Reader:
    """The reader of that name, or the one for the file by its suffix and, where several share it, its content.

    One that is `general` (it takes any file with the suffix, such as JSON lines) is chosen where no other fits.
    Raises ExchangeError that lists the formats when there is none, or more than one.
    """
    if name is not None:
        return _named(name, readers(), "read")
    found = [each for each in readers().loaded.values() if path.suffix.lower() in each.suffixes]
    if len(found) > 1:
        head = _head(path)
        fitting = [each for each in found if _fits(each, path, head)]
        found = [each for each in fitting if not getattr(each, "general", False)] or fitting
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(each.name for each in found)
        raise ExchangeError("format.several", f"{path} may be any of {names}: name the format.")
    known = ", ".join(f"{each.name} ({' '.join(each.suffixes)})" for each in readers().loaded.values())
    raise ExchangeError("format.unknown", f"No format is known for {path}. Those that can be read: {known}.")


def _fits(reader: Reader, path: Path, head: bytes) -> bool:
    """A reader with `fits_file` looks into the file itself: what is in a zip archive does not show at its beginning."""
    look: Callable[[Path, bytes], bool] | None = getattr(reader, "fits_file", None)
    return reader.fits(head) if look is None else look(path, head)


def writer_for(name: str) -> Writer:
    """The writer of that name. Raises ExchangeError that lists the formats when there is none."""
    return _named(name, writers(), "written")


def _named(name: str, formats: Formats[Format], verb: str) -> Format:
    if name in formats.loaded:
        return formats.loaded[name]
    if name in formats.failed:
        raise ExchangeError("format.broken", f"The format {name} cannot be used: {formats.failed[name]}.")
    known = ", ".join(formats.loaded)
    raise ExchangeError("format.unknown", f"There is no format {name}. Those that can be {verb}: {known}.")


def _load(group: str, kind: type[Format]) -> Formats[Format]:
    """Built-in formats first: a plug-in cannot take one's name."""
    formats: Formats[Format] = Formats({}, {})
    points = [EntryPoint(name, value, group) for name, value in BUILT_IN[group].items()]
    points += [each for each in entry_points(group=group) if each.value != BUILT_IN[group].get(each.name)]
    for point in points:
        if point.name in formats.loaded:
            formats.failed[f"{point.name} ({point.value})"] = "the name is taken by another format"
            continue
        try:
            loaded = point.load()
        except Exception as error:  # whatever a plug-in does
            formats.failed[point.name] = f"{type(error).__name__}: {error}"
            continue
        if isinstance(loaded, kind):
            formats.loaded[point.name] = loaded
        else:
            formats.failed[point.name] = f"{point.value} is no {kind.__name__.lower()}"
    return formats


def _head(path: Path) -> bytes:
    """The first bytes of a file; none of a folder."""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except IsADirectoryError:
        return b""
    except OSError as error:
        raise ExchangeError("format.open", f"{path} cannot be read: {error.strerror or error}.") from error
