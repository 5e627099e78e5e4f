from pathlib import Path

import msgspec
import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from annotator import files
from annotator.model.annotation import AnnotationSet, SpanKey
from annotator.model.rules import set_problems
from annotator.model.schema import Schema
from annotator.model.text import normalise
from annotator.model.trailer import trailer_start
from annotator.suggest import annotate
from annotator.suggest.annotate import Failure, Outcome, suggest
from annotator.suggest.describe import model_annotator
from annotator.suggest.pipeline import Pipeline, wrap

SEED = files.dataset("seed", "uk-france-missiles.txt")


def one(text: str, pipeline: Pipeline, schema: Schema) -> AnnotationSet:
    (outcome,) = suggest([text], pipeline, schema)
    assert isinstance(outcome, AnnotationSet), outcome
    return outcome


def keys(outcome: Outcome) -> set[SpanKey]:
    assert isinstance(outcome, AnnotationSet), outcome
    return {span.key for span in outcome.spans.values()}


def said(outcome: Outcome) -> list[tuple[str, str]]:
    assert isinstance(outcome, AnnotationSet), outcome
    return [(span.label, span.text) for span in outcome.spans.values()]


def test_the_seed_article_has_its_people_places_and_sums(small: Pipeline, schema: Schema) -> None:
    text = SEED.read_text(encoding="utf-8")
    found = one(text, small, schema)
    wanted = {("PERSON", "Keir Starmer"), ("GPE", "United States"), ("MONEY", "€140 billion"), ("DATE", "2027")}
    assert wanted <= set(said(found))
    assert not list(set_problems(schema, found, text))


def test_a_set_names_its_model_and_schema_version_and_is_done(ruled: Pipeline, schema: Schema) -> None:
    (found,) = suggest(["Norland"], ruled, schema, schema_version=7)
    assert isinstance(found, AnnotationSet)
    assert found.annotator == model_annotator(ruled.info, ruled.recipe, schema)
    assert (found.schema_version, found.state.status) == (7, "done")
    assert all(span.score is None for span in found.spans.values())


def test_a_blank_pipeline_finds_nothing_and_says_so(schema: Schema) -> None:
    assert said(one("Ada Brill is in Norland.", wrap(spacy.blank("en")), schema)) == []


@pytest.mark.parametrize(
    "text",
    [
        "🚢🚢 Norland 👩‍👩‍👧 Ada Brill\u2028Monday",
        "\u202bאדה ב Norland ביום Monday \u202c",
        "\n\n  Norland\n\tAda Brill\n",
        "e\u0301clair Norland",
    ],
)
def test_offsets_hold_whatever_stands_before(text: str, ruled: Pipeline, schema: Schema) -> None:
    found = one(text, ruled, schema)
    assert said(found)
    assert all(text[span.start : span.end] == span.text for span in found.spans.values())


def test_nothing_is_suggested_in_a_trailer(small: Pipeline, schema: Schema) -> None:
    body = "Ada Brill met the mayor of London on Monday, and they spoke of the harbour and its future."
    text = f"{body}\n\nRelated stories: • France agrees • Ada Brill in Berlin"
    start = trailer_start(text)
    assert any(ent.start_char > start for ent in small.nlp(text).ents)
    found = one(text, small, schema)
    assert said(found)
    assert all(span.end <= start for span in found.spans.values())


def test_a_label_that_the_schema_does_not_map_is_left_out(schema: Schema) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "CARDINAL", "pattern": "three"}])
    assert said(one("three", wrap(nlp), schema)) == []


def test_a_mapping_for_the_pipeline_goes_before_the_general_one(ruled_nlp: Language, schema: Schema) -> None:
    own = msgspec.structs.replace(schema, mapping={**schema.mapping, "mine": {"GPE": "LOC"}})
    assert said(one("Norland", wrap(ruled_nlp, name="mine"), own)) == [("LOC", "Norland")]
    assert said(one("Norland", wrap(ruled_nlp, name="other"), own)) == [("GPE", "Norland")]


