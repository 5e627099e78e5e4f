"""Articles that nobody wrote: seeded, with a vocabulary after Zipf, and annotation sets with so many spans."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np

from annotator import files
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span, Status
from annotator.model.article import Article, make_article
from annotator.model.ids import new_id
from annotator.model.schema import Schema
from annotator.model.schema_file import read_schema
from annotator.store import annotators, articles, sets
from annotator.store.project import Project, create_project

WORDS = 400  # an article
PERSON = Annotator(name="Bench")
MODEL = Annotator(name="bench_model", kind="model", version="1")
_COMMON = (
    "the of to and a in that is for on was with said he as by it at from his be an have are has not will but they "
    "who their we had been this one or which were more its government minister year would new about up after people "
    "when out there also could two first than into other last time over some can party company tax court police "
    "state world plan between week city health water school bank money report group vote deal home under against "
    "most next while before because only now office law price work public market told made many where trade member "
    "country council port"
)
_NAMES = (
    "London NATO Ukraine Reuters Monday Paris Keir Brussels Senate Ysolde Marr Osei Tom Ada Kenya Beijing "
    "Parliament Berlin October Lagos Novak Toyota Danube Geneva Aubrey Treasury"
)
_SYLLABLES = ("ba", "ter", "con", "mi", "lo", "ra", "den", "sti", "pro", "ver", "na", "tion", "ing", "ed", "al", "pu")
_VOCABULARY = 20_000
_EXPONENT = 1.05
_BATCH = 1000


@cache
def vocabulary() -> "tuple[list[str], np.ndarray]":
    """The words, the most frequent first, and how often each and those before it come, to 1."""
    draw = np.random.default_rng(1)
    made = ("".join(draw.choice(_SYLLABLES, draw.integers(2, 5))) for _ in range(_VOCABULARY * 2))
    names = iter(_NAMES.split())
    known = [
        word
        for at, common in enumerate(_COMMON.split())
        for word in (common, *(islice(names, 1) if at % 4 == 3 else ()))
    ]
    words = list(dict.fromkeys([*known, *names, *made]))[:_VOCABULARY]
    weights = 1.0 / np.arange(1, len(words) + 1) ** _EXPONENT
    return words, np.cumsum(weights / weights.sum())


def text(words: int, seed: int) -> str:
    """A headline and paragraphs of sentences, so many words in all."""
    known, sums = vocabulary()
    draw = np.random.default_rng(seed)
    chosen = [known[min(at, len(known) - 1)] for at in np.searchsorted(sums, draw.random(words)).tolist()]
    lengths = iter(draw.integers(6, 28, words // 6 + 2).tolist())
    head = chosen[:8]
    parts, at, sentences = [" ".join(head).capitalize()], len(head), 0
    while at < words:
        sentence = chosen[at : at + next(lengths)]
        sentence[0] = sentence[0][:1].upper() + sentence[0][1:]
        gap = "\n\n" if sentences % 4 == 0 else " "
        parts.append(gap + " ".join(sentence) + ".")
        at, sentences = at + len(sentence), sentences + 1
    return "".join(parts)


def article(seed: int, words: int = WORDS) -> Article:
    """An article with a headline, an outlet and a date; the same seed gives the same text."""
    body = text(words, seed)
    date = f"{2000 + seed % 25}-{1 + seed % 12:02}-{1 + seed % 28:02}"
    meta = {"outlet": f"Synthetic Wire {seed % 9}", "date": date, "language": "en"}
    return make_article(id=new_id(), title=body.partition("\n")[0], text=body, meta=meta)


def many(count: int, words: int = WORDS, *, start: int = 0) -> Iterator[Article]:
    """So many articles, of different seeds."""
    return (article(seed, words) for seed in range(start, start + count))


@cache
def schema_toml() -> str:
    """The news schema as a file."""
    return files.resource("schemas", "news.toml").read_text(encoding="utf-8")


@cache
def schema() -> Schema:
    """The news schema."""
    return read_schema(schema_toml())


_LABELS = ("PERSON", "ORG", "GPE", "DATE", "ROLE", "MONEY", "CUE", "MENTION", "PLEDGE", "QUOTE")
_LENGTHS = {"PLEDGE": 9, "QUOTE": 20}


def annotated(
    source: Article, spans: int, *, seed: int, by: Annotator = PERSON, status: Status = "done"
) -> AnnotationSet:
    """A set with so many spans, spread over the article: mostly names, some pledges and quotes that overlap them."""
    draw = np.random.default_rng(seed)
    places = [match.span() for match in re.finditer(r"\w+", source.text)]
    starts = np.sort(draw.choice(len(places), spans, replace=False)).tolist()
    kinds = draw.choice(len(_LABELS), spans, p=[0.2, 0.15, 0.15, 0.1, 0.1, 0.05, 0.1, 0.09, 0.03, 0.03]).tolist()
    lengths = draw.integers(1, 4, spans).tolist()
    made: dict[str, Span] = {}
    for first, kind, length in zip(starts, kinds, lengths, strict=True):
        label = _LABELS[kind]
        last = min(first + _LENGTHS.get(label, length) - 1, len(places) - 1)
        start, end = places[first][0], places[last][1]
        span = Span(
            id=new_id(),
            label=label,
            fragments=((start, end),),
            text=source.text[start:end],
            attributes=schema().defaults_of_label(label),
            score=None if by.kind == "person" else 0.9,
        )
        made[span.id] = span
    return AnnotationSet(annotator=by, state=SetState(status=status), spans=made)


def fill(project: Project, items: Iterable[Article], spans: int = 0, *, suggested: int = 0) -> list[int]:
    """Put articles into a project, each with so many spans by the person, and by the model; their numbers."""
    seqs: list[int] = []
    rest = iter(items)
    person, model = annotators.add(project, PERSON), annotators.add(project, MODEL) if suggested else 0
    while batch := list(islice(rest, _BATCH)):
        with project.writing() as db:
            numbers = articles.add(project, batch)
            for seq, each in zip(numbers, batch, strict=True):
                for count, by, number in ((spans, PERSON, person), (suggested, MODEL, model)):
                    if count:
                        status: Status = "in progress" if suggested else "done"
                        found = annotated(each, count, seed=seq + 7919 * number, by=by, status=status)
                        sets.write_set(db, found, article=seq, annotator=number, step=None)
            seqs.extend(numbers)
    return seqs


def make_project(path: Path, items: Iterable[Article] = (), spans: int = 0, *, suggested: int = 0) -> Path:
    """A project file with articles, closed; see `fill`."""
    with create_project(path, schema_toml()) as project:
        fill(project, items, spans, suggested=suggested)
    return path
