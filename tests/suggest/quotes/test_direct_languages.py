from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from annotator.suggest.quotes import direct
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


def parsed(language: str, *rows: tuple[str, str, str, int, str]) -> Doc:
    """A document by hand: of each word itself with the space after it, part of speech, relation, head and entity."""
    texts, pos, deps, heads, ents = zip(*rows, strict=True)
    return Doc(
        spacy.blank(language).vocab,
        words=[each.rstrip() for each in texts],
        spaces=[each.endswith(" ") for each in texts],
        pos=list(pos),
        deps=list(deps),
        heads=list(heads),
        ents=[each or "O" for each in ents],
    )


def french(first: str, second: str) -> Doc:
    """A quote with its reporting clause, in the way of French pipelines (Universal Dependencies)."""
    return parsed(
        "fr",
        ("« ", "PUNCT", "punct", 4, ""),
        ("Le ", "DET", "det", 2, ""),
        ("pont ", "NOUN", "nsubj", 4, ""),
        ("est ", "AUX", "cop", 4, ""),
        ("sûr ", "ADJ", "ccomp", 8, ""),
        ("»", "PUNCT", "punct", 4, ""),
        (", ", "PUNCT", "punct", 8, ""),
        ("a ", "AUX", "aux:tense", 8, ""),
        ("déclaré ", "VERB", "ROOT", 8, ""),
        ("Mara ", "PROPN", "nsubj", 8, first),
        ("Lind ", "PROPN", "flat:name", 9, second),
        ("à ", "ADP", "case", 12, ""),
        ("Kell", "PROPN", "obl:arg", 8, ""),
        (".", "PUNCT", "punct", 8, ""),
    )


def german(first: str, second: str, *, universal: bool) -> Doc:
    """The same in German, with the labels of Universal Dependencies or those of German pipelines (TIGER)."""
    name = (("nsubj", 7), ("flat:name", 8)) if universal else (("pnc", 9), ("sb", 7))
    return parsed(
        "de",
        ("„", "PUNCT", "punct", 3, ""),
        ("Die ", "DET", "det" if universal else "nk", 2, ""),
        ("Brücke ", "NOUN", "nsubj" if universal else "sb", 3, ""),
        ("ist ", "AUX", "ccomp" if universal else "oc", 7, ""),
        ("sicher", "ADJ", "xcomp" if universal else "pd", 3, ""),
        ("“", "PUNCT", "punct", 4, ""),
        (", ", "PUNCT", "punct", 7, ""),
        ("sagte ", "VERB", "ROOT", 7, ""),
        ("Mara ", "PROPN", *name[0], first),
        ("Lind ", "PROPN", *name[1], second),
        ("am ", "ADP", "case" if universal else "mo", 11 if universal else 7, ""),
        ("Montag", "NOUN", "obl" if universal else "nk", 7 if universal else 10, ""),
        (".", "PUNCT", "punct", 7, ""),
    )


@pytest.mark.parametrize(("first", "second", "label"), [("B-PER", "I-PER", "PER"), ("", "", "MENTION")])
@pytest.mark.parametrize("language", ["fr", "de", "de of TIGER"])
def test_the_parse_of_other_languages_tells_the_speaker_behind_the_verb(
    language: str, first: str, second: str, label: str
) -> None:
    doc = french(first, second) if language == "fr" else german(first, second, universal=language == "de")
    text = doc.text
    (found,) = direct.find(doc, language[:2])
    assert [text[start:end] for start, end in found.fragments] == [text[: text.index(",")]]
    assert [text[start:end] for start, end in found.cue] == ["a déclaré" if language == "fr" else "sagte"]
    assert [(each[0], text[slice(*each[1:])]) for each in found.speakers] == [(label, "Mara Lind")]


def test_a_french_sentence_about_somebody_tells_who_says_what_follows() -> None:
    doc = parsed(
        "fr",
        ("Mara ", "PROPN", "nsubj", 2, "B-PER"),
        ("Lind ", "PROPN", "flat:name", 0, "I-PER"),
        ("sourit", "VERB", "ROOT", 2, ""),
        (". ", "PUNCT", "punct", 2, ""),
        ("« ", "PUNCT", "punct", 8, ""),
        ("Le ", "DET", "det", 6, ""),
        ("pont ", "NOUN", "nsubj", 8, ""),
        ("est ", "AUX", "cop", 8, ""),
        ("sûr", "ADJ", "ROOT", 8, ""),
        (". ", "PUNCT", "punct", 8, ""),
        ("»", "PUNCT", "punct", 8, ""),
    )
    (found,) = direct.find(doc, "fr")
    assert [doc.text[start:end] for _, start, end in found.speakers] == ["Mara Lind"]
