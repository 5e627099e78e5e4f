"""The readable text of HTML: paragraphs with a blank line between, items of lists and rows of tables as lines.

Parsed by lxml, walked without recursion; scripts and the like are passed over, nothing is fetched.
"""

import codecs
import re
from pathlib import Path
from typing import Any

from annotator.exchange.decode import NotTextError, decode, marked_encoding
from annotator.exchange.reading import decoded

_BLOCKS = """address article aside blockquote body caption center div dl fieldset figcaption figure footer form h1 h2 h3
h4 h5 h6 head header hr list main ol p pre quote section table ul"""
_PARAGRAPHS = frozenset(_BLOCKS.split())
_LINES = frozenset(("br", "dd", "dt", "li", "tr", "lb", "item", "row", "option"))
_CELLS = frozenset(("td", "th", "cell"))
_NO_TEXT = """audio button canvas embed iframe math nav noscript object script select style svg template textarea title
video"""
_UNREAD = frozenset(_NO_TEXT.split())
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_AS_ON_THE_WEB = {"iso8859-1": "cp1252", "ascii": "cp1252"}  # whatwg encoding.spec: what browsers take them for
_NO_CHARSETS = frozenset(("idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"))
_HEAD = 4096  # bytes in which an encoding is declared


def decoded_markup(data: bytes, path: Path, name: str, encoding: str | None) -> tuple[str, str]:
    """The text of HTML or XML and its encoding: as given or marked, UTF-8, as declared, or guessed."""
    if encoding is None and marked_encoding(data) is None and (declared := _declared(data)):
        try:
            return decode(data, declared)
        except NotTextError:  # it lies
            pass
    return decoded(data, path, name, encoding)


def _declared(data: bytes) -> str | None:
    """The encoding that the head names, unless the file is UTF-8 whatever it says."""
    found = _DECLARED.search(data[:_HEAD])
    if found is None or (b"\x1b" not in data and _is_utf8(data)):
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return None if name in _NO_CHARSETS else _AS_ON_THE_WEB.get(name, name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def parsed(markup: str) -> tuple[Any, bool]:
    """The tree (None when there is nothing), and whether it is all of it: what lies too deep is cut off."""
    from lxml import etree

    parser = etree.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None, not markup.strip()
    return tree, not any(each.level_name == "FATAL" for each in parser.error_log)


def plain(markup: str) -> str:
    """The text of a piece of HTML, such as the summary of a feed's entry; plain text stays as it is."""
    tree, _ = parsed(markup)
    return "" if tree is None else text_of(tree)


def text_of(tree: Any) -> str:  # noqa: ANN401  lxml has no types
    """The readable text of an lxml tree of HTML, or of the TEI-like one that trafilatura makes."""
    from lxml import etree

    writing = _Writing()
    unread = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if event == "start":
            unread += tag in _UNREAD
            if not unread:
                writing.open(tag, element.text)
        else:
            if not unread:
                writing.close(tag)
            unread -= tag in _UNREAD
            if not unread and element is not tree:
                writing.words(element.tail)
    return writing.text()


class _Writing:
    """Text as it grows: white space as one space, breaks as strong as the strongest asked for."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._break = 0  # line feeds due before the next word
        self._cell = False
        self._kept = 0  # elements whose line feeds count

    def open(self, tag: str, text: str | None) -> None:
        self._boundary(tag)
        self._kept += tag == "pre"
        self.words(text)

    def close(self, tag: str) -> None:
        self._kept -= tag == "pre"
        self._boundary(tag)
        if tag in _CELLS:
            self._cell = True

    def _boundary(self, tag: str) -> None:
        if tag in _PARAGRAPHS and not self._in_cell(tag):
            self._break = 2
        elif tag in _LINES:
            self._break = max(self._break, 1)

    def _in_cell(self, tag: str) -> bool:
        """Whether the boundary is only that of a paragraph right after a cell has ended."""
        return self._cell and tag != "table"

    def words(self, text: str | None) -> None:
        """Add running text."""
        if not text:
            return
        for number, line in enumerate(text.split("\n") if self._kept else [text]):
            if number:
                self._break = max(self._break, 1)
            self._add(_SPACE.sub(" ", line))

    def _add(self, piece: str) -> None:
        if self._break or not self._out or self._out[-1].endswith(" "):
            piece = piece.lstrip(" ")
        if not piece:
            return
        if self._out and self._break:
            self._out[-1] = self._out[-1].rstrip(" ")
            self._out.append("\n" * self._break)
        elif self._cell and piece != " ":
            self._out.append("| " if self._out and self._out[-1].endswith(" ") else " | ")
        elif self._cell:
            return
        self._break, self._cell = 0, False
        self._out.append(piece)

    def text(self) -> str:
        return "".join(self._out).strip()
