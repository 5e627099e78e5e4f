"""Words as a person types them to find something: which there are, and whether a text holds them.

The same words find articles through SQLite's full-text index (`store.search`) and spans by looking at their
text (`holds`): upper and lower case and accents are alike, the last word may still be a beginning, words between
quotation marks are a phrase.
"""

import re
import unicodedata

import msgspec

from annotator.model.text import normalise

_MOST = 50  # words that are looked for, so that a whole article pasted here is no trouble
_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_TOKEN = re.compile(r"[^\W_]+")


class Words(msgspec.Struct, frozen=True):
    """What is looked for: words and phrases; whether the last may go on."""

    terms: tuple[str, ...]
    goes_on: bool = False


def read_words(typed: str) -> Words:
    """What a person typed. A single Latin letter is a word only: nearly every article has one that begins so."""
    typed = normalise(typed).text  # what SQLite could not read becomes U+FFFD, which separates words
    found = [phrase or word for phrase, word in _TERM.findall(typed) if phrase.strip() or word]
    terms = tuple(dict.fromkeys(found))[:_MOST]
    return Words(terms, bool(terms) and _may_go_on(typed, terms[-1]))


def _may_go_on(typed: str, last: str) -> bool:
    """Whether the last word may still be typed."""
    is_open = not typed.rstrip().endswith('"') and not typed[-1].isspace()
    return is_open and (len(last) > 1 or not last.isascii())


def tokens(text: str) -> list[str]:
    """The words of a text, without case and accents."""
    if text.isascii():  # the most, and three times as fast
        return _TOKEN.findall(text.lower())
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return _TOKEN.findall(plain.casefold())


def holds(text: str, wanted: Words) -> bool:
    """Whether all the words are in the text, each term in one piece."""
    said = in_words(text)
    return all(each in said for each in pieces(wanted))


def in_words(text: str) -> str:
    """The words of a text with a space before and after each: what `pieces` are looked for in."""
    return f" {' '.join(tokens(text))} "


def pieces(wanted: Words) -> list[str]:
    """What all has to stand in `in_words` of a text that holds the words."""
    found = []
    for number, term in enumerate(wanted.terms, 1):
        sought = " ".join(tokens(term))
        end = "" if wanted.goes_on and number == len(wanted.terms) else " "
        found += [f" {sought}{end}"] if sought else []
    return found


def mark(text: str, wanted: Words) -> str:
    """The text with the words between ‹ and ›, as the full-text index marks them; phrases word by word."""
    sought = [(word, False) for term in wanted.terms for word in tokens(term)]
    if sought and wanted.goes_on:
        sought[-1] = (sought[-1][0], True)

    def marked(found: re.Match[str]) -> str:
        word = "".join(tokens(found[0]))
        fits = any(word == each or (goes_on and word.startswith(each)) for each, goes_on in sought)
        return f"‹{found[0]}›" if fits else found[0]

    return _TOKEN.sub(marked, text)
