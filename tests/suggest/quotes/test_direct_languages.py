from collections.abc import Callable

import pytest

from annotator.suggest.said import FoundQuote

Blank = Callable[[str, str], list[FoundQuote]]


@pytest.mark.parametrize(
    ("language", "text", "quote", "cue", "speaker"),
    [
        ("en", "“The bridge is safe,” said Ada Brill.", "“The bridge is safe,”", "said", ("PERSON", "Ada Brill")),
        ("en", "“The bridge is safe,” she said.", "“The bridge is safe,”", "said", ("MENTION", "she")),
        ("en", "Ada Brill said: “The bridge is safe.”", "“The bridge is safe.”", "said", ("PERSON", "Ada Brill")),
        ("fr", "« Le pont est sûr », dit Ada Brill.", "« Le pont est sûr »", "dit", ("PERSON", "Ada Brill")),
        (
            "fr",
            "« Le pont est sûr », a déclaré Ada Brill.",
            "« Le pont est sûr »",
            "a déclaré",
            ("PERSON", "Ada Brill"),
        ),
        ("fr", "« Le pont est sûr », a-t-elle déclaré.", "« Le pont est sûr »", "déclaré", ("MENTION", "elle")),
        ("fr", "« Oui », dit-il.", "« Oui »", "dit", ("MENTION", "il")),
        ("fr", "Ada Brill a dit : « Le pont est sûr. »", "« Le pont est sûr. »", "a dit", ("PERSON", "Ada Brill")),
        (
            "de",
            "„Die Brücke ist sicher“, sagte Ada Brill.",
            "„Die Brücke ist sicher“",
            "sagte",
            ("PERSON", "Ada Brill"),
        ),
        ("de", "»Die Brücke ist sicher«, sagte sie.", "»Die Brücke ist sicher«", "sagte", ("MENTION", "sie")),
        (
            "de",
            "Ada Brill sagte: „Die Brücke ist sicher.“",
            "„Die Brücke ist sicher.“",
            "sagte",
            ("PERSON", "Ada Brill"),
        ),
    ],
)
def test_marks_and_the_look_of_words_do_without_a_parse(
    read_blank: Blank, language: str, text: str, quote: str, cue: str, speaker: tuple[str, str]
) -> None:
    (found,) = read_blank(language, text)
    assert text[slice(*found.fragments[0])] == quote
    assert text[slice(*found.cue[0])].endswith(cue)
    assert [(label, text[start:end]) for label, start, end in found.speakers] == [speaker]


def test_by_account_of_somebody_a_clause_in_marks_is_theirs(read_blank: Blank) -> None:
    text = "Selon Ada Brill, « le pont est sûr »."
    (found,) = read_blank("fr", text)
    assert [text[start:end] for start, end in found.fragments] == ["« le pont est sûr »"]
    assert [text[start:end] for _, start, end in found.speakers] == ["Ada Brill"]


def test_a_language_without_words_of_its_own_has_sentences_in_marks(read_blank: Blank) -> None:
    text = "Ada Brill överraskade. ”Bron är säker och kommer att vara det.”"
    (found,) = read_blank("sv", text)
    assert (found.speakers, found.cue) == ((), ())
