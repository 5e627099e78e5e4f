"""What the tests of other tools' formats share: round trips, and files that went wrong."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer
from annotator.model.annotation import AnnotationSet, Relation
from annotator.model.errors import ExchangeError


def there_and_back(
    writer: Writer, reader: Reader, items: list[Outgoing], **how: object
) -> tuple[list[Incoming | Refused], LossReport]:
    """What comes in again of what went out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"out{writer.suffix}"
        losses = writer.write(items, path, options=WriteOptions(**how))
        return list(reader.read(path, options=ReadOptions())), losses


def read_text(reader: Reader, path: Path, text: str, **how: object) -> list[Incoming | Refused]:
    path.write_text(text, encoding="utf-8")
    return list(reader.read(path, options=ReadOptions(**how)))


def without_relation_ids(each: AnnotationSet) -> list[Relation]:
    """The relations of a set as they are where a format gives them no ids, in a fixed order."""
    found = [replace(relation, id="", head="", tail="") for relation in each.relations.values()]
    keys = [each.relation_key(relation) for relation in each.relations.values()]
    return [relation for _, relation in sorted(zip(map(repr, keys), found, strict=True), key=repr)]


mutations = st.lists(
    st.tuples(st.sampled_from(["flip", "cut", "insert"]), st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=4
)


def mutated(data: bytes, changes: list[tuple[str, float, int]]) -> bytes:
    for how, where, value in changes:
        at = int(where * max(len(data) - 1, 0))
        match how:
            case "flip":
                data = data[:at] + bytes([value]) + data[at + 1 :]
            case "cut":
                data = data[:at] + data[at + value :]
            case "insert":
                data = data[:at] + bytes([value]) * (value % 7 + 1) + data[at:]
    return data


def reads_or_says(reader: Reader, path: Path, **how: object) -> None:
    """Read all of a file: items, or an ExchangeError that names it; anything else fails the test."""
    sentence = _sentence(reader, path, **how)
    assert sentence == "" or (path.name in sentence and sentence.endswith((".", "?", ")")))


def _sentence(reader: Reader, path: Path, **how: object) -> str:
    try:
        assert all(item.place.startswith(str(path)) for item in reader.read(path, options=ReadOptions(**how)))
    except ExchangeError as error:
        return error.sentence
    return ""


OTHER_VALUES = (None, True, 7, -1, 10**30, 1.5, "", "x", "\ud800", [], [7], [[1, 2]], {}, {"a": 1}, [{"a": None}])
reshapings = st.lists(st.tuples(st.floats(0, 1), st.sampled_from(OTHER_VALUES)), min_size=1, max_size=3)


def reshaped(value: object, changes: list[tuple[float, object]]) -> object:
    """JSON that is sound, with other values than those that should stand in some places."""
    value = json.loads(json.dumps(value))
    for where, other in changes:
        places = list(_places(value))
        if places:
            inside, key = places[int(where * (len(places) - 1))]
            inside[key] = json.loads(json.dumps(other))
    return value


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  JSON
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from _places(value[key])
