"""Days as agencies and archives write them, made ISO: `2021-03-04` where that can be told for sure."""

import re
from datetime import date

_MONTHS = """
1 january jan januar jänner janvier janv enero ene gennaio gen januari janeiro
2 february feb februar février fevrier févr febrero febbraio februari fevereiro fev
3 march mar märz maerz mär mars marzo maart mrt março marco
4 april apr avril avr abril abr aprile
5 may mai mayo maggio mag mei maj maio
6 june jun juni juin junio giugno giu junho
7 july jul juli juillet juil julio luglio lug julho
8 august aug août aout agosto ago augustus augusti
9 september sep sept septembre septiembre settembre set setembro
10 october oct oktober okt octobre octubre ottobre ott outubro out
11 november nov novembre noviembre novembro
12 december dec dezember dez décembre decembre déc diciembre dic dicembre desember dezembro
"""
_NUMBERS = {name: int(line.split()[0]) for line in _MONTHS.strip().splitlines() for name in line.split()[1:]}
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_LONGEST = 200  # code points that a day is looked for in


def iso_day(value: object) -> str:
    """The day, without its time, else the value as it stands; one in which day and month may be swapped stays so.

    An ISO 8601 date has to be at the beginning; one with the name of its month may have a weekday around it.
    """
    said = " ".join(str(value or "").split())
    return found_day(said) or said


def found_day(value: str) -> str:
    """The day that a line tells, "" when it tells none."""
    text = value.strip()[:_LONGEST]
    if found := _ISO.match(text):
        return _day(found[1], int(found[2]), found[3])
    for found in _DAY_FIRST.finditer(text):
        if day := _day(found[3], _NUMBERS.get(found[2].lower(), 0), found[1]):
            return day
    for found in _MONTH_FIRST.finditer(text):
        if day := _day(found[3], _NUMBERS.get(found[1].lower(), 0), found[2]):
            return day
    return ""


def _day(year: str, month: int, day: str) -> str:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:  # such as a 31st of February
        return ""
