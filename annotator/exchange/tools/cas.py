"""UIMA CAS in and out, as XMI and as JSON, for INCEpTION: one file for each article and annotator.

An export is a folder: annotation/ARTICLE/ANNOTATOR.xmi, and TypeSystem.xml, by which other tools read XMI. Of
archives that INCEpTION exports (`.zip`), each CAS is read. See `layers` for the layers that are ours.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from annotator.exchange.files_out import folder_out, write_losses
from annotator.exchange.losses import LossKind, LossReport
from annotator.exchange.lost import Lost
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer
from annotator.exchange.ready import encodable, ready_items
from annotator.exchange.tools.cas_json import JsonMaker, is_cas, read_json
from annotator.exchange.tools.cas_types import type_system
from annotator.exchange.tools.cas_xmi import is_types, read_xmi, write_xmi
from annotator.exchange.tools.layers import Page
from annotator.exchange.tools.layers_in import read_pages
from annotator.exchange.tools.layers_out import Pages
from annotator.exchange.tools.names import FOLDERS, NOBODY, Names, stems
from annotator.model.article import Article

TYPES = "TypeSystem.xml"
NOT_IN_XML = LossKind("xml_characters", "article with control characters, which XML cannot hold")

_HEAD = 4096  # bytes by which a description of types is known
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class CasReader:
    """Reads one of the two ways to write a CAS down."""

    def __init__(self, name: str, title: str, suffixes: tuple[str, ...], read: Callable[[bytes], Page]) -> None:
        self.name = name
        self.title = title
        self.suffixes = suffixes
        self._read = read

    def fits(self, head: bytes) -> bool:
        """Whether a file begins as a CAS of this kind does; a description of its types counts, and has no articles."""
        if self.name == "xmi":
            return b"http://www.omg.org/XMI" in head or is_types(head)
        return is_cas(head)

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """The article of the file, or one of each file in an archive."""
        return read_pages(path, self.name, self.suffixes, self._page, options)

    def _page(self, data: bytes) -> Page | None:
        return None if is_types(data[:_HEAD]) else self._read(data)


class CasWriter:
    """Writes one of the two ways to write a CAS down."""

    suffix = ""
    one_set = False
    needs_spacy = False

    def __init__(self, name: str, title: str, ending: str) -> None:
        self.name = name
        self.title = title
        self._ending = ending

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One article after another, each in a folder of its own."""
        losses = LossReport()
        pages, names = Pages(options.schema), Names()
        encode = JsonMaker(options.schema).write if self.name == "cas-json" else _xmi
        with folder_out(target) as folder:
            for item in ready_items(items, target, options, losses):
                name = names.article(item.article)
                place = folder / FOLDERS[0] / name
                place.mkdir(parents=True)
                if self.name == "xmi":
                    _count_unfit(item.article, losses)
                with encodable(item.article):
                    for stem, page in _pages(item, pages):
                        (place / f"{stem}{self._ending}").write_bytes(encode(page, name))
            (folder / TYPES).write_text(type_system(options.schema), encoding="utf-8")
        write_losses(losses, target)
        return losses


def _pages(item: Outgoing, pages: Pages) -> Iterator[tuple[str, Page]]:
    """The page of each set with the stem of its file; an article without sets goes out alone."""
    if not item.sets:
        yield NOBODY, pages.page(item.article, None)
    for stem, each in zip(stems([each.annotator for each in item.sets]), item.sets, strict=True):
        yield stem, pages.page(item.article, each)


def _xmi(page: Page, name: str) -> bytes:
    if _NOT_IN_XML.search(page.text):
        page.text = _NOT_IN_XML.sub("\ufffd", page.text)
        del page.document["sha256"]
    return write_xmi(page, name).encode("utf-8")


def _count_unfit(article: Article, losses: LossReport) -> None:
    """The article stays as long as it was, so its spans keep their places."""
    if found := _NOT_IN_XML.search(article.text):
        place = f"{found.start()}-{found.end()}"
        Lost(losses, article.title).add(NOT_IN_XML, place, "replaced by U+FFFD, from here on")


XMI_READER: Reader = CasReader("xmi", "UIMA CAS XMI (INCEpTION)", (".xmi", ".xml"), read_xmi)
JSON_READER: Reader = CasReader("cas-json", "UIMA CAS JSON (INCEpTION)", (".json",), read_json)
XMI_WRITER: Writer = CasWriter("xmi", "UIMA CAS XMI (INCEpTION)", ".xmi")
JSON_WRITER: Writer = CasWriter("cas-json", "UIMA CAS JSON (INCEpTION)", ".json")
