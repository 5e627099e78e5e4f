"""What came of a training: figures before and after on the articles that were held out. No spaCy.

They are counted by whoever asks for the training (`Scoring`), so that there is one way of counting in the program.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from annotator.model.annotation import AnnotationSet
from annotator.model.schema import Schema


class Score(msgspec.Struct, frozen=True):
    """How many spans were found, how many of them rightly, how many there are; a share of nothing is None."""

    right: int = 0
    found: int = 0
    there: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found."""
        return self.right / self.there if self.there else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.found + self.there) if self.found + self.there else None


class Fit(msgspec.Struct, frozen=True):
    """The same pairs by two ways to match: on the same characters, and by an intersection over union from 0.5 on."""

    exact: Score = Score()
    close: Score = Score()


class LabelOutcome(msgspec.Struct, frozen=True):
    """One label; `speaks` says that from now on the trained model finds it, and not what found it before."""

    label: str
    before: Fit
    after: Fit
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


class Answer(NamedTuple):
    """An article that was held out: its text, what its annotator marked, and what a pipeline finds."""

    text: str
    wanted: AnnotationSet
    found: AnnotationSet


Scoring = Callable[[Schema, Iterable[Answer]], dict[str, Fit]]
"""Counts the answers of a pipeline, per label of the schema that occurs in them."""
