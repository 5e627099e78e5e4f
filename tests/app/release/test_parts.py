import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from release_cases import ADA, BOB, add, article_of, copy_of, new_release_project, text_of

from annotator.app.exporting import ExportOptions
from annotator.app.release.duplicates import groups
from annotator.app.release.parts import export_parts, part_path
from annotator.app.release.splits import SplitOptions
from annotator.exchange.protocols import CancelledError
from annotator.model.errors import ExchangeError, ProjectError
from annotator.store import check, splits
from annotator.store.project import Project, open_project

EXPORT = ExportOptions(check=True)
THREE = SplitOptions(shares=(0.6, 0.2, 0.2), seed=3)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_release_project(tmp_path / "news.annodb") as made:
        yield made


def ids_in(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def written(tmp_path: Path) -> dict[str, list[str]]:
    return {part: ids_in(tmp_path / f"o-{part}.jsonl") for part in splits.PARTS}


def test_each_part_is_a_file_and_all_articles_are_in_one(project: Project, tmp_path: Path) -> None:
    report = export_parts(project, tmp_path / "o.jsonl", "jsonl", EXPORT, THREE)
    found = written(tmp_path)
    assert sum(map(len, found.values())) == len({each for part in found.values() for each in part}) == 20
    assert {part: len(each) for part, each in found.items()} == report.division.counts
    assert report.division.counts["train"] == 12
    assert all(each.checked and each.checked.good for each in report.parts.values())
    assert "Kept together: 2 groups" in report.as_text()


def test_near_duplicates_and_a_story_are_in_one_part_and_the_division_is_kept(project: Project, tmp_path: Path) -> None:
    export_parts(project, tmp_path / "o.jsonl", "jsonl", EXPORT, THREE)
    kept = splits.parts(project)
    assert kept[1] == kept[2]
    assert kept[4] == kept[5]
    assert len(kept) == 20
    assert list(check.problems(project)) == []


def test_the_next_release_adds_articles_and_moves_none(project: Project, tmp_path: Path) -> None:
    export_parts(project, tmp_path / "o.jsonl", "jsonl", EXPORT, THREE)
    before, kept = written(tmp_path), splits.parts(project)
    new = add(project, [article_of(30), article_of(31, copy_of(text_of(8))), article_of(32, story="lock")], ADA)
    report = export_parts(project, tmp_path / "o.jsonl", "jsonl", EXPORT, SplitOptions(seed=99))
    after, now = written(tmp_path), splits.parts(project)
    assert all(set(before[part]) <= set(after[part]) for part in before)
    assert now == {**now, **kept}
    assert (now[new[1]], now[new[2]]) == (kept[8], kept[4])
    assert report.division.kept == 20


def test_an_article_that_does_not_go_out_is_given_to_no_part(project: Project, tmp_path: Path) -> None:
    (new,) = add(project, [article_of(40)])
    export_parts(project, tmp_path / "o.jsonl", "jsonl", EXPORT, THREE)
    assert new not in splits.parts(project)


def test_what_fails_keeps_no_division(project: Project, tmp_path: Path) -> None:
    stopped = ExportOptions(cancelled=lambda: True)
    with pytest.raises(CancelledError):
        export_parts(project, tmp_path / "o.jsonl", "jsonl", stopped, THREE)
    assert splits.parts(project) == {}
    with pytest.raises(ExchangeError, match="nothing to divide"):
        export_parts(project, tmp_path / "o.jsonl", "jsonl", ExportOptions(statuses=("skipped",)), THREE)


def test_a_project_that_may_only_be_read_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    new_release_project(tmp_path / "r.annodb", 3).close()
    with open_project(tmp_path / "r.annodb", read_only=True) as opened, pytest.raises(ProjectError, match="is kept in"):
        export_parts(opened, tmp_path / "o.jsonl", "jsonl", EXPORT, THREE)
    assert not list(tmp_path.glob("o-*"))


def test_a_part_of_no_articles_is_told_and_not_written(project: Project, tmp_path: Path) -> None:
    report = export_parts(project, tmp_path / "o.jsonl", "jsonl", EXPORT, SplitOptions(shares=(0.5, 0.0, 0.5)))
    assert not (tmp_path / "o-dev.jsonl").exists()
    assert "dev: no article" in report.as_text()


def test_by_date_train_is_the_past(project: Project, tmp_path: Path) -> None:
    export_parts(project, tmp_path / "o.jsonl", "jsonl", EXPORT, SplitOptions(shares=(0.6, 0.2, 0.2), by_date=True))
    dates = {}
    for part in splits.PARTS:
        rows = map(json.loads, (tmp_path / f"o-{part}.jsonl").read_text(encoding="utf-8").splitlines())
        dates[part] = [row["meta"]["date"] for row in rows]
    assert max(dates["train"]) < max(dates["dev"]) < max(dates["test"])
    assert max(dates["train"]) < min(dates["test"])


def test_names_of_parts_keep_the_ending() -> None:
    assert part_path(Path("a/news.v2.jsonl"), "dev") == Path("a/news.v2-dev.jsonl")
    assert part_path(Path("a/news"), "test") == Path("a/news-test")


def test_parts_go_with_their_articles_and_can_be_forgotten(project: Project, tmp_path: Path) -> None:
    export_parts(project, tmp_path / "o.jsonl", "jsonl", EXPORT, THREE)
    with project.writing() as db:
        db.execute("DELETE FROM article WHERE seq = 20")
    assert 20 not in splits.parts(project)
    assert splits.forget(project) == 19
    assert splits.parts(project) == {}


def test_groups_of_near_duplicates_are_listed_in_the_order_of_import(project: Project) -> None:
    add(project, [article_of(50, copy_of(text_of(1)).replace("Monday", "Sunday"))], BOB)
    (group,) = groups(project)
    assert [each.article for each in group] == [1, 2, 21]
    assert (group[0].outlet, group[0].date) == ("Paper 1", "2025-02-10")
