"""Markdown in: a file is one article. Its front matter becomes metadata; how the text is read: `markdown_text`."""

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.exchange.documents.making import make_incoming, read_as
from annotator.exchange.documents.markdown_text import text_of
from annotator.exchange.foreign import clean
from annotator.exchange.languages import primary
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import decoded, whole

_LARGEST = 4 * 2**20  # bytes
_FRONT = re.compile(r"\s*---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
_LINE = re.compile(r"^([A-Za-z_]{1,40})[ \t]*:[ \t]+(\S.*)$", re.MULTILINE)
_KEPT = ("date", "author", "outlet", "url", "language")
_LONGEST_FRONT = 64 * 2**10  # characters


class MarkdownReader:
    """Reads Markdown without its signs: paragraphs, headings as lines, links as their words."""

    name = "markdown"
    title = "Markdown"
    suffixes = (".md", ".markdown")

    def fits(self, head: bytes) -> bool:
        """Any file that is called so may be Markdown."""
        del head
        return True

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """The file as one article; its title is that of the front matter, else the first heading."""
        raw, encoding = decoded(whole(path, self.name, _LARGEST), path, self.name, options.encoding)
        normalised = clean(raw)
        front, body = _parted(normalised.text)
        text, heading = text_of(body)
        meta = {key: front[key] for key in _KEPT if key in front}
        if "language" in meta:
            meta["language"] = primary(meta["language"])
        if encoding != "utf-8":
            meta["encoding"] = encoding
        left_out = sorted(front.keys() - {*_KEPT, "title"})
        notes = (*read_as(encoding), *normalised.changes)
        if left_out:
            notes = (*notes, f"left out of the front matter: {', '.join(left_out)}")
        yield make_incoming(path, self.name, text, title=front.get("title") or heading, meta=meta, notes=notes)


def _parted(text: str) -> tuple[dict[str, str], str]:
    """The `key: value` lines of the front matter, if the text begins with one, and the text after it."""
    start = _FRONT.match(text)
    end = _END.search(text, start.end(), start.end() + _LONGEST_FRONT) if start else None
    if start is None or end is None:
        return {}, text
    lines = _LINE.findall(text[start.end() : end.start()])
    return {key.lower(): _unquoted(value.strip()) for key, value in lines}, text[end.end() :]


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


READER: Reader = MarkdownReader()
