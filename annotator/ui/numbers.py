"""Numbers, days and moments as the language of the window writes them: `12,345`, `12 345`; `26/10/2025`."""

from datetime import date

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt


def window_locale() -> QLocale:
    """The language of the window; a system without a language writes as English does."""
    locale = QLocale()
    return QLocale(QLocale.Language.English) if locale.language() == QLocale.Language.C else locale


def number(value: int) -> str:
    """A number with its thousands apart."""
    return window_locale().toString(value)


def decimal(value: float, digits: int = 1) -> str:
    """A number with so many digits behind the point."""
    return window_locale().toString(value, "f", digits)


def percent(share: float) -> str:
    """A share of 1 in whole per cent."""
    return f"{number(round(share * 100))}\u00a0%"


def short_day(found: date) -> str:
    """A day, in figures."""
    return window_locale().toString(QDate(found.year, found.month, found.day), QLocale.FormatType.ShortFormat)


def day(iso: str) -> str:
    """A day from its ISO date or time; what is neither comes back as it is."""
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return QLocale().toString(date, QLocale.FormatType.ShortFormat) if date.isValid() else iso


def moment(at: str) -> str:
    """A moment of the store (ISO 8601, UTC), where the person is."""
    found = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(found, QLocale.FormatType.ShortFormat)


def duration(seconds: float) -> str:
    """A time that is left: 1:05, or 2:00:10."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
