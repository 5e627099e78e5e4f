import pytest
from names_cases import said, words

from annotator.suggest.names.offices import Offices
from annotator.suggest.names.same import SAME_LABEL, SAME_NAME, Same

SAME = Same("en", Offices("en"))


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[Ada Brill|PERSON] left. [Brill|ORG] came.", [("Ada Brill", "PERSON"), ("Brill", "PERSON")]),
        ("[Ada Brill|PERSON] left. Then Brill came.", [("Ada Brill", "PERSON"), ("Brill", "PERSON")]),
        ("[Ada Brill|PERSON] left. President Ada Brill came.", [("Ada Brill", "PERSON")] * 2),
        ("The [Kell Bank|ORG] pays. So the Kell Bank said.", [("Kell Bank", "ORG")] * 2),
        ("[Kell|GPE], [Kell|GPE], [Kell|GPE]: [Kell|PERSON] it is, yes Kell.", [("Kell", "GPE")] * 5),
        ("[Ada Brill|PERSON] left. “No,” said Brill’s aide.", [("Ada Brill", "PERSON"), ("Brill", "PERSON")]),
    ],
)
def test_what_an_article_takes_a_name_for_holds_everywhere_in_it(marked: str, found: list[tuple[str, str]]) -> None:
    known = words(marked)
    assert said(known, SAME(known)) == found


@pytest.mark.parametrize(
    "marked",
    [
        "[Kell|GPE] votes, [Kell|GPE] pays. [Kell|ORG] won 2:1.",
        "[Tom Ardmoor|PERSON] and his son live in [Ardmoor|GPE].",
        "[Ada Brill|PERSON] left. A brill is a fish. Brill tastes good.",
        "[Ada Brill|PERSON] left. They met in Brill Street.",
        "[Ada Brill|PERSON] left. So did Tom Brill.",
        "[Kell|GPE] is far. Kell is cold.",
        "[Ada May|PERSON] left on [9 May|DATE].",
        "[May|DATE] and [May|DATE] and [Ada Brill|PERSON] and May.",
    ],
)
def test_where_the_context_speaks_against_it_or_nothing_is_sure_nothing_changes(marked: str) -> None:
    known = words(marked)
    before = list(known.names)
    assert SAME(known) == before


def test_the_body_counts_more_than_the_headline() -> None:
    known = words("[Brill Ferro|ORG]\n[Brill Ferro|PERSON] spoke.")
    assert {name.label for name in SAME(known, known.texts.index("\n"))} == {"PERSON"}


def test_a_name_says_why_it_is_what_it_is() -> None:
    known = words("[Ada Brill|PERSON] left. [Brill|ORG] came. Then Brill left.")
    assert [name.rule for name in SAME(known)] == ["", SAME_LABEL, SAME_NAME]
