"""Objects of JSON that other tools write: one a line, values decoded when they are asked for, and checked."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from annotator.exchange.foreign import is_ours
from annotator.exchange.jsonl_in import storable
from annotator.exchange.lines import read_lines
from annotator.exchange.protocols import ReadOptions
from annotator.exchange.surrogates import decoded_without_lone, may_have_lone
from annotator.model.article import Article, Meta, first_line, headline
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id
from annotator.model.rules import shorten
from annotator.model.text import Normalised, text_hash

_object = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_anything = msgspec.json.Decoder().decode
_string = msgspec.json.Decoder(str)

Kind = TypeVar("Kind")


def rows_of(path: Path, options: ReadOptions, tool: str) -> "Iterator[Row]":
    """The objects of a file of JSON lines. Raises ExchangeError; `tool` begins its codes."""
    number = 0
    for number, line in read_lines(path, options.encoding):
        yield Row(line, f"{path}, line {number}", tool)
    if not number:
        raise ExchangeError(f"{tool}.empty", f"{path} is empty: there is nothing to import.")


class Row:
    """One object. Whatever is asked for is taken away; what is left at the end is metadata."""

    def __init__(self, data: bytes, place: str, tool: str) -> None:
        self.place = place
        self._tool = tool
        self._fields: dict[str, msgspec.Raw] = self._decoded(_object, _without_lone(data), "")

    def __contains__(self, key: str) -> bool:
        return key in self._fields

    def take(self, key: str, decoder: msgspec.json.Decoder[Kind], default: Kind) -> Kind:
        """The value of a key; the default when it is not there or null."""
        return self.later(key, decoder, default)()

    def later(self, key: str, decoder: msgspec.json.Decoder[Kind], default: Kind) -> Callable[[], Kind]:
        """The same when it is asked for, once: for values that are long and seldom of use."""
        raw = self._fields.pop(key, None)

        @cache
        def value() -> Kind:
            if raw is None or bytes(raw) == b"null":
                return default
            return self._decoded(decoder.decode, raw, key)  # type: ignore[no-any-return]

        return value

    def word(self, key: str) -> str:
        """The value of a key that is a string or a number, as a string; "" without one."""
        value = self._decoded(_anything, self._fields.pop(key, b'""'), key)
        return str(value) if isinstance(value, str | int) else ""

    def text(self, key: str) -> str:
        """The article's text. Raises ExchangeError that lists the keys when there is none."""
        if key not in self._fields:
            others = shorten(", ".join(self._fields), 200) or "nothing"
            sentence = f"{self.place} has no “{key}”, only {others}: name the key that holds the text."
            raise ExchangeError(f"{self._tool}.text", sentence)
        return self.take(key, _string, "")

    def rest(self) -> tuple[Meta, list[str]]:
        """The values that are left, those of `meta` first, and the names of what no metadata can hold."""
        values: dict[str, Any] = {}
        if "meta" in self._fields:
            given = self._decoded(_anything, self._fields.pop("meta"), "meta")
            values.update(given if isinstance(given, dict) else {"meta": given})
        for key, raw in self._fields.items():
            values.setdefault(key, self._decoded(_anything, raw, key))
        return as_meta(values)

    def _decoded(self, decode: Any, value: Any, key: str) -> Any:  # noqa: ANN401  the decoder says what comes out
        where = f"{self.place}, “{key}”" if key else self.place
        try:
            return decode(value)
        except msgspec.ValidationError as error:
            raise ExchangeError(f"{self._tool}.shape", f"{where} is not as expected: {error}.") from error
        except RecursionError as error:
            raise ExchangeError(f"{self._tool}.syntax", f"{where} is nested too deeply.") from error
        except (msgspec.DecodeError, ValueError) as error:
            sentence = f"{where} is not valid JSON in UTF-8: {error}. Mend or remove the line and import again."
            raise ExchangeError(f"{self._tool}.syntax", sentence) from error


def _without_lone(data: bytes) -> bytes:
    """The same unless it escapes lone surrogates, which msgspec refuses and no text can hold."""
    if may_have_lone(data):
        try:
            _anything(data)
        except (msgspec.DecodeError, ValueError, RecursionError):
            try:
                return json.dumps(decoded_without_lone(data), ensure_ascii=False).encode("utf-8")
            except (ValueError, RecursionError):
                return data  # the sentence is made where it is decoded
    return data


def as_meta(values: dict[str, Any]) -> tuple[Meta, list[str]]:
    """What can be metadata, and the names of what cannot: lists, objects, infinities."""
    meta = {key: storable(value) for key, value in values.items() if _is_single(value)}
    return meta, [key for key in values if key not in meta]


def _is_single(value: object) -> bool:
    return not isinstance(value, dict | list) and not (isinstance(value, float) and not isfinite(value))


def article_of(id_: str, title: str, text: Normalised, meta: Meta) -> Article:
    """An article whose id is kept, and its title, if it is one of ours; any other becomes the `source_id`."""
    known = is_ours(id_) is not None
    title = title if known else " ".join(title.split())
    if id_ and not known:
        meta = {**meta, "source_id": id_}
    return Article(
        id=id_ if known else new_id(),
        title=title or headline(text.text) or first_line(text.text),
        text=text.text,
        sha256=text_hash(text.text),
        meta=meta,
    )


def left_out_notes(names: list[str]) -> tuple[str, ...]:
    """A phrase for the report on metadata that were no single values."""
    return (f"left out, not being single values: {', '.join(names)}",) if names else ()
