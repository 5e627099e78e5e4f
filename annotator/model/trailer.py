"""Trailers: the lines after an article that are not its text, such as "Related Sources: • ...".

The text stays as it is. A trailer is shown dimmed and left out of suggestions. It is recognised by its
heading near the end, followed by nothing but links, bullets or short items.
"""

import re

_HEADING = re.compile(
    r"(?<!\w)(?:related\s+(?:sources?|articles?|stories|links|topics|coverage|reading|news)"
    r"|(?:further|more)\s+(?:reading|stories|on\s+this(?:\s+story)?)|read\s+(?:more|also|next)|see\s+also"
    r"|you\s+(?:may|might)\s+also\s+(?:like|be\s+interested\s+in)|sources?|share\s+this(?:\s+article)?"
    r"|articles?\s+liés|à\s+lire\s+aussi|lire\s+aussi|mehr\s+zum\s+thema|lesen\s+sie\s+auch)"
    r"\s*[::](?=\s|$)",
    re.IGNORECASE,
)
_ITEM_BREAK = re.compile(r"[•·‣▪|\n]+|(?:^|\s)[-–*](?=\s)")
_SENTENCE_END = re.compile(r"[.!?…]$")
_LONGEST_ITEM = 160  # code points: a headline fits, a paragraph does not
_LATEST_START = 0.5  # a trailer never takes more than the second half of the text


def trailer_start(text: str) -> int:
    """The code point offset at which the article's trailer begins, or `len(text)` when it has none."""
    for match in _HEADING.finditer(text, int(len(text) * _LATEST_START)):
        if _opens(text[: match.start()]) and _is_list(text[match.end() :]):
            return match.start()
    return len(text)


def _opens(before: str) -> bool:
    """Whether a heading may follow: at the start of a line or after the end of a sentence."""
    rest = before.rstrip(" \t\u00a0")
    return rest.endswith(("\n", ".", "!", "?", "…", '"', "”", "»")) or not rest


def _is_list(rest: str) -> bool:
    items = [item.strip() for item in _ITEM_BREAK.split(rest) if item.strip()]
    return bool(items) and all(_is_link(item) for item in items)


def _is_link(item: str) -> bool:
    return len(item) <= _LONGEST_ITEM and ("://" in item or not _SENTENCE_END.search(item))
