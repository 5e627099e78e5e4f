"""Rich text (.rtf) in: a file is one article. striprtf takes the text out of it, after what would trip it is set right.

That is: raw bytes beyond ASCII, the table of fonts, links (their words stay, their targets go), letters beyond
U+FFFF, and nesting or numbers that only a hostile file has.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from annotator.exchange.documents.making import make_incoming
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import whole
from annotator.model.errors import ExchangeError

_MARK = b"{\\rtf"
_DEEPEST = 1000  # groups within groups
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5})")
_BRACES = re.compile(r"\\[\\{}]|[{}]")
_HIGH = re.compile(rb"[\x80-\xff]")
_FONTS = re.compile(r"\{\s*\\fonttbl\b")
_FONT = re.compile(r"\\f(\d{1,5})(?!\d)")
_CHARSET = re.compile(r"\\fcharset(\d{1,3})(?!\d)")
_FIELD = re.compile(r"\\fldinst(?=\{)", re.IGNORECASE)
_UNNUMBERED = re.compile(r"\\uc(?![a-z\d-])|\\(?:uc|u)-?\d{6,}|\\bin(?!\d)", re.IGNORECASE)
_INFO = re.compile(r"\{\s*\\info\b")
_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


class RtfReader:
    """Reads rich text, as Word, TextEdit and press archives write it."""

    name = "rtf"
    title = "Rich text (RTF)"
    suffixes = (".rtf",)
    general = True

    def fits(self, head: bytes) -> bool:
        """Rich text says what it is."""
        return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_MARK)

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """The file as one article; title and author come from its information group."""
        data = whole(path, self.name)
        if not self.fits(data):
            raise ExchangeError("rtf.kind", f"{path} is no rich text: it does not begin with {{\\rtf. Save it again.")
        text, info = rtf_text(data, path, options.encoding)
        notes = ("letters that its code page does not have became U+FFFD",) if "\ufffd" in text else ()
        text = _LINES.sub("\n\n", text)
        yield make_incoming(path, self.name, text, title=info.pop("title", ""), meta=info, notes=notes)


def rtf_text(data: bytes, path: Path, encoding: str | None = None) -> tuple[str, dict[str, str]]:
    """The text of the rich text, and title, author and the day it was made as far as it names them.

    `encoding` is that of letters for which the file names none. Raises ExchangeError when it is damaged.
    """
    source = _ascii(data.lstrip(b"\xef\xbb\xbf \r\n\t"))
    _check_depth(source, path)
    page = _CODE_PAGE.search(source)
    fonts, prepared = _prepared(source)
    info = _group(prepared, _INFO)
    start = f"{{\\rtf1\\ansi{page[0] if page else ''}{fonts}"
    code_page = _code_page(encoding)
    said = {key: _stripped(f"{start} {value}}}", path, code_page).strip() for key, value in _fields(info)}
    if made := re.search(r"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})", info):
        said["created"] = f"{made[1]}-{made[2]:0>2}-{made[3]:0>2}"
    return _stripped(prepared, path, code_page), said


def _code_page(encoding: str | None) -> str:
    try:
        return codecs.lookup(encoding).name if encoding else "cp1252"
    except LookupError:
        return "cp1252"


def _ascii(data: bytes) -> str:
    r"""The bytes with all beyond ASCII as escapes: `\u` where they are UTF-8, else `\'` of the code page."""
    if data.isascii():
        return data.decode("ascii")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _HIGH.sub(lambda found: b"\\'%02x" % found[0][0], data).decode("ascii")
    return re.sub(r"[^\x00-\x7f]+", lambda found: _escaped(found[0]), text)


def _escaped(text: str) -> str:
    units = text.encode("utf-16-le", "replace")
    return "{\\uc0" + "".join(f"\\u{units[at] + 256 * units[at + 1]}" for at in range(0, len(units), 2)) + " }"


def _check_depth(source: str, path: Path) -> None:
    depth = deepest = 0
    for brace in _BRACES.finditer(source):
        depth += (brace[0] == "{") - (brace[0] == "}")
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise ExchangeError("rtf.deep", f"{path} is nested too deeply to be read: open it in Word and save it again.")


def _prepared(source: str) -> tuple[str, str]:
    """The table of fonts in its plainest form, and the file with it and without what trips striprtf."""
    table = _group(source, _FONTS)
    fonts = ""
    for entry in table.split(";"):
        number, charset = _FONT.search(entry), _CHARSET.search(entry)
        if number and charset:
            fonts += f"{{\\f{number[1]}\\fcharset{charset[1]} F;}}"
    fonts = f"{{\\fonttbl{fonts}}}"
    before, table, after = source.partition(table) if table else (source, "", "")
    source = _without_fonts(before) + (fonts if table else "") + _without_fonts(after)
    source = _FIELD.sub(r"\\fldinst ", source)
    return fonts, _UNNUMBERED.sub(" ", source)


def _without_fonts(source: str) -> str:
    """Any other table, as one without an end, is passed over as one of colours: striprtf may search it for minutes."""
    return source.replace("\\fonttbl", "\\colortbl")


def _group(source: str, start: re.Pattern[str]) -> str:
    """The first group that begins like this, with its braces; "" when there is none or it never ends."""
    found = start.search(source)
    depth = 0
    for brace in _BRACES.finditer(source, found.start()) if found else ():
        depth += (brace[0] == "{") - (brace[0] == "}")
        if depth == 0 and found:
            return source[found.start() : brace.end()]
    return ""


def _fields(info: str) -> Iterator[tuple[str, str]]:
    for key in ("title", "author"):
        group = _group(info, re.compile(rf"\{{\s*\\{key}\b"))
        if group:
            yield key, re.sub(rf"^\{{\s*\\{key}\s?|\}}$", "", group)


def _stripped(source: str, path: Path, encoding: str) -> str:
    """The text; pairs of surrogates, which RTF writes one by one, are joined."""
    from striprtf.striprtf import rtf_to_text

    try:
        text = str(rtf_to_text(source, encoding=encoding, errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as error:  # numbers that are none, code pages that are none
        sentence = f"{path} is damaged and cannot be read as rich text ({error}). Open it in Word and save it again."
        raise ExchangeError("rtf.damaged", sentence) from error
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


READER: Reader = RtfReader()
