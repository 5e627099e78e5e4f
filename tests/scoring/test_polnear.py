"""Attributions in brat standoff become gold that a project takes in, and that can be evaluated against."""

import json
from pathlib import Path

import polnear
import pytest

from annotator import files
from annotator.agreement.counts import EXACT
from annotator.app.evaluation import evaluate
from annotator.app.importing import import_paths
from annotator.store.project import create_project

TEXT = "“We dig,” Ada Brill and Tom Osei said. “By May.”\nKell agreed.\n"
ANN = """\
T1\tContent 0 9;39 48\t“We dig,” “By May.”
T2\tSource 10 19\tAda Brill
T3\tSource 24 32\tTom Osei
T4\tCue 33 37\tsaid
T5\tContent 49 53\tKell
T6\tContent 39 48\t“By May.”
T7\tContent 0 9\t“We dig,”
T8\tCue 54 60\tagreed
E1\tAttribution:T4 Content:T1 Source:T2 Cue:T4
E2\tAttribution:T4 Content:T7 Content2:T6 Source:T3 Cue:T4
E3\tAttribution:T8 Cue:T8
"""
OTHER = "T1\tContent 0 9\t“We dig,”\nE1\tAttribution:T1 Content:T1\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dig.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "dig_a1.ann").write_text(ANN, encoding="utf-8")
    (tmp_path / "dig_b2.ann").write_text(
        "T1\tContent 0 9\t“We dig,”\nE1\tAttribution:T1 Content:T1\n", encoding="utf-8"
    )
    return tmp_path


def test_equal_contents_are_one_quote_with_all_its_sources(folder: Path) -> None:
    (row,) = polnear.rows(folder, folder)
    (gold,) = row["sets"]
    assert [(each["label"], each["text"]) for each in gold["spans"]] == [
        ("QUOTE", "“We dig,” “By May.”"),
        ("MENTION", "Ada Brill"),
        ("CUE", "said"),
        ("MENTION", "Tom Osei"),
    ]
    assert sorted(each["type"] for each in gold["relations"]) == ["cue", "speaker", "speaker"]


def test_a_project_takes_the_lines_in_and_says_how_far_annotators_agree(folder: Path) -> None:
    lines = folder / "lines.jsonl"
    lines.write_text(
        "".join(json.dumps(row) + "\n" for row in polnear.rows(folder, folder, each=True)), encoding="utf-8"
    )
    schema = files.resource("schemas", "news.toml").read_text(encoding="utf-8")
    with create_project(folder / "news.annodb", schema) as project:
        assert import_paths(project, [lines]).sets == 2
        found = evaluate(project, against="a1", of="b2", labels=["QUOTE"])
    counts = {each.matched: (each.right, each.wanted, each.found) for each in found.table("labels")}
    assert counts == {EXACT: (0, 1, 1), "IoU >= 0.5": (1, 1, 1), "any overlap": (1, 1, 1)}
