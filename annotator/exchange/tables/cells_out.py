"""What a cell of a spreadsheet may hold: used for tables that go out and for the register of pledges."""

import re

Cell = str | int | float | None

LONGEST_CELL = 32_767  # UTF-16 units that a cell of an XLSX file holds
MOST_ROWS = 1_048_576  # of a sheet of an XLSX file
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")  # with the carriage return, which XML turns


def harmless(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would take it for a formula.

    The first characters are those that OWASP names under “CSV injection”.
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def fitting(text: str) -> str:
    """The text as far as a cell of an XLSX file can hold it."""
    text = _NO_XML.sub("", text)
    if len(text) * 2 <= LONGEST_CELL or len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return text
    return text.encode("utf-16-le")[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")
