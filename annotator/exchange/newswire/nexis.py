"""LexisNexis and Nexis Uni exports in: one Word or RTF document with many articles.

Each article ends with “End of Document”. Before the first there may be a cover page and a table of contents. See
`nexis_article` for one article.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.exchange.newswire.archive import document_text, glance
from annotator.exchange.newswire.nexis_article import read_article
from annotator.exchange.newswire.story import incoming
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.model.errors import ExchangeError

_ENDS = ("end of document", "ende des dokuments", "fin du document", "einde van document", "fin del documento")
_END = re.compile(rf"^[ \t\u00a0]*(?:{'|'.join(_ENDS)})[ \t\u00a0]*$", re.IGNORECASE | re.MULTILINE)
_LOOSE_END = re.compile(rf"(?:{'|'.join(_ENDS)})[ \t\u00a0]*$", re.IGNORECASE | re.MULTILINE)
_SEEN_END = re.compile("|".join(_ENDS).encode(), re.IGNORECASE)
_SEEN_LABEL = re.compile(
    rb"(?m)(?:Load-Date|Length|Byline|Section|Job Number|L.{1,6}nge|Longueur|Lengte):|^\s*Body\s*$"
)


class NexisReader:
    """Reads an export, an article at a time."""

    name = "nexis"
    title = "LexisNexis and Nexis Uni exports (Word, RTF)"
    suffixes = (".docx", ".rtf")

    def fits(self, head: bytes) -> bool:
        """The beginning of a document does not tell: see `fits_file`."""
        return head.startswith(b"{\\rtf") and _is_export(head)

    def fits_file(self, path: Path, head: bytes) -> bool:
        """Whether the document has the marks of an export."""
        return head.startswith((b"PK", b"{\\rtf")) and _is_export(glance(path))

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """An article each, with outlet, day and all that the archive says of it; cover and contents are left out."""
        text, notes = document_text(path, self.name, options)
        number = start = 0
        for number, end in enumerate(_ends(text), start=1):
            place = f"{path}, article {number}"
            lines = text[start : end.start()].split("\n")
            start = end.end()
            story = read_article(lines, first=number == 1)
            if story is None:
                yield Refused(place, "Neither “Body” nor “Length” was found in it: is it an article?")
                continue
            story.notes += notes if number == 1 else ()
            yield incoming(story, path, self.name, place)
        if not number:
            sentence = f"{path} has no “End of Document” in it, with which Nexis ends each article."
            raise ExchangeError("nexis.kind", f"{sentence} Import it as --format docx or rtf, or export it again.")
        if rest := text[start:].strip():
            yield Refused(f"{path}, after article {number}", f"{len(rest):,} characters after the last article's end.")


def _ends(text: str) -> Iterator[re.Match[str]]:
    """The end markers: those on a line of their own, or, where none is, those at the end of a line."""
    return (_END if _END.search(text) else _LOOSE_END).finditer(text)


def _is_export(content: bytes) -> bool:
    return _SEEN_END.search(content) is not None and _SEEN_LABEL.search(content) is not None


READER: Reader = NexisReader()
