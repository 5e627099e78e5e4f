"""The blind sample: articles in which suggestions are hidden until the annotator has finished.

The lead sets a share. Which articles it is depends on their ids and a seed kept in the project, so it is the same ones
for everybody; a larger share adds articles to those of a smaller one.
"""

from collections.abc import Iterator
from hashlib import blake2b

import msgspec

from annotator.model.annotation import AnnotationSet, Annotator
from annotator.store import blind as kept
from annotator.store import sets
from annotator.store.blind import BlindEnd
from annotator.store.project import Project

_WHOLE = 1 << 64


class Sample(msgspec.Struct, frozen=True):
    """Which articles are blind: a share in per cent, and the seed by which they are chosen."""

    share: float = 0.0
    seed: str = ""

    def holds(self, article_id: str) -> bool:
        """Whether an article is one of them."""
        return self.place(article_id) * 100 < self.share

    def place(self, article_id: str) -> float:
        """Where in [0, 1) an article falls; it is blind when that is below the share."""
        drawn = blake2b(article_id.encode(), digest_size=8, key=self.seed.encode()[:64]).digest()
        return int.from_bytes(drawn, "big") / _WHOLE


def sample_of(project: Project) -> Sample:
    """The project's sample; of no article where the lead has set none."""
    return Sample(*kept.share_and_seed(project))


def set_share(project: Project, share: float) -> Sample:
    """Make a share of the articles, in per cent, blind from now on. Raises ProjectError."""
    kept.set_share(project, min(max(share, 0.0), 100.0))
    return sample_of(project)


class SpanDifference(msgspec.Struct, frozen=True):
    """How one set of spans differs from an earlier one."""

    added: int
    removed: int
    changed: int


class BlindDifference(msgspec.Struct, frozen=True):
    """What seeing the suggestions changed in one article, and how the blind set differs from each model's."""

    article: int
    annotator: int
    spans: int  # in the blind set
    by_seeing: SpanDifference  # from the blind set to the one that stands
    from_models: dict[Annotator, SpanDifference]  # from the blind set to a model's, by label and fragments


def blind_differences(project: Project) -> Iterator[BlindDifference]:
    """Every article that somebody finished blind, by article and annotator."""
    for end in kept.ends(project):
        before = kept.set_at(project, end)
        after = sets.load(project, end.article, end.annotator) or before
        models = {each.annotator: _by_content(before, each) for each in sets.of_models(project, end.article)}
        yield BlindDifference(end.article, end.annotator, len(before.spans), _by_id(before, after), models)


def _by_id(before: AnnotationSet, after: AnnotationSet) -> SpanDifference:
    both = before.spans.keys() & after.spans.keys()
    changed = sum(_said(before, key) != _said(after, key) for key in both)
    return SpanDifference(len(after.spans) - len(both), len(before.spans) - len(both), changed)


def _said(found: AnnotationSet, key: str) -> tuple[object, ...]:
    span = found.spans[key]
    return span.key, span.attributes


def _by_content(before: AnnotationSet, model: AnnotationSet) -> SpanDifference:
    """Spans at the same place under another label are changed; what else is in one set only is added or removed."""
    own, theirs = ({span.key for span in each.spans.values()} for each in (before, model))
    only_own, only_theirs = own - theirs, theirs - own
    changed = len({key.fragments for key in only_own} & {key.fragments for key in only_theirs})
    return SpanDifference(len(only_theirs) - changed, len(only_own) - changed, changed)


__all__ = ["BlindDifference", "BlindEnd", "Sample", "SpanDifference", "blind_differences", "sample_of", "set_share"]
