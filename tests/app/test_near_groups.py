"""Near-duplicates are shown before an import as the import then leaves them out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import new_project, row, write_lines

from annotator.app.importing import ImportOptions, import_paths
from annotator.app.near_groups import near_groups
from annotator.store.project import Project


def text_of(number: int) -> str:
    return f"Story {number}\n\n" + " ".join(f"{number}word{at} and more" for at in range(60))


def copy_of(text: str) -> str:
    return f"{text} Updated."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "near.annodb", text_of(1)) as made:
        yield made


def test_the_groups_are_those_that_the_import_leaves_out(project: Project, tmp_path: Path) -> None:
    texts = (copy_of(text_of(1)), text_of(1), text_of(2), copy_of(text_of(2)), text_of(3))
    path = write_lines(tmp_path / "a.jsonl", map(row, texts))
    options = ImportOptions(skip_near=True)
    found = near_groups(project.path, [path, tmp_path / "missing.txt"], options)
    assert [(each.in_project, len(each.left)) for each in found.groups] == [(True, 1), (False, 1)]
    assert (found.left, found.looked, found.more) == (2, 5, False)
    report = import_paths(project, [path], options)
    assert [each.place for each in report.near] == [each.place for group in found.groups for each in group.left]


def test_without_a_project_the_files_are_compared_among_themselves(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(row, (text_of(1), copy_of(text_of(1)))))
    assert near_groups(None, [path], ImportOptions()).left == 1


def test_it_stops_when_nobody_waits_or_the_time_is_up(project: Project, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(row, (text_of(4), text_of(5))))
    assert near_groups(project.path, [path], ImportOptions(), stopped=lambda: True).more
    assert near_groups(None, [path], ImportOptions(), seconds=-1).looked == 0
