"""CoNLL columns to articles: the text is made of the tokens, entities of the tags, whichever scheme these follow.

The tags of IOB1, IOB2, IOBES and BILOU read the same way: B, S and U begin an entity, so does any other that does not
go on with one of its label; E, L, S and U end it.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from annotator.exchange.admit import Admission
from annotator.exchange.decode import marked_encoding
from annotator.exchange.foreign import Found, Ids, clean
from annotator.exchange.mapping import Labels
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.exchange.reading import streaming
from annotator.model.annotation import Annotator, SetState, Span
from annotator.model.article import headline, make_article
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id

TAG = re.compile(r"O|[BIESLUM]-(\S+)")
_START = "-DOCSTART-"
_COLUMNS = re.compile(r"[ \t]+")
_LONGEST_LINE = 1 << 16  # characters
_PIECE = 1 << 17  # characters read at once
_MOST_TOKENS = 2_000_000  # of one article: twice the Bible
_PEEK = 200  # lines by which columns are judged
_NO_SPACE_BEFORE = re.compile(r"[.,:;!?%)\]}»”…]+|['’](?:s|S|re|ve|ll|d|m|t)|n['’]t|''|-RRB-")
_NO_SPACE_AFTER = frozenset(["(", "[", "{", "«", "“", "‘", "``", "$", "£", "€", "#", "-LRB-"])
_BEGINS, _ENDS = frozenset("BSU"), frozenset("ESLU")


@dataclass(slots=True)
class Document:
    """The tokens of one article and their tags, from a line on; `breaks` are tokens that begin a sentence."""

    line: int
    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the token and its tag stand."""

    word: int
    tag: int
    tabs: bool

    def split(self, line: str) -> list[str]:
        """The columns of a line."""
        if not self.tabs and "\t" not in line and "" not in (parts := line.split(" ")):
            return parts
        return [each.strip(" ") for each in line.split("\t")] if self.tabs else _COLUMNS.split(line.strip(" \t"))


def read_documents(path: Path, encoding: str | None) -> Iterator[Document]:
    """The articles of a file. Raises ExchangeError that names the line of what cannot be read."""
    lines = _lines(path, encoding)
    head = list(islice(lines, _PEEK))
    columns = _judge([line for _, line in head])
    found, after_blank = Document(1), False
    for number, line in chain(head, lines):
        if line.startswith(_START):
            if found.words:
                yield found
            found, after_blank = Document(number), False
        elif not line.strip(" \t"):
            after_blank = True
        elif (row := _row(line, columns)) is not None:
            if after_blank and found.words:
                found.breaks.add(len(found.words))
            after_blank = False
            found.words.append(row[0])
            found.tags.append(row[1])
            if len(found.words) > _MOST_TOKENS:
                sentence = f"{path}, line {found.line}: the article has more than {_MOST_TOKENS:,} tokens."
                raise ExchangeError("conll.large", f"{sentence} Put a line {_START} between articles.")
        elif not line.startswith("#"):
            sentence = f"{path}, line {number} is no token with a tag such as B-PER or O in its last column."
            raise ExchangeError("conll.line", f"{sentence} Mend or remove it and import again.")
    if found.words:
        yield found


def _row(line: str, columns: _Columns) -> tuple[str, str] | None:
    """The token and the tag of a line, None when it has not both."""
    parts = columns.split(line)
    if len(parts) < 2 or len(parts) <= columns.word:
        return None
    word, tag = parts[columns.word], parts[columns.tag if len(parts) > columns.tag else -1]
    if tag != "O" and not TAG.fullmatch(tag):
        return None
    return (word if word.strip() else "\ufffd"), tag


def _judge(lines: list[str]) -> _Columns:
    """Where tokens and tags stand: first and last, but where lines are numbered, right after the number."""
    rows = [line for line in lines if line.strip(" \t") and not line.startswith((_START, "#"))]
    tabs = bool(rows) and all("\t" in line for line in rows)
    plain = _Columns(0, -1, tabs)
    first = [plain.split(line) for line in rows]
    numbered = bool(first) and all(len(each) > 2 and each[0].isdecimal() for each in first)
    return _Columns(1, 2, tabs) if numbered and all(TAG.fullmatch(each[2]) for each in first) else plain


