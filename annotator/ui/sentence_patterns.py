"""Recognises sentences that come from below the window by the patterns of the catalogue, and says them in its language.

Loaded when the window speaks another language than the code; `sentences` is the way in.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import regex

from annotator import files
from annotator.ui.numbers import number
from annotator.ui.sentences import of_catalogue

_PLACE = regex.compile(r"\{(\d+)(:n)?\}")
_PLACES = regex.compile(r"(\{\d+\}(?: \{\d+\})*|\{\d+:n\})")  # places with but a space between are one
_COUNT = regex.compile(r"[\d,]*\d")
_QUOTED = "“[^”]*”(*SKIP)(*FAIL)|"
_SEAMS = tuple(regex.compile(f"({_QUOTED}{seam})") for seam in (r"\n *", r"(?<=\.) (?! )", ": ", " × ", ", "))


def translation(text: str) -> str:
    """A text in the window's language, as far as it is known."""
    known = _known(text)
    return _in_pieces(text) if known is None else known


def _known(text: str) -> str | None:
    """What the catalogue says for the whole text."""
    exact = of_catalogue(text)
    if exact != text:
        return exact
    return next((said for pattern in _patterns() if (said := pattern.said(text)) is not None), None)


# By patterns


@dataclass(frozen=True)
class _Pattern:
    """A text of the catalogue, and how to know what was made of it."""

    source: str

    @cached_property
    def words(self) -> list[str]:
        """Its own words, between the places."""
        return _PLACES.split(self.source)[::2]

    @cached_property
    def places(self) -> regex.Pattern[str]:
        """Where a translation has them."""
        return regex.compile("|".join(map(regex.escape, _PLACES.findall(self.source))))

    @cached_property
    def longest(self) -> str:
        """The words by which to pass over most other sentences at once."""
        return max(self.words, key=len)

    @cached_property
    def form(self) -> regex.Pattern[str]:
        """What it fits: a group for every place, or several with but a space between."""
        parts = _PLACES.split(self.source)
        groups = (f"({_COUNT.pattern})" if part.endswith(":n}") else "(.*?)" for part in parts[1::2])
        return regex.compile("".join(regex.escape(each) + next(groups, "") for each in parts[::2]), regex.S)

    def said(self, text: str) -> str | None:
        """The text in the window's language, None when it is not of this pattern."""
        found = self.form.fullmatch(text) if self.longest in text else None
        if found is None:
            return None
        parts = {
            place: _part(part, is_quoted=before.endswith("“") and after.startswith("”"))
            for place, part, before, after in zip(
                _PLACES.findall(self.source), found.groups(), self.words, self.words[1:], strict=False
            )
        }
        return self.places.sub(lambda place: parts[place[0]], of_catalogue(self.source))


def _part(text: str, *, is_quoted: bool) -> str:
    if is_quoted:
        return of_catalogue(text) if text else ""
    return number(int(text.replace(",", ""))) if _COUNT.fullmatch(text) and "," in text else translation(text)


@lru_cache(maxsize=1)
def _patterns() -> tuple[_Pattern, ...]:
    """The patterns, those with the most letters of their own first."""
    return tuple(map(_Pattern, sorted(filter(_PLACE.search, _lines()), key=lambda line: -len(_PLACE.sub("", line)))))


def _lines() -> list[str]:
    return files.resource("translations", "sentences.txt").read_text(encoding="utf-8").splitlines()


# In pieces


def _in_pieces(text: str) -> str:
    """A text put together of several: lines, sentences, a reason after a colon, a list, a verb after its noun."""
    for seam in _SEAMS:
        pieces = seam.split(text)
        if len(pieces) > 1:
            said = "".join(translation(piece) if not at % 2 else piece for at, piece in enumerate(pieces))
            if said != text:
                return said
    if text.endswith(".") and (said := translation(text[:-1])) != text[:-1]:
        return f"{said}."
    return _with_tail(text)


def _with_tail(text: str) -> str:
    """A noun that somebody named, and what the catalogue says of it: `PERSON “Ada” covers no text`."""
    if not any(each in text for each in _words_of_tails()):
        return text
    for at in (found.start() for found in regex.finditer(f"{_QUOTED} ", text)):
        tail = text[at + 1 :]
        if tail[:1].islower() and (said := _known(tail)) is not None:
            return f"{translation(text[:at])} {said}"
    return text


@lru_cache(maxsize=1)
def _words_of_tails() -> tuple[str, ...]:
    """By which to pass over what has no such tail."""
    return tuple(_Pattern(line).longest for line in _lines() if line[:1].islower())
