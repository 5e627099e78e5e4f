"""XML of the news industry in: read piece by piece, and never trusted.

Entities that a file declares are refused, a DOCTYPE may be there and is never fetched. Of the file only the
elements that are asked for are kept, one at a time, with their names and attributes without namespaces.
"""

import re
from collections.abc import Collection, Iterator
from html.entities import html5
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder, tostring  # only to build and write: expat is defused

from annotator.exchange.decode import marked_encoding
from annotator.exchange.documents.markup import plain
from annotator.exchange.reading import unreadable
from annotator.model.errors import ExchangeError

LARGEST = 32 * 2**20  # bytes from one item to the next
_CHUNK = 2**16  # bytes
_DEEPEST = 200  # elements within elements
_ENTITIES = {name.removesuffix(";"): text for name, text in html5.items() if name.endswith(";")}
_BEFORE_ROOT = r"\s|(?><\?.*?\?>)|(?><!--.*?-->)|(?><!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)"
_PROLOG = re.compile(rf"(?:{_BEFORE_ROOT})*+<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL)
_AS_HTML = {
    "hl1": "h1",
    "hl2": "h2",
    "bq": "blockquote",
    "block": "div",
    "note": "div",
    "fn": "div",
    "media": "video",  # is passed over, with its captions
    "nitf-table": "table",
    "tagline": "p",
}


def root_name(head: bytes) -> str:
    """The name of the outermost element, without its prefix; "" when the beginning of the file does not tell."""
    text = head.decode(marked_encoding(head) or "utf-8", "ignore").lstrip("\ufeff")
    found = _PROLOG.match(text)
    return found[1] if found else ""


def elements(path: Path, name: str, wanted: Collection[str], encoding: str | None = None) -> Iterator[Element]:
    """Each element of these names that lies in no other such, as soon as it is complete.

    Raises ExchangeError `<name>.xml`, `.entities`, `.large`, `.deep`, `.encoding` or `.open`, also in the middle.
    """
    from xml.parsers.expat import ExpatError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    collector = _Collector(path, name, wanted)
    try:
        parser = DefusedXMLParser(target=collector, encoding=encoding)
        parser.entity.update(_ENTITIES)
        with path.open("rb") as file:
            yield from _fed(file, parser, collector)
    except DefusedXmlException as error:
        sentence = f"{path} declares entities, which news does not need and can do harm: remove them first."
        raise ExchangeError(f"{name}.entities", sentence) from error
    except (ParseError, ExpatError) as error:
        sentence = f"{path} is damaged, or no XML: {error}. Get the file again, or mend it."
        raise ExchangeError(f"{name}.xml", sentence) from error
    except (LookupError, ValueError) as error:
        sentence = f"{path} is in an encoding that XML cannot be read in ({error}): save it as UTF-8."
        raise ExchangeError(f"{name}.encoding", sentence) from error
    except OSError as error:
        raise unreadable(path, name, error) from error


def _fed(file, parser, collector: "_Collector") -> Iterator[Element]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    since = 0
    while chunk := file.read(_CHUNK):
        since += len(chunk)
        parser.feed(chunk)
        if collector.done:
            since = 0
            yield from collector.taken()
        collector.check(since)
    parser.close()
    yield from collector.taken()


class _Collector:
    """What expat tells, kept as far as it lies in a wanted element."""

    def __init__(self, path: Path, name: str, wanted: Collection[str]) -> None:
        self._path = path
        self._name = name
        self._wanted = wanted
        self._depth = self._outer = 0
        self._builder: TreeBuilder | None = None
        self.done: list[Element] = []

    def taken(self) -> list[Element]:
        """What is complete; it is forgotten here."""
        done, self.done = self.done, []
        return done

    def check(self, size: int) -> None:
        """Raise ExchangeError when so many bytes have brought no item to its end."""
        if size > LARGEST:
            sentence = f"{self._path} has more than {LARGEST:,} bytes for one item, too much for an article."
            raise ExchangeError(f"{self._name}.large", f"{sentence} Split it first.")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            sentence = f"{self._path} is nested too deeply for news: get the file again, or mend it."
            raise ExchangeError(f"{self._name}.deep", sentence)
        tag = _local(tag)
        if self._builder is None and tag in self._wanted:
            self._builder, self._outer = TreeBuilder(), self._depth
        if self._builder is not None:
            self._builder.start(tag, {_local(key): value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        if self._builder is not None:
            self._builder.end(_local(tag))
            if self._depth == self._outer:
                self.done.append(self._builder.close())
                self._builder = None
        self._depth -= 1

    def data(self, text: str) -> None:
        if self._builder is not None:
            self._builder.data(text)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def words(element: Element | None) -> str:
    """All text in an element, on one line; "" for none."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def first(element: Element, *paths: str) -> Element | None:
    """The first element with text in it, by the first of the paths that leads to one."""
    return next((each for path in paths for each in element.iterfind(path) if words(each)), None)


def attribute(element: Element, path: str, *names: str) -> str:
    """The first of these attributes that an element of the path has; "" when none has one."""
    return next((said for each in element.iterfind(path) for name in names if (said := each.get(name, "").strip())), "")


def readable(element: Element) -> str:
    """The readable text of an element of NITF or XHTML: paragraphs with a blank line between. Changes its tags."""
    for each in element.iter():
        each.tag = _AS_HTML.get(each.tag, each.tag)
    element.tag, element.tail = "div", None
    return plain(tostring(element, encoding="unicode", method="html"))
