import json
from pathlib import Path

import pytest
import spacy
from cli_cases import FERRY, LOCK, Run, set_row, write_jsonl
from spacy.tokens import DocBin

from annotator.store import articles, sets
from annotator.store.project import open_project


def docs_of(path: Path) -> list[spacy.tokens.Doc]:
    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def rows_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def annotators_of(path: Path) -> list[str]:
    return [each["annotator"]["name"] for row in rows_of(path) for each in row["sets"]]


def test_a_bad_file_is_named_and_the_others_come_in(run: Run, path: Path, tmp_path: Path) -> None:
    good, empty, more = (tmp_path / name for name in ("good.txt", "empty.txt", "more.jsonl"))
    good.write_text("Good news.", encoding="utf-8")
    empty.write_text(" \n", encoding="utf-8")
    write_jsonl(more, {"text": "More news."})
    result = run("import", path, good, empty, more, tmp_path / "none.txt")
    assert result.exit_code == 1
    assert f"{tmp_path / 'none.txt'}: There is no such file." in result.stderr
    assert f"{empty}: {empty} has no text in it: there is nothing to import." in result.stderr
    assert len(result.stderr.splitlines()) == 2
    assert result.stdout == "2 articles imported, 2 files could not be read.\n"


def test_a_folder_comes_in_with_what_is_in_it(run: Run, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("Article a.", encoding="utf-8")
    (folder.parent / "b.md").write_text("Article b.", encoding="utf-8")
    (folder / ".hidden.txt").write_text("Hidden.", encoding="utf-8")
    (folder / "c.png").write_bytes(b"\x89PNG")
    result = run("import", path, tmp_path / "in", "--json")
    report = json.loads(result.stdout)
    assert (result.exit_code, report["files"], len(report["added"])) == (0, 2, 2)
    assert not report["failed"]


def test_fields_name_the_keys_of_the_files(run: Run, path: Path, tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "a.jsonl", {"body": "The text.", "head": "The head", "paper": "Gull"})
    result = run("import", path, source, "--field", "text=body", "--field", "title=head", "--field", "outlet=paper")
    assert result.exit_code == 0, result.stderr
    with open_project(path, read_only=True) as project:
        article = articles.get(project, 4)
    assert (article.text, article.title, article.meta) == ("The text.", "The head", {"outlet": "Gull"})


@pytest.mark.parametrize("field", ["text", "=body", "text="])
def test_a_field_without_both_names_is_a_mistake_in_the_call(run: Run, path: Path, tmp_path: Path, field: str) -> None:
    result = run("import", path, tmp_path, "--field", field)
    assert result.exit_code == 2
    assert "--field needs" in result.stderr


def test_an_unknown_format_to_read_is_named_with_those_there_are(run: Run, path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("News.", encoding="utf-8")
    result = run("import", path, tmp_path / "a.txt", "--format", "wordstar")
    assert result.exit_code == 1
    assert "There is no format wordstar. Those that can be read: " in result.stderr


def test_text_in_a_named_encoding_is_read_in_it(run: Run, path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Ж".encode("cp1251") * 9)
    assert run("import", path, tmp_path / "a.txt", "--encoding", "cp1251").exit_code == 0
    with open_project(path, read_only=True) as project:
        assert articles.get(project, 4).text == "Ж" * 9


def test_what_differs_from_the_project_is_told_and_kept_as_it_is(run: Run, path: Path, tmp_path: Path) -> None:
    other = {"text": LOCK, "sets": [set_row(LOCK, "Ada", "done", ("ORG", "lock"))]}
    result = run("import", path, write_jsonl(tmp_path / "a.jsonl", other))
    assert result.exit_code == 0
    assert "Ada has annotated “Ada Brill opens the lock” differently in the project; that was kept." in result.stderr
    with open_project(path, read_only=True) as project:
        ada = sets.of_article(project, 1)[0]
    assert {span.label for span in ada.spans.values()} == {"PERSON", "GPE"}


def test_finished_sets_of_everybody_go_out_as_jsonl(run: Run, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = run("export", path, "--out", out)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == [
        "1 article exported with 3 sets, 4 spans, 0 relations. 2 articles without a fitting set were left out. "
        "Verified: read again, it has 1 article with 4 spans.",
        "Nothing was lost.",
    ]
    assert annotators_of(out) == ["Ada", "Bob", "tiny"]
    assert (tmp_path / "out.schema.toml").exists()


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--annotator", "Ada"], ["Ada"]),
        (["--annotator", "Ada", "--annotator", "tiny 1"], ["Ada", "tiny"]),
        (["--kind", "model"], ["tiny"]),
        (["--kind", "person", "--status", "all"], ["Ada", "Bob", "Ada"]),
        (["--status", "in progress"], ["Ada"]),
        (["--status", "in progress", "--status", "done"], ["Ada", "Bob", "tiny", "Ada"]),
        (["--kind", "gold"], []),
    ],
)
def test_options_choose_whose_sets_go_out(
    run: Run, path: Path, tmp_path: Path, options: list[str], found: list[str]
) -> None:
    result = run("export", path, "--out", tmp_path / "out.jsonl", "--json", *options)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["sets"] == len(found)
    assert annotators_of(tmp_path / "out.jsonl") == found


def test_several_sets_in_a_format_of_one_are_refused_with_a_hint(run: Run, path: Path, tmp_path: Path) -> None:
    result = run("export", path, "--out", tmp_path / "out.spacy", "--format", "spacy")
    assert result.exit_code == 1
    assert result.stderr == (
        "The article “Ada Brill opens the lock” has several sets (Ada, Bob), and the format holds one."
        " Name whose with --annotator, or under Sets in the window.\n"
    )
    assert not (tmp_path / "out.spacy").exists()


@pytest.mark.parametrize(
    ("options", "texts", "labels"),
    [
        (["--annotator", "Ada"], [LOCK], {"PERSON", "GPE"}),
        (["--kind", "model"], [LOCK], {"DATE"}),
        (["--annotator", "Ada", "--status", "in progress"], [FERRY], {"GPE"}),
        (["--annotator", "Ada", "--status", "all"], [LOCK, FERRY], {"PERSON", "GPE"}),
    ],
)
def test_one_set_an_article_goes_out_as_spacy(
    run: Run, path: Path, tmp_path: Path, options: list[str], texts: list[str], labels: set[str]
) -> None:
    result = run("export", path, "--out", tmp_path / "out.spacy", "--format", "spacy", *options)
    assert result.exit_code == 0, result.stderr
    docs = docs_of(tmp_path / "out.spacy")
    assert [doc.text for doc in docs] == texts
    assert {ent.label_ for doc in docs for ent in doc.ents} == labels


def test_the_labels_of_the_entities_can_be_chosen(run: Run, path: Path, tmp_path: Path) -> None:
    run("export", path, "--out", tmp_path / "o.spacy", "--format", "spacy", "--annotator", "Ada", "--ents", "GPE, ORG")
    (doc,) = docs_of(tmp_path / "o.spacy")
    assert [ent.label_ for ent in doc.ents] == ["GPE"]


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--annotator", "Eve"], 1, "There is no annotator Eve in the project. It has: Ada, Bob, tiny."),
        (["--format", "klingon"], 1, "There is no format klingon. Those that can be written: jsonl, spacy"),
        (["--status", "ready"], 2, "--status is one of new, in progress, done, flagged, skipped, all, not “ready”."),
        (["--kind", "robot"], 2, "--kind is one of person, model, gold, not “robot”."),
        (["--align", "loose"], 2, "--align is one of strict, contract, expand, not “loose”."),
    ],
)
def test_a_choice_that_there_is_not_is_named_with_those_there_are(
    run: Run, path: Path, tmp_path: Path, options: list[str], code: int, told: str
) -> None:
    result = run("export", path, "--out", tmp_path / "out.jsonl", *options)
    assert result.exit_code == code
    assert told in " ".join(result.stderr.replace("│", " ").split())
    assert not (tmp_path / "out.jsonl").exists()


