"""The benchmarks themselves: every budget has its row, and rows run and tell sane figures.

What the figures are is no matter here: `.ci/run` runs the benchmarks.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.exchange.registry import BUILT_IN, READERS, WRITERS

RUN = Path(__file__).parent / "benchmarks" / "run.py"
BUDGETS = {
    "window.start": "<= 2.5 x",
    "worker.ready": "<= 1.2 x",
    "open.1000": "<= 30 ms",
    "text.paint.100000": "<= 8 ms",
    "text.open.100000": "<= 150 ms",
    "open.645": "<= 20 ms",
    "open.10000": "<= 40 ms",
    "open.50000": "<= 100 ms",
    "import.1000": "<= 0.5 s",
    "export.1000": "<= 0.5 s",
    "import.memory": "<= 32 MB",
    "export.memory": "<= 32 MB",
    "import.stop": "<= 1 s",
    "export.stop": "<= 1 s",
    "key": "<= 16 ms",
    "key.100000": "<= 16 ms",
    "stall.suggesting": "<= 50 ms",
    "list.open": "<= 150 ms",
    "list.filter": "<= 100 ms",
    "list.search": "<= 100 ms",
    "list.sort": "<= 100 ms",
    "list.find": "<= 100 ms",
    "list.next": "<= 20 ms",
    "list.next.doubt": "<= 20 ms",
    "pledges.sort": "<= 200 ms",
    "import.jsonl": ">= 0.4 x",
    "suggest": ">= 0.85 x",
    "export.jsonl": ">= 0.4 x",
    "export.docbin": ">= 0.4 x",
    "agreement.match": "<= 500 ms",
    "agreement.dense": "<= 15 s",
    "memory.window": "<= 250 MB",
}
MILLION = {f"list.{what}.million" for what in ("open", "filter", "search", "next")}
LARGE = {
    *(f"{way}{kind}.full" for way in ("import", "export") for kind in ("", ".docbin")),
    *(f"{way}.docbin.memory" for way in ("import", "export")),
    "export.docbin.stop",
    "near.full",
    "near.memory",
}
ELSEWHERE = {"out.jsonl", "in.jsonl", "out.spacy", "in.pdf"}  # rows of their own; nothing writes a PDF file here
FORMATS = {f"out.{name}" for name in BUILT_IN[WRITERS]} | {f"in.{name}" for name in BUILT_IN[READERS]}


def _run(*arguments: str) -> tuple[list[dict[str, Any]], int]:
    command = [sys.executable, str(RUN), *arguments, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert done.stdout, done.stderr
    return json.loads(done.stdout), done.returncode


def test_every_budget_has_its_row_which_says_what_it_times() -> None:
    rows, code = _run("--list")
    assert code == 0
    assert {row["name"]: row["budget"] for row in rows} == BUDGETS
    assert all(len(row["times"]) > 30 for row in rows)


def test_all_sizes_add_the_rows_of_many_articles_and_of_every_format() -> None:
    rows, _ = _run("--list", "--full")
    assert {row["name"] for row in rows} == BUDGETS.keys() | MILLION | LARGE | (FORMATS - ELSEWHERE)


def test_a_row_tells_what_was_measured_against_what_and_whether_it_holds() -> None:
    rows, code = _run("open.1000", "export.jsonl")
    opened, exported = rows
    assert [row["name"] for row in rows] == ["open.1000", "export.jsonl"]
    assert 1 < opened["measured"] < 5000
    assert 0.5 < opened["reference"] < 500
    assert opened["holds"] is (opened["measured"] <= 30)
    assert exported["ratio"] == pytest.approx(exported["reference"] / exported["measured"], rel=0.01)
    assert exported["holds"] is (exported["ratio"] >= 0.4)
    assert code == (0 if opened["holds"] and exported["holds"] else 1)


def test_a_name_that_is_no_row_is_refused_with_the_names_that_are() -> None:
    done = subprocess.run([sys.executable, str(RUN), "tempo"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "There is no row tempo" in done.stderr
    assert "open.1000" in done.stderr
