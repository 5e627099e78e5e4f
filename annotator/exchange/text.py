"""Plain text in: one file is one article, its title the first line where that looks like a headline."""

from collections.abc import Iterator
from pathlib import Path

from annotator.exchange.decode import NotTextError, decode
from annotator.exchange.foreign import clean
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.model.article import headline, make_article
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id

_LARGEST = 32 * 2**20  # bytes: ten times the Bible


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
        try:
            raw, encoding = decode(_content(path), options.encoding)
        except NotTextError as error:
            raise ExchangeError("text.encoding", f"{path} {error}: save it as UTF-8 and import it again.") from error
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


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            sentence = f"{path} has {size:,} bytes, too much for one article (at most {_LARGEST:,}): split it first."
            raise ExchangeError("text.large", sentence)
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise ExchangeError("text.open", f"{path} cannot be read: {why}.") from error


READER: Reader = TextReader()
