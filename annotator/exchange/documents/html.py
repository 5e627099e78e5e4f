"""HTML in: a page is one article, its main text and what the page says of itself, found by trafilatura.

Nothing is fetched, no script runs. Where no main text is found, all that can be read is taken.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.exchange.documents.making import make_incoming, quiet, read_as
from annotator.exchange.documents.markup import decoded_markup, parsed, text_of
from annotator.exchange.languages import primary
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import whole

_MOST_SEARCHED = 3_000_000  # characters: beyond these two, the search for the main text takes minutes
_MOST_TAGS = 100_000
_DATA = re.compile(r"data:[\w/+.;=-]{0,100},[A-Za-z0-9+/=%]{200,}")  # pictures within the page
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_MAIN = "no main text was found: all that can be read was taken"
_LARGE = "too large to look for the main text: all that can be read was taken"
_DEEP = "nested too deeply: the text after that was left out"


class HtmlReader:
    """Reads a page that was saved as a file."""

    name = "html"
    title = "HTML pages"
    suffixes = (".html", ".htm", ".xhtml")
    general = True

    def fits(self, head: bytes) -> bool:
        """Any file that is called so may be a page."""
        del head
        return True

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """The page as one article; `meta` has author, date, outlet, url and language where the page names them."""
        markup, encoding = decoded_markup(whole(path, self.name), path, self.name, options.encoding)
        markup = _DATA.sub("", markup.removeprefix("\ufeff"))
        tree, complete = parsed(markup)
        language = _language(tree)
        notes = read_as(encoding) + (() if complete else (_DEEP,))
        small = len(markup) <= _MOST_SEARCHED and markup.count("<") <= _MOST_TAGS
        found = _main(markup) if small else None
        text = text_of(found.body) if found is not None and found.body is not None else ""
        if not text.strip():
            text = text_of(tree) if tree is not None else ""
            notes += (_NO_MAIN if small else _LARGE,)
        meta = {"encoding": encoding if encoding != "utf-8" else "", "language": language, **_said(found)}
        yield make_incoming(path, self.name, text, title=_title(found, tree), meta=meta, notes=notes)


def _language(tree: Any) -> str:  # noqa: ANN401  lxml has no types
    """What the page says of itself."""
    return "" if tree is None else primary(tree.get("lang") or tree.get(_XML_LANG))


def _main(markup: str) -> Any:  # noqa: ANN401  trafilatura has no types
    """What trafilatura finds, None when that is nothing or it fails."""
    import trafilatura

    with quiet("trafilatura", "htmldate", "charset_normalizer"):
        try:
            return trafilatura.bare_extraction(markup, include_comments=False, with_metadata=True)
        except Exception:  # whatever a page does to it: the text is read without
            return None


def _said(found: Any) -> dict[str, object]:  # noqa: ANN401
    if found is None:
        return {}
    return {"author": found.author, "date": found.date, "outlet": found.sitename, "url": found.url}


def _title(found: Any, tree: Any) -> str:  # noqa: ANN401
    if found is not None and found.title:
        return str(found.title)
    title = tree.find(".//title") if tree is not None else None
    return "" if title is None else str(title.text or "")


READER: Reader = HtmlReader()
