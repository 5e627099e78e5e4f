"""A page that was written, read again: the text of each section and how many marks begin in it."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

_PIECE = 1 << 20  # characters
Section = tuple[str, int]


class _Sections(HTMLParser):
    """Takes down what stands in each `<div class="text">`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._inside = False
        self._text: list[str] = []
        self._marks = 0
        self.done: list[Section] = []
        self.is_whole = False  # the page's own end was met

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A section begins, or a mark in it."""
        kinds = (dict(attrs).get("class") or "").split()
        if tag == "div" and "text" in kinds:
            self._inside, self._text, self._marks = True, [], 0
        elif self._inside and tag == "i" and "tag" in kinds:
            self._marks += 1

    def handle_endtag(self, tag: str) -> None:
        """A section ends."""
        self.is_whole = tag == "html"
        if self._inside and tag == "div":
            self.done.append(("".join(self._text), self._marks))
            self._inside = False

    def handle_data(self, data: str) -> None:
        """Text of the article, or around it."""
        if self._inside:
            self._text.append(data)


def sections(path: Path) -> Iterator[Section]:
    """Each section of a page, in constant memory."""
    parser = _Sections()
    with path.open(encoding="utf-8", newline="") as file:
        while piece := file.read(_PIECE):
            parser.feed(piece)
            yield from parser.done
            parser.done.clear()
        parser.close()
        yield from parser.done
    if not parser.is_whole:
        raise ValueError("it has no end")
