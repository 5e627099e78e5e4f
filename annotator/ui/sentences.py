"""Sentences that come from below the window, said in its language.

Errors, titles of steps, remarks and reports are made where they arise, in English, and steps are kept so in the
project. They are recognised by their patterns, which stand in the catalogue with numbered places for what varies,
`“{0}” is marked as {1} already.`, and for numbers, `{0:n} spans`. What stands between quotation marks is somebody's
text and is left alone, unless it is a whole sentence of the catalogue. What no pattern fits is looked at in pieces; a
piece that is not known is shown as it is, so that nothing is ever hidden.

The last place before the screen calls `translated`. What is in the window's language already comes out unchanged.
"""

import re

from PySide6.QtCore import QCoreApplication

CONTEXT = "Sentences"
_BETWEEN = re.compile(r"(?<=\.) (?=[A-Z])")


def translated(sentence: str) -> str:
    """The sentence in the window's language."""
    if not sentence or not _speaks_other():
        return sentence
    from annotator.ui.sentence_patterns import translation

    return translation(sentence)


def each_translated(sentences: str) -> str:
    """Several sentences one by one, where none quotes somebody: a place of a pattern may else reach into the next."""
    if "“" in sentences:
        return translated(sentences)
    return " ".join(map(translated, _BETWEEN.split(sentences)))


def _speaks_other() -> bool:
    """Whether a catalogue is loaded: else nothing is looked for."""
    return of_catalogue("Undone: {0}") != "Undone: {0}"


def of_catalogue(source: str) -> str:
    """What the catalogue says for exactly this text; the text itself when it has nothing."""
    return QCoreApplication.translate(CONTEXT, source) if "\0" not in source else source  # Qt would cut it there
