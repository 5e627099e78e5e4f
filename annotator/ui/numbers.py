"""Numbers as the language of the window writes them: `12,345`, `12 345`."""

from PySide6.QtCore import QLocale


def number(value: int) -> str:
    """A number with its thousands apart. A system without a language writes as English does."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English)
    return locale.toString(value)
