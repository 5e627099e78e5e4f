"""Plain text in: one file is one article, its title the first line where that looks like a headline."""

from collections.abc import Iterator
from pathlib import Path

from annotator.exchange.foreign import clean
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import decoded, whole
from annotator.model.article import headline, make_article
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id


class TextReader:
    """Reads a text file in whatever encoding it is."""

    name = "text"
    title = "Plain text"
    suffixes = (".txt", ".text")
    general = True

    def fits(self, head: bytes) -> bool:
        """Any file may be text."""
        del head
        return True

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """The file as one article; `meta` names the file, and its encoding unless it is UTF-8."""
        raw, encoding = decoded(whole(path, self.name), path, self.name, options.encoding)
        normalised = clean(raw)
        if not normalised.text.strip():
            raise ExchangeError("text.empty", f"{path} has no text in it: there is nothing to import.")
        meta: dict[str, str | int | float | bool | None] = {"source": path.name}
        notes = list(normalised.changes)
        if encoding != "utf-8":
            meta["encoding"] = encoding
            notes.append(f"read as {encoding}")
        title = headline(normalised.text) or ""
        article = make_article(id=new_id(), title=title, text=normalised.text, meta=meta)
        yield Incoming(article=article, sets=(), place=str(path), notes=tuple(notes))


READER: Reader = TextReader()
