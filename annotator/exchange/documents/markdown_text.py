"""Markdown to text: what a reader of the printed page would read, as CommonMark understands the signs.

Lines of a paragraph are joined by spaces; code keeps its lines. Everything is one pass over the text, so that
no file takes long. What belongs to a page and not to a text goes: rules, targets of links, tags, comments.
"""

import html
import re
from collections import defaultdict

_SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_HIDDEN = {ord(sign): 0xFDD0 + at for at, sign in enumerate(_SIGNS)}  # characters that no article's text has
_SHOWN = {hidden: sign for sign, hidden in _HIDDEN.items()}

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*(?=\d{1,9}[.)][ \t]+\S)")
_TARGET = re.compile(r" {0,3}\[[^\[\]^][^\[\]]*\]:[ \t]*\S")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]]+\]:[ \t]*")
_COLUMNS = re.compile(
    r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|[ \t]*\|[ \t]*:?-+:?[ \t]*\|[ \t]*$"
)
_ROW = re.compile(r"[ \t]*\|(.*?)\|?[ \t]*$")
_BARS = re.compile(r"(?<!\\)\|")

_LITERAL = re.compile(rf"\\([{re.escape(_SIGNS)}])|(?<!`)(`+)(?!`)(.{{1,1000}}?)(?<!`)\2(?!`)", re.DOTALL)
_WHERE = r"<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?"
_TO = rf"\([ \t]*(?:{_WHERE})(?:\s+[\"'(][^\n]{{0,300}}?[\"')])?[ \t]*\)"
_IMAGE = re.compile(rf"!\[([^\[\]]{{0,300}})\](?:{_TO}|\[[^\[\]]{{0,100}}\])")
_LINK = re.compile(rf"\[((?:[^\[\]]|\[[^\[\]]{{0,100}}\]){{1,300}})\](?:{_TO}|\[[^\[\]^]{{0,100}}\])")
_NOTE_MARK = re.compile(r"\[\^[^\[\]\s]{1,60}\]")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000}|[^<>\s@]{1,100}@[^<>\s@]{1,100})>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")
_EMPHASIS = re.compile(r"\*+|_+|~~")


def text_of(markdown: str) -> tuple[str, str]:
    """The text, its blocks with a blank line between, and the first heading ("" without one).

    The Markdown is normalised (see `model.text`); line ends are LF.
    """
    reading = _Reading()
    for line in _without_comments(markdown).split("\n"):
        reading.take(line)
    reading.end_block()
    return "\n\n".join(reading.blocks), reading.heading


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join((*kept, text[at:]))


class _Reading:
    """The blocks of a text, line by line."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.heading = ""
        self._lines: list[list[str]] = []  # of the block at hand: pieces that belong on one line
        self._fence = ""
        self._code: list[str] = []
        self._broken = False  # the next line begins a new one

    def take(self, line: str) -> None:
        fence = _FENCE.match(line)
        if self._fence:
            self._take_code(line, fence)
        elif fence:
            self.end_block()
            self._fence = fence[1]
        else:
            self._take_text(line[quote.end() :] if (quote := _QUOTE.match(line)) else line)

    def _take_code(self, line: str, fence: re.Match[str] | None) -> None:
        if fence and fence[1].startswith(self._fence) and not line[fence.end() :].strip():
            self.end_block()
        else:
            self._code.append(line.rstrip())

    def _take_text(self, line: str) -> None:
        if not line.strip() or _TARGET.match(line):
            self.end_block()
        elif heading := _HEADING.match(line):
            self.end_block()
            self._add(heading[1] or "")
            self._end_heading()
        elif self._lines and _UNDERLINE.match(line):
            self._end_heading()
        elif _RULE.match(line):
            self.end_block()
        elif not _COLUMNS.match(line):
            self._take_running(line)

    def _take_running(self, line: str) -> None:
        """A line of a paragraph, a list or a table."""
        starts = next((found for sign in (_BULLET, _NUMBER, _FOOTNOTE) if (found := sign.match(line))), None)
        row = _ROW.match(line)
        if starts or row:
            self._broken = True
        if starts:
            line = line[starts.end() :]
        elif row:
            line = " | ".join(cell.strip() for cell in _BARS.split(row[1]))
        hard = line.endswith(("  ", "\\"))
        self._add(line.rstrip().removesuffix("\\") if hard else line)
        self._broken = bool(row) or hard

    def _add(self, line: str) -> None:
        if self._broken or not self._lines:
            self._lines.append([])
        self._lines[-1].append(line.strip())
        self._broken = False

    def _end_heading(self) -> None:
        self.end_block()
        if self.blocks and not self.heading:
            self.heading = self.blocks[-1]

    def end_block(self) -> None:
        """Whatever is at hand becomes a block."""
        text = "\n".join(self._code if self._fence else [" ".join(pieces) for pieces in self._lines])
        read = text.strip("\n") if self._fence else _inline(text).strip()
        if read.strip():
            self.blocks.append(read)
        self._lines, self._code, self._fence, self._broken = [], [], "", False


def _inline(text: str) -> str:
    """A block without signs of emphasis, links and tags; what was escaped, or is code, is as it was meant."""
    text = _LITERAL.sub(lambda found: (found[1] or found[3].strip(" ")).translate(_HIDDEN), text)
    text = _NOTE_MARK.sub("", text)
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _TAG.sub("", _ADDRESS.sub(r"\1", text))
    return html.unescape(_unemphasised(text)).translate(_SHOWN)


def _unemphasised(text: str) -> str:
    """Without the pairs of `*`, `_` and `~~` around words; one alone is a sign of the text and stays."""
    open_: dict[str, list[list[int]]] = defaultdict(list)
    gone: list[tuple[int, int]] = []
    for found in _EMPHASIS.finditer(text):
        (start, end), sign = found.span(), found[0][0]
        before, after = text[start - 1 : start], text[end : end + 1]
        inner = sign == "_"
        if before and not before.isspace() and not (inner and after.isalnum()):
            start = _closed(open_[sign], start, end, gone)
        if start < end and after and not after.isspace() and not (inner and before.isalnum()):
            open_[sign].append([start, end])
    kept, at = [], 0
    for start, end in sorted(gone):
        kept.append(text[at:start])
        at = end
    return "".join((*kept, text[at:]))


def _closed(open_: list[list[int]], start: int, end: int, gone: list[tuple[int, int]]) -> int:
    """Pair the signs from `start` on with those that are open; the first that has no partner."""
    while open_ and start < end:
        first, last = open_[-1]
        pairs = min(end - start, last - first)
        gone += [(last - pairs, last), (start, start + pairs)]
        start += pairs
        if last - pairs == first:
            open_.pop()
        else:
            open_[-1][1] = last - pairs
    return start
