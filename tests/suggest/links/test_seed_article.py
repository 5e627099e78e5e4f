"""The seed article opens with its direct quotes, who speaks them, and who that is."""

import pytest

from annotator import files
from annotator.model.annotation import AnnotationSet
from annotator.model.schema_file import read_schema
from annotator.suggest.annotate import suggest
from annotator.suggest.pipeline import Pipeline


@pytest.fixture(scope="module")
def found(linking: Pipeline, news_toml: str, seed_text: str) -> AnnotationSet:
    (outcome,) = suggest([seed_text], linking, read_schema(news_toml))
    assert isinstance(outcome, AnnotationSet)
    return outcome


def linked(found: AnnotationSet, kind: str, head: str) -> list[str]:
    """The words that relations of a type lead to from a span."""
    every = (each for each in found.relations.values() if (each.type, each.head) == (kind, head))
    return [each.tail for each in every]


def test_each_direct_quote_has_its_speaker_and_it_is_told_who_that_is(found: AnnotationSet) -> None:
    said = {}
    for quote in found.spans.values():
        if quote.label == "QUOTE" and quote.attributes["type"] == "direct":
            (speaker,) = linked(found, "speaker", quote.id)
            names = [found.spans[each].text for each in linked(found, "coref", speaker)]
            said[quote.text[:25]] = found.spans[speaker].text, names
    assert said == {
        '"We are determined to act': ("he", ["Starmer"]),
        '"We cannot finish this jo': ("Volodymyr Zelensky", []),
    }


def test_nothing_is_suggested_in_the_headline_that_is_no_name(found: AnnotationSet) -> None:
    end = len(files.dataset("seed", "uk-france-missiles.txt").read_text(encoding="utf-8").split("\n")[0])
    names = {each.text for each in found.spans.values() if each.label in {"PERSON", "ORG", "GPE"} and each.end <= end}
    assert names == {"UK", "France", "Ukraine"}
