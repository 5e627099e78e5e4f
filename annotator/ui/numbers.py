"""Numbers and days as the language of the window writes them: `12,345`, `12 345`; `26/10/2025`."""

from PySide6.QtCore import QDate, QLocale


def window_locale() -> QLocale:
    """The language of the window; a system without a language writes as English does."""
    locale = QLocale()
    return QLocale(QLocale.Language.English) if locale.language() == QLocale.Language.C else locale


def number(value: int) -> str:
    """A number with its thousands apart."""
    return window_locale().toString(value)


def day(iso: str) -> str:
    """A day from its ISO date or time; what is neither comes back as it is."""
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return QLocale().toString(date, QLocale.FormatType.ShortFormat) if date.isValid() else iso
