"""Items of a list of measures, as parties print them: "• Build 200 homes by 2030"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.lists import Lists

if TYPE_CHECKING:
    from spacy.tokens import Doc

RULE = "deed in a list of measures"


def find(doc: "Doc", lists: Lists) -> Iterator[Candidate]:
    """None yet."""
    return iter(())
