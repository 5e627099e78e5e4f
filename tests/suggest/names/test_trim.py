import pytest
from names_cases import said, words

from annotator.suggest.names.offices import Offices
from annotator.suggest.names.trim import Trim

TRIM = Trim("en", Offices("en"))


@pytest.mark.parametrize(
    ("marked", "kept"),
    [
        ("[Councillor Mara Lind|PERSON] spoke.", [("Mara Lind", "PERSON")]),
        ("[Prime Minister Brill|PERSON] spoke.", [("Brill", "PERSON")]),
        ("[Dr Tom Osei|PERSON] spoke.", [("Tom Osei", "PERSON")]),
        ("Then [minister Ada Brill|PERSON] spoke.", [("Ada Brill", "PERSON")]),
        ("Then [Ada Brill says|PERSON] no.", [("Ada Brill", "PERSON")]),
        ("More [vehicle miles|PERSON] for Kell.", []),
        ("[Tom Osei Image|PERSON]: Kell Press", [("Tom Osei", "PERSON")]),
        ("[Norland President|ORG] [Ada Brill|PERSON]", [("Norland", "ORG"), ("Ada Brill", "PERSON")]),
        ("[Shadow Home|ORG] Secretary [Ada Brill|PERSON]", [("Ada Brill", "PERSON")]),
        ("A [Ferrolink proposes faster trams|ORG] line", [("Ferrolink", "ORG")]),
    ],
)
def test_a_name_is_cut_to_itself(marked: str, kept: list[tuple[str, str]]) -> None:
    known = words(marked)
    assert said(known, TRIM(known)) == kept


@pytest.mark.parametrize(
    "marked",
    [
        "[Ada Brill|PERSON] and [Lars van der Kell|PERSON] spoke.",
        "[Dean Osei|PERSON] spoke.",
        "The [Bank of Ardmoor|ORG] and the [Kestrel Party for the North|ORG] agreed.",
        "[Queen|PERSON] waved to [Kell|GPE].",
        "Then [ada brill|PERSON] spoke on [the end of May|DATE].".lower()
        .replace("|person", "|PERSON")
        .replace("|date", "|DATE"),
    ],
)
def test_a_name_that_is_one_stays(marked: str) -> None:
    known = words(marked)
    assert TRIM(known) == known.names
