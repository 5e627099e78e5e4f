"""WebAnno TSV 3.0 to 3.3 to a page of layers; where columns mean what is left to `webanno_columns`.

The text is put together from the sentences as INCEpTION does it: lines joined by line feeds, gaps filled with
spaces. Offsets count UTF-16 units; a file whose tokens only fit when code points are counted is taken as that.
"""

import re
from dataclasses import dataclass, field

import msgspec

from annotator.exchange.tools.layers import Page
from annotator.exchange.tools.utf16 import Units
from annotator.exchange.tools.webanno_columns import Columns, Row
from annotator.exchange.tools.webanno_rows import FORMAT, OURS, TEXT, text_back, value_back

_VERSION = re.compile(re.escape(FORMAT) + r"?3(?:\.(\d))?")
_JAVA_UP_TO = 1  # the minor version up to which text was escaped as in Java
_UNIT = re.compile(r"(\d{1,9}-\d{1,9})(?:\.\d{1,9})?\t(\d{1,9})-(\d{1,9})\t([^\t]*)(?:\t(.*))?", re.DOTALL)
_WIDEST_GAP = 100_000  # spaces between two sentences


@dataclass(slots=True)
class _Sentence:
    """The text of a sentence with a line feed after each line, and the rows under it, their offsets as they stand."""

    line: int
    text: str = ""
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class _File:
    """What a file says, its text not yet put together."""

    columns: Columns
    sentences: list[_Sentence]
    document: dict[str, str]


def read_tsv(data: bytes) -> Page:
    """The page in a TSV file. Raises ValueError, as the end of a sentence, when it is none."""
    try:
        lines = [line.removesuffix("\r") for line in data.decode("utf-8-sig").split("\n")]
    except UnicodeDecodeError as error:
        raise ValueError(f"is not in UTF-8: {error}") from error
    file = _parsed(lines)
    text, counted = _put_together(file)
    text = _led(text, file.document.pop("lead", ""))
    page = Page(text, document=file.document)
    if not counted:
        page.notes.append("offsets taken as code points, for as UTF-16 units they do not fit the tokens")
    units = Units(text) if counted else None
    for sentence in file.sentences:
        for row in sentence.rows:
            _place(row, text, units)
    file.columns.read([row for sentence in file.sentences for row in sentence.rows], page)
    return page


def _parsed(lines: list[str]) -> _File:
    match = _VERSION.fullmatch(lines[0].rstrip())
    if match is None:
        raise ValueError(f"does not begin with a line such as {FORMAT}3.3")
    java = match[1] is not None and int(match[1]) <= _JAVA_UP_TO
    columns = Columns()
    file = _File(columns, [], {})
    sentence: _Sentence | None = None
    for number, line in enumerate(lines[1:], start=2):
        if line.startswith("#T_"):
            columns.declare(line)
        elif line.startswith(OURS):
            file.document = _document(line.removeprefix(OURS), number)
        elif line.startswith(TEXT):
            if sentence is None or sentence.rows:
                sentence = _Sentence(number)
                file.sentences.append(sentence)
            sentence.text += text_back(line.removeprefix(TEXT), java=java) + "\n"
        elif line and not line.startswith("#"):
            if sentence is None:
                raise ValueError(f"has a token before the first {TEXT} (line {number})")
            sentence.rows.append(_row(line, number, columns))
    return file


def _document(line: str, number: int) -> dict[str, str]:
    try:
        return msgspec.json.decode(line, type=dict[str, str])
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError) as error:
        raise ValueError(f"has no JSON after {OURS} (line {number}): {error}") from error


def _row(line: str, number: int, columns: Columns) -> Row:
    match = _UNIT.fullmatch(line)
    if match is None:
        raise ValueError(f"has a line {number} that is no token: “{line[:60]}”")
    cells = (match[5] or "").split("\t")[: columns.count]
    if len(cells) < columns.count:
        raise ValueError(f"has {len(cells)} cells in line {number}, and its head names {columns.count} columns")
    name = line.partition("\t")[0]
    return Row(name, int(match[2]), int(match[3]), match[4], cells)


def _put_together(file: _File) -> tuple[str, bool]:
    """The text, and whether the offsets count UTF-16 units."""
    wide = any(Units(sentence.text) for sentence in file.sentences)
    if not wide:
        return _joined(file.sentences, counted=True), True
    problem: ValueError | None = None
    try:
        text = _joined(file.sentences, counted=True)
        if _fits(file.sentences, text, Units(text)):
            return text, True
    except ValueError as error:
        problem = error
    try:
        other = _joined(file.sentences, counted=False)
        if _fits(file.sentences, other, None):
            return other, False
    except ValueError:
        pass
    if problem is not None:
        raise problem
    return text, True


def _joined(sentences: list[_Sentence], *, counted: bool) -> str:
    """The text; `counted` says that offsets count UTF-16 units. Raises ValueError when sentences overlap."""
    pieces: list[str] = []
    length = 0
    for sentence in sentences:
        start = sentence.rows[0].start if sentence.rows else length
        if length > start and pieces:  # the line feed after a line is not always one of the text
            pieces[-1] = pieces[-1][:-1]
            length -= 1
        if length > start or start - length > _WIDEST_GAP:
            reason = f"begins at {start}, where {length} was expected"
            raise ValueError(f"has a sentence in line {sentence.line} that {reason}")
        pieces += [" " * (start - length), sentence.text]
        length = start + len(sentence.text) + (_wide(sentence.text) if counted else 0)
    return "".join(pieces).removesuffix("\n")


def _wide(text: str) -> int:
    return 0 if text.isascii() else sum(character > "\uffff" for character in text)


def _fits(sentences: list[_Sentence], text: str, units: Units | None) -> bool:
    return all(_says(row, _covered(row, text, units)) for each in sentences for row in each.rows)


def _covered(row: Row, text: str, units: Units | None) -> str:
    start, end = (row.start, row.end) if units is None else (units.point(row.start), units.point(row.end))
    return text[start:end] if 0 <= start <= end else ""


def _says(row: Row, covers: str) -> bool:
    return covers == row.form or covers in (value_back(row.form), text_back(row.form, java=False))


def _place(row: Row, text: str, units: Units | None) -> None:
    """Give a row its offsets in code points, and see whether it lies on the text that it names."""
    row.fits = _says(row, _covered(row, text, units))
    if units is not None:
        row.start, row.end = units.point(row.start), units.point(row.end)


def _led(text: str, lead: str) -> str:
    """The text with the white space that it began with, of which the format keeps only the length."""
    return lead + text[len(lead) :] if lead.isspace() and not text[: len(lead)].strip(" ") else text
