"""Word documents (.docx) in: a file is one article. Of tracked changes, what was inserted counts.

python-docx opens the package: entities are not resolved, external relationships not followed.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.exchange.documents.making import make_incoming
from annotator.exchange.languages import primary
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import whole
from annotator.model.errors import ExchangeError

_LARGEST = 128 * 2**20  # bytes of the file: pictures lie in it
_UNPACKED = 256 * 2**20  # bytes of all that is packed in it
_TEXT_PART = 48 * 2**20  # bytes of one part in XML
_PARTS = 10_000
_ZIP = b"PK\x03\x04"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same again for old programs
_UNREAD = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", _FALLBACK))
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_LEFT_OUT = {
    "footnoteReference": "footnotes were left out",
    "endnoteReference": "endnotes were left out",
    "txbxContent": "text boxes were left out",
    "del": "deleted text of tracked changes was left out",
    "commentReference": "comments were left out",
}


class DocxReader:
    """Reads the running text of a Word document, and its properties."""

    name = "docx"
    title = "Word documents"
    suffixes = (".docx",)
    general = True

    def fits(self, head: bytes) -> bool:
        """A Word document is a zip archive."""
        return head.startswith(_ZIP)

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """The document as one article: paragraphs with a blank line between, rows of tables as lines."""
        del options
        document, properties = _opened(path)
        meta = {
            "author": _said(properties, "author"),
            "language": primary(_said(properties, "language")),
            "created": str(_said(properties, "created"))[:10],
        }
        notes = tuple(note for tag, note in _LEFT_OUT.items() if next(document.iter(_W + tag), None) is not None)
        title = str(_said(properties, "title"))
        yield make_incoming(path, self.name, _text(document), title=title, meta=meta, notes=notes)


def _opened(path: Path) -> tuple[Any, Any]:
    """The tree of the document, which is lxml's, and its properties."""
    import docx

    data = whole(path, "docx", _LARGEST)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(path, archive.infolist())
        document = docx.Document(io.BytesIO(data))
        return document.element, document.core_properties
    except ExchangeError:
        raise
    except Exception as error:  # a damaged package fails in many ways
        sentence = f"{path} is damaged, or no Word document (.docx): {_reason(error)}. Save it again in Word."
        raise ExchangeError("docx.damaged", sentence) from error


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__


def _check_sizes(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    """Raise ExchangeError for a zip bomb: a part never gives more bytes than it says here."""
    unpacked = sum(part.file_size for part in parts)
    xml = max((part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels"))), default=0)
    if len(parts) > _PARTS or unpacked > _UNPACKED or xml > _TEXT_PART:
        sentence = f"{path} would be {unpacked:,} bytes unpacked, too much for one document: split it first."
        raise ExchangeError("docx.large", sentence)


def _said(properties: Any, name: str) -> Any:  # noqa: ANN401
    """A property, "" where there is none or it is not as it should be."""
    try:
        return getattr(properties, name) or ""
    except (AttributeError, ValueError):
        return ""


def _text(document: Any) -> str:  # noqa: ANN401  an lxml element
    """Walked without recursion; a paragraph within a cell is a part of the row's line."""
    from lxml import etree

    blocks = _Blocks()
    unread = 0
    for event, element in etree.iterwalk(document, events=("start", "end")):
        if event == "end":
            unread -= element.tag in _UNREAD
            if not unread:
                blocks.close(element.tag)
            continue
        unread += element.tag in _UNREAD
        if not unread:
            blocks.open(element)
    return blocks.text()


class _Blocks:
    """Paragraphs and tables as they are met."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._words: list[str] = []
        self._rows: list[list[list[str]]] = []  # of the table at hand: rows of cells of paragraphs
        self._tables = 0

    def open(self, element: Any) -> None:  # noqa: ANN401
        tag = element.tag
        if tag == f"{_W}tbl":
            self._tables += 1
        elif tag == f"{_W}tr":
            self._rows.append([])
        elif tag == f"{_W}tc" and self._rows:
            self._rows[-1].append([])
        elif tag == f"{_W}t":
            self._words.append(element.text or "")
        elif tag in _SIGNS and element.getparent().tag == f"{_W}r":  # a tab is also the name of a tab stop
            self._words.append(_SIGNS[tag])

    def close(self, tag: str) -> None:
        if tag == f"{_W}p":
            self._paragraph()
        elif tag == f"{_W}tbl":
            self._tables -= 1
            if not self._tables:
                self._table()

    def _paragraph(self) -> None:
        text = "".join(self._words).strip()
        self._words = []
        if text and self._tables and self._rows and self._rows[-1]:
            self._rows[-1][-1].append(text)
        elif text:
            self._blocks.append(text)

    def _table(self) -> None:
        lines = [" | ".join(" ".join(" ".join(cell).split("\n")) for cell in row if cell) for row in self._rows]
        self._rows = []
        if any(lines):
            self._blocks.append("\n".join(line for line in lines if line))

    def text(self) -> str:
        return "\n\n".join(self._blocks)


READER: Reader = DocxReader()
