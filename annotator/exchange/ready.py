"""What every writer does with an article before it goes out: it is checked, and numbers that are none are left out."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from annotator.exchange.checks import verify_set, verify_text
from annotator.exchange.finite import finite
from annotator.exchange.losses import Loss, LossKind, LossReport
from annotator.exchange.protocols import Outgoing
from annotator.model.article import Article
from annotator.model.errors import ExchangeError

TEXT = LossKind("text", "article text")
META = LossKind("meta", "metadata of an article")
VERDICTS = LossKind("verdicts", "verdict on a suggestion")

_encode = msgspec.json.Encoder(order="sorted").encode


def ready(item: Outgoing, losses: LossReport) -> Outgoing:
    """The item, checked against its text, with finite numbers only. Raises ExchangeError where it is damaged."""
    verify_text(item.article)
    for each in item.sets:
        verify_set(item.article, each)
    return finite(item, losses)


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


def lose_text(article: Article, losses: LossReport) -> None:
    """Report that the text does not go out."""
    losses.add(TEXT, Loss(article=article.title, place=f"0-{len(article.text)}", done="left out"))


def lose_verdicts(item: Outgoing, losses: LossReport) -> None:
    """Report the verdicts, which only the program's own format holds."""
    for each in item.sets:
        for verdict in each.verdicts.values():
            place = f"{verdict.kind} by {each.annotator}"
            losses.add(VERDICTS, Loss(article=item.article.title, place=place, done="left out"))
