"""Beside a DocBin in parts: a configuration and project that `spacy train` runs as they are."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from annotator import files
from annotator.app.exporting import ExportOptions
from annotator.exchange.files_out import folder_out
from annotator.exchange.protocols import Outgoing
from annotator.model.errors import SuggestError
from annotator.model.schema import Schema

_ENTITIES = "entities"  # the group whose labels are `doc.ents`
_NO_GROUP = "spans"
COMMAND = "spacy-layout"  # by which this program writes it in a process of its own
_LOOK_UP = 0.04  # seconds between two looks whether somebody stopped it


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """What the files are made of: see `write_config`."""

    folder: str
    entities: list[str]
    longest: dict[str, int]
    language: str
    train: str
    dev: str
    seed: int = 0


def write_layout(
    folder: Path,
    items: Iterable[Outgoing],
    schema: Schema,
    train: Path,
    dev: Path,
    options: ExportOptions,
    seed: int = 0,
    *,
    apart: bool = False,
) -> None:
    """Write `config.cfg`, `project.yml` and a README into a folder; `train` and `dev` are the parts of the DocBin.

    Entities are learned as `ner`, each other group of the schema as spans in pieces. It needs spaCy: in this process,
    or `apart` in one of its own. Raises ExchangeError where the folder cannot be written, SuggestError where there is
    nothing to learn.
    """
    entities, longest = _what(items, schema, options)
    with folder_out(folder) as made:
        places = [Path(os.path.relpath(each, folder)).as_posix() for each in (train, dev)]
        layout = Layout(
            folder=str(made),
            entities=sorted(entities),
            longest=longest,
            language=schema.language.partition("-")[0] or "xx",
            train=places[0],
            dev=places[1],
            seed=seed,
        )
        if apart:
            _write_apart(layout, options.cancelled)
        else:
            _write(layout)


def _write(layout: Layout) -> None:
    from annotator.suggest.training.docs import Material
    from annotator.suggest.training.written import write_config

    wanted = Material(entities={name: name for name in layout.entities}, groups={}, longest=layout.longest)
    write_config(Path(layout.folder), wanted, layout.language, layout.train, layout.dev, seed=layout.seed)


def _write_apart(layout: Layout, look_up: Callable[[], bool]) -> None:
    """Have this program do it in another process; `look_up` is called meanwhile."""
    pipe = subprocess.PIPE
    command = [*files.program(), COMMAND]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(msgspec.json.encode(layout))
        process.stdin.close()
        while process.poll() is None:
            look_up()
            try:
                process.wait(_LOOK_UP)
            except subprocess.TimeoutExpired:
                continue
        told = process.stdout.read().decode("utf-8", "replace").strip()
    if process.returncode:
        raise SuggestError("train.layout", told or "The configuration could not be written.")


def serve() -> int:
    """The other process: reads what to write, writes it, and tells the sentence of what is wrong; an exit code."""
    try:
        _write(msgspec.json.decode(sys.stdin.buffer.read(), type=Layout))
    except SuggestError as error:
        sys.stdout.buffer.write(error.sentence.encode("utf-8"))
        return 1
    return 0


def _what(items: Iterable[Outgoing], schema: Schema, options: ExportOptions) -> tuple[set[str], dict[str, int]]:
    """The labels of entities, and of each other group how many words its longest fragment has."""
    group_of = {label.name: label.group or _NO_GROUP for label in schema.labels}
    ents = {name for name, group in group_of.items() if group == _ENTITIES} if options.ents is None else options.ents
    entities: set[str] = set()
    longest: dict[str, int] = {}
    for item in items:
        for span in (span for each in item.sets for span in each.spans.values()):
            if span.label in ents:
                entities.add(span.label)
            else:
                group = group_of.get(span.label, _NO_GROUP)
                words = max(len(item.article.text[start:end].split()) or 1 for start, end in span.fragments)
                longest[group] = max(longest.get(group, 1), words)
    return entities, dict(sorted(longest.items()))
