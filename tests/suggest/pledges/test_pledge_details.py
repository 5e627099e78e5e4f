"""Where a pledge begins and ends, who is bound, and what kind it is."""

from collections.abc import Callable
from typing import Any

import pytest

from annotator.model.annotation import AnnotationSet
from annotator.model.schema import Schema
from annotator.suggest.annotate import suggest
from annotator.suggest.pipeline import Pipeline

Read = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The council agreed to lower fares and to hire nurses.", [["to lower fares"], ["to hire nurses"]]),
        ("The council agreed to cut and simplify fares.", [["to cut and simplify fares"]]),
        ("Lind vowed to close the mine, forcing them to move.", [["to close the mine"]]),
        ("A bridge, Brill promised, would be built by May.", [["A bridge", "would be built by May"]]),
        ('Brill vowed to "open the books" in May.', [['to "open the books" in May']]),
        ('"I promise to open the books," Brill said.', [["to open the books"]]),
        ("Brill vowed to close the mine\nA second line", [["to close the mine"]]),
        ("Brill vowed to close the mine in\nnorthern Kell.", [["to close the mine in\nnorthern Kell"]]),
        ("Lind vowed to close the mine at a rally in Kell.", [["to close the mine"]]),
        ("Lind vowed to ease the rules in the latest effort to please Kell.", [["to ease the rules"]]),
        (
            "Lind has vowed to ban all trams — 16 of them in an old fleet — from entering the city.",
            [["to ban all trams — 16 of them in an old fleet — from entering the city"]],
        ),
    ],
)
def test_a_pledge_goes_from_its_first_word_to_its_last(told: Read, text: str, wanted: list[list[str]]) -> None:
    assert [pledge.pieces for pledge in told(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ada Brill and Tomas Osei have pledged to build a bridge.", ["Ada Brill", "Tomas Osei"]),
        ("Mara Lind spoke on Monday, promising to build a bridge.", ["Mara Lind"]),
        ("Brill promised that she would build a bridge.", ["she"]),
        ("His promise to build a bridge was late.", ["His"]),
        ('"We will not sell the port," said Mara Lind.', ["We"]),
        ("Two ferries will be built in Kell, Lind said.", ["Lind"]),
        ("Two ferries will be built in Kell.", []),
        ("Brill was promised a bridge.", []),
        ("The treaty commits Norland to cut fares.", ["Norland"]),
        ("The secretary of the council, Ada Brill, vowed to close the mine.", ["Ada Brill"]),
        ("Mara Lind is a former lawyer and mayor who has vowed to close the mine.", ["Mara Lind"]),
        ("Lind said the repair would take an hour and pledged to close the mine.", ["Lind"]),
        ("The pledge that Osei made to support the ferry was late.", ["Osei"]),
        ("Osei's plan calls for a second ferry.", ["Osei"]),
        ("Brill made a promise that she would build a bridge.", ["she"]),
        ("Norland to reopen lock before winter\nIt was time, they said.", ["Norland"]),
    ],
)
def test_who_is_bound_is_the_mention_next_to_the_promise(told: Read, text: str, wanted: list[str]) -> None:
    assert [pledge.pledgers for pledge in told(text)] == [wanted]


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Norland declined to host the summit.", "polarity", "refused"),
        ("Brill refused to promise to reopen the ferry.", "polarity", "refused"),
        ("Norland has dropped its plan to close the mine.", "polarity", "withdrawn"),
        ("The government will not raise fares.", "polarity", "made"),
        ('"We will not sell the port," said Osei.', "voice", "self"),
        ('"Two ferries will be built in Kell," Lind said.', "voice", "self"),
        ('"She has promised to sell the port," Osei said.', "voice", "reported"),
        ("Lind vowed to sell the port.", "voice", "reported"),
        ('"If we are elected, we will build a bridge," Lind said.', "conditional", True),
        ("Lind vowed to build a bridge unless the bank objects.", "conditional", True),
        ("Lind vowed to build a bridge.", "conditional", False),
        ("Lind vowed to create jobs.", "kind", "outcome"),
        ("Lind vowed to build a bridge.", "kind", "action"),
        ("Lind vowed to do more.", "specificity", "vague"),
        ("Lind vowed to increase aid.", "specificity", "vague"),
        ("Lind vowed to increase aid by ten percent.", "specificity", "specific"),
        ("Lind vowed to do more for Norland.", "specificity", "vague"),
        ("Lind vowed to give several breaks to families.", "specificity", "vague"),
        ("Lind vowed to do more by June 2030.", "specificity", "specific"),
        ("Lind vowed to act in the near future.", "specificity", "vague"),
    ],
)
def test_a_pledge_has_its_attributes(told: Read, text: str, name: str, wanted: object) -> None:
    assert [pledge.attributes[name] for pledge in told(text)] == [wanted]


def test_of_two_rules_for_the_same_words_the_surer_one_speaks(told: Read) -> None:
    (pledge,) = told("The government will promise to build a bridge.")
    assert pledge.pieces == ["to build a bridge"]


def test_what_is_plainly_promised_is_surer_than_what_a_plan_is_for(told: Read) -> None:
    sure, doubtful = told("Lind vowed to close the mine. The ministry's plans for a second tunnel were published.")
    assert sure.score > doubtful.score


def test_the_cue_has_its_auxiliaries_or_is_the_modal(told: Read) -> None:
    cues = [pledge.cue for pledge in told("Mara Lind has vowed to close the mine. The government will cut fares.")]
    assert cues == [["has vowed"], ["will"]]


def test_the_cue_has_the_adverbs_before_the_verb_as_the_quote_has(full: Pipeline, schema: Schema) -> None:
    (found,) = suggest(["Mara Lind has repeatedly pledged to close the mine."], full, schema)
    assert isinstance(found, AnnotationSet)
    assert [span.text for span in found.spans.values() if span.label == "CUE"] == ["has repeatedly pledged"]
