"""Languages put on for a test and taken off again: French as it is shipped, and one that nobody speaks."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.ui.languages import use_language

OPENED, CLOSED = "⟦", "⟧"
_STRANGE = str.maketrans("aeiouycnsAEIOUYCNS", "àéîõüÿçñšÀÉÎÕÜŸÇÑŠ")
_LONGER = 0.4


@contextmanager
def french(app: QApplication) -> Iterator[None]:
    """The window's French, as the settings put it on."""
    with _put_back(app):
        use_language(app, "fr")
        yield


@contextmanager
def pseudo(app: QApplication) -> Iterator[None]:
    """Every text in brackets, in strange letters and longer, read from the right."""
    with _put_back(app):
        translator = Pseudo(app)
        app.installTranslator(translator)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        yield


@contextmanager
def _put_back(app: QApplication) -> Iterator[None]:
    locale, direction = QLocale(), app.layoutDirection()
    before = set(app.findChildren(QTranslator))
    try:
        yield
    finally:
        for translator in set(app.findChildren(QTranslator)) - before:
            app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(locale)
        app.setLayoutDirection(direction)


class Pseudo(QTranslator):
    """Says any text, whatever its context; what stands in braces stays as it is."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return strange(text) if context != "Sentences" or "{" not in text else text

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        return False


def strange(text: str) -> str:
    """A text as the language has it: `⟦Üñdõ··⟧`."""
    parts = [part if part.startswith("{") else part.translate(_STRANGE) for part in _by_places(text)]
    lead = text[: len(text) - len(text.lstrip())]
    return f"{lead}{OPENED}{''.join(parts).lstrip()}{'·' * round(len(text) * _LONGER)}{CLOSED}"


def _by_places(text: str) -> list[str]:
    return re.split(r"(\{\w*(?::n)?\})", text)
