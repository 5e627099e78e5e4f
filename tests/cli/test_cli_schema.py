import json
from pathlib import Path

import pytest
from cli_cases import Run

from annotator.model.schema_file import read_schema
from annotator.store import check, guidelines, schemas, sets
from annotator.store.project import open_project


@pytest.fixture
def toml(run: Run, path: Path) -> str:
    return run("schema", path).stdout


def written(path: Path, toml: str) -> Path:
    target = path.with_name("new.toml")
    target.write_text(toml, encoding="utf-8")
    return target


def labels(path: Path) -> list[str]:
    with open_project(path, read_only=True) as project:
        assert list(check.problems(project)) == []
        return sorted(span.label for seq in (1, 2) for each in sets.of_article(project, seq)
                      for span in each.spans.values())  # fmt: skip


def test_the_schema_is_printed_as_it_was_given(path: Path, toml: str) -> None:
    with open_project(path, read_only=True) as project:
        assert toml.rstrip("\n") == schemas.current_toml(project)[1].rstrip("\n")


def test_as_json_it_comes_with_its_version_and_the_guidelines(run: Run, path: Path, toml: str) -> None:
    found = json.loads(run("schema", path, "--json").stdout)
    assert found["version"] == 1
    assert found["schema"].rstrip("\n") == toml.rstrip("\n")
    assert sorted(found["guidelines"]) == ["entities.md", "pledges.md", "quotes.md", "relations.md"]


def test_guidelines_are_saved_edited_and_set_again(run: Run, path: Path, toml: str, tmp_path: Path) -> None:
    folder = tmp_path / "guidelines"
    run("schema", path, "--guidelines", folder)
    assert len(list(folder.glob("*.md"))) == 4
    (folder / "pledges.md").write_text("# Ours\n\n## PLEDGE\n\nShort.\n", encoding="utf-8")
    result = run("schema", path, "--set", written(path, toml), "--guidelines", folder)
    assert (result.exit_code, result.stdout) == (0, "The schema is the same.\n")
    with open_project(path, read_only=True) as project:
        assert guidelines.text_of(project, "pledges.md") == "# Ours\n\n## PLEDGE\n\nShort.\n"
        assert [each.version for each in guidelines.versions(project, "entities.md")] == [1]
        assert schemas.current(project)[0] == 1


def test_a_rename_tells_what_it_touches_and_is_made_only_with_yes(run: Run, path: Path, toml: str) -> None:
    new = written(path, toml.replace("PERSON", "HUMAN"))
    result = run("schema", path, "--set", new, "--rename", "PERSON=HUMAN")
    assert result.exit_code == 1
    assert "2 spans of 2 annotators in 1 article: PERSON becomes HUMAN.\n" in result.stdout
    assert result.stderr == "Annotation is touched: say --yes to change the schema all the same.\n"
    assert labels(path) == ["DATE", "GPE", "GPE", "PERSON", "PERSON"]
    result = run("schema", path, "--set", new, "--rename", "PERSON=HUMAN", "--yes")
    assert result.exit_code == 0
    assert result.stdout.endswith("This is version 2 of the schema.\n")
    assert labels(path) == ["DATE", "GPE", "GPE", "HUMAN", "HUMAN"]


def test_without_the_rename_the_spans_keep_their_label_retired(run: Run, path: Path, toml: str) -> None:
    result = run("schema", path, "--set", written(path, toml.replace("PERSON", "HUMAN")), "--yes", "--json")
    found = json.loads(result.stdout)
    assert (found["changed"], found["version"]) == (True, 2)
    assert [each["spans"] for each in found["touched"]] == [2]
    assert labels(path) == ["DATE", "GPE", "GPE", "PERSON", "PERSON"]
    assert read_schema(run("schema", path).stdout).label_by_name["PERSON"].retired


def test_a_label_goes_into_another(run: Run, path: Path, toml: str) -> None:
    gone = toml.replace('[[labels]]\nname = "GPE"', '[[labels]]\nname = "GONE"').replace('"GPE"', '"LOC"')
    assert "GONE" in gone
    result = run("schema", path, "--set", written(path, gone), "--rename", "GPE=LOC", "--yes")
    assert result.exit_code == 0, result.stderr
    assert labels(path) == ["DATE", "LOC", "LOC", "PERSON", "PERSON"]


@pytest.mark.parametrize(
    ("rename", "sentence"),
    [
        ("PERSON", "is no rename: write OLD=NEW."),
        ("NOBODY=ORG", "There is no attribute NOBODY"),
        ("PERSON=ORG", "taken"),
    ],
)
def test_a_rename_that_cannot_be_is_told_in_one_sentence(
    run: Run, path: Path, toml: str, rename: str, sentence: str
) -> None:
    result = run("schema", path, "--set", written(path, toml), "--rename", rename, "--yes")
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("content", [None, "labels = 3", 'name = "x"\nlabels = []'])
def test_a_schema_that_cannot_be_used_is_refused_and_the_project_left(
    run: Run, path: Path, content: str | None
) -> None:
    new = path.with_name("bad.toml")
    if content is not None:
        new.write_text(content, encoding="utf-8")
    result = run("schema", path, "--set", new, "--yes")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    with open_project(path, read_only=True) as project:
        assert schemas.current(project)[0] == 1
