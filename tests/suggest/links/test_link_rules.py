"""Who gains, how much, by when; what repeats, what is stated where, and who is who."""

from collections.abc import Callable

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.suggest.pipeline import Pipeline
from annotator.suggest.quoted import innermost
from annotator.suggest.said import PLEDGES, QUOTES, RELATIONS, SPANS, FoundPledge, FoundQuote, SaidSpan, keep
from annotator.suggest.saying import Saying

Links = Callable[[str, str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("Mara Lind vowed to build a bridge for Ukraine.", "beneficiary", [("GPE", "Ukraine")]),
        ("Mara Lind vowed to give them money.", "beneficiary", [("MENTION", "them")]),
        (
            "Mara Lind pledged to spend €20 million on ferries for widows and carers.",
            "beneficiary",
            [("BENEFICIARY", "widows"), ("BENEFICIARY", "carers")],
        ),
        (
            "Mara Lind vowed to give every first-time buyer a grant.",
            "beneficiary",
            [("BENEFICIARY", "every first-time buyer")],
        ),
        ("Mara Lind vowed to build a factory in Ukraine.", "beneficiary", []),
        ("Mara Lind vowed to work for peace.", "beneficiary", []),
        ("The government will cut fares by 15 percent.", "amount", [("PERCENT", "15 percent")]),
        ("Mara Lind pledged $20 million for ferries.", "amount", [("MONEY", "$20 million")]),
        ("A bridge for $20 million was built. Mara Lind vowed to close it.", "amount", []),
        ("Mara Lind has vowed to reopen the ferry by June.", "deadline", [("DATE", "June")]),
        ("Mara Lind has vowed to reopen the ferry within two years.", "deadline", [("DATE", "two years")]),
        ("By May, said Osei, the government will close the mine.", "deadline", [("DATE", "May")]),
        ("On Monday Mara Lind vowed to close the mine.", "deadline", []),
        ("Mara Lind vowed to close the mine from Monday.", "deadline", []),
    ],
)
def test_a_pledge_is_linked_to_what_belongs_to_it(
    links: Links, text: str, kind: str, wanted: list[tuple[str, str]]
) -> None:
    assert [(label, words) for _, label, words in links(text, kind)] == wanted


def test_a_pledge_repeats_the_first_full_one_of_the_same_pledger_and_never_a_chain(links: Links) -> None:
    text = (
        "Mara Lind vowed to reopen the night ferry in Kell. She promised to reopen the night ferry. "
        "She pledged to reopen the ferry."
    )
    assert links(text, "repeats") == [
        ("to reopen the night ferry", "PLEDGE", "to reopen the night ferry in Kell"),
        ("to reopen the ferry", "PLEDGE", "to reopen the night ferry in Kell"),
    ]


def test_the_same_promise_of_two_people_is_two_pledges(links: Links) -> None:
    text = "Mara Lind vowed to reopen the night ferry. Tomas Osei promised to reopen the night ferry."
    assert links(text, "repeats") == []


def test_different_promises_do_not_repeat_each_other(links: Links) -> None:
    assert links("Mara Lind vowed to reopen the ferry. She promised to close the mine.", "repeats") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mara Lind spoke on Monday. She promised to build a bridge.", [("She", "PERSON", "Mara Lind")]),
        ("Mara Lind met Tomas Osei on Monday. She promised to build a bridge.", []),
        ("Mara Lind spoke and Tomas Osei left on Monday. She promised to build a bridge.", []),
        ("The bridge is old. She promised to build a bridge.", []),
        (
            "Mara Lind spoke on Monday. She thanked Tomas Osei. “We will build a bridge,” she said.",
            [("she", "PERSON", "Mara Lind")],
        ),
        ("Mara Lind spoke on Monday. He thanked Tomas Osei. “We will build a bridge,” she said.", []),
        ("Mara Lind spoke on Monday. Tomas Osei smiled. She left. “We will build a bridge,” he said.", []),
        ("Mara Lind spoke on Monday. Mara Lind promised to build a bridge.", []),
    ],
)
def test_a_pronoun_is_linked_to_its_name_only_where_nobody_else_is_meant(
    links: Links, text: str, wanted: list[tuple[str, str, str]]
) -> None:
    assert links(text, "coref") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mara Lind spoke. On Monday Lind promised to build a bridge.", [("Lind", "PERSON", "Mara Lind")]),
        ("Mara Lind spoke. Lind waved on Monday.", []),  # no relation ends in it
        ("Mara Lind and Tomas Lind spoke. On Monday Lind promised to build a bridge.", []),
        ("On Monday Lind promised to build a bridge.", []),
    ],
)
def test_a_family_name_is_linked_to_the_full_one_where_only_one_bears_it(
    links: Links, text: str, wanted: list[tuple[str, str, str]]
) -> None:
    assert links(text, "coref") == wanted


