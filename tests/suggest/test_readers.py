import pytest
import spacy

from annotator.model.article import Article, make_article
from annotator.model.schema import Schema
from annotator.suggest import readers
from annotator.suggest.available import PipelineInfo, bare
from annotator.suggest.readers import Readers
from annotator.suggest.recipe import ENTITIES, FULL

OWN = PipelineInfo(name="own", source="own", language="en", components=("ner",))
DANISH = PipelineInfo(name="dansk", source="dansk", language="da", components=("ner",))


@pytest.fixture(autouse=True)
def two_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "installed", lambda: [OWN, DANISH])


def article(language: str | None) -> Article:
    return make_article(id="a", title="", text="Kell.", meta={"language": language})


@pytest.mark.parametrize(
    ("language", "name", "is_bare"),
    [
        (None, "own", False),
        ("en-GB", "own", False),
        ("da", "dansk", False),
        ("fr-CA", "blank:fr", True),
        ("ja", "blank:xx", True),
        ("../fr", "blank:xx", True),
    ],
)
def test_an_article_goes_to_the_pipeline_of_its_language_or_to_a_tokenizer(
    schema: Schema, language: str | None, name: str, is_bare: bool
) -> None:
    reader = Readers(OWN, FULL, schema).of(article(language))
    assert reader is not None
    assert (reader.info.name, reader.model.name, reader.is_bare) == (name, name, is_bare)


def test_where_only_entities_are_wanted_a_tokenizer_has_nothing_to_say(schema: Schema) -> None:
    own = Readers(OWN, ENTITIES, schema)
    assert own.of(article("fr")) is None
    danish = own.of(article("da"))
    assert danish is not None
    assert danish.info == DANISH


def test_every_tokenizer_that_is_chosen_can_be_made() -> None:
    for language in ("fr", "de", "ru", "ar", "zh", "ja", "ko", "th", "vi", "zz", ""):
        assert spacy.load(bare(language).source)("Kell.")
