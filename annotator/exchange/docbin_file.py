"""A `.spacy` file as plain docs, read without spaCy: the window may do so, and no byte of it reaches code in C.

What stands in the file is what `spacy.tokens.DocBin.to_bytes` of spaCy 3 writes: msgpack, compressed, of columns of
64-bit numbers, most of them hashes of strings that are listed beside them. A test reads files of spaCy's both ways.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec

from annotator.exchange.docbin_symbols import SYMBOLS
from annotator.exchange.reading import unreadable
from annotator.model.errors import ExchangeError

LARGEST = 2**30  # bytes of what is in a file: a DocBin is in memory whole, whoever reads it
_PIECE = 2**20  # bytes read at once
_ORTH, _ENT_IOB, _ENT_TYPE, _ENT_KB_ID = 65, 77, 78, 452  # spacy.attrs.IDS
_INSIDE, _BEGIN = 1, 3  # of the values of ENT_IOB
_SPAN = struct.Struct(">QQQllll")  # id, knowledge base id, label, first and last token, start and end character
_UINT64, _PRIME, _SHIFT = (1 << 64) - 1, 0xC6A4A7935BD1E995, 47

_anything = msgspec.msgpack.Decoder().decode


@dataclass(frozen=True, slots=True)
class Piece:
    """A span or entity: code points, end excluded; `id` is "" where there is none."""

    label: str
    start: int
    end: int
    id: str = ""


@dataclass(slots=True)
class PlainDoc:
    """What a doc says that matters here. `links` is how many spans have an entry of a knowledge base."""

    text: str
    groups: dict[str, list[Piece]] = field(default_factory=dict)
    ents: list[Piece] = field(default_factory=list)
    cats: dict[str, float] = field(default_factory=dict)
    user_data: dict[Any, Any] = field(default_factory=dict)
    links: int = 0


class _Message(msgspec.Struct):
    attrs: list[int]
    tokens: bytes
    spaces: bytes
    lengths: bytes
    strings: list[str]
    cats: list[dict[str, float]] = []
    flags: list[dict[str, Any]] = []
    span_groups: list[bytes] = []
    user_data: list[bytes | None] = []


class _Group(msgspec.Struct):
    spans: list[bytes]
    name: str = ""


_message = msgspec.msgpack.Decoder(_Message).decode
_groups = msgspec.msgpack.Decoder(list[bytes] | dict[bytes, list[str]]).decode
_group = msgspec.msgpack.Decoder(_Group).decode


def docs_of(path: Path, *, enough: str = "") -> Iterator[PlainDoc]:
    """The docs of a file; of one with that key in its user data only text and user data.

    Raises ExchangeError when the file is no DocBin, is damaged, or holds more than `LARGEST`.
    """
    try:
        yield from _Bin(_message(_unpacked(path)), enough).docs()
    except OSError as error:
        raise unreadable(path, "docbin", error) from error
    except (msgspec.MsgspecError, zlib.error, ValueError, LookupError, struct.error, RecursionError) as error:
        sentence = f"{path} is no spaCy DocBin, or is damaged ({type(error).__name__}: {error})."
        raise ExchangeError("docbin.damaged", f"{sentence} Export it from spaCy again.") from error


def _unpacked(path: Path) -> bytearray:
    """What is packed in the file, of which no more is read than that takes."""
    unpacking = zlib.decompressobj()
    data = bytearray()
    with path.open("rb") as file:
        while not unpacking.eof and len(data) <= LARGEST and (piece := file.read(_PIECE)):
            data += unpacking.decompress(piece, LARGEST + 1 - len(data))
    if len(data) > LARGEST:
        sentence = f"{path} holds more than {LARGEST:,} bytes: save its docs as several files of a folder."
        raise ExchangeError("docbin.large", sentence)
    if not unpacking.eof:
        raise ValueError("it ends too early")
    return data


class _Bin:
    """One file: everything in columns, token after token of all docs."""

    def __init__(self, message: _Message, enough: str) -> None:
        self._message = message
        self._enough = enough
        self._strings = strings_by_number(message.strings)
        self._lengths = [each for (each,) in struct.iter_unpack("=i", message.lengths)]
        self._width = len(message.attrs)
        total = sum(self._lengths)
        if min(self._lengths, default=0) < 0 or len(message.tokens) != total * self._width * 8:
            raise ValueError("its tokens are incomplete")
        if len(message.spaces) != total:
            raise ValueError("its spaces are incomplete")

    def docs(self) -> Iterator[PlainDoc]:
        """One doc after another."""
        first = 0
        for number, length in enumerate(self._lengths):
            yield self._doc(number, first, first + length)
            first += length

    def _column(self, attribute: int, first: int, last: int) -> list[int]:
        """The values of one attribute for some tokens; none when the file has no such column."""
        if attribute not in self._message.attrs:
            return []
        width, at = self._width, self._message.attrs.index(attribute)
        values = memoryview(self._message.tokens)[first * width * 8 : last * width * 8].cast("Q")
        return values[at::width].tolist() if len(values) else []

    def _doc(self, number: int, first: int, last: int) -> PlainDoc:
        message, strings = self._message, self._strings
        words = [strings[each] for each in self._column(_ORTH, first, last)]
        spaces = message.spaces[first:last]
        if number < len(message.flags) and message.flags[number].get("has_unknown_spaces"):
            spaces = b"\1" * len(words)
        pieces = [word + " " if space else word for word, space in zip(words, spaces, strict=True)]
        made = PlainDoc("".join(pieces))
        if number < len(message.user_data) and (data := message.user_data[number]) is not None:
            found = _anything(data)
            made.user_data = found if isinstance(found, dict) else {}
        if self._enough and self._enough in made.user_data:
            return made
        starts = accumulate(map(len, pieces), initial=0)
        tokens = [(start, start + len(word)) for start, word in zip(starts, words, strict=False)]
        self._read_ents(first, last, tokens, made)
        if number < len(message.cats):
            made.cats = message.cats[number]
        if number < len(message.span_groups):
            self._read_groups(message.span_groups[number], made)
        return made

    def _read_ents(self, first: int, last: int, tokens: list[tuple[int, int]], made: PlainDoc) -> None:
        """Entities begin with a token marked so, and go on with those of the same label that are inside of one."""
        places, types = self._column(_ENT_IOB, first, last), self._column(_ENT_TYPE, first, last)
        entries = self._column(_ENT_KB_ID, first, last)
        made.links = sum(bool(entry) and iob == _BEGIN for entry, iob in zip(entries, places, strict=False))
        label, start, end = 0, 0, 0  # of the entity that is open
        for iob, kind, token in zip([*places, 0], [*types, 0], [*tokens, (0, 0)], strict=True):
            if label and (iob != _INSIDE or kind != label):
                made.ents.append(Piece(self._strings[label], start, end))
                label = 0
            if kind and iob in (_BEGIN, _INSIDE):
                label, start = (kind, token[0]) if not label else (label, start)
                end = token[1]

    def _read_groups(self, data: bytes, made: PlainDoc) -> None:
        """Older versions wrote a list of groups by their names, newer ones a table of groups with their keys."""
        found = _groups(data) if data else []
        for packed, keys in found.items() if isinstance(found, dict) else ((each, []) for each in found):
            group = _group(packed)
            spans = [_SPAN.unpack(each) for each in group.spans]
            pieces = [
                Piece(self._strings[label], start, end, self._strings.get(id_, str(id_)))
                for id_, _, label, _, _, start, end in spans
            ]
            made.links += sum(bool(span[1]) for span in spans)
            made.groups |= dict.fromkeys(keys or [group.name], pieces)


def strings_by_number(strings: list[str]) -> dict[int, str]:
    """The strings by the numbers that spaCy has for them: a small one for those of its own, a hash for others."""
    found = {0: ""}
    for each in strings:
        found[_OWN.get(each) or hash_of(each.encode("utf-8"))] = each
    return found


_OWN = {name: number for number, name in enumerate(SYMBOLS, start=1)}


def hash_of(data: bytes) -> int:
    """MurmurHash64A with the seed 1, as spaCy hashes strings (Austin Appleby, MurmurHash2, public domain)."""
    if not data:
        return 0
    whole = len(data) & ~7
    value = 1 ^ (len(data) * _PRIME & _UINT64)
    for block in memoryview(data[:whole]).cast("Q"):
        mixed = block * _PRIME & _UINT64
        mixed = (mixed ^ mixed >> _SHIFT) * _PRIME & _UINT64
        value = (value ^ mixed) * _PRIME & _UINT64
    if whole < len(data):
        value = (value ^ int.from_bytes(data[whole:], "little")) * _PRIME & _UINT64
    value = (value ^ value >> _SHIFT) * _PRIME & _UINT64
    return value ^ value >> _SHIFT
