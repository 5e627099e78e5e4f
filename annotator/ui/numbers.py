"""Numbers and moments as the language of the window writes them: `12,345`, `12 345`; `24/11/2026 14:05`."""

from PySide6.QtCore import QDateTime, QLocale, Qt


def number(value: int) -> str:
    """A number with its thousands apart. A system without a language writes as English does."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English)
    return locale.toString(value)


def moment(at: str) -> str:
    """A moment of the store (ISO 8601, UTC), where the person is."""
    found = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(found, QLocale.FormatType.ShortFormat)
