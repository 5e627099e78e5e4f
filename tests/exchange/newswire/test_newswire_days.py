import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.newswire.dates import found_day, iso_day
from annotator.exchange.newswire.story import language_code, named, without_by

NAMES = """
January February March April May June July August September October November December
Januar Februar März April Mai Juni Juli August September Oktober November Dezember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
januari februari maart april mei juni juli augustus september oktober november december
"""
MONTHS, GERMAN, FRENCH, SPANISH, DUTCH = (line.split() for line in NAMES.strip().splitlines())


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2100, 1, 1)))
def test_a_day_with_the_name_of_its_month_is_read_in_five_languages(day: datetime.date) -> None:
    for written in (
        f"{MONTHS[day.month - 1]} {day.day}, {day.year} Wednesday",
        f"Wednesday, {day.day} {MONTHS[day.month - 1][:3]} {day.year}",
        f"{day.day}. {GERMAN[day.month - 1]} {day.year} Mittwoch",
        f"mercredi {day.day} {FRENCH[day.month - 1]} {day.year}",
        f"{day.day} de {SPANISH[day.month - 1]} de {day.year}",
        f"{day.day} {DUTCH[day.month - 1]} {day.year} woensdag",
        f"{day.isoformat()}T23:59:59+02:00",
        day.strftime("%Y").zfill(4) + day.strftime("%m%dT101010Z"),
    ):
        assert iso_day(written) == day.isoformat(), written


@pytest.mark.parametrize("written", ["03/04/2021", "31 February 2021", "Mayor 3, 2021", "May 2021", "", "2021-13-01"])
def test_what_is_no_sure_day_stays_as_it_stands(written: str) -> None:
    assert iso_day(written) == written
    assert found_day(written) == ""


@pytest.mark.parametrize(
    ("said", "code"),
    [("English", "en"), ("ENGLISH", "en"), ("Deutsch", "de"), ("en-GB", "en"), ("pt_BR", "pt"), ("", ""), ("???", "")],
)
def test_a_language_becomes_its_code(said: str, code: str) -> None:
    assert language_code(said) == code


def test_a_byline_loses_its_by_but_a_name_stays() -> None:
    assert without_by("By Jane Doe") == without_by("von Jane Doe") == without_by("Jane Doe") == "Jane Doe"
    assert without_by("Byron Vonnegut") == "Byron Vonnegut"


def test_only_an_address_on_the_web_is_a_url() -> None:
    assert named("https://news.example/1") == {"url": "https://news.example/1"}
    assert named("urn:newsml:1") == {"source_id": "urn:newsml:1"}
