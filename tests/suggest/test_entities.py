import pytest

from annotator.suggest.entities import entity_bounds
from annotator.suggest.paragraphs import paragraph_starts


@pytest.mark.parametrize(
    ("text", "found", "label", "wanted"),
    [
        ("In Norland\n\n", "Norland\n\n", "GPE", "Norland"),
        ("In \u00a0Norland now", "\u00a0Norland", "GPE", "Norland"),
        ("Norland's army", "Norland's", "GPE", "Norland"),
        ("NORLAND'S ARMY", "NORLAND'S", "GPE", "NORLAND"),
        ("Ada Brill’s plan", "Ada Brill’s", "PERSON", "Ada Brill"),
        ("the Liberals' plan", "Liberals'", "NORP", "Liberals"),
        ("last year's rain", "last year's", "DATE", "last year"),
        ("at McDonald's on Monday", "McDonald's", "ORG", "McDonald's"),
        ("St John's council", "St John's", "GPE", "St John's"),
        ("to the United Provinces", "the United Provinces", "GPE", "United Provinces"),
        ("to The Hague", "The Hague", "GPE", "The Hague"),
        ("The Hague is by the sea", "The Hague", "GPE", "The Hague"),
        ("The United Provinces left", "The United Provinces", "GPE", "United Provinces"),
        ("He left. “The United Provinces left", "The United Provinces", "GPE", "United Provinces"),
        ("Title\nThe United Provinces left", "The United Provinces", "GPE", "United Provinces"),
        ("read The Harbour Times", "The Harbour Times", "ORG", "The Harbour Times"),
        ("until the end of March", "the end of March", "DATE", "the end of March"),
        ("Theresa spoke", "Theresa", "PERSON", "Theresa"),
        ("🙂 Norland's", "Norland's", "GPE", "Norland"),
        ("• Norland", "• Norland", "GPE", "Norland"),
        ("(Norland)", "(Norland)", "GPE", "(Norland)"),
        ("(Norland, Kell)", "(Norland,", "GPE", "Norland"),
        ("“Norland”", "“Norland”", "GPE", "Norland"),
        ("in the U.S.", "the U.S.", "GPE", "U.S."),
        ("at Yahoo!", "Yahoo!", "ORG", "Yahoo!"),
        ("in the '90s", "the '90s", "DATE", "the '90s"),
        ("by -5 percent", "-5 percent", "PERCENT", "-5 percent"),
        ("one 's", "'s", "GPE", None),
        ("a \n b", " \n ", "GPE", None),
        ("Norland\nAda Brill", "Norland\nAda Brill", "PERSON", None),
        ("Norland\n\nAda Brill", "Norland\n\nAda Brill", "PERSON", None),
    ],
)
def test_an_entity_is_marked_as_the_guidelines_say(text: str, found: str, label: str, wanted: str | None) -> None:
    start = text.index(found)
    bounds = entity_bounds(text, paragraph_starts(text), start, start + len(found), label)
    assert (text[bounds[0] : bounds[1]] if bounds else None) == wanted
