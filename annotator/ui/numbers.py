"""Numbers and days as the language of the window writes them: `12,345`, `12 345`."""

from datetime import date

from PySide6.QtCore import QDate, QLocale


def number(value: int) -> str:
    """A number with its thousands apart. A system without a language writes as English does."""
    return _locale().toString(value)


def decimal(value: float, digits: int = 1) -> str:
    """A number with so many digits behind the point."""
    return _locale().toString(value, "f", digits)


def percent(share: float) -> str:
    """A share of 1 in whole per cent."""
    return f"{number(round(share * 100))}\u00a0%"


def short_day(day: date) -> str:
    """A day, in figures."""
    return _locale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def _locale() -> QLocale:
    locale = QLocale()
    return QLocale(QLocale.Language.English) if locale.language() == QLocale.Language.C else locale
