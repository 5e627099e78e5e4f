"""brat and CoNLL on the command line: two folders, several annotators, labels by other names, and back."""

import json
from pathlib import Path

import pytest
from cli_cases import LOCK, Run

from annotator.model.annotation import Annotator
from annotator.store import schemas, sets
from annotator.store.project import open_project

TEXT = "Tom Osei spoke in Norland.\n"
ADA = "T1\tPER 0 8\tTom Osei\nT2\tGPE 18 25\tNorland\n"
BOB = "T1\tPER 0 8\tTom Osei\n"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A text, and what two annotators say of it."""
    texts, annotations = tmp_path / "text", tmp_path / "ann"
    texts.mkdir()
    annotations.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    (annotations / "a_ada.ann").write_text(ADA, encoding="utf-8")
    (annotations / "a_bob.ann").write_text(BOB, encoding="utf-8")
    return texts, annotations


def sets_of(path: Path, number: int) -> dict[Annotator, list[tuple[str, str]]]:
    with open_project(path, read_only=True) as project:
        found = sets.of_article(project, number)
        return {each.annotator: [(one.label, one.text) for one in each.spans.values()] for each in found}


def test_texts_and_the_files_of_two_annotators_come_in_as_finished_sets(
    run: Run, path: Path, folders: tuple[Path, Path]
) -> None:
    texts, annotations = folders
    options = ("--text", texts, "--ann", annotations, "--annotator-suffix", "_", "--map", "PER=PERSON")
    result = run("import", path, *options)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "1 article imported, 2 annotation sets.\n"
    assert sets_of(path, 4) == {
        Annotator(name="ada"): [("PERSON", "Tom Osei"), ("GPE", "Norland")],
        Annotator(name="bob"): [("PERSON", "Tom Osei")],
    }
    with open_project(path, read_only=True) as project:
        assert {each.state.status for each in sets.of_article(project, 4)} == {"done"}


def test_a_folder_of_brat_comes_in_without_a_word_of_its_format(run: Run, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, content in (("a.txt", TEXT), ("a.ann", ADA), ("b.txt", "Only text.\n"), ("annotation.conf", "")):
        (folder / name).write_text(content, encoding="utf-8")
    result = run("import", path, folder, "--map", "PER=", "--annotator", "tagger:model")
    assert result.exit_code == 0
    assert "2 articles imported, 1 annotation set, 1 place was left out." in result.stdout
    assert "The label PER is left out" in result.stderr
    assert sets_of(path, 4) == {Annotator(name="tagger", kind="model"): [("GPE", "Norland")]}


def test_an_annotation_file_without_its_text_is_named_and_the_others_come_in(
    run: Run, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, content in (("a.txt", TEXT), ("a.ann", ADA), ("b.ann", BOB)):
        (folder / name).write_text(content, encoding="utf-8")
    result = run("import", path, folder, "--map", "PER=PERSON")
    assert result.exit_code == 1
    assert "b.txt is missing" in result.stderr
    assert result.stdout == "1 article imported, 1 annotation set, 1 file could not be read.\n"


def test_what_goes_out_as_brat_comes_in_again_under_a_schema_made_of_it(run: Run, path: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "out", tmp_path / "again.annodb"
    assert run("export", path, "--out", out, "--format", "brat").exit_code == 0
    assert run("new", again, "--schema", out / "annotation.conf").exit_code == 0
    result = run("import", again, out, "--format", "brat", "--annotator-suffix", "_")
    assert (result.exit_code, result.stderr) == (0, "")
    wanted = {each.name: spans for each, spans in sets_of(path, 1).items()}
    assert {each.name: spans for each, spans in sets_of(again, 1).items()} == wanted
    assert set(wanted) == {"Ada", "Bob", "tiny"}


def test_conll_goes_out_and_comes_in_for_another_annotator(run: Run, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.conll"
    report = run("export", path, "--out", out, "--format", "conll", "--annotator", "Ada", "--json")
    assert json.loads(report.stdout)["articles"] == 1
    result = run("import", path, out, "--annotator", "Cora")
    assert result.exit_code == 0
    assert sets_of(path, 4) == {Annotator(name="Cora"): [("PERSON", "Ada Brill"), ("GPE", "London")]}
    with open_project(path, read_only=True) as project:
        text = sets.of_article(project, 4)[0]
    assert all(each.text in LOCK for each in text.spans.values())


def test_the_schema_is_replaced_by_that_of_a_configuration_of_brat(run: Run, path: Path, tmp_path: Path) -> None:
    conf = tmp_path / "annotation.conf"
    conf.write_text("[entities]\nPERSON\nGPE\nDATE\n", encoding="utf-8")
    assert run("schema", path, "--set", conf, "--yes").exit_code == 0
    with open_project(path, read_only=True) as project:
        offered = [each.name for each in schemas.current(project)[1].offered_labels]
    assert offered == ["PERSON", "GPE", "DATE"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "Name the files and folders to import"),
        (("x.txt", "--map", "PER"), "--map needs"),
        (("x.txt", "--map", "=PERSON"), "--map needs"),
        (("x.txt", "--annotator", "ada:robot"), "--annotator is NAME or NAME:KIND"),
        (("x.txt", "--annotator", ":model"), "--annotator is NAME or NAME:KIND"),
        (("x.txt", "--ann", "y", "--format", "text"), "are for --format brat"),
    ],
)
def test_options_that_cannot_be_read_are_a_mistake_in_the_call(
    run: Run, path: Path, options: tuple[str, ...], sentence: str
) -> None:
    result = run("import", path, *options)
    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.replace("│", " ").split())
