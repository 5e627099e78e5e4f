import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import annotator.suggest.factories  # noqa: F401  it registers the component
from annotator import files
from annotator.model.annotation import AnnotationSet
from annotator.model.rules import set_problems
from annotator.model.schema import Schema
from annotator.suggest.annotate import suggest
from annotator.suggest.names.roles import BEFORE
from annotator.suggest.names.same import SAME_NAME
from annotator.suggest.pipeline import Pipeline, wrap
from annotator.suggest.recipe import ENTITIES
from annotator.suggest.said import SPANS

LABELS = {"PERSON": "Ada Brill", "GPE": "Norland", "ORG": "President Brill", "DATE": "May"}


@pytest.fixture(scope="session")
def ruled_names() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": each, "pattern": name} for each, name in LABELS.items()])
    nlp.add_pipe("names")
    return nlp


def test_it_works_in_anybodys_pipeline(ruled_names: Language) -> None:
    doc = ruled_names("Norland President Ada Brill left. Then Brill came back.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Norland", "GPE"),
        ("Ada Brill", "PERSON"),
        ("Brill", "PERSON"),
    ]
    assert [(span.text, span.label_) for span in doc.spans["names"]] == [("Norland President", "ROLE")]
    assert Doc(ruled_names.vocab).from_bytes(doc.to_bytes()).user_data.keys() == doc.user_data.keys()


def test_a_suggestion_tells_the_rule_that_found_it(ruled_names: Language, schema: Schema) -> None:
    text = "Norland President Ada Brill left. Then Brill came back."
    (found,) = suggest([text], wrap(ruled_names, recipe=ENTITIES), schema)
    assert isinstance(found, AnnotationSet)
    notes = {(span.label, span.text): span.note for span in found.spans.values()}
    assert notes == {
        ("GPE", "Norland"): "",
        ("PERSON", "Ada Brill"): "",
        ("PERSON", "Brill"): SAME_NAME,
        ("ROLE", "Norland President"): BEFORE,
    }


def test_the_headline_of_the_seed_article_does_not_mislead_the_small_model(small: Pipeline, schema: Schema) -> None:
    text = files.dataset("seed", "uk-france-missiles.txt").read_text(encoding="utf-8")
    (found,) = suggest([text], small, schema)
    assert isinstance(found, AnnotationSet)
    in_headline = {(span.label, span.text) for span in found.spans.values() if span.start < text.index("\n")}
    assert in_headline == {("GPE", "UK"), ("GPE", "France"), ("GPE", "Ukraine")}
    roles = {span.text for span in found.spans.values() if span.label == "ROLE"}
    before = {"British Prime Minister", "French President", "NATO Secretary General", "Russian President"}
    assert roles == before | {"former US President", "Ukrainian President", "US President"}


def test_a_language_without_a_lexicon_and_an_empty_text_keep_what_they_have() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Ada Brill"}])
    nlp.add_pipe("names")
    doc = nlp("Le président Ada Brill. Brill part.")
    assert [ent.text for ent in doc.ents] == ["Ada Brill"]
    assert SPANS not in doc.user_data
    assert not spacy.blank("en").add_pipe("names")(spacy.blank("en")("")).ents


PIECES = st.sampled_from(
    [
        *LABELS.values(),
        "president",
        "the",
        "former",
        "of",
        "and",
        "’s",
        ",",
        "\n",
        "“",
        ".",
        "-",
        "Brill",
        "BRILL",
        " ",
        "é",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=4)).map(" ".join))
def test_no_text_whatever_fails_or_gives_a_span_that_breaks_a_rule(
    ruled_names: Language, schema: Schema, text: str
) -> None:
    (found,) = suggest([text.replace("\r", " ").replace("\0", " ")], wrap(ruled_names, recipe=ENTITIES), schema)
    assert isinstance(found, AnnotationSet), found
    assert not list(set_problems(schema, found, text.replace("\r", " ").replace("\0", " ")))
