"""What all readers of documents share: the one article that comes of a file."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from annotator.exchange.foreign import clean
from annotator.exchange.protocols import Incoming
from annotator.model.article import Meta, headline, make_article
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id

_LONGEST = 1000  # code points of a title or a piece of metadata


def read_as(encoding: str) -> tuple[str, ...]:
    """The note on an encoding other than UTF-8."""
    return () if encoding == "utf-8" else (f"read as {encoding}",)


def one_line(value: object) -> str:
    """A title or a piece of metadata: on one line, nothing in it that no text may hold, not endless."""
    return clean(" ".join(str(value or "")[: 4 * _LONGEST].split())[:_LONGEST]).text


def make_incoming(
    path: Path,
    name: str,
    raw: str,
    *,
    title: str = "",
    meta: Mapping[str, object] | None = None,
    notes: tuple[str, ...] = (),
) -> Incoming:
    """The article of a file that is one. `meta` may hold empty values, which are left out.

    Raises ExchangeError `<name>.empty` when there is no text.
    """
    text = clean(raw.strip())
    if not text.text.strip():
        raise ExchangeError(f"{name}.empty", f"{path} has no text in it: there is nothing to import.")
    kept: Meta = {"source": path.name}
    kept.update({key: line for key, value in (meta or {}).items() if (line := one_line(value))})
    title = one_line(title) or headline(text.text) or ""
    article = make_article(id=new_id(), title=title, text=text.text, meta=kept)
    return Incoming(article=article, sets=(), place=str(path), notes=(*notes, *text.changes))


@contextmanager
def quiet(*loggers: str) -> Iterator[None]:
    """Without the warnings of a library, which would go to the terminal: what matters is in the notes."""
    before = {name: logging.getLogger(name).level for name in loggers}
    try:
        for name in loggers:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)
