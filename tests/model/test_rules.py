from collections.abc import Iterable

import pytest
from hypothesis import given
from msgspec.structs import replace
from strategies import RICH, annotated_texts

from annotator.model.annotation import AnnotationSet, Annotator, Relation, SetState, Span, make_fragments
from annotator.model.errors import SchemaError
from annotator.model.rules import check_relation, check_span, set_problems, shorten

TEXT = "Ada told Bob: we act."
ADA = Span(id="a", label="PERSON", fragments=((0, 3),), text="Ada")
BOB = Span(id="b", label="PERSON", fragments=((9, 12),), text="Bob")
SAID = Span(id="q", label="QUOTE", fragments=((14, 16), (17, 20)), text="we act")
SPEAKER = Relation(id="r", type="speaker", head="q", tail="a")


def set_of(spans: Iterable[Span], relations: Iterable[Relation] = (), state: SetState | None = None) -> AnnotationSet:
    return AnnotationSet(
        annotator=Annotator(name="Ada"),
        state=state or SetState(),
        spans={each.id: each for each in spans},
        relations={each.id: each for each in relations},
    )


@given(annotated_texts())
def test_a_set_that_the_schema_allows_has_no_problem(case: tuple[str, AnnotationSet]) -> None:
    text, made = case
    assert list(set_problems(RICH, made, text)) == []


SPANS = {
    "The label LAW is not in the schema “rich”.": replace(ADA, label="LAW"),
    "PERSON “Ada” covers no text.": replace(ADA, fragments=()),
    "PERSON “Ada” ends before it starts: 3-3.": replace(ADA, fragments=((3, 3),)),
    "PERSON “Ada” ends before it starts: 3-1.": replace(ADA, fragments=((3, 1),)),
    "PERSON “Ada” goes past the text: -1-3 of 21 characters.": replace(ADA, fragments=((-1, 3),)),
    "PERSON “Ada” goes past the text: 0-22 of 21 characters.": replace(ADA, fragments=((0, 22),)),
    "has fragments that overlap or are out of order at 2": replace(SAID, fragments=((0, 3), (2, 5))),
    "PERSON “Bob” does not match the article, which has “Ada” at 0-3.": replace(ADA, text="Bob"),
    "There is no attribute type on PERSON “Ada”.": replace(ADA, attributes={"type": "direct"}),
    "The value “loud” of type on QUOTE “we act” is none of direct, indirect.": replace(
        SAID, attributes={"type": "loud"}
    ),
}


@pytest.mark.parametrize("sentence", SPANS)
def test_a_span_that_breaks_a_rule_is_refused_with_a_sentence_that_names_it(sentence: str) -> None:
    with pytest.raises(SchemaError) as caught:
        check_span(RICH, SPANS[sentence], TEXT)
    assert sentence in str(caught.value)


RELATIONS = {
    "The relation owns is not in the schema “rich”.": replace(SPEAKER, type="owns"),
    "The speaker relation r lacks one of its ends.": replace(SPEAKER, tail="x"),
    "The continues relation links “we act” to itself.": replace(SPEAKER, type="continues", tail="q"),
    "PERSON “Ada” cannot be the head of speaker: only QUOTE can.": replace(SPEAKER, head="a", tail="b"),
    "QUOTE “we act” cannot be the tail of coref: only ORG, PERSON can.": replace(
        SPEAKER, type="coref", head="a", tail="q"
    ),
    "The value “much” of weight on the speaker relation is no number.": replace(SPEAKER, attributes={"weight": "much"}),
}


@pytest.mark.parametrize("sentence", RELATIONS)
def test_a_relation_that_breaks_a_rule_is_refused_with_a_sentence_that_names_it(sentence: str) -> None:
    with pytest.raises(SchemaError) as caught:
        check_relation(RICH, RELATIONS[sentence], {each.id: each for each in (ADA, BOB, SAID)})
    assert str(caught.value) == sentence


def test_the_same_relation_twice_is_a_problem() -> None:
    twice = set_of([ADA, SAID], [SPEAKER, replace(SPEAKER, id="r2")])
    assert list(set_problems(RICH, twice, TEXT)) == ["The speaker relation from “QUOTE” to “PERSON” is there twice."]


def test_a_symmetric_relation_is_the_same_either_way_round() -> None:
    one = Relation(id="1", type="coref", head="a", tail="b")
    twice = set_of([ADA, BOB], [one, replace(one, id="2", head="b", tail="a")])
    assert [problem for problem in set_problems(RICH, twice, TEXT) if "twice" in problem]
    there_and_back = [Relation(id="1", type="continues", head="q", tail="p")]
    there_and_back.append(replace(there_and_back[0], id="2", head="p", tail="q"))
    quotes = [SAID, replace(SAID, id="p", fragments=((14, 16),), text="we")]
    assert list(set_problems(RICH, set_of(quotes, there_and_back), TEXT)) == []


def test_a_wrong_article_label_is_a_problem() -> None:
    wrong = set_of([], state=SetState(attributes={"since": "soon", "topic": "war"}))
    assert list(set_problems(RICH, wrong, TEXT)) == [
        "The value “soon” of since on the article is no date such as 2026-11-24.",
        "There is no attribute topic on the article.",
    ]


def test_fragments_are_put_in_order_and_joined_where_they_touch() -> None:
    assert make_fragments([(5, 8), (0, 2), (2, 4), (6, 7), (9, 9), (12, 10)]) == ((0, 4), (5, 8))


def test_a_long_text_is_shortened_on_one_line() -> None:
    assert shorten("one\n two") == "one two"
    assert shorten("x" * 50, 10) == "x" * 9 + "…"
