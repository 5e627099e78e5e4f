"""What every writer does with an article before it goes out: it is checked, and numbers that are none are left out."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from annotator.exchange.checks import verify_set, verify_text
from annotator.exchange.finite import finite
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Outgoing, WriteOptions, paced
from annotator.model.article import Article
from annotator.model.errors import ExchangeError

_encode = msgspec.json.Encoder(order="sorted").encode


def ready(item: Outgoing, losses: LossReport) -> Outgoing:
    """The item, checked against its text, with finite numbers only. Raises ExchangeError where it is damaged."""
    verify_text(item.article)
    for each in item.sets:
        verify_set(item.article, each)
    return finite(item, losses)


def ready_items(
    items: Iterable[Outgoing], target: Path, options: WriteOptions, losses: LossReport
) -> Iterator[Outgoing]:
    """Each item made ready, with progress reported. Raises CancelledError as soon as the options say so."""
    return (ready(item, losses) for item in paced(items, target, options))


@contextmanager
def encodable(article: Article) -> Iterator[None]:
    """Turn the error of a text that cannot be encoded into ExchangeError with the article's title."""
    try:
        yield
    except UnicodeEncodeError as error:
        sentence = f"The article “{article.title}” has a note or value that is no valid text: {error}."
        raise ExchangeError("export.encode", f"{sentence} Type it again.") from error


def json_text(value: object) -> str:
    """The value as JSON with sorted keys, the same one each time; "" for what is empty."""
    return _encode(value).decode() if value else ""
