"""What the exports of press archives share: one document with many articles, in DOCX, RTF or HTML.

Their beginning looks like that of any other document, so they are recognised by a longer look than `fits` gets.
"""

import re
import zipfile
from pathlib import Path

from annotator.exchange.documents.docx import READER as DOCX
from annotator.exchange.documents.rtf import READER as RTF
from annotator.exchange.protocols import Incoming, ReadOptions
from annotator.exchange.reading import unreadable
from annotator.model.errors import ExchangeError

_LOOK = 4 * 2**20  # bytes: a cover page, a table of contents of 500 and the first articles
_DOCUMENT = "word/document.xml"
_TAGS = re.compile(rb"<[^<>]*>")
_PARAGRAPH = re.compile(rb"</w:p>|<w:br\s*/>|\\(?:par|cell|row|line)\b ?")


def document_text(path: Path, name: str, options: ReadOptions) -> tuple[str, tuple[str, ...]]:
    """The text of a Word or RTF document, as their readers give it, and their notes.

    Raises ExchangeError `<name>.kind` for a file of another kind, and what the readers raise.
    """
    head = _raw(path, name, 16)
    reader = next((each for each in (DOCX, RTF) if each.fits(head)), None)
    if reader is None:
        sentence = f"{path} is neither a Word document nor rich text, which an archive exports: export it again."
        raise ExchangeError(f"{name}.kind", sentence)
    for item in reader.read(path, options=options):
        if isinstance(item, Incoming):
            return item.article.text, item.notes
    raise ExchangeError(f"{name}.empty", f"{path} has no text in it: there is nothing to import.")


def glance(path: Path) -> bytes:
    """The first megabytes of what is written in a document, a line a paragraph; nothing of one that is damaged."""
    try:
        raw = _raw(path, "archive", _LOOK)
        if raw.startswith(b"PK"):
            with zipfile.ZipFile(path) as archive, archive.open(_DOCUMENT) as part:
                raw = _TAGS.sub(b"", _PARAGRAPH.sub(b"\n", part.read(_LOOK)))
        elif raw.startswith(b"{\\rtf"):
            raw = _PARAGRAPH.sub(b"\n", raw)
    except (ExchangeError, OSError, KeyError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return b""
    except Exception as error:  # zlib.error and others that a damaged part raises
        del error
        return b""
    return raw


def _raw(path: Path, name: str, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError as error:
        raise unreadable(path, name, error) from error


def paragraphs(lines: list[str]) -> str:
    """The lines as a text; where no blank ones part the paragraphs, each line is one."""
    text = "\n".join(line.rstrip() for line in lines).strip()
    if "\n\n" not in text:
        return text.replace("\n", "\n\n")
    return re.sub(r"\n{3,}", "\n\n", text)
