"""PDF with a text layer in: a file is one article. pypdf reads the lines; how they become a text: `pdf_lines`.

Pictures of text (scans) have no text in them: such a file is refused. Reading has an end, however hostile the file.
"""

import io
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from annotator.exchange.documents.making import make_incoming, quiet
from annotator.exchange.documents.pdf_lines import joined
from annotator.exchange.languages import primary
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import whole
from annotator.model.errors import ExchangeError

_LARGEST = 128 * 2**20  # bytes
_MOST_PAGES = 2000
_LONGEST = 60.0  # seconds for one file
_FILE_NAME = re.compile(r"^Microsoft Word - |\.\w{2,4}$")  # what programs write for want of a title
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


class _TooLongError(BaseException):
    """The time is over. No Exception, because pypdf catches those and goes on."""


class PdfReader:
    """Reads the text layer of a PDF, and its properties."""

    name = "pdf"
    title = "PDF with a text layer"
    suffixes = (".pdf",)

    def fits(self, head: bytes) -> bool:
        """A PDF says so in its first thousand bytes."""
        return b"%PDF" in head[:1024]

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """The file as one article, its pages joined; lines at the edges of pages that repeat are left out."""
        del options
        data = whole(path, self.name, _LARGEST)
        if not self.fits(data[:1024]):
            raise ExchangeError("pdf.kind", f"{path} is no PDF, or damaged at its beginning. Save it again.")
        with quiet("pypdf"):
            pages, meta = _guarded(path, lambda: _read(path, data))
        if not any(page.strip() for page in pages):
            sentence = f"{path} has no text layer, only pictures of its pages: run it through text recognition (OCR)"
            raise ExchangeError("pdf.scan", f"{sentence} and import it again.")
        text, notes = joined(pages)
        without = sum(not page.strip() for page in pages)
        if without:
            notes = (*notes, f"pages without text: {without}")
        yield make_incoming(path, self.name, text, title=meta.pop("title"), meta=meta, notes=notes)


def _guarded(path: Path, read: Callable[[], tuple[list[str], dict[str, str]]]) -> tuple[list[str], dict[str, str]]:
    try:
        return read()
    except ExchangeError:
        raise
    except _TooLongError:
        sentence = f"{path} takes longer than {_LONGEST:.0f} seconds to read: save its text as another format."
        raise ExchangeError("pdf.slow", sentence) from None
    except (Exception, RecursionError) as error:  # a damaged file fails in many ways
        why = " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__
        sentence = f"{path} is damaged and cannot be read as PDF: {why}. Save it again with another program."
        raise ExchangeError("pdf.damaged", sentence) from error


def _read(path: Path, data: bytes) -> tuple[list[str], dict[str, str]]:
    """The text of each page, and what the file says of itself."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _opens(reader):
        sentence = f"{path} is protected by a password: save it without one and import it again."
        raise ExchangeError("pdf.encrypted", sentence)
    count = len(reader.pages)
    if count > _MOST_PAGES:
        raise ExchangeError("pdf.large", f"{path} has {count:,} pages, at most {_MOST_PAGES:,} can be read: split it.")
    end = time.monotonic() + _LONGEST

    def watch(*_: object) -> None:
        if time.monotonic() > end:
            raise _TooLongError

    pages: list[str] = []
    for page in reader.pages:
        watch()
        pages.append(page.extract_text(visitor_operand_before=watch))
    return pages, _said(reader)


def _opens(reader: Any) -> bool:  # noqa: ANN401  pypdf's own types vary between its versions
    """Whether the empty password opens it, as it does where only changes are forbidden."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _said(reader: Any) -> dict[str, str]:  # noqa: ANN401
    """Title, author, day of making and language; "" where the file is silent, or damaged there."""
    try:
        info = reader.metadata or {}
        said = {key: str(info.get(f"/{key}") or "") for key in ("Title", "Author", "CreationDate")}
        language = primary(reader.trailer["/Root"].get("/Lang"))
    except Exception:  # the text counts
        return {"title": ""}
    made = _CREATED.match(said["CreationDate"])
    title = "" if _FILE_NAME.search(said["Title"].strip()) else said["Title"]
    created = "-".join(made.groups()) if made else ""
    return {"title": title, "author": said["Author"], "created": created, "language": language}


READER: Reader = PdfReader()
