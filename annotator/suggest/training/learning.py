"""The training itself: spaCy's own loop on the processor, measured before and after on what was held out."""

import io
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from annotator.model.annotation import AnnotationSet
from annotator.model.errors import SuggestError
from annotator.model.schema import Schema
from annotator.suggest.annotate import Failure, suggest
from annotator.suggest.available import Learned, PipelineInfo, find
from annotator.suggest.pipeline import load
from annotator.suggest.recipe import FULL
from annotator.suggest.training.assembling import assemble, describe, tell_scores
from annotator.suggest.training.docs import DocMaker, Material, material
from annotator.suggest.training.learner import Learner, spoken
from annotator.suggest.training.lessons import Halves, Lesson, Wish, split
from annotator.suggest.training.outcome import Answer, Fit, LabelOutcome, Outcome, Score, Scoring

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

PROGRESS = "annotator.progress.v1"
Told = Callable[[str, int, int, float], None]  # the stage, steps done and at most, the score so far


def learn(lessons: Sequence[Lesson], schema: Schema, wish: Wish, work: Path, told: Told, scoring: Scoring) -> Outcome:
    """Train, and leave the pipeline in `work/model`; other things that lie in `work` are of no use afterwards.

    `told` is called often, and may raise to end it; `scoring` counts what is found before and after. Raises
    SuggestError for too little to learn from, for a base that cannot be loaded, and where spaCy fails.
    """
    began = time.monotonic()
    halves = split(lessons, wish.held_out, wish.seed)
    base = find(wish.base, language=schema.language or "en")
    wanted = material(halves.learned, schema, spoken(base, schema))
    if wanted.is_empty:
        raise SuggestError("train.nothing", "There is no span in the articles to learn from: mark some, then train.")
    told("measuring", 0, wish.most_steps, 0.0)
    exam = _Exam(halves.held, schema, scoring)
    before = exam.figures(base.source)
    learner = Learner(base, wanted)
    maker = DocMaker(learner.nlp, wanted)
    steps = min(_train(learner, _examples(halves, maker, learner.nlp, work), wish, work, told), wish.most_steps)
    told("measuring", steps, wish.most_steps, 0.0)
    meta = describe(base, wish, halves)
    labels = _put_together(base, wanted, exam, meta, work, before)
    return Outcome(
        name=wish.name,
        base=str(base),
        learned_from=len({each.article.id for each in halves.learned}),
        held_out=len({each.article.id for each in halves.held}),
        steps=steps,
        seconds=time.monotonic() - began,
        labels=labels,
        losses=maker.sentences(),
    )


class _Exam:
    """The articles held out: how well a pipeline finds what was marked in them, with the rules beside it."""

    def __init__(self, held: Sequence[Lesson], schema: Schema, scoring: Scoring) -> None:
        self._held, self._scoring = held, scoring
        self.schema = schema

    def figures(self, source: str) -> dict[str, Fit]:
        """Read the articles as the window would. May raise SuggestError."""
        texts = {each.article.id: each.article.text for each in self._held}
        found = map(_set, suggest(texts.values(), load(source, recipe=FULL), self.schema))
        said = dict(zip(texts, found, strict=True))
        answers = (Answer(each.article.text, each.set, said[each.article.id]) for each in self._held)
        return self._scoring(self.schema, answers)


def _set(outcome: AnnotationSet | Failure) -> AnnotationSet:
    if isinstance(outcome, Failure):
        raise SuggestError(outcome.code, outcome.sentence)
    return outcome


def _examples(halves: Halves, maker: DocMaker, nlp: "Language", work: Path) -> "list[Example]":
    """Write the documents to where spaCy's loop reads them; those to learn from are given back as examples."""
    from spacy.tokens import DocBin
    from spacy.training import Example

    docs = {"train": list(map(maker.doc, halves.learned)), "dev": list(map(maker.doc, halves.held))}
    for part, found in docs.items():
        DocBin(docs=found).to_disk(work / f"{part}.spacy")
    return [Example(nlp.make_doc(doc.text), doc) for doc in docs["train"]]


def _train(learner: Learner, examples: "list[Example]", wish: Wish, work: Path, told: Told) -> int:
    """Train until it gets no better; the best state lies in `work/model-best`. The number of steps."""
    from spacy.training.loop import train
    from spacy.util import registry

    nlp = learner.make(lambda: examples)
    logger = _Logger(wish, told)
    registry.loggers.register(PROGRESS, func=lambda: logger)
    nlp.config.update(learner.settings(work, seed=wish.seed, most_steps=wish.most_steps, logger=PROGRESS))
    quiet = io.StringIO()
    try:
        train(nlp, work, stdout=quiet, stderr=quiet)
    except (ValueError, KeyError, TypeError) as error:
        why = " ".join(str(error).split()) or type(error).__name__
        raise SuggestError("train.failed", f"spaCy could not train on this: {why}") from error
    return logger.steps


class _Logger:
    """A logger as spaCy's loop wants one: it tells how far the training is."""

    def __init__(self, wish: Wish, told: Told) -> None:
        self._wish, self._told = wish, told
        self.steps, self._score = 0, 0.0

    def __call__(self, *_: object) -> tuple[Callable[[dict[str, Any] | None], None], Callable[[], None]]:
        return self._step, lambda: None

    def _step(self, info: dict[str, Any] | None) -> None:
        self.steps += 1
        if info is not None:
            self._score = max(self._score, float(info["score"] or 0.0))
        self._told("training", min(self.steps, self._wish.most_steps), self._wish.most_steps, self._score)


def _put_together(
    base: PipelineInfo, wanted: Material, exam: _Exam, meta: dict[str, Any], work: Path, before: dict[str, Fit]
) -> list[LabelOutcome]:
    """Join base and trained components; what got worse by the training stays as it was."""
    ours = {theirs: label for label, theirs in wanted.entities.items()}
    new = frozenset(wanted.entities) - set(spoken(base, exam.schema))
    everything = Learned(labels={**base.labels, **ours}, speaks=tuple(sorted({*new, *wanted.groups})))
    assemble(base, work, everything, meta, with_ner=bool(ours))
    after = exam.figures(str(work / "model"))
    with_ner = bool(ours) and _together(after, wanted.entities) >= _together(before, wanted.entities)
    kept = {label for label in wanted.groups if _f1(after, label) and _f1(after, label) >= _f1(before, label)}
    speaks = kept | (new if with_ner else set())
    if set(everything.speaks) != speaks or not with_ner:
        final = msgspec.structs.replace(
            everything, labels=everything.labels if with_ner else base.labels, speaks=tuple(sorted(speaks))
        )
        assemble(base, work, final, meta, with_ner=with_ner)
        after = exam.figures(str(work / "model"))
    learned = kept | (set(wanted.entities) if with_ner else set())
    names = [label.name for label in exam.schema.labels if label.name in {*wanted.entities, *wanted.groups}]
    labels = [
        LabelOutcome(name, before.get(name, Fit()), after.get(name, Fit()), speaks=name in learned) for name in names
    ]
    tell_scores(work, labels)
    return labels


def _f1(of: dict[str, Fit], label: str) -> float:
    return of.get(label, Fit()).exact.f1 or 0.0


def _together(of: dict[str, Fit], labels: Iterable[str]) -> float:
    found = [of.get(label, Fit()).exact for label in labels]
    return Score(sum(s.right for s in found), sum(s.found for s in found), sum(s.there for s in found)).f1 or 0.0