def test_an_export_over_the_project_itself_is_refused(run: Run, path: Path) -> None:
    before = path.read_bytes()
    result = run("export", path, "--out", path)
    assert result.exit_code == 1
    assert "news.annodb is the project itself" in result.stderr
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(run: Run, path: Path, tmp_path: Path) -> None:
    result = run("export", path, "--out", tmp_path / "none" / "out.jsonl")
    assert result.exit_code == 1
    assert "cannot be written: No such file" in result.stderr


def test_the_language_of_articles_is_guessed_unless_that_is_not_wanted(run: Run, path: Path, tmp_path: Path) -> None:
    for name, told in (("a", "lundi"), ("b", "mardi")):
        text = f"Le maître du port a déclaré {told} au conseil que le bac reprendrait la mer avant l’hiver."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("import", path, tmp_path / "a.txt").exit_code == 0
    assert run("import", path, tmp_path / "b.txt", "--no-language").exit_code == 0
    with open_project(path, read_only=True) as project:
        assert [articles.get(project, number).meta.get("language") for number in (4, 5)] == ["fr", None]


def test_csv_has_a_byte_order_mark_where_it_is_wished(run: Run, path: Path, tmp_path: Path) -> None:
    for name, more in (("plain", ()), ("marked", ("--mark",))):
        run("export", path, "--out", tmp_path / name, "--format", "csv", "--status", "all", *more)
    begins = [(tmp_path / name / "spans.csv").read_bytes()[:3] == b"\xef\xbb\xbf" for name in ("plain", "marked")]
    assert begins == [False, True]