@Language.component("fails_at_boom")
def fails_at_boom(doc: Doc) -> Doc:
    if "BOOM" in doc.text:
        raise RuntimeError("went off")
    return doc


def test_an_article_that_fails_does_not_stop_the_others(ruled_nlp: Language, schema: Schema) -> None:
    ruled_nlp.add_pipe("fails_at_boom")
    texts = ["Norland", "BOOM", "Ada Brill", "BOOM", "Monday"] * 5
    outcomes = list(suggest(texts, wrap(ruled_nlp), schema, batch_size=7))
    failed = [text for text, outcome in zip(texts, outcomes, strict=True) if isinstance(outcome, Failure)]
    assert failed == ["BOOM"] * 10
    good = [said(outcome)[0][1] for outcome in outcomes if isinstance(outcome, AnnotationSet)]
    assert good == [text for text in texts if text != "BOOM"]
    assert {outcome.sentence for outcome in outcomes if isinstance(outcome, Failure)} == {
        "The pipeline “en_pipeline 0.0.0” failed on this article: went off"
    }


def test_an_article_longer_than_the_pipeline_takes_is_read_in_parts(ruled: Pipeline, schema: Schema) -> None:
    text = "\n\n".join(f"🙂 {number}. On Monday, Ada Brill left Norland." for number in range(50))
    whole = one(text, ruled, schema)
    ruled.nlp.max_length = 120
    with pytest.raises(ValueError, match="E088"):
        ruled.nlp(text)
    assert keys(one(text, ruled, schema)) == keys(whole)
    assert len(whole.spans) == 150


def test_several_processes_find_what_one_does(ruled: Pipeline, schema: Schema) -> None:
    texts = [f"{'x ' * number}Norland and Ada Brill" for number in range(30)]
    alone = [keys(outcome) for outcome in suggest(texts, ruled, schema)]
    shared = [keys(outcome) for outcome in suggest(texts, ruled, schema, batch_size=4, n_process=2)]
    assert shared == alone


def test_texts_are_taken_only_as_they_are_read(ruled: Pipeline, schema: Schema) -> None:
    taken = iter(range(1000))
    outcomes = suggest((f"Norland {number}" for number in taken), ruled, schema, batch_size=4)
    next(outcomes)
    assert next(taken) == 4


def test_a_long_run_leaves_no_words_behind(ruled: Pipeline, schema: Schema, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotate, "KNOWN_WORDS", len(ruled.nlp.vocab) + 100)
    before = len(ruled.nlp.vocab.strings)
    list(suggest((f"Norland qwx{number} zrt{number}" for number in range(1000)), ruled, schema))
    assert before < len(ruled.nlp.vocab.strings) < before + 500


WORDS = [
    "Norland",
    "Keir Starmer",
    "London",
    "Monday",
    "$5 million",
    "the US",
    "Related Sources:",
    "• ",
    "Apple's",
    '"',
]
PIECES = st.one_of(st.sampled_from([*WORDS, "\n", "\n\n", " ", "🙂", "שלום", "\u2028"]), st.text(max_size=6))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=25))
def test_whatever_the_text_each_span_is_a_slice_of_one_paragraph(
    pieces: list[str], small: Pipeline, schema: Schema
) -> None:
    text = normalise("".join(pieces)).text
    found = one(text, small, schema)
    assert not list(set_problems(schema, found, text))
    for span in found.spans.values():
        assert 0 <= span.start < span.end <= trailer_start(text)
        assert "\n" not in span.text
        assert span.text == span.text.strip()


def test_the_sample_articles_can_all_be_read(small: Pipeline, schema: Schema) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(files.dataset()).rglob("*.txt"))]
    assert texts
    outcomes = list(suggest((normalise(raw).text for raw in texts), small, schema))
    assert all(isinstance(outcome, AnnotationSet) for outcome in outcomes)
