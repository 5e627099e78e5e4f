"""IPTC ninjs in: news in JSON, of the versions 1, 2 and 3. One item, a list of them, or an item a line.

See https://iptc.org/standards/ninjs/. Names are compared without regard to capitals: 1.x and 2.0 write
`versioncreated`, later ones `versionCreated`.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.exchange.decode import marked_encoding
from annotator.exchange.lines import read_lines
from annotator.exchange.newswire.ninjs_item import read_item
from annotator.exchange.newswire.story import incoming
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import decoded, whole
from annotator.exchange.surrogates import decoded_without_lone
from annotator.model.errors import ExchangeError

_LARGEST = 128 * 2**20  # bytes of a file that is no JSON lines
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"(\s*:)?|[{}\[\]]', re.DOTALL)
_SIGNS = frozenset(("headline", "headlines", "bodies", "versioncreated", "pubstatus", "representationtype"))
_LISTS = ("items", "_items", "results", "data")  # what services wrap a list in
_decode = msgspec.json.Decoder().decode
_raws = msgspec.json.Decoder(list[msgspec.Raw]).decode


class NinjsReader:
    """Reads news items, each an article."""

    name = "ninjs"
    title = "IPTC ninjs (JSON)"
    suffixes = (".json", ".jsonl", ".ndjson", ".ninjs")

    def fits(self, head: bytes) -> bool:
        """Whether the first item has an identifier, something that only news has, and no `text`."""
        keys = set(_outer_keys(head.decode(marked_encoding(head) or "utf-8", "ignore").lstrip("\ufeff")))
        says_so = "standard" in keys and b"ninjs" in head.replace(b"\x00", b"").lower()
        news = keys & _SIGNS or any(key.startswith("body_") for key in keys)
        return "text" not in keys and (says_so or bool(keys & {"uri", "guid"} and news))

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """An article an item; one without text, such as a picture, is refused by its place."""
        found = 0
        for place, value in _items(path, options.encoding):
            found += 1
            if not isinstance(value, dict):
                yield Refused(place, "It is no news item, which would be a JSON object.")
                continue
            story = read_item(value)
            kind = str(value.get("type") or "")
            why = f"It has no text, being of the type {kind}." if kind not in ("", "text") else "It has no text."
            yield incoming(story, path, self.name, place, why=why)
        if not found:
            raise ExchangeError("ninjs.empty", f"{path} has no news items in it: there is nothing to import.")


def _outer_keys(head: str) -> Iterator[str]:
    """The keys of the first object, which may be in a list, as far as the head goes; in small letters."""
    depth = 1 if head.lstrip().startswith("{") else 2
    at = 0
    for token in _TOKEN.finditer(head):
        sign = token[0]
        if sign in "{[":
            at += 1
        elif sign in "}]":
            at -= 1
            if at < depth:
                return
        elif at == depth and token[1]:
            yield sign[1:].partition('"')[0].lower()


def _items(path: Path, encoding: str | None) -> Iterator[tuple[str, Any]]:
    """Each item with its place. Lines are read one by one, all else as a whole."""
    lines = _lines(path, encoding)
    number, first = next(lines, (0, b""))
    if not _is_whole(first):
        yield from _in_file(path, encoding)
        return
    second = next(lines, None)
    if second is None:
        yield from _unwrapped(path, _value(first, str(path)))
        return
    yield f"{path}, line {number}", _value(first, f"{path}, line {number}")
    yield f"{path}, line {second[0]}", _value(second[1], f"{path}, line {second[0]}")
    for number, line in lines:
        place = f"{path}, line {number}"
        yield place, _value(line, place)


def _lines(path: Path, encoding: str | None) -> Iterator[tuple[int, bytes]]:
    try:
        yield from read_lines(path, encoding)
    except ExchangeError as error:
        raise ExchangeError(error.code.replace("jsonl.", "ninjs."), error.sentence) from error


def _is_whole(line: bytes) -> bool:
    """Whether a line is an object in itself."""
    if not (line.lstrip().startswith(b"{") and line.rstrip().endswith(b"}")):
        return False
    try:
        _value(line, "")
    except ExchangeError:
        return False
    return True


def _in_file(path: Path, encoding: str | None) -> Iterator[tuple[str, Any]]:
    data = whole(path, "ninjs", _LARGEST)
    if encoding or marked_encoding(data):
        text, _ = decoded(data, path, "ninjs", encoding)
        data = text.lstrip("\ufeff").encode("utf-8", "replace")
    if not data.lstrip().startswith(b"["):
        yield from _unwrapped(path, _value(data, str(path)))
        return
    for number, each in enumerate(_listed(data, path), start=1):
        place = f"{path}, item {number}"
        yield place, _value(each, place) if isinstance(each, msgspec.Raw) else each


def _listed(data: bytes, path: Path) -> list[Any]:
    """What a list holds, undecoded as far as msgspec takes it: decoded, it would be several times as large."""
    try:
        return list(_raws(data))
    except (msgspec.DecodeError, RecursionError):
        return list(_value(data, str(path)))


def _unwrapped(path: Path, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  any JSON
    """The one item, or those of the list that it wraps."""
    inner = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None) if _is_map(value) else None
    if inner is None or "uri" in value:
        yield str(path), value
        return
    for number, each in enumerate(inner, start=1):
        yield f"{path}, item {number}", each


def _is_map(value: object) -> bool:
    return isinstance(value, dict)


def _value(data: bytes | msgspec.Raw, place: str) -> Any:  # noqa: ANN401  any JSON
    """The JSON value. A lone surrogate, which JSON can escape and no text can hold, is replaced."""
    try:
        try:
            return _decode(data)
        except msgspec.DecodeError:
            return decoded_without_lone(bytes(data))
    except RecursionError as error:
        raise ExchangeError("ninjs.deep", f"{place} is nested too deeply: is it ninjs?") from error
    except ValueError as error:
        sentence = f"{place} is not valid JSON: {error}. Mend or remove it and import again."
        raise ExchangeError("ninjs.syntax", sentence) from error


READER: Reader = NinjsReader()
