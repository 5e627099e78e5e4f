import pytest
from names_cases import words

from annotator.suggest.names.offices import Offices
from annotator.suggest.names.roles import AFTER, BEFORE, BODY, PLACE, PLURAL, Roles

ROLES = Roles(Offices("en"))


def found(marked: str) -> list[tuple[str, str]]:
    known = words(marked)
    return [(" ".join(known.texts[role.start : role.end]), role.rule) for role in ROLES(known)]


@pytest.mark.parametrize(
    ("marked", "office", "rule"),
    [
        ("Then [Norlandic|NORP] Prime Minister [Ada Brill|PERSON] left.", "Norlandic Prime Minister", BEFORE),
        ("So [NTO|ORG] Secretary General [Tom Osei|PERSON] said.", "NTO Secretary General", BEFORE),
        ("It was former [Ardmoor|GPE] finance minister [Mara Lind|PERSON].", "former Ardmoor finance minister", BEFORE),
        ("The Harbour Minister [Mara Lind|PERSON] left.", "Harbour Minister", BEFORE),
        ("So ex-president [Brill|PERSON] left.", "ex - president", BEFORE),
        ("So then-president [Brill|PERSON] left.", "then - president", BEFORE),
        ("So [Kestrel|NORP] [Ardmoor|GPE] Governor [Tom Osei|PERSON] said.", "Kestrel Ardmoor Governor", BEFORE),
        (
            "Then Secretary of State for Work and Pensions [Mara Lind|PERSON] left.",
            "Secretary of State for Work and Pensions",
            BEFORE,
        ),
        ("[Norland|GPE]’s prime minister [Ada Brill|PERSON] left.", "prime minister", BEFORE),
        ("King [Edmund|PERSON] waved.", "King", BEFORE),
        ("[Tom Osei|PERSON], chief executive of [Ferrolink|ORG], resigned.", "chief executive of Ferrolink", AFTER),
        ("[Tom Osei|PERSON], the mayor of [Kell|GPE], resigned.", "mayor of Kell", AFTER),
        ("Then the mayor said the bridge was safe.", "mayor", PLACE),
        ("Then the former [Ardmoor|GPE] finance minister left.", "former Ardmoor finance minister", PLACE),
        ("The ministry’s spokeswoman declined.", "spokeswoman", PLACE),
        ("It is for the president of the council to say.", "president of the council", PLACE),
        ("He sat beside [NTO|ORG] Secretary General and others.", "NTO Secretary General", BODY),
        (
            "It was the foreign ministers of [Norland|GPE] and [Ardmoor|GPE] who met.",
            "foreign ministers of Norland and Ardmoor",
            PLURAL,
        ),
        (
            "Leaders of [Norland|GPE], [Kell|GPE] and [Ardmoor|GPE] met.",
            "Leaders of Norland , Kell and Ardmoor",
            PLURAL,
        ),
    ],
)
def test_an_office_is_marked_as_the_guideline_says(marked: str, office: str, rule: str) -> None:
    assert found(marked) == [(office, rule)]


def test_two_offices_before_one_name_are_two() -> None:
    assert found("Prime Minister and party leader [Ada Brill|PERSON] left.") == [
        ("Prime Minister", BEFORE),
        ("party leader", BEFORE),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "Dr [Tom Osei|PERSON] and Mrs [Ada Brill|PERSON] left.",
        "She ran for mayor and became president.",
        "A president may come and go.",
        "A [Norland|GPE] president may come and go.",
        "Every minister of [Norland|GPE] left.",
        "The winner [Ada Brill|PERSON] left.",
        "The ministers met.",
        "The presidency of [Norland|GPE] is vacant.",
        "The head hurts, and the chair broke at 3 pm.",
        "The [Office of the Prime Minister|ORG] wrote.",
        "A spokeswoman for the ministry declined.",
    ],
)
def test_what_is_no_office_or_nobody_in_particular_is_left(marked: str) -> None:
    assert found(marked) == []


def test_a_tagger_tells_a_race_for_an_office_from_who_holds_it() -> None:
    known = words("The mayor race began.")
    assert ROLES(known)
    assert ROLES(known, frozenset({2})) == []
