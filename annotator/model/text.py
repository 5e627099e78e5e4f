"""The text of an article: normalised once at import, then never changed.

Leading BOMs are removed; CRLF and CR become LF; NUL, lone surrogates and the non-characters U+FDD0..FDEF
and U+xFFFE/xFFFF become U+FFFD. Nothing else is touched: no NFC, no straightened quotes, no trimming.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_PLANES = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_FORBIDDEN = re.compile(f"[\x00\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")
_CHANGES = re.compile(f"\r\n?|{_FORBIDDEN.pattern}")


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Carries code point offsets of a raw text over to its normalised text.

    `starts[i]` is a raw offset from which on every offset moves by `shifts[i]`, up to `starts[i + 1]`.
    """

    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def __call__(self, offset: int) -> int:
        """The normalised offset; one between CR and LF lands after the LF that remains."""
        return max(offset + self.shifts[bisect_right(self.starts, offset) - 1], 0)

    @property
    def is_identity(self) -> bool:
        """Whether no offset moves."""
        return not any(self.shifts)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text as it is stored, the map from the raw offsets, and what was changed."""

    text: str
    offsets: OffsetMap
    changes: tuple[str, ...]


def normalise(raw: str) -> Normalised:
    """Normalise a text that comes from outside; the second time changes nothing."""
    body = raw.lstrip("\ufeff")
    changes = {"byte order mark removed": len(body) < len(raw), "line ends made LF": "\r" in body}
    changes["forbidden characters replaced by U+FFFD"] = bool(_FORBIDDEN.search(body))
    offsets = _offset_map(raw)
    text = _CHANGES.sub(lambda match: "\n" if match[0][0] == "\r" else "\ufffd", body)
    return Normalised(text, offsets, tuple(what for what, done in changes.items() if done))


def _offset_map(raw: str) -> OffsetMap:
    shift = len(raw.lstrip("\ufeff")) - len(raw)
    starts, shifts = [0], [shift]  # an offset before a byte order mark would go below 0: it stays there
    for match in re.finditer("\r\n", raw):
        shift -= 1
        starts.append(match.end())
        shifts.append(shift)
    return OffsetMap(tuple(starts), tuple(shifts))


def text_hash(text: str) -> str:
    """The SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def count_words(text: str) -> int:
    """Words as people count them: runs without white space."""
    return len(text.split())


def runs_from_right(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)
