"""How well a few typed letters fit a name. Plain Python.

Every typed word must be found: best at the start of a word, else anywhere, else its letters in order. Case and
accents do not count.
"""

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

import regex

Item = TypeVar("Item")
_START, _INSIDE, _SCATTERED = 0, 10, 40


def rank(query: str, items: Iterable[Item], name: Callable[[Item], str]) -> list[Item]:
    """The items that fit, the best first; in their own order where they fit alike."""
    scored = ((fit(query, name(item)), place, item) for place, item in enumerate(items))
    found = sorted((each for each in scored if each[0] is not None), key=lambda each: each[:2])
    return [item for _, _, item in found]


def fit(query: str, name: str) -> int | None:
    """How far a name is from what was typed, 0 for nothing typed; None when it does not fit."""
    text, total = plain(name), 0
    words = regex.findall(r"\w+", text)
    for typed in plain(query).split():
        distance = _distance(typed, text, words)
        if distance is None:
            return None
        total += distance
    return total


def contains(query: str, name: str) -> bool:
    """Whether every typed word stands in the name as it was typed."""
    text = plain(name)
    return all(typed in text for typed in plain(query).split())


def _distance(typed: str, text: str, words: list[str]) -> int | None:
    starts = [place for place, word in enumerate(words) if word.startswith(typed)]
    if starts:
        return _START + min(starts[0], _INSIDE - 1)
    if typed in text:
        return _INSIDE
    return _SCATTERED + len(text) - len(typed) if _in_order(typed, text) else None


def _in_order(typed: str, text: str) -> bool:
    letters = iter(text)
    return len(typed) > 1 and all(letter in letters for letter in typed)


def plain(text: str) -> str:
    """In small letters and without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