def _lines(path: Path, encoding: str | None) -> Iterator[tuple[int, str]]:
    """The lines without their ends, with their numbers from 1, in bounded memory."""
    with streaming(path, "conll", encoding), path.open("rb") as file:
        head = file.read(4)
        file.seek(0)
        found = encoding or marked_encoding(head) or "utf-8"
        codecs.lookup(found)
        for number, line in enumerate(_decoded(file, found), start=1):
            if len(line) > _LONGEST_LINE:
                sentence = f"{path}, line {number} is longer than {_LONGEST_LINE:,} characters"
                raise ExchangeError("conll.long", f"{sentence}: is it one token a line?")
            yield number, line.rstrip("\r")


def _decoded(file: BinaryIO, encoding: str) -> Iterator[str]:
    """The lines without line feeds; of one that is too long at least its beginning."""
    with TextIOWrapper(file, encoding, newline="\n") as text:
        rest = text.read(_PIECE).removeprefix("\ufeff")
        while piece := text.read(_PIECE):
            *lines, rest = (rest + piece).split("\n")
            yield from lines
            if len(rest) > _LONGEST_LINE:
                break
        yield from rest.split("\n")


def incoming(
    document: Document, path: Path, options: ReadOptions, admission: Admission, labels: Labels
) -> Iterator[Incoming | Refused]:
    """The article of a document, and what was refused of it; `labels` serves the whole file."""
    place = f"{path}, line {document.line}"
    raw, bounds = _text_of(document)
    text = clean(raw)
    spans: list[Span] = []
    refused: list[Refused] = []
    ours = {column_name(each.name): each.name for each in options.schema.labels} if options.schema else {}
    for number, (label, first, last) in enumerate(_entities(document.tags)):
        given = labels.ours(label, ours.get(label))
        if given is None:
            refused += labels.left_out([label], place)
        else:
            start, end = bounds[first][0], bounds[last][1]
            spans.append(Span(id=f"{number}", label=given, fragments=((start, end),), text=raw[start:end]))
    found = Found(annotator=options.annotator or Annotator(name="conll"), state=SetState(status="done"), spans=spans)
    annotation, out = admission.admit(found, raw, text, place, Ids())
    article = make_article(id=new_id(), title=headline(text.text) or "", text=text.text, meta={"source": path.name})
    yield Incoming(article, (annotation,), place, ("the text was made of the tokens", *text.changes))
    yield from (*refused, *out)


def column_name(label: str) -> str:
    """A label without white space, which parts columns."""
    return "_".join(label.split()) or "_"


def _text_of(document: Document) -> tuple[str, list[tuple[int, int]]]:
    """A text in which the tokens stand as in print, a sentence a line; and where each lies."""
    parts: list[str] = []
    bounds: list[tuple[int, int]] = []
    at, quotes = 0, 0
    for number, word in enumerate(document.words):
        if number in document.breaks:
            gap, quotes = "\n", 0
        else:
            gap = _gap(document.words[number - 1], word, quotes) if number else ""
        quotes += word == '"'
        parts += [gap, word]
        bounds.append((at + len(gap), at + len(gap) + len(word)))
        at = bounds[-1][1]
    return "".join(parts), bounds


def _gap(before: str, word: str, quotes: int) -> str:
    """What stands between two tokens of a sentence; `quotes` counts the straight quotation marks before."""
    is_open = quotes % 2 == 1
    glued = (
        _NO_SPACE_BEFORE.fullmatch(word) is not None
        or before in _NO_SPACE_AFTER
        or (word == '"' and is_open)
        or (before == '"' and is_open)
    )
    return "" if glued else " "


def _entities(tags: list[str]) -> Iterator[tuple[str, int, int]]:
    """Label, first and last token of each entity."""
    label, first, is_open = "", 0, False
    for at, tag in enumerate(tags):
        here = tag[2:]
        if is_open and (tag == "O" or tag[0] in _BEGINS or here != label):
            yield label, first, at - 1
            is_open = False
        if tag == "O":
            continue
        if not is_open:
            label, first, is_open = here, at, True
        if tag[0] in _ENDS:
            yield label, first, at
            is_open = False
    if is_open:
        yield label, first, len(tags) - 1
