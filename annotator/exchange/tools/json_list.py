"""A list of objects in one JSON file, one after another, in memory that one object needs and not the file."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from annotator.exchange.decode import marked_encoding
from annotator.exchange.reading import streaming
from annotator.exchange.surrogates import without_lone
from annotator.model.errors import ExchangeError

LARGEST = 128 * 2**20  # characters of one object; it is in memory some times over while it is decoded
_CHUNK = 1 << 20
_NEAR_END = 16  # characters: an error so close to the end may be a number, name or escape that is cut off there
_SPACE = " \t\n\r"

_ESCAPED = re.compile(r"\\u[dD][89a-fA-F]")


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")


_decode = json.JSONDecoder(parse_constant=_no_number).raw_decode


def objects_of(path: Path, tool: str, encoding: str | None = None) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of the list with their numbers from 1; a file that is one object is a list of it.

    Raises ExchangeError, of which `tool` begins the code, when the file is anything else, however late that shows.
    """
    with streaming(path, tool, encoding):
        with path.open("rb") as head:
            marked = marked_encoding(head.read(4))
        with path.open(encoding=encoding or ("utf-8-sig" if marked in (None, "utf-8") else marked)) as file:
            yield from _List(path, tool, file).objects()


class _List:
    """One file as it is read; the text before `_at` is done with."""

    def __init__(self, path: Path, tool: str, file: TextIO) -> None:
        self._path, self._tool, self._file = path, tool, file
        self._text, self._at, self._over = "", 0, False

    def objects(self) -> Iterator[tuple[int, dict[str, Any]]]:
        opening = self._next()
        if not opening:
            raise ExchangeError(f"{self._tool}.empty", f"{self._path} is empty: there is nothing to import.")
        if opening == "{":
            yield 1, self._object(1)
        elif opening == "[":
            self._at += 1
            yield from self._items()
        else:
            raise self._wrong(1, "it is no list of objects")
        if self._next():
            raise self._wrong(1, "something follows the end of the list")

    def _items(self) -> Iterator[tuple[int, dict[str, Any]]]:
        number = 0
        after = self._next()
        while after != "]":
            number += 1
            yield number, self._object(number)
            after = self._next()
            if after == ",":
                self._at += 1
                if self._next() == "]":
                    raise self._wrong(number, "a comma is followed by nothing")
            elif after != "]":
                raise self._wrong(number, "the list has no end" if not after else f"“{after}” follows an object")
        self._at += 1

    def _next(self) -> str:
        """The next character that is no white space, not yet taken; "" at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _SPACE:
                    return self._text[self._at]
                self._at += 1
            if not self._more(_CHUNK):
                return ""

    def _more(self, size: int) -> bool:
        found = self._file.read(size)
        self._text, self._at = self._text[self._at :] + found, 0
        self._over = not found
        return bool(found)

    def _object(self, number: int) -> dict[str, Any]:
        size = _CHUNK
        while True:
            try:
                found, end = _decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._may_be_cut(error) or not self._more(size):
                    raise self._wrong(number, str(error)) from error
                size = len(self._text)  # twice as much each time, for it is decoded from its beginning
            except (RecursionError, ValueError) as error:
                raise self._wrong(number, f"it cannot be decoded ({error})") from error
            else:
                break
        if _ESCAPED.search(self._text, self._at, end):
            found = without_lone(found)
        self._at = end
        if not isinstance(found, dict):
            raise self._wrong(number, "it is no object")
        return found

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        if len(self._text) - self._at > LARGEST:
            return False
        return error.msg.startswith("Unterminated string") or error.pos >= len(self._text) - _NEAR_END

    def _wrong(self, number: int, why: str) -> ExchangeError:
        sentence = f"{self._path}, task {number} is not valid JSON: {why}. Mend it, or export the file again."
        return ExchangeError(f"{self._tool}.syntax", sentence)
