import pytest
from exchange_cases import SCHEMA, TEXT, span_at
from strategies import RICH

from annotator.exchange.foreign import Found
from annotator.exchange.mapping import Labels, article_labels, renamed, scored_labels, typed
from annotator.model.annotation import Annotator, Relation


def test_a_label_is_mapped_kept_or_left_out() -> None:
    labels = Labels({"PER": "PERSON", "MISC": ""})
    assert [labels.ours(each) for each in ("PER", "MISC", "ORG", "")] == ["PERSON", None, "ORG", ""]


def test_what_is_left_out_is_told_of_once_a_label() -> None:
    labels = Labels({"MISC": "", "X": ""})
    assert [each.place for each in labels.left_out(["MISC", "X", "MISC"], "line 1")] == ["line 1", "line 1"]
    assert labels.left_out(["X", "MISC"], "line 2") == []


def test_categories_are_labels_of_the_article_by_name_and_value_by_choice_or_as_a_flag() -> None:
    assert article_labels(SCHEMA, ["sport", "genre=report"]) == ({"topic": "sport", "genre": "report"}, [])
    assert article_labels(RICH, ["unsure", "weight=2"]) == ({"unsure": True, "weight": 2}, [])
    assert article_labels(None, ["topic=sport", "sport"]) == ({"topic": "sport"}, ["sport"])


def test_a_second_category_of_the_same_label_and_an_unknown_one_have_no_place() -> None:
    assert article_labels(SCHEMA, ["sport", "politics", "odd", "odd=1"]) == (
        {"topic": "sport"},
        ["politics", "odd", "odd=1"],
    )


def test_of_scored_categories_the_likeliest_is_taken() -> None:
    assert scored_labels(SCHEMA, {"sport": 0.6, "politics": 0.9, "culture": 0.1}) == ({"topic": "politics"}, ["sport"])


@pytest.mark.parametrize(
    ("name", "word", "value"),
    [
        ("unsure", "false", False),
        ("unsure", "odd", "odd"),
        ("weight", "-3", -3),
        ("weight", "1.5", 1.5),
        ("weight", "x", "x"),
        ("wikidata", "true", "true"),
    ],
)
def test_a_word_becomes_a_value_of_the_attributes_kind(name: str, word: str, value: object) -> None:
    attribute = next(each for each in RICH.article_attributes if each.name == name)
    found = typed(attribute, word)
    assert (found, type(found)) == (value, type(value))


def test_a_set_has_its_labels_and_types_renamed_and_those_left_out_take_their_relations_along() -> None:
    person, place, odd = (span_at(TEXT, label, (0, 4)) for label in ("PER", "GPE", "MISC"))
    relations = [
        Relation(id="1", type="said", head=person.id, tail=place.id),
        Relation(id="2", type="said", head=person.id, tail=odd.id),
        Relation(id="3", type="gone", head=person.id, tail=place.id),
        Relation(id="4", type="said", head=person.id, tail="nowhere"),
    ]
    found = Found(annotator=Annotator(name="Ada"), spans=[person, place, odd], relations=relations)
    made, left_out = renamed(found, Labels({"PER": "PERSON", "MISC": "", "said": "speaker", "gone": ""}))
    assert [each.label for each in made.spans] == ["PERSON", "GPE"]
    assert [(each.id, each.type) for each in made.relations] == [("1", "speaker"), ("4", "speaker")]
    assert left_out == ["MISC", "gone"]
    assert renamed(found, Labels({})) == (found, [])
