"""Headlines and subheads, and their case: what is written In Title Case or ALL CAPS is read as a sentence is.

A pipeline that learnt from sentences takes such lines for names. The body decides which of their words are:
those it writes with a capital inside a sentence. The length never changes, so offsets hold. Never imports spaCy.
"""

import re
from collections import Counter
from collections.abc import Iterator

from annotator.model.annotation import Fragment
from annotator.suggest.lexicons import words

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_](?:[\w'’]|\.(?=\w))*")
_CREDITS = re.compile(r"(?:By|BY)\s|\(")  # who wrote it
_LONGEST = 200  # code points
_FEWEST_WORDS = 4  # fewer may be a name, a place or a byline
_LONG_WORD = 4  # code points; shorter words are small in most styles of Title Case
_MOST = 0.75  # the share of long words with a capital
_NEARLY_ALL = 0.9  # the same, for a line that ends as a sentence does
# What stands before a word inside a sentence.
_INSIDE = re.compile(r"(?:[\w,;)’'\"”%-]|\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Capt|Prof)\.) +[(‘“'\"]?$")
_LOOKED_BACK = 8  # code points
_NAME_FOLLOWS = re.compile(r" [^\W\d_a-z]")
_CAPITALS = 0.7  # the share of words in capitals in a line of capitals


def heading_lines(text: str) -> Iterator[Fragment]:
    """The lines that are written as a headline: short, and most of their words with a capital."""
    for line in _LINE.finditer(text):
        if line.end() - line.start() <= _LONGEST and _is_titled(line[0].strip()):
            yield line.span()


def _is_titled(line: str) -> bool:
    found: list[str] = _WORD.findall(line)
    long: list[str] = [word for word in found if len(word) >= _LONG_WORD]
    if len(found) < _FEWEST_WORDS or len(long) < 2 or _CREDITS.match(line) is not None:
        return False
    share = sum(word[0].isupper() for word in long) / len(long)
    return share >= (_NEARLY_ALL if line.endswith((".", ",", ";", ":")) else _MOST)


def truecase(text: str, language: str = "en") -> str:
    """The text with its headings in the case of sentences; as long as it was, and the same everywhere else.

    A language without a lexicon of names keeps its case, and so does a text without a body.
    """
    if not words_known(language):
        return text
    headings = list(heading_lines(text))
    body = _rest(text, headings)
    if not headings or not body.strip():
        return text
    spelled = _spellings(body, language)
    pieces, at = [], 0
    for start, end in headings:
        pieces += [text[at:start], _lowered(text[start:end], spelled)]
        at = end
    return "".join((*pieces, text[at:]))


def words_known(language: str) -> bool:
    """Whether there is a lexicon of names for the language."""
    return language == "en"


def _rest(text: str, headings: list[Fragment]) -> str:
    pieces, at = [], 0
    for start, end in headings:
        pieces.append(text[at:start])
        at = end
    return "".join((*pieces, text[at:]))


def _spellings(body: str, language: str) -> dict[str, str]:
    """How the body spells each word that it writes as a name at least as often as not."""
    names, plain = Counter[str](), Counter[str]()
    for match in _WORD.finditer(body):
        word = _stem(match[0])
        if word[0].islower():
            plain[word.lower()] += 1
        elif _is_inside(body, match.start()) or _NAME_FOLLOWS.match(body, match.end()):
            names[word] += 1
    spelled = {name.lower(): name for name in words(f"names.{language}", "always")}
    for name, times in sorted(names.items(), key=lambda item: item[1]):
        if times >= plain[name.lower()]:
            spelled[name.lower()] = name
    return spelled


def _is_inside(body: str, start: int) -> bool:
    return _INSIDE.search(body[max(start - _LOOKED_BACK, 0) : start]) is not None


def _stem(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _lowered(line: str, spelled: dict[str, str]) -> str:
    found = _WORD.findall(line)
    shouted = sum(word.isupper() for word in found) >= _CAPITALS * len(found)
    opening = _WORD.search(line)

    def lower(match: re.Match[str]) -> str:
        word = match[0]
        stem = _stem(word)
        known = spelled.get(stem.lower())
        if known and (stem.isupper() or not known.isupper()):  # “Us” is not the US
            return known + _small(word[len(stem) :]) if len(known) == len(stem) else word
        if not shouted and _is_special(stem):
            return word
        is_first = opening is not None and match.start() == opening.start()
        return (word[0] if is_first else _small(word[0])) + _small(word[1:])

    return _WORD.sub(lower, line)


def _is_special(word: str) -> bool:
    """An acronym, or a name with a capital inside: UN, U.S., McAdam."""
    return any(character.isupper() or character.isdigit() for character in word[1:])


def _small(text: str) -> str:
    """In small letters, but for those whose small form is longer."""
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)
