"""What the tests of other tools' formats share: round trips."""

import tempfile
from pathlib import Path

from msgspec.structs import replace

from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer
from annotator.model.annotation import AnnotationSet, Relation


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
