"""Where the words of a pledge break off: at a new line, a mark that was not opened in it, or an aside."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLOSING = frozenset(".,;:!?…–—-'\"”’»)]‘“«([")
_PAIRS = {"”": "“", "»": "«", ")": "(", "]": "["}
_OPENING = frozenset(_PAIRS.values())
_STRAIGHT = frozenset({'"', "''", "``"})
_BREAKS = frozenset({";", "―"})
_ASIDES = frozenset({"which", "who", "but", "while"})


def end(doc: "Doc", first: int, last: int) -> int:
    """The last word to keep of the tokens `first` to `last`, both included; `first` at least."""
    marks = _Marks()
    for place in range(first, last + 1):
        if marks.closes_unopened(doc[place]) or (place > first and _breaks(doc, place)):
            last = place - 1
            break
    while last > first and _is_edge(doc, first, last):
        last -= 1
    return last


class _Marks:
    """The brackets and quotation marks that are open."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def closes_unopened(self, token: "Token") -> bool:
        """Note a mark; true when it closes one that stands before the pledge."""
        mark = '"' if token.text in _STRAIGHT else token.text
        partner = _PAIRS.get(mark, mark)
        if (mark in _PAIRS or mark == '"') and partner in self._open:
            self._open.remove(partner)
            return False
        if mark in _OPENING or (mark == '"' and _opens(token)):
            self._open.append(mark)
            return False
        return mark in _PAIRS or mark == '"'


def _opens(mark: "Token") -> bool:
    """Is there a space before the mark and none after?"""
    return not mark.whitespace_ and (mark.i == 0 or bool(mark.nbor(-1).whitespace_))


def _breaks(doc: "Doc", place: int) -> bool:
    word = doc[place].text
    if "\n" in word and (place + 1 == len(doc) or doc[place + 1].is_sent_start is not False):
        return True  # else the line is only wrapped here
    return word in _BREAKS or (word == "," and _aside(doc, place + 1))


def _aside(doc: "Doc", place: int) -> bool:
    """Does something begin that is not promised: "which ...", "forcing them ...", "for example"?"""
    if place >= len(doc):
        return True
    word = doc[place]
    example = word.lower_ == "for" and doc[place + 1 : place + 2].text == "example"
    return example or word.lower_ in _ASIDES or (word.tag_ == "VBG" and word.dep_ == "advcl")


def _is_edge(doc: "Doc", first: int, last: int) -> bool:
    """Is the last word a mark without its partner, or an "and" that leads on?"""
    word = doc[last]
    if word.text in CLOSING | _STRAIGHT:
        inside = doc[first:last]
        if word.text in _STRAIGHT:
            return sum(token.text in _STRAIGHT for token in inside) % 2 == 0
        return word.text not in _PAIRS or _PAIRS[word.text] not in {token.text for token in inside}
    return word.is_space or word.dep_ in {"cc", "mark"} or word.lower_ == "notwithstanding"
