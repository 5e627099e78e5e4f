"""`stats`: what is counted, what is narrowed to a person and to days, and one table for a spreadsheet."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli_cases import LOCK, Run

from annotator.app.activity import today
from annotator.app.blind import set_share
from annotator.app.plans import spans, states
from annotator.app.session import Session
from annotator.cli.stats import TableName
from annotator.cli.stats_tables import tables
from annotator.model.annotation import Annotator
from annotator.store import activity
from annotator.store.project import open_project


@pytest.fixture
def worked(path: Path) -> Path:
    """Cora has finished an article blind beside what a model said of it, and is then active for an hour."""
    with open_project(path) as project:
        set_share(project, 100)
        cora = Session(project, Annotator(name="Cora"))
        cora.open_article(1)
        start = LOCK.index("May")
        cora.perform(spans.mark, "DATE", [(start, start + 3)])
        cora.perform(spans.mark, "PERSON", [(0, 9)])
        cora.finish()
        cora.perform(spans.remove, [key for key, each in cora.work.own.spans.items() if each.label == "PERSON"])
        cora.perform(states.set_status, "done")
        activity.add(project, cora.number, {(1, today()): 3600.0})
    return path


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_the_tables_follow_the_counts(run: Run, worked: Path) -> None:
    told = run("stats", worked).stdout
    assert told.startswith("3 articles, ")
    for title in ("Work by day", "Spans of persons by label", "Blind sample: what the models have of it"):
        assert f"\n{title}\n" in told
    assert "\nMedian active time an article: 60.0 minutes\n" in told
    assert told.endswith("Finished blind: 1 article by 1 annotator\n")
    assert "Verdicts by label and model" not in told, "there are none"


def test_one_persons_work_is_told_without_that_of_others(run: Run, worked: Path) -> None:
    told = run("stats", worked, "--annotator", "Cora").stdout
    assert "Cora" in told
    assert "Ada" not in told
    assert "3 articles" not in told
    result = run("stats", worked, "--annotator", "tiny")
    assert (result.exit_code, result.stderr) == (1, "Nobody called tiny annotates in news.annodb.\n")


def test_days_bound_what_is_told(run: Run, worked: Path) -> None:
    assert run("stats", worked, "--to", "2020-01-01").stdout == "There is no work of these days.\n"
    assert (
        run("stats", worked, "--from", "2020-01-01", "--csv", "days").stdout
        == run("stats", worked, "--csv", "days").stdout
    )
    assert run("stats", worked, "--from", "2020-02-01", "--to", "2020-01-01").exit_code == 2
    assert run("stats", worked, "--from", "yesterday").exit_code == 2


def test_a_table_as_csv_is_all_that_is_printed(run: Run, worked: Path) -> None:
    found = rows(run("stats", worked, "--csv", "blind").stdout)
    assert found[0][:4] == ["what", "label", "model", "marked blind"]
    assert found[1:] == [
        ["span", "DATE", "tiny 1", "1", "1", "0", "0", "0"],
        ["span", "PERSON", "tiny 1", "1", "0", "0", "1", "0"],
    ]
    assert [row[1:6] for row in rows(run("stats", worked, "--csv", "seeing").stdout)[1:]] == [
        ["DATE", "1", "1", "0", "0"],
        ["PERSON", "1", "0", "0", "1"],
    ]
    assert [today(), "Cora", "1", "1.0"] in rows(run("stats", worked, "--csv", "days", "--annotator", "Cora").stdout)
    assert rows(run("stats", worked, "--csv", "verdicts").stdout) == [
        ["label", "model", "accepted", "changed", "rejected"]
    ]


def test_every_table_can_be_asked_for_by_name(run: Run, worked: Path) -> None:
    from annotator.app.blind_compare import blind_summary
    from annotator.store.statistics import Wanted, read

    with open_project(worked, read_only=True) as project:
        assert set(tables(read(project, Wanted()), blind_summary(project))) == set(TableName)
    for name in TableName:
        assert run("stats", worked, "--csv", name).exit_code == 0
    assert run("stats", worked, "--csv", "nothing").exit_code == 2


def test_a_name_that_a_spreadsheet_would_work_out_is_made_harmless(run: Run, path: Path) -> None:
    with open_project(path) as project:
        evil = Session(project, Annotator(name="=1+1"))
        evil.open_article(1)
        evil.perform(states.set_status, "done")
    assert [today(), "'=1+1", "1", "0.0"] in rows(run("stats", path, "--csv", "days").stdout)
    assert "=1+1" in run("stats", path).stdout


def test_for_machines_the_statistics_stand_beside_the_counts(run: Run, worked: Path) -> None:
    found = json.loads(run("stats", worked, "--json").stdout)
    assert found["articles"] == 3
    blind = found["statistics"]["blind"]
    assert (blind["articles"], [each["label"] for each in blind["models"]]) == (1, ["DATE", "PERSON"])
    assert found["statistics"]["times"] == [3600.0]
    assert set(json.loads(run("stats", worked, "--json", "--annotator", "Cora").stdout)) == {"statistics"}


def test_names_in_square_brackets_stay_as_they_are(run: Run, path: Path) -> None:
    with open_project(path) as project:
        session = Session(project, Annotator(name="[bold]Dee[/]"))
        session.open_article(1)
        session.perform(states.set_status, "done")
    assert "[bold]Dee[/]" in run("stats", path, "--annotator", "[bold]Dee[/]").stdout
