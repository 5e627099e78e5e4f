"""Beside a DocBin in parts: a configuration and project that `spacy train` runs as they are."""

import os
from collections.abc import Iterable
from pathlib import Path

from annotator.app.exporting import ExportOptions
from annotator.exchange.files_out import folder_out
from annotator.exchange.protocols import Outgoing
from annotator.model.schema import Schema

_ENTITIES = "entities"  # the group whose labels are `doc.ents`
_NO_GROUP = "spans"


def write_layout(
    folder: Path,
    items: Iterable[Outgoing],
    schema: Schema,
    train: Path,
    dev: Path,
    options: ExportOptions,
    seed: int = 0,
) -> None:
    """Write `config.cfg`, `project.yml` and a README into a folder; `train` and `dev` are the parts of the DocBin.

    Entities are learned as `ner`, each other group of the schema as spans in pieces. Raises ExchangeError where the
    folder cannot be written, SuggestError where there is nothing to learn.
    """
    from annotator.suggest.training.docs import Material
    from annotator.suggest.training.written import write_config

    entities, longest = _what(items, schema, options)
    wanted = Material(entities={name: name for name in sorted(entities)}, groups={}, longest=longest)
    with folder_out(folder) as made:
        places = [Path(os.path.relpath(each, folder)).as_posix() for each in (train, dev)]
        write_config(made, wanted, schema.language.partition("-")[0] or "xx", *places, seed=seed)


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
