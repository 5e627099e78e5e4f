"""RSS and Atom files in: each entry is an article. feedparser reads the bytes of the file; nothing is fetched."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.exchange.documents.making import make_incoming, quiet, read_as
from annotator.exchange.documents.markup import decoded_markup, plain
from annotator.exchange.languages import primary
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import whole
from annotator.model.errors import ExchangeError

_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf", b"<channel", b"http://www.w3.org/2005/atom", b"http://purl.org/rss/")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]{0,100})(?![^<>]{0,2000}/>)")
_UNCLOSED = frozenset(("area", "br", "col", "hr", "img", "input", "li", "meta", "p", "td", "th", "tr"))
_DEEPEST = 500
_MOST_DAMAGED = 2_000_000  # characters
_DECLARATION = re.compile(r"^\s*<\?xml[^<>]*\?>")


class FeedReader:
    """Reads the entries of a feed that was saved as a file."""

    name = "feed"
    title = "RSS and Atom feeds"
    suffixes = (".rss", ".atom", ".rdf", ".xml")

    def fits(self, head: bytes) -> bool:
        """A feed names itself near its beginning."""
        start = head.replace(b"\x00", b"").lower()
        return any(root in start for root in _ROOTS)

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """An article an entry, with author, date, url, language, and the feed's title as outlet."""
        markup, encoding = decoded_markup(whole(path, self.name), path, self.name, options.encoding)
        markup = markup.removeprefix("\ufeff")
        if _ENTITY.search(markup):
            sentence = f"{path} declares entities, which a feed does not need and can do harm: remove them first."
            raise ExchangeError("feed.entities", sentence)
        _check_shape(markup, path)
        found = _parsed(markup, path)
        if not found.entries:
            why = "has no entries in it" if found.get("version") else "is no RSS or Atom feed"
            raise ExchangeError("feed.empty", f"{path} {why}: there is nothing to import.")
        notes = read_as(encoding)
        if found.bozo:
            notes = (*notes, "the feed's XML is damaged: some of it may be missing")
        for number, entry in enumerate(found.entries, start=1):
            yield _read(path, f"{path}, entry {number}", found.feed, entry, notes)


def _check_shape(markup: str, path: Path) -> None:
    """Raise ExchangeError for what would keep feedparser busy for hours: nesting, and damage in a large file."""
    from xml.parsers.expat import ExpatError, ParserCreate  # entities were refused before

    depths = _Depths(path)
    parser = ParserCreate("utf-8")  # whatever encoding a second declaration names
    parser.StartElementHandler, parser.EndElementHandler = depths.start, depths.end
    try:
        parser.Parse(_DECLARATION.sub("", markup, count=1).encode("utf-8", "replace"), True)
    except ExpatError as error:
        if len(markup) > _MOST_DAMAGED:
            sentence = f"{path} is damaged and too large to be mended ({error}). Save it again."
            raise ExchangeError("feed.damaged", sentence) from error
        for tag in _TAG.finditer(markup):
            (depths.end if tag[1] else depths.start)(tag[2])


class _Depths:
    """How deep elements lie within others."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._depth = 0

    def start(self, tag: str, *_: object) -> None:
        self._depth += tag.lower() not in _UNCLOSED
        if self._depth > _DEEPEST:
            raise ExchangeError("feed.deep", f"{self._path} is nested too deeply for a feed: remove that first.")

    def end(self, tag: str) -> None:
        self._depth -= tag.lower() not in _UNCLOSED


def _parsed(markup: str, path: Path) -> Any:  # noqa: ANN401  feedparser has no types
    import feedparser

    # The line feed hides a second declaration, in a damaged one of which feedparser looks for the encoding for minutes.
    data = b"\n" + _DECLARATION.sub("", markup, count=1).encode("utf-8", "replace")
    headers = {"content-type": "application/xml; charset=utf-8"}
    with quiet("feedparser"):
        try:
            return feedparser.parse(
                io.BytesIO(data), response_headers=headers, resolve_relative_uris=False, sanitize_html=True
            )
        except (Exception, RecursionError) as error:  # whatever a damaged feed does to it
            sentence = f"{path} is damaged and cannot be read as a feed ({error}). Save it again."
            raise ExchangeError("feed.damaged", sentence) from error


def _read(path: Path, place: str, feed: Any, entry: Any, notes: tuple[str, ...]) -> Incoming | Refused:  # noqa: ANN401
    text = _text(entry)
    if not text.strip():
        return Refused(place, "The entry has no text.")
    outlet = (entry.get("source") or {}).get("title") or feed.get("title")
    meta = {
        "author": entry.get("author"),
        "date": _day(entry),
        "outlet": plain(str(outlet or "")),
        "url": entry.get("link"),
        "language": primary(entry.get("language") or feed.get("language") or feed.get("xml_lang")),
        "source_id": entry.get("id"),
    }
    made = make_incoming(path, "feed", text, title=plain(str(entry.get("title") or "")), meta=meta, notes=notes)
    return Incoming(made.article, (), place, made.notes)


def _text(entry: Any) -> str:  # noqa: ANN401
    """The longest of the contents, else the summary."""
    contents = [str(each.get("value") or "") for each in entry.get("content") or ()]
    texts = [plain(each) for each in (*contents, str(entry.get("summary") or "")) if each]
    return max(texts, key=len, default="")


def _day(entry: Any) -> str:  # noqa: ANN401
    """The day it was published, as 2026-11-24, else as it stands."""
    # not entry.get, which takes one for the other and warns
    moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    if moment:
        return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}"
    return str(dict.get(entry, "published") or dict.get(entry, "updated") or "")


READER: Reader = FeedReader()