def test_of_several_full_names_the_nearest_is_taken(linking: Pipeline) -> None:
    text = "Mara Lind spoke. Tomas Osei met Mara Lind. On Monday Lind promised to build a bridge."
    said = linking.nlp(text).user_data[RELATIONS]
    (tail,) = [each["tail"] for each in said if each["type"] == "coref"]
    assert tail[1] == text.rindex("Mara Lind")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Mara Lind vowed to build a bridge.", {"PLEDGE"}),
        ("Mara Lind said that she will build a bridge.", {"PLEDGE", "QUOTE"}),
        ("Mara Lind vowed to build “a bridge for all”.", {"PLEDGE", "QUOTE"}),
        ("Mara Lind said that the bridge was old.", {"QUOTE"}),
    ],
)
def test_a_promise_that_is_told_without_marks_is_a_pledge_alone(linking: Pipeline, text: str, labels: set[str]) -> None:
    said = linking.nlp(text).user_data[SPANS]
    assert {each["label"] for each in said} & {"PLEDGE", "QUOTE"} == labels


def test_a_cue_that_two_rules_found_has_the_score_and_the_name_of_the_surer_one() -> None:
    doc = spacy.blank("en")("vowed to act")
    for score, rule in ((0.4, "a"), (0.9, "b"), (0.6, "c")):
        Saying(doc).span(SaidSpan("pledges", "CUE", ((0, 5),), {}, score, rule))
    ((said,), (span,)) = doc.user_data[SPANS], doc.spans["pledges"]
    assert (said["score"], said["rule"], span.text) == (0.9, "b", "vowed")


def test_what_is_taken_back_is_still_a_quote_for_other_programs(linking: Pipeline) -> None:
    doc = linking.nlp("Mara Lind vowed to build a bridge.")
    assert [span.text for span in doc.spans["quotes"] if span.label_ == "QUOTE"] == ["to build a bridge"]


def test_a_pledge_is_stated_in_the_innermost_quote_that_holds_all_of_it() -> None:
    pledge = ((10, 20),)
    wide, narrow = FoundQuote(fragments=((0, 40),)), FoundQuote(fragments=((8, 22),))
    other, part = FoundQuote(fragments=((15, 30),)), FoundQuote(fragments=((0, 12), (14, 30)))
    assert innermost(pledge, [wide, narrow, other, part]) is narrow
    assert innermost(pledge, [other, part]) is None


def test_what_the_quotes_and_pledges_components_left_is_linked() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("relations")
    doc = nlp.make_doc("“We will not sell the port,” said Osei.")
    keep(doc, QUOTES, [FoundQuote(fragments=((0, 28),))])
    keep(doc, PLEDGES, [FoundPledge(fragments=((4, 26),))])
    (said,) = nlp(doc).user_data[RELATIONS]
    assert (said["type"], said["head"], said["tail"]) == ("stated_in", ("PLEDGE", 4, 26), ("QUOTE", 0, 28))


_WORDS = st.sampled_from(
    [
        "Lind",
        "vowed",
        "to",
        "build",
        "a",
        "ferry",
        "for",
        "widows",
        "and",
        "carers",
        "by",
        "June",
        "2030",
        ",",
        ".",
        "she",
        "he",
        "promised",
        "give",
        "them",
        "$20",
        "million",
        "5",
        "percent",
        "will",
        "the",
        "government",
        "“",
        "”",
        "\n",
        "—",
        "🙂",
    ]
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=40))
def test_no_text_makes_it_fail_or_leave_the_text_or_chain_repeats(linking: Pipeline, text: str) -> None:
    said = linking.nlp(text).user_data.get(RELATIONS, [])
    ends = [end for each in said for end in (each["head"], each["tail"])]
    assert all(0 <= start < end <= len(text) for _, start, end in ends)
    repeated = {(tuple(each["head"]), tuple(each["tail"])) for each in said if each["type"] == "repeats"}
    assert not {head for head, _ in repeated} & {tail for _, tail in repeated}


def test_a_pipeline_without_a_parse_links_nothing_and_does_not_fail() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("relations")
    assert RELATIONS not in nlp("Elle a promis de fermer la mine.").user_data
