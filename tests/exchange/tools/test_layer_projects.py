from pathlib import Path

import pytest
from exchange_cases import SCHEMA_TEXT, TEXT, annotation, quoted, span
from layer_cases import in_order

from annotator.app.exporting import export
from annotator.app.importing import ImportOptions, import_paths
from annotator.exchange.protocols import Outgoing
from annotator.model.annotation import Annotator
from annotator.store import annotators, articles, sets
from annotator.store.project import Project, create_project


def content(project: Project) -> list[Outgoing]:
    return [
        in_order(Outgoing(article, tuple(sets.of_article(project, seq)))) for seq, article in articles.walk(project)
    ]


@pytest.mark.parametrize("name", ["xmi", "cas-json", "webanno"])
def test_a_project_moves_through_a_folder_into_another_project(tmp_path: Path, name: str) -> None:
    item = quoted()
    other = annotation(span(TEXT, "GPE", "New York"), by=Annotator(name="bob"))
    with create_project(tmp_path / "one.annodb", SCHEMA_TEXT) as project, project.writing() as db:
        (seq,) = articles.add(project, [item.article])
        for each in (*item.sets, other):
            sets.write_set(db, each, article=seq, annotator=annotators.add(project, each.annotator), step=None)
        before = content(project)
        report = export(project, tmp_path / "out", name)
        assert (report.articles, report.sets, report.losses.total) == (1, 2, 0)
    with create_project(tmp_path / "two.annodb", SCHEMA_TEXT) as project:
        done = import_paths(project, [tmp_path / "out"], ImportOptions(format=name if name == "webanno" else ""))
        assert (done.failed, done.refused) == ([], [])
        assert (len(done.added), done.known, done.sets) == (1, 1, 2)
        assert content(project) == before
