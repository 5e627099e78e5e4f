"""`evaluate`: what is printed, what goes into a file, and what is said when it cannot be done."""

import csv
import json
from pathlib import Path

import pytest
from cli_cases import LOCK, Run, set_row, write_jsonl

from annotator import files
from annotator.app.importing import import_paths
from annotator.store.project import create_project

RULE = "clause after a reporting verb"


def columns(line: str) -> list[str]:
    return line.split()


def test_a_table_by_label_follows_who_is_compared_where(run: Run, path: Path) -> None:
    told = run("evaluate", path, "--against", "Ada", "--of", "Bob").stdout.splitlines()
    assert told[:2] == [
        "Bob (found) against Ada (wanted), in 1 article that both finished.",
        "Left out: 2 articles (finished 2 by neither).",
    ]
    start = told.index("Spans by label")
    assert columns(told[start + 1]) == ["label", "matched", "by", "P", "R", "F1", "right", "wanted", "found"]
    assert columns(told[start + 2]) == ["PERSON", "exact", "1.000", "1.000", "1.000", "1", "1", "1"]
    assert columns(told[start + 5]) == ["GPE", "exact", "-", "0.000", "0.000", "0", "1", "0"]
    assert columns(told[-1]) == ["all", "labels", "any", "overlap", "1.000", "0.500", "0.667", "1", "2", "1"]


def test_the_newest_model_is_meant_where_nobody_is_named(run: Run, path: Path) -> None:
    told = run("evaluate", path, "--against", "Ada").stdout
    assert told.startswith("tiny 1 (found) against Ada (wanted), in 1 article that both finished.\n")
    assert "\nAda never marked DATE: all that was found of it counts as wrong. Choose with --label.\n" in told


def test_labels_narrow_the_tables(run: Run, path: Path) -> None:
    told = run("evaluate", path, "--against", "Ada", "--of", "Bob", "--label", "GPE").stdout
    assert "GPE" in told
    assert "PERSON" not in told
    assert "all labels" not in told


def test_machines_get_every_row_with_its_rates(run: Run, path: Path) -> None:
    found = json.loads(run("evaluate", path, "--against", "Ada", "--of", "Bob", "--json").stdout)
    assert (found["of"]["name"], found["against"]["name"], found["articles"]) == ("Bob", "Ada", 1)
    person = dict.fromkeys(("precision", "recall", "f1"), 1.0) | dict.fromkeys(("right", "wanted", "found"), 1)
    assert found["scores"][0] == {"table": "labels", "label": "PERSON", "what": "", "matched": "exact"} | person
    gpe = next(each for each in found["scores"] if each["label"] == "GPE")
    assert (gpe["precision"], gpe["recall"], gpe["f1"]) == (None, 0.0, 0.0)


def test_all_counts_go_into_a_file_for_a_spreadsheet(run: Run, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.csv"
    told = run("evaluate", path, "--against", "Ada", "--of", "Bob", "--csv", out).stdout
    assert told.endswith(f"\nWrote {out}.\n")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0].values()) == ["labels", "PERSON", "", "exact", "1", "1", "1", *["1.000000"] * 3]
    assert next(row for row in rows if row["label"] == "GPE")["precision"] == ""


def test_a_file_that_is_no_csv_is_refused_before_anything_is_written(run: Run, path: Path) -> None:
    before = path.read_bytes()
    assert run("evaluate", path, "--against", "Ada", "--csv", path).exit_code == 2
    assert path.read_bytes() == before


def test_a_name_that_is_not_there_is_one_sentence_and_exit_code_1(run: Run, path: Path) -> None:
    result = run("evaluate", path, "--against", "Cora")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "There is no annotator Cora in news.annodb. It has: Ada, Bob, tiny 1.\n"


@pytest.fixture
def quoted(tmp_path: Path) -> Path:
    """A quote with its speaker by gold and a model, which names its rule; gold is unsure of a place."""
    gold, model = (
        set_row(LOCK, name, "done", ("QUOTE", "that the lock will open in May"), ("PERSON", "Ada Brill"), kind=kind)
        for name, kind in (("gold", "gold"), ("tiny", "model"))
    )
    for each in (gold, model):
        ends = [span["id"] for span in each["spans"]]
        each["relations"] = [{"id": f"r-{ends[0]}", "type": "speaker", "head": ends[0], "tail": ends[1]}]
    model["spans"][0] |= {"note": RULE, "attributes": {"type": "direct"}}
    gold["spans"][0]["attributes"] = {"type": "indirect"}
    place = set_row(LOCK, "", "", ("GPE", "London"))["spans"][0]
    gold["spans"].append(place | {"attributes": {"unsure": True}})
    source = write_jsonl(tmp_path / "rows.jsonl", {"text": LOCK, "sets": [gold, model]})
    target = tmp_path / "quoted.annodb"
    with create_project(target, files.resource("schemas", "news.toml").read_text(encoding="utf-8")) as project:
        assert import_paths(project, [source]).sets == 2
    return target


def test_quotes_attributes_relations_and_rules_have_tables_of_their_own(run: Run, quoted: Path) -> None:
    told = run("evaluate", quoted, "--against", "gold").stdout.splitlines()
    assert told[1] == "1 span that gold is unsure of: counted neither as missed nor as wrong."
    whole = ["1.000", "1.000", "1.000", "1", "1", "1"]
    wanted = {
        "Quotes": ["all", "exact", *whole],
        "Attributes and relations of matched spans (IoU >= 0.5)": ["QUOTE", "speaker", *whole],
        "Relations": ["speaker", "both", "ends", "matched", *whole],
        "By the rule that found it (IoU >= 0.5)": ["QUOTE", *columns(RULE), "1.000", "1", "1"],
    }
    for title, row in wanted.items():
        assert columns(told[told.index(title) + 2]) == row
    assert ["QUOTE", "type", "0.000", "0.000", "0.000", "0", "1", "1"] in map(columns, told)
    assert ["indirect", "speaker,", "any", "overlap", *whole] in map(columns, told)
