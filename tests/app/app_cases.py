"""Projects and files for the tests of what is above the store."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator import files
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span
from annotator.model.article import Article, make_article
from annotator.model.ids import new_id
from annotator.store import articles, runs
from annotator.store.project import Project, create_project


def new_project(path: Path, *texts: str, meta: dict[str, Any] | None = None) -> Project:
    """A project with articles of these texts."""
    project = create_project(path, files.resource("schemas", "news.toml").read_text(encoding="utf-8"))
    made = [make_article(id=new_id(), title="", text=text, meta=meta) for text in texts]
    articles.add(project, made, step=runs.begin(project, "import", "Import"))
    return project


def a_set(text: str, by: Annotator, *marks: tuple[str, str], status: str = "done") -> AnnotationSet:
    """A set with a span on the first place of each piece of the text."""
    found: dict[str, Span] = {}
    for label, piece in marks:
        start = text.index(piece)
        span = Span(id=new_id(), label=label, fragments=((start, start + len(piece)),), text=piece)
        found[span.id] = span
    return AnnotationSet(annotator=by, state=SetState(status=status), spans=found)


def row(text: str, *sets: AnnotationSet, **more: object) -> dict[str, object]:
    """A line of a JSONL file."""
    rows = [
        {
            "annotator": {"name": each.annotator.name, "kind": each.annotator.kind, "version": each.annotator.version},
            "status": each.state.status,
            "spans": [
                {"id": span.id, "label": span.label, "fragments": span.fragments, "text": span.text}
                for span in each.spans.values()
            ],
        }
        for each in sets
    ]
    return {"text": text, "sets": rows, **more}


def write_lines(path: Path, lines: Iterable[object]) -> Path:
    """A JSONL file; a string is a line as it stands."""
    path.write_text("".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in lines), "utf-8")
    return path


def texts_of(project: Project) -> list[str]:
    return [article.text for _, article in articles.walk(project)]


def all_articles(project: Project) -> list[Article]:
    return [article for _, article in articles.walk(project)]
