from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import new_project, row, texts_of, write_lines
from release_cases import copy_of, text_of

from annotator.app.importing import ImportOptions, ImportReport, import_paths, walk_problems
from annotator.store.project import Project

SKIP = ImportOptions(skip_near=True)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "near.annodb", text_of(1)) as made:
        yield made


def test_what_is_near_to_the_project_or_to_what_came_before_is_skipped(project: Project, tmp_path: Path) -> None:
    texts = (copy_of(text_of(1)), text_of(2), copy_of(text_of(2)), text_of(3))
    report = import_paths(project, [write_lines(tmp_path / "a.jsonl", map(row, texts))], SKIP)
    assert texts_of(project) == [text_of(1), text_of(2), text_of(3)]
    assert [(each.place.rpartition(", ")[2], each.reason) for each in walk_problems(report)] == [
        ("line 1", "It is nearly the same as “News 1 from Aubrey”, and was skipped."),
        ("line 3", "It is nearly the same as “News 2 from Geneva”, and was skipped."),
    ]
    assert report.as_text() == "2 articles imported, 2 near-duplicates were skipped."


def test_without_the_option_they_come_in(project: Project, tmp_path: Path) -> None:
    report = import_paths(project, [write_lines(tmp_path / "a.jsonl", [row(copy_of(text_of(1)))])])
    assert (len(report.added), report.near) == (1, [])


def test_the_same_text_again_is_known_and_not_near(project: Project, tmp_path: Path) -> None:
    report = import_paths(project, [write_lines(tmp_path / "a.jsonl", [row(text_of(1))])], SKIP)
    assert (report.known, report.near) == (1, [])


def test_a_file_that_is_taken_back_makes_nothing_near(project: Project, tmp_path: Path) -> None:
    filler = [row(f"Filler {number}. {text_of(number)}") for number in range(10, 515)]  # more than is stored at once
    bad = write_lines(tmp_path / "a.jsonl", [row(text_of(5)), row(copy_of(text_of(1))), *filler, "{"])
    good = write_lines(tmp_path / "b.jsonl", [row(copy_of(text_of(5))), row(copy_of(text_of(1)))])
    report: ImportReport = import_paths(project, [bad, good], SKIP)
    assert len(report.failed) == 1
    assert texts_of(project) == [text_of(1), copy_of(text_of(5))]
    assert [each.place for each in report.near] == [f"{good}, line 2"]


def test_what_was_known_before_a_file_that_is_taken_back_stays_known(project: Project, tmp_path: Path) -> None:
    first = write_lines(tmp_path / "a.jsonl", [row(text_of(7))])
    bad = write_lines(tmp_path / "b.jsonl", [row(text_of(5)), "{"])
    good = write_lines(tmp_path / "c.jsonl", [row(copy_of(text_of(number))) for number in (5, 7, 1)])
    report = import_paths(project, [first, bad, good], SKIP)
    assert texts_of(project) == [text_of(1), text_of(7), copy_of(text_of(5))]
    assert [each.place for each in report.near] == [f"{good}, line 2", f"{good}, line 3"]
