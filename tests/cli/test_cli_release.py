import json
from pathlib import Path

from cli_cases import FERRY, LOCK, Run, set_row, write_jsonl


def test_an_export_in_parts_stays_and_says_that_it_was_verified(run: Run, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    first = run("export", path, "--out", out, "--status", "all", "--split", "50/0/50", "--seed", 3)
    assert first.exit_code == 0, first.stderr
    assert "Divided: train 1, dev 0, test 1." in first.stdout
    assert "Verified: read again, it has 1 article" in first.stdout
    before = {each.name: each.read_bytes() for each in tmp_path.glob("o-*")}
    assert set(before) == {"o-train.jsonl", "o-train.schema.toml", "o-test.jsonl", "o-test.schema.toml"}
    again = run("export", path, "--out", out, "--status", "all", "--split", "50/0/50", "--seed", 8)
    assert "Articles that kept the part they had: 2." in again.stdout
    assert {each.name: each.read_bytes() for each in tmp_path.glob("o-*")} == before


def test_wrong_shares_and_a_date_without_parts_are_refused(run: Run, path: Path, tmp_path: Path) -> None:
    wrong = run("export", path, "--out", tmp_path / "o.jsonl", "--split", "80/30/10")
    assert wrong.exit_code == 1
    assert "add up to 100, as in 80/10/10" in wrong.stderr
    assert run("export", path, "--out", tmp_path / "o.jsonl", "--by-date").exit_code == 2
    assert not list(tmp_path.glob("o*"))


def test_the_report_of_parts_as_json(run: Run, path: Path, tmp_path: Path) -> None:
    result = run("export", path, "--out", tmp_path / "o.jsonl", "--status", "all", "--split", "50/0/50", "--json")
    report = json.loads(result.stdout)
    assert report["articles"] == 2
    assert report["parts"]["division"]["parts"].keys() == {"1", "2"}
    assert report["parts"]["parts"]["train"]["checked"]["again"] is True


def test_pseudonyms_take_names_away(run: Run, path: Path, tmp_path: Path) -> None:
    assert run("export", path, "--out", tmp_path / "o.jsonl", "--pseudonyms").exit_code == 0
    row = json.loads((tmp_path / "o.jsonl").read_text(encoding="utf-8"))
    assert sorted(each["annotator"]["name"] for each in row["sets"]) == ["A1", "A2", "tiny"]


def test_a_dataset_without_text_is_joined_to_ones_own_copies(run: Run, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "s.jsonl"
    assert run("export", path, "--out", out, "--status", "all", "--without-text").exit_code == 0
    assert "Norland" not in out.read_text(encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(LOCK, encoding="utf-8")
    (tmp_path / "texts" / "b.txt").write_text(FERRY + "!", encoding="utf-8")
    result = run("rehydrate", out, tmp_path / "texts", "--out", tmp_path / "again.jsonl")
    assert result.exit_code == 1
    assert "its SHA-256 is that of no article" in result.stderr
    assert result.stdout == "1 article joined to the text, 1 article has no text, 1 place was left out.\n"
    (tmp_path / "texts" / "b.txt").write_text(FERRY, encoding="utf-8")
    assert run("rehydrate", out, tmp_path / "texts", "--out", tmp_path / "again.jsonl").exit_code == 0
    refused = run("export", path, "--out", tmp_path / "x.spacy", "--format", "spacy", "--without-text")
    assert refused.exit_code == 1
    assert "holds the texts" in refused.stderr


def test_a_release_is_a_folder_with_a_card(run: Run, path: Path, tmp_path: Path) -> None:
    result = run(
        "release", path, "--out", tmp_path / "r", "--licence", "CC0", "--format", "jsonl", "--annotator", "Ada"
    )
    assert result.exit_code == 0, result.stderr
    assert "Released 1 article, content hash " in result.stdout
    assert "CC0" in (tmp_path / "r" / "README.md").read_text(encoding="utf-8")
    as_json = run("release", path, "--out", tmp_path / "r", "--annotator", "Ada", "--json")
    assert json.loads(as_json.stdout)["sha256"] in result.stdout


def test_near_duplicates_are_listed_and_skipped(run: Run, path: Path, tmp_path: Path) -> None:
    assert run("duplicates", path).stdout == "No near-duplicates.\n"
    copy = LOCK.replace("in May.", "in May, she said.")
    source = write_jsonl(
        tmp_path / "copy.jsonl", {"text": copy, "sets": [set_row(copy, "Ada", "done")]}, {"text": "New."}
    )
    result = run("import", path, source, "--skip-near")
    assert result.exit_code == 0
    assert "is nearly the same as “Ada Brill opens the lock”, and was skipped." in result.stderr
    assert result.stdout == "1 article imported, 1 near-duplicate was skipped.\n"
    assert run("import", path, source).stdout.startswith("1 article imported")
    listed = run("duplicates", path).stdout
    assert "1 group of near-duplicates." in listed
    found = json.loads(run("duplicates", path, "--json").stdout)
    assert [each["article"] for each in found["groups"][0]] == [1, 5]
