"""The commands that need a model, with the real small one."""

import json
from pathlib import Path

import pytest
import spacy
from cli_cases import Run
from spacy.tokens import DocBin

from annotator.app import doctor
from annotator.app.doctor import Finding
from annotator.cli import window


def test_suggest_reads_what_it_has_not_read_and_then_has_no_more_to_do(run: Run, path: Path) -> None:
    first = run("suggest", path, "--json")
    assert first.exit_code == 0, first.stderr
    report = json.loads(first.stdout)
    assert (report["articles"], report["skipped"], report["failed"]) == (3, 0, [])
    assert report["spans"] > 0
    second = run("suggest", path)
    assert second.exit_code == 0
    assert second.stdout.startswith(f"{report['model']} suggested 0 spans in 0 articles.")
    assert "3 had its suggestions already." in second.stdout
    again = run("suggest", path, "--again", "--json")
    assert json.loads(again.stdout)["articles"] == 3
    counted = json.loads(run("stats", path, "--json").stdout)["annotators"]
    (model,) = (each for each in counted if each["annotator"]["name"] == report["model"].partition(" ")[0])
    assert sum(model["spans"].values()) == report["spans"]


def test_suggest_finds_entities_alone_when_asked_as_a_model_version_of_its_own(run: Run, path: Path) -> None:
    every = json.loads(run("suggest", path, "--json").stdout)
    entities = json.loads(run("suggest", path, "--recipe", "entities", "--json").stdout)
    assert (entities["articles"], entities["skipped"]) == (3, 0)
    assert entities["model"] != every["model"]
    wrong = run("suggest", path, "--recipe", "all")
    assert (wrong.exit_code, wrong.stderr) == (1, "There is no recipe “all”: choose one of entities, full.\n")


def test_a_missing_pipeline_is_told_with_what_to_do(run: Run, path: Path) -> None:
    result = run("suggest", path, "--pipeline", "no_such_pipeline")
    assert result.exit_code == 1
    assert result.stderr.startswith("There is no spaCy pipeline “no_such_pipeline”: install it with pip")
    assert len(result.stderr.splitlines()) == 1


def test_the_demo_goes_the_whole_way_and_leaves_its_files(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    result = run("demo", "--no-window", "--dir", folder)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.endswith("The project is whole.\n")
    assert run("check", folder / "sample.annodb").exit_code == 0
    rows = [json.loads(line) for line in (folder / "sample.jsonl").read_text(encoding="utf-8").splitlines()]
    counted = json.loads(run("stats", folder / "sample.annodb", "--json").stdout)
    assert len(rows) == counted["articles"] >= 9
    docs = list(DocBin().from_disk(folder / "sample.spacy").get_docs(spacy.blank("en").vocab))
    assert {doc.text for doc in docs} <= {row["text"] for row in rows}
    assert any(doc.ents for doc in docs)
    twice = run("demo", "--no-window", "--dir", folder)
    assert (twice.exit_code, twice.stderr) == (1, "sample.annodb exists already: open it, or choose another name.\n")


def test_the_demo_opens_the_window_on_the_sample_it_made_before(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[list[str]] = []
    monkeypatch.setattr(window, "run", lambda arguments: opened.append(arguments) or 0)
    first, second = (run("demo", "--dir", tmp_path) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert opened == [[str(tmp_path / "sample.annodb")]] * 2
    assert first.stdout.startswith(f"Made {tmp_path / 'sample.annodb'}: ")
    assert second.stdout == ""


def test_a_demo_folder_that_cannot_be_made_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("demo", "--no-window", "--dir", tmp_path / "file" / "demo")
    assert result.exit_code == 1
    assert result.stderr == f"The folder {tmp_path / 'file' / 'demo'} cannot be made: Not a directory.\n"


@pytest.mark.parametrize("is_well", [True, False])
def test_doctor_says_what_is_missing_and_its_exit_code_whether_something_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, is_well: bool
) -> None:
    found = [Finding("Python", "3.11"), Finding("model", "none", "" if is_well else "Install one.")]
    monkeypatch.setattr(doctor, "findings", lambda: found)
    result = run("doctor")
    assert result.exit_code == (0 if is_well else 1)
    assert "✓ Python: 3.11" in result.stdout
    assert ("✗ model: none\n    Install one.\n" in result.stdout) is not is_well
    told = json.loads(run("doctor", "--json").stdout)
    assert told["well"] is is_well
    assert [each["name"] for each in told["findings"]] == ["Python", "model"]
