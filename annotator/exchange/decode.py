"""Bytes to text: UTF-8 first, else a byte order mark, else a guess by charset-normalizer, else a refusal."""

import codecs
import re

from charset_normalizer import from_bytes

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# charset-normalizer sorts by name where several fit as well, and so reads “señaló” as cp1250: of those that
# fit, the code page that news is more often in wins.
_LIKELY = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257")
_AS_GOOD = 0.01  # of charset-normalizer's mess ratio, 0 to 1
_MOST_CONTROLS = 0.01  # of all characters
_FEW_NULS = 0.01  # of all bytes
# What files begin with that are no text, however short they are: PDF, zip (DOCX, ODT ...), RTF, old Office, pictures.
_NO_TEXT = (b"%PDF", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # but for those that part lines, fields and records


class NotTextError(ValueError):
    """No encoding makes plausible text of the bytes; the message is the end of a sentence."""


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of the bytes and the name of its encoding, detected unless given.

    A UTF-8 byte order mark stays in the text, for `model.text.normalise` to remove and report. Raises
    NotTextError when the bytes are not in the encoding given, or are no text at all.
    """
    if data.startswith(_NO_TEXT):
        raise NotTextError("is a file of another kind (such as PDF, Word or a picture), not text")
    text, found = _decode_as(data, encoding) if encoding else _detect(data)
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > max(len(text) * _MOST_CONTROLS, 1):
        raise NotTextError("looks like a binary file, not text")
    return text, found


def marked_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark declares."""
    return next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)


def _decode_as(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), codecs.lookup(encoding).name
    except LookupError:
        raise NotTextError(f"cannot be read: there is no encoding called {encoding}") from None
    except UnicodeError as error:
        raise NotTextError(f"is not in the encoding {encoding} ({error})") from error


def _detect(data: bytes) -> tuple[str, str]:
    if marked := marked_encoding(data):
        return _decode_as(data, marked)
    # UTF-16 without a mark is valid UTF-8 as well, with a NUL between any two letters.
    if data.count(0) <= len(data) * _FEW_NULS:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    return _guess(data)


def _guess(data: bytes) -> tuple[str, str]:
    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise NotTextError("is text in no encoding that is known")
    as_good = [match for match in matches if match.chaos <= best.chaos + _AS_GOOD]
    for name in _LIKELY:
        for match in as_good:
            if name == match.encoding or name in match.could_be_from_charset:
                return str(match), name
    return str(best), codecs.lookup(best.encoding).name
