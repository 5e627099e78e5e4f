"""Languages put on for a test and taken off again: French as it is shipped, and one that nobody speaks."""

import re
import xml.etree.ElementTree as ET  # our own files, no one else's
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from annotator import files
from annotator.ui.languages import use_language

OPENED, CLOSED = "⟦", "⟧"
_STRANGE = str.maketrans("aeiouycnsAEIOUYCNS", "àéîõüÿçñšÀÉÎÕÜŸÇÑŠ")
_LONGER = 0.4
_FROM_RIGHT = "\u200f"
_PLACE = re.compile(r"(\{\w*(?::n)?\})")


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
    locale, direction, name = QLocale(), app.layoutDirection(), app.applicationDisplayName()
    before = set(app.findChildren(QTranslator))
    try:
        yield
    finally:
        for translator in set(app.findChildren(QTranslator)) - before:
            app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(locale)
        app.setLayoutDirection(direction)
        app.setApplicationDisplayName(name)


class Pseudo(QTranslator):
    """Says what is in the catalogue, and Qt's own; what nobody collected stays as it is, and is seen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        catalogue = ET.parse(files.resource("translations", "annotator_fr.ts"))
        self._known = {
            (context.findtext("name"), message.findtext("source"))
            for context in catalogue.iter("context")
            for message in context.iter("message")
        }

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return strange(text) if text and (context[0] == "Q" or (context, text) in self._known) else text

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        return False


def strange(text: str) -> str:
    """A text as the language has it, `⟦Üñdõ··⟧`, with a sign that it runs from the right."""
    parts = [part if part.startswith("{") else part.translate(_STRANGE) for part in _PLACE.split(text)]
    lead = text[: len(text) - len(text.lstrip())]
    return f"{lead}{_FROM_RIGHT}{OPENED}{''.join(parts).lstrip()}{'·' * round(len(text) * _LONGER)}{CLOSED}"
