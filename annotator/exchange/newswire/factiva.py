"""Factiva exports in: one HTML page or RTF document with many articles, each ending with “Document” and its number.

See `factiva_article` for one article; both layouts of the archive are read, with the codes of the fields and without.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from annotator.exchange.documents.markup import decoded_markup, parsed, text_of
from annotator.exchange.newswire.archive import document_text, glance, paragraphs
from annotator.exchange.newswire.factiva_article import CODES, Fields, from_lines, is_length, story
from annotator.exchange.newswire.story import incoming
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import whole
from annotator.model.errors import ExchangeError

_LARGEST = 64 * 2**20  # bytes of a page: a hundred articles, and the style sheets of the site
_NUMBER = r"(?:Document|Dokument|Documento|Documents?|Документ)\s+([A-Za-z]{2,10}\w{0,12}\d{8}\w{4,16})"
_END = re.compile(rf"^[ \t]*(?:AN[ \t]*\|[ \t]*)?{_NUMBER}[ \t|]*$", re.MULTILINE)
_SEEN = re.compile(rb"class=[\"'](?:article )?[a-z]{2,6}Article[\"']|" + _NUMBER.encode())
_ARTICLE = re.compile(r"(?:^|\s)[a-z]{2,6}Article(?:\s|$)")
_INNER = frozenset(("div", "p", "pre"))
_FEW = 6  # pieces of text: the first cell of a row of ours has one or two
_HEADLINE = re.compile(r"Headline$")


class FactivaReader:
    """Reads an export, an article at a time."""

    name = "factiva"
    title = "Factiva exports (HTML, RTF)"
    suffixes = (".html", ".htm", ".rtf")

    def fits(self, head: bytes) -> bool:
        """Whether an article is in sight; the beginning of a file does not always tell: see `fits_file`."""
        return _SEEN.search(head) is not None

    def fits_file(self, path: Path, head: bytes) -> bool:
        """Whether the page or document has the marks of an export."""
        return not head.startswith(b"PK") and _SEEN.search(glance(path)) is not None

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """An article each, with all that the archive says of it."""
        found = _in_rtf(path, options) if _is_rtf(path) else _in_html(path, options)
        number = 0
        for number, (fields, notes) in enumerate(found, start=1):
            place = f"{path}, article {number}"
            made = story(fields)
            made.notes = notes if number == 1 else ()
            yield incoming(made, path, self.name, place)
        if not number:
            sentence = f"{path} has no article in it that ends with “Document” and a number, as Factiva's do."
            raise ExchangeError("factiva.kind", f"{sentence} Import it as --format html or rtf, or export it again.")


def _is_rtf(path: Path) -> bool:
    return glance(path).startswith(b"{\\rtf")


def _in_rtf(path: Path, options: ReadOptions) -> Iterator[tuple[Fields, tuple[str, ...]]]:
    text, notes = document_text(path, "factiva", options)
    start = 0
    for end in _END.finditer(text):
        lines = text[start : end.start()].split("\n")
        start = end.end()
        yield {**_rows(lines), "AN": end[1]}, notes


def _rows(lines: list[str]) -> Fields:
    """The fields of lines such as `HD|The headline|`, where the value may go on; else those of lines by their order."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        before, bar, after = line.partition("|")
        if bar and before.strip() in CODES:
            code, line = before.strip(), after
        if code:
            fields.setdefault(code, []).append(line.strip().removesuffix("|"))
    if "HD" in fields:
        return {code: paragraphs(value) for code, value in fields.items()}
    return from_lines([line.strip() for line in lines if line.strip()])


def _in_html(path: Path, options: ReadOptions) -> Iterator[tuple[Fields, tuple[str, ...]]]:
    markup, _ = decoded_markup(whole(path, "factiva", _LARGEST), path, "factiva", options.encoding)
    tree, complete = parsed(markup.removeprefix("\ufeff"))
    notes = () if complete else ("nested too deeply: the text after that was left out",)
    articles: list[Any] = []

    def take(element: Any) -> bool:  # noqa: ANN401
        if _is_article(element):
            articles.append(element)
        return _is_article(element)

    _walk(tree, take)
    for article in articles:
        yield _cells(article) or _blocks(article), notes


def _walk(root: Any, take: Callable[[Any], bool]) -> None:  # noqa: ANN401  lxml has no types
    """Offer it each element below, in order; what lies in one that it takes is passed over."""
    from lxml import etree

    taken = None
    for event, element in etree.iterwalk(root, events=("start", "end")) if root is not None else ():
        if event == "end":
            taken = None if element is taken else taken
        elif taken is None and element is not root and take(element):
            taken = element


def _is_article(element: Any) -> bool:  # noqa: ANN401
    return element.tag == "div" and _ARTICLE.search(element.get("class") or "") is not None


def _cells(article: Any) -> Fields:  # noqa: ANN401  lxml has no types
    """The fields of a table with the code in the first cell of each row; none where there is no such table."""
    fields: Fields = {}

    def take(row: Any) -> bool:  # noqa: ANN401
        cells = [each for each in row if each.tag in ("td", "th")] if row.tag == "tr" else []
        code = "".join(islice(cells[0].itertext(), _FEW)).strip() if len(cells) > 1 else ""
        if code in CODES:
            fields[code] = text_of(cells[1])
        return row.tag == "tr" and code in CODES

    _walk(article, take)
    return fields if "HD" in fields else {}


def _blocks(article: Any) -> Fields:  # noqa: ANN401
    """The fields of the layout without codes: the headline, author and paragraphs are named by their class."""
    blocks = _Blocks()
    _walk(article, blocks.take)
    return blocks.fields()


class _Blocks:
    """What stands in an article, as it is met."""

    def __init__(self) -> None:
        self._title = self._author = self._number = ""
        self._lines: list[str] = []  # before the text
        self._text: list[str] = []

    def take(self, element: Any) -> bool:  # noqa: ANN401
        """Keep what it says, if it is a block by itself."""
        kind = element.get("class") or ""
        if element.tag not in ("div", "p", "pre", "span"):
            return False
        if kind.startswith("articleParagraph"):
            self._text.append(text_of(element))
        elif "author" in kind.split():
            self._author = text_of(element)
        elif element.tag == "span" and _HEADLINE.search(kind):
            self._title = self._title or text_of(element)
        elif element.tag == "span" or any(map(_is_block, element.iterdescendants())):
            return False
        else:
            self._add_line(text_of(element))
        return True

    def _add_line(self, line: str) -> None:
        if found := _END.match(line):
            self._number = found[1]
        elif line and not self._text:
            self._lines.append(line)

    def fields(self) -> Fields:
        """Lines that are neither headline nor author but come before the number of words name the section."""
        lines = [line for line in self._lines if line != self._title]
        words = next((at for at, line in enumerate(lines) if is_length(line)), None)
        fields = {"TD": "\n\n".join(lines)} if words is None else from_lines([self._title or "-", *lines[words:]])
        text = "\n\n".join(each for each in self._text if each) or fields.get("TD", "")
        said = {"HD": self._title, "BY": self._author, "SE": " ".join(lines[: words or 0]), "AN": self._number}
        return {**fields, **said, "TD": text}


def _is_block(element: Any) -> bool:  # noqa: ANN401
    """Whether what holds it is more than a line by itself."""
    return element.tag in _INNER or (element.tag == "span" and bool(_HEADLINE.search(element.get("class") or "")))


READER: Reader = FactivaReader()
