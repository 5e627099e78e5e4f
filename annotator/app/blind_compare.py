"""What the blind sample shows: how sets made without suggestions differ from the models', and from what became of them.

Sets are compared in the names that the schema has today. A model is compared as its newest run has the article now.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from annotator.app.blind_pairs import Pair, Said, Thing, pairs
from annotator.model.annotation import Annotator
from annotator.store.project import Project
from annotator.store.statistics import Wanted


class Difference(msgspec.Struct, frozen=True):
    """How the spans, or the relations, of one set differ from those of an earlier or another one."""

    added: int
    removed: int
    changed: int


class BlindDifference(msgspec.Struct, frozen=True, kw_only=True):
    """What seeing the suggestions changed in one article, and how the blind set differs from each model's.

    `by_seeing` leads from the blind set to the one that stands; `from_models` from the blind set to a model's, where
    changed is what lies on the same places under another label, or links the same places otherwise.
    """

    article: int
    annotator: int
    spans: int  # in the blind set
    relations: int
    by_seeing: Difference
    relations_by_seeing: Difference
    from_models: dict[Annotator, Difference]
    relations_from_models: dict[Annotator, Difference]


class ModelRow(msgspec.Struct, frozen=True):
    """How a model has what annotators marked blind as one label, or linked by one type.

    Of the `marked` in articles that the model has seen, it has some alike, some otherwise (the same words under
    another label, the same words linked by another type), and some are missing. `only_model` is what it has under
    this label where the annotator marked or linked nothing.
    """

    thing: Thing
    label: str
    model: Annotator
    marked: int
    alike: int
    otherwise: int
    missing: int
    only_model: int


class SeeingRow(msgspec.Struct, frozen=True):
    """What became, after the suggestions were seen, of what was marked blind as one label or linked by one type.

    Of the `marked` some were kept as they were, changed in label, place or attributes, or removed. `added` is what
    came under this label afterwards, `accepted` how many of these are suggestions that were accepted or changed.
    """

    thing: Thing
    label: str
    marked: int
    kept: int
    changed: int
    removed: int
    added: int
    accepted: int


class BlindSummary(msgspec.Struct, frozen=True, kw_only=True):
    """All blind sets together: how many articles and annotators, spans ahead of relations, by label and model."""

    articles: int
    annotators: int
    models: list[ModelRow]
    seeing: list[SeeingRow]


def blind_differences(project: Project) -> Iterator[BlindDifference]:
    """Every article that somebody finished blind, by article and annotator."""
    for end, spans, relations in pairs(project, Wanted()):
        yield BlindDifference(
            article=end.article,
            annotator=end.annotator,
            spans=len(spans.before),
            relations=len(relations.before),
            by_seeing=_by_seeing(spans),
            relations_by_seeing=_by_seeing(relations),
            from_models=_from_models(spans),
            relations_from_models=_from_models(relations),
        )


def _by_seeing(pair: Pair) -> Difference:
    told = Counter(what for _, what in _seen(pair))
    return Difference(told["added"], told["removed"], told["changed"])


def _from_models(pair: Pair) -> dict[Annotator, Difference]:
    return {model: _from_model(pair, said) for model, said in pair.models.items()}


def _from_model(pair: Pair, said: list[Said]) -> Difference:
    own, theirs = ({each.key: each.place for each in some} for some in (pair.before.values(), said))
    only_own = {key: place for key, place in own.items() if key not in theirs}
    only_theirs = {key: place for key, place in theirs.items() if key not in own}
    changed = len(set(only_own.values()) & set(only_theirs.values()))
    return Difference(len(only_theirs) - changed, len(only_own) - changed, changed)


def blind_summary(
    project: Project, wanted: Wanted | None = None, *, unless: Callable[[], bool] = lambda: False
) -> BlindSummary:
    """What was finished blind, by all or one, in a range of days, by label and model. Reads every such article.

    When `unless`, asked before each, says that nobody waits any more, it is what was read so far.
    """
    models: Counter[tuple[Thing, str, Annotator, str]] = Counter()
    seeing: Counter[tuple[Thing, str, str]] = Counter()
    articles, annotators = set(), set()
    for end, *both in pairs(project, wanted or Wanted()):
        if unless():
            break
        articles.add(end.article)
        annotators.add(end.annotator)
        for pair in both:
            models.update((pair.thing, label, model, what) for label, model, what in _had(pair))
            seeing.update((pair.thing, label, what) for label, what in _seen(pair))
    return BlindSummary(
        articles=len(articles),
        annotators=len(annotators),
        models=[_model_row(*key, models) for key in sorted({key[:3] for key in models}, key=_spans_first)],
        seeing=[_seeing_row(*key, seeing) for key in sorted({key[:2] for key in seeing}, key=_spans_first)],
    )


def _spans_first(key: tuple[Any, ...]) -> tuple[Any, ...]:
    return key[0] != "span", *key[1:]


def _had(pair: Pair) -> Iterator[tuple[str, Annotator, str]]:
    """Each thing that was marked blind, or that only a model has: its label, the model, and what is true of it."""
    own = {each.key: each for each in pair.before.values()}
    places = {each.place for each in own.values()}
    for model, said in pair.models.items():
        theirs = {each.key: each for each in said}
        their_places = {each.place for each in said}
        for key, each in own.items():
            otherwise = "otherwise" if each.place in their_places else "missing"
            yield each.label, model, "alike" if key in theirs else otherwise
        for each in theirs.values():
            if each.place not in places:
                yield each.label, model, "extra"


def _seen(pair: Pair) -> Iterator[tuple[str, str]]:
    """Each thing that was marked blind or came afterwards: its label, and what became of it."""
    for key, each in pair.before.items():
        after = pair.after.get(key)
        yield each.label, "removed" if after is None else "kept" if after.said == each.said else "changed"
    for key, each in pair.after.items():
        if key not in pair.before:
            yield each.label, "added"
            if each.is_accepted:
                yield each.label, "accepted"


def _model_row(
    thing: Thing, label: str, model: Annotator, counts: Counter[tuple[Thing, str, Annotator, str]]
) -> ModelRow:
    alike, otherwise, missing, only = (
        counts[thing, label, model, what] for what in ("alike", "otherwise", "missing", "extra")
    )
    return ModelRow(thing, label, model, alike + otherwise + missing, alike, otherwise, missing, only)


def _seeing_row(thing: Thing, label: str, counts: Counter[tuple[Thing, str, str]]) -> SeeingRow:
    kept, changed, removed, added, accepted = (
        counts[thing, label, what] for what in ("kept", "changed", "removed", "added", "accepted")
    )
    return SeeingRow(thing, label, kept + changed + removed, kept, changed, removed, added, accepted)


__all__ = [
    "BlindDifference",
    "BlindSummary",
    "Difference",
    "ModelRow",
    "SeeingRow",
    "blind_differences",
    "blind_summary",
]
