"""Items of a list of measures, as parties print them: "Labour will: • Build 200 homes • Hire ten nurses".

The line above the list must promise; a list that opens the text has none above it and is believed less.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.suggest.pledges.finding import Candidate
from annotator.suggest.pledges.lists import Lists

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RULE = "deed in a list of measures"
_ITEM = re.compile(
    r"^[ \t]*(?:<LIST>)?[ \t]*(?:<li>[ \t]*)?(?:[•·▪*–-]|<li>)[ \t]*(?:-[ \t]+)?(?:and[ \t]+)?(?=[A-Za-z$£€])",
    re.MULTILINE,
)
_MONEY = frozenset("$£€")
_PROMISING = re.compile(r"\b(?:will|shall|pledg|promis|plan|commit|undertak|intend|measure|polic)", re.IGNORECASE)


def find(doc: "Doc", lists: Lists) -> Iterator[Candidate]:
    """The deeds that open the items of a list."""
    text = doc.text
    for match in _ITEM.finditer(text):
        verb = _verb_at(doc, match.end(), lists)
        if verb is not None and (above := _above(text, match.start())) is not None:
            score = 0.4 if above else 0.3
            yield Candidate(verb, (), (), RULE, score, reach=(verb.i, _line_end(verb)))


def _verb_at(doc: "Doc", place: int, lists: Lists) -> "Token | None":
    span = doc.char_span(place, place + 1, alignment_mode="expand")
    if span is None:
        return None
    word = span[0]
    if word.text in _MONEY:
        return _sum(word)
    if word.lower_ in lists("made", "passive") | lists("made", "item"):
        return word
    deed = word.tag_ in {"VB", "VBP", "VBG"} and any(True for _ in word.rights)
    return word if deed and word.lemma_.lower() not in lists("not_committed", "reader") else None


def _line_end(word: "Token") -> int:
    """The last token of the line, before the markup that closes an item."""
    place = word.i
    while place + 1 < len(word.doc) and word.doc[place + 1].text.strip(" ") not in {"<", "\n", "\n\n", "</li"}:
        place += 1
    return place


def _sum(word: "Token") -> "Token | None":
    """The first of "$5 million for a fund", where a sum opens an item."""
    head = next((each for each in word.doc[word.i + 1 : word.i + 4] if each.lower_ in {"million", "billion"}), word)
    after = word.doc[head.i + 1 : head.i + 2].text
    return word if after in {"for", "to", "towards", "toward"} else None


def _above(text: str, place: int) -> str | None:
    """The line that opens the list; empty when there is none, None when it promises nothing."""
    lines = text[:place].splitlines()
    for line in reversed(lines):
        if line.strip() and not _ITEM.match(line):
            return line if _PROMISING.search(line) else None
    return ""
