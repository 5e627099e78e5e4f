"""What is learned from: articles with what somebody says of them, and the part that is held out. No spaCy."""

import hashlib
from collections.abc import Iterable

import msgspec

from annotator.model.annotation import AnnotationSet
from annotator.model.article import Article
from annotator.model.errors import SuggestError

FEWEST = 5  # articles


class Lesson(msgspec.Struct, frozen=True):
    """An article, and the set of one annotator."""

    article: Article
    set: AnnotationSet


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """How to train. `base` is a pipeline (package, folder or blank:LANGUAGE), "" the best of the language.

    `held_out` is the share of the articles that is kept for measuring, `most_steps` how many batches are looked at
    before training ends at the latest, `told` a sentence on what was learned from.
    """

    name: str
    base: str = ""
    held_out: float = 0.2
    seed: int = 0
    most_steps: int = 800
    told: str = ""


class Halves(msgspec.Struct, frozen=True):
    """What to learn from, and what to measure with."""

    learned: list[Lesson]
    held: list[Lesson]


def split(lessons: Iterable[Lesson], share: float, seed: int) -> Halves:
    """Hold a share of the articles out, at least one; which, only their ids and the seed decide.

    All sets of an article are on one side. Raises SuggestError for too few articles.
    """
    every = list(lessons)
    ids = {each.article.id for each in every}
    if len(ids) < FEWEST:
        raise SuggestError("train.few", few(len(ids)))
    order = sorted(ids, key=lambda key: hashlib.sha256(f"{seed}:{key}".encode()).digest())
    held = set(order[: min(max(1, round(share * len(ids))), len(ids) - 1)])
    return Halves(
        [each for each in every if each.article.id not in held], [each for each in every if each.article.id in held]
    )


def few(articles: int) -> str:
    """The sentence for too few articles."""
    if articles > 1:
        return f"Only {articles} articles are done: finish at least {FEWEST}, then train."
    return f"{'Only one' if articles else 'No'} article is done: finish at least {FEWEST}, then train."
