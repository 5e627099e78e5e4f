"""JSON in: an array of objects, an object that holds one, or a single object; each object is an article.

A file is read whole, so its size is bounded; JSON lines have no such bound.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.reading import text_of
from annotator.exchange.surrogates import decoded_without_lone, may_have_lone
from annotator.exchange.tables.columns import SAMPLE, Columns, Sample, guess, sample_of, shown
from annotator.model.errors import ExchangeError

_LARGEST = 128 * 2**20  # bytes
_JUDGED = 200  # objects whose keys count as columns when a choice is made


class JsonReader:
    """Reads a list of objects with a text and metadata each."""

    name = "json"
    title = "JSON list"
    suffixes = (".json",)
    general = True

    def fits(self, head: bytes) -> bool:
        """Whether it can be a list or an object."""
        return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"[", b"{", b"\xff\xfe", b"\xfe\xff"))

    def sample(self, path: Path, *, options: ReadOptions) -> Sample:
        """The keys of the first objects, and the first of them."""
        _, objects = _objects(path, options)
        dicts = [each for each in islice(objects, _JUDGED) if isinstance(each, dict)]
        names = _names(dicts)
        rows = ([shown(each.get(name)) for name in names] for each in dicts[:SAMPLE])
        return sample_of(names, rows, guess(names, options.fields))

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One object after another."""
        where, objects = _objects(path, options)
        names = _names([each for each in objects[:_JUDGED] if isinstance(each, dict)])
        columns = Columns(names, options, str(path), self.name)
        for number, each in enumerate(objects, start=1):
            place = f"{path}, {where} {number}"
            if not isinstance(each, dict):
                yield Refused(place, "It is no object with a text in it.")
                continue
            if each.keys() - columns.names:
                columns = Columns([*names, *(key for key in each if key not in names)], options, str(path), self.name)
            yield columns.article(each, place)


def _names(objects: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(key for each in objects for key in each))


def _objects(path: Path, options: ReadOptions) -> tuple[str, list[Any]]:
    """The list of objects, and what one of them is called in a place: of an object, its longest list of objects."""
    content = _content(path, options)
    if isinstance(content, list):
        found, where = content, "item"
    elif not isinstance(content, dict):
        raise ExchangeError("json.shape", f"{path} holds neither a list nor an object, so no article.")
    else:
        found, where = _inside(content, options)
    if not any(isinstance(each, dict) for each in found):
        raise ExchangeError("json.empty", f"{path} holds no object, so no article: there is nothing to import.")
    return where, found


def _inside(content: dict[str, Any], options: ReadOptions) -> tuple[list[Any], str]:
    if isinstance(content.get(guess(list(content), options.fields).get("text", "")), str):
        return [content], "object"
    lists = {key: value for key, value in content.items() if isinstance(value, list)}
    lists = {key: value for key, value in lists.items() if any(isinstance(each, dict) for each in value)}
    key = max(lists, key=lambda each: len(lists[each]), default=None)
    return ([content], "object") if key is None else (lists[key], f"{key}, item")


def _content(path: Path, options: ReadOptions) -> Any:  # noqa: ANN401  any JSON value
    text = text_of(path, "json", options.encoding, _LARGEST, "split it, or write it as JSON lines").removeprefix(
        "\ufeff"
    )
    try:
        try:
            return msgspec.json.decode(text)
        except msgspec.DecodeError:
            if not may_have_lone(text.encode("utf-8", "surrogatepass")):
                raise
            return decoded_without_lone(text)
    except RecursionError as error:
        raise ExchangeError("json.syntax", f"{path} is nested too deeply: is it a list of articles?") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise ExchangeError(
            "json.syntax", f"{path} is not valid JSON: {error}. Mend it and import it again."
        ) from error


READER: Reader = JsonReader()
