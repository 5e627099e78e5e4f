"""Files and projects that the commands are given."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from typer.testing import Result

from annotator import files
from annotator.app.importing import import_paths
from annotator.model.ids import new_id
from annotator.store.project import create_project

Run = Callable[..., Result]
LOCK = "Ada Brill opens the lock\n\nAda Brill said in London that the lock will open in May.\n"
FERRY = "Ferry late again\n\nThe ferry from Norland was late, Tom Osei said.\n"
RAIN = "Rain\n\nIt rained on Monday.\n"


def set_row(text: str, name: str, status: str, /, *marks: tuple[str, str], **annotator: str) -> dict[str, Any]:
    """An annotation set with a span on the first place of each piece."""
    spans = []
    for label, piece in marks:
        start = text.index(piece)
        spans.append({"id": new_id(), "label": label, "fragments": [[start, start + len(piece)]], "text": piece})
    return {"annotator": {"name": name, **annotator}, "status": status, "spans": spans}


def write_jsonl(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def make_project(path: Path) -> Path:
    """Three articles: one finished by Ada, Bob and a model, one that Ada has begun, one that nobody has touched."""
    rows = [
        {
            "text": LOCK,
            "sets": [
                set_row(LOCK, "Ada", "done", ("PERSON", "Ada Brill"), ("GPE", "London")),
                set_row(LOCK, "Bob", "done", ("PERSON", "Ada Brill")),
                set_row(LOCK, "tiny", "done", ("DATE", "May"), kind="model", version="1"),
            ],
        },
        {"text": FERRY, "sets": [set_row(FERRY, "Ada", "in progress", ("GPE", "Norland"))]},
        {"text": RAIN},
    ]
    source = write_jsonl(path.with_suffix(".source.jsonl"), *rows)
    with create_project(path, files.resource("schemas", "news.toml").read_text(encoding="utf-8")) as project:
        report = import_paths(project, [source])
        assert len(report.added) == 3, report
    return path
