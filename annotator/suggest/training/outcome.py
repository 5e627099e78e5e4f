"""What came of a training: figures before and after on the articles that were held out. No spaCy."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from annotator.model.annotation import AnnotationSet, Fragments

Keys = set[tuple[str, Fragments]]


class Score(msgspec.Struct, frozen=True):
    """How many spans were found, how many of them rightly, how many there are."""

    right: int = 0
    found: int = 0
    there: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 0.0


class LabelOutcome(msgspec.Struct, frozen=True):
    """One label; `speaks` says that from now on the trained model finds it, and not what found it before."""

    label: str
    before: Score
    after: Score
    speaks: bool = True


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What was trained, on how much, and how good it is; `losses` are sentences on what could not be learned from."""

    name: str
    base: str
    learned_from: int  # articles
    held_out: int
    steps: int
    seconds: float
    labels: list[LabelOutcome]
    losses: list[str] = []


def scores(pairs: Iterable[tuple[AnnotationSet, AnnotationSet]]) -> dict[str, Score]:
    """Per label: spans of the second of each pair that have label and fragments of one of the first."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for truth, said in pairs:
        wanted, got = _keys(truth), _keys(said)
        there.update(label for label, _ in wanted)
        found.update(label for label, _ in got)
        right.update(label for label, _ in wanted & got)
    return {label: Score(right[label], found[label], there[label]) for label in there | found}


def _keys(of: AnnotationSet) -> Keys:
    return {(span.label, span.fragments) for span in of.spans.values()}
