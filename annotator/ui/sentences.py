"""Sentences that come from below the window, said in its language.

Errors, titles of steps and remarks are made where they arise, in English, and steps are kept so in the project. Here
they are recognised by their patterns, which stand in the catalogue with numbered places for what varies:
`“{0}” is marked as {1} already.` What no pattern fits is shown as it is.
"""

from functools import lru_cache

import regex
from PySide6.QtCore import QCoreApplication

from annotator import files

CONTEXT = "Sentences"
_PLACE = regex.compile(r"\{(\d+)\}")
_Pattern = tuple[regex.Pattern[str], str]  # what it fits, and the source text


def translated(sentence: str) -> str:
    """The sentence in the window's language."""
    exact = QCoreApplication.translate(CONTEXT, sentence)
    return exact if exact != sentence or not _speaks_other() else _by_pattern(sentence)


def _speaks_other() -> bool:
    """Whether a catalogue is loaded: else nothing is looked for."""
    return QCoreApplication.translate(CONTEXT, "Undone: {0}") != "Undone: {0}"


def _by_pattern(sentence: str) -> str:
    for pattern, source in _patterns():
        found = pattern.fullmatch(sentence)
        if found is not None:
            said = QCoreApplication.translate(CONTEXT, source)
            return _filled(said, [translated(part) if part else "" for part in found.groups()])
    return sentence


def _filled(said: str, parts: list[str]) -> str:
    return _PLACE.sub(lambda place: parts[int(place[1])], said)


@lru_cache(maxsize=1)
def _patterns() -> tuple[_Pattern, ...]:
    """The patterns, those with the most letters of their own first."""
    lines = files.resource("translations", "sentences.txt").read_text(encoding="utf-8").splitlines()
    sources = sorted(filter(_PLACE.search, lines), key=lambda line: -len(_PLACE.sub("", line)))
    return tuple((_compiled(source), source) for source in sources)


def _compiled(source: str) -> regex.Pattern[str]:
    parts = _PLACE.split(source)
    return regex.compile(
        "".join(regex.escape(part) if not at % 2 else "(.*?)" for at, part in enumerate(parts)), regex.S
    )
