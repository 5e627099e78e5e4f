"""From a project to a file of another tool and into a new project, where nobody names the format."""

from pathlib import Path

import pytest
from exchange_cases import SCHEMA_TEXT, quoted
from typer.testing import CliRunner

from annotator.app.exporting import export
from annotator.app.importing import import_paths
from annotator.cli.commands import app
from annotator.exchange import registry
from annotator.store import annotators, articles, sets
from annotator.store.project import create_project, open_project

FORMATS = ("prodigy", "doccano", "label-studio", "spacy")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "one.annodb"
    item = quoted()
    with create_project(path, SCHEMA_TEXT) as made:
        (seq,) = articles.add(made, [item.article])
        (own,) = item.sets
        with made.writing() as db:
            sets.write_set(db, own, article=seq, annotator=annotators.add(made, own.annotator), step=None)
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_a_project_moves_to_another_tool_and_back(project: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / f"out{registry.writer_for(name).suffix}"
    with open_project(project) as opened:
        export(opened, target, name)
    assert registry.reader_for(target).name == name
    with create_project(tmp_path / "two.annodb", SCHEMA_TEXT) as other:
        report = import_paths(other, [target])
        assert (len(report.added), report.sets, report.failed, report.refused) == (1, 1, [], [])
        (own,) = sets.of_article(other, report.added[0])
    assert own.annotator.name == "anna"
    assert {each.label for each in own.spans.values()} == {"QUOTE", "PERSON", "ORG", "GPE"}
    assert [each.type for each in own.relations.values()] == ["speaker"]
    assert own.state.attributes == {"topic": "politics"}


@pytest.mark.parametrize("name", FORMATS)
def test_one_command_brings_a_file_of_another_tool_in(project: Path, tmp_path: Path, name: str) -> None:
    target, other = tmp_path / f"out{registry.writer_for(name).suffix}", tmp_path / "two.annodb"
    run = CliRunner()
    out = run.invoke(app, ["export", str(project), "--format", name, "--out", str(target)])
    assert out.exit_code == 0, out.output
    assert "1 article exported" in out.output
    create_project(other, SCHEMA_TEXT).close()
    into = run.invoke(app, ["import", str(other), str(target), "--format", name])
    assert (into.exit_code, "1 article imported, 1 annotation set" in into.output) == (0, True), into.output
