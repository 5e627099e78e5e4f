"""Suggestions for texts that are in no project: JSON lines in, lines of the JSONL export out, one for one."""

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from annotator.exchange.jsonl_row import Row, make_row
from annotator.model.article import Article, first_line, headline
from annotator.model.schema import Schema
from annotator.model.text import normalise, text_hash
from annotator.suggest.annotate import BATCH_SIZE, Failure, suggest
from annotator.suggest.pipeline import Pipeline


class Line(msgspec.Struct, frozen=True):
    """What a line asks: a text, and what the answer is to be called; without an id its number, from 1."""

    text: str
    id: str | int | None = None


class Refusal(msgspec.Struct, frozen=True):
    """A line that has no answer: what it was called, and why."""

    id: str
    error: str


def read(lines: Iterable[bytes], pipeline: Pipeline, schema: Schema) -> Iterator[Row | Refusal]:
    """One answer for each line that is not blank, in their order, some lines at a time.

    The text of an answer is the line's, normalised as every import is; offsets are of that. A line that is no
    JSON object with a text, and a text on which the pipeline fails, give a Refusal.
    """
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    while chunk := list(islice(numbered, BATCH_SIZE)):
        asked = [_asked(number, line) for number, line in chunk]
        articles = [each for each in asked if isinstance(each, Article)]
        outcomes = iter(suggest([each.text for each in articles], pipeline, schema))
        for each in asked:
            if isinstance(each, Refusal):
                yield each
                continue
            outcome = next(outcomes)
            yield Refusal(each.id, outcome.sentence) if isinstance(outcome, Failure) else make_row(each, (outcome,))


_line = msgspec.json.Decoder(Line).decode


def _asked(number: int, line: bytes) -> Article | Refusal:
    try:
        asked = _line(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Refusal(str(number), f'Line {number} is not a JSON object with a "text": {error}.')
    text = normalise(asked.text).text
    return Article(
        id=str(asked.id) if asked.id is not None else str(number),
        title=headline(text) or first_line(text),
        text=text,
        sha256=text_hash(text),
    )
